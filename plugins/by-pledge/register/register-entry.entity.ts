import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { PledgeEntity } from '../pledge/pledge.entity';

export const registerStatuses = ['PENDING', 'ENTERED', 'CHANGED', 'EXCLUDED'] as const;

/** State of the entry. */
export type RegisterStatus = (typeof registerStatuses)[number];

/** The entry of a pledge in the register of encumbered movable property (запись в Реестре). */
@Entity({ schema: 'by_pledge', name: 'register_entry' })
@Check('by_pledge_register_entry_status_check', oneOf('status', registerStatuses))
@Check('by_pledge_register_entry_number_check', "(status = 'PENDING') = (number is null)")
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_register_entry_pledge_fkey' })
export class RegisterEntryEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_register_entry_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'pledge_id', primaryKeyConstraintName: 'by_pledge_register_entry_pkey' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  status!: RegisterStatus;

  /** As the register gave it. */
  @Column('text', { nullable: true })
  number!: string | null;

  @Column('timestamptz', { name: 'entered_at', nullable: true })
  enteredAt!: Date | null;

  @Column('timestamptz', { name: 'excluded_at', nullable: true })
  excludedAt!: Date | null;
}
