import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PledgeEntity } from '../pledge/pledge.entity';

/** A notice of a party that its address or something else that matters changed (уведомление об изменениях). */
@Entity({ schema: 'by_pledge', name: 'party_change' })
@Check('by_pledge_party_change_party_check', "party in ('PLEDGOR', 'PLEDGEE')")
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_party_change_pledge_fkey' })
export class PartyChangeEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_party_change_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_party_change_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  party!: 'PLEDGOR' | 'PLEDGEE';

  /** ADDRESS, PHONE, EMAIL or OTHER. */
  @Column('text')
  what!: string;

  @Column('date', { name: 'changed_on' })
  changedOn!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('date', { name: 'notified_on' })
  notifiedOn!: string;

  @Column('boolean', { name: 'is_late' })
  isLate!: boolean;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
