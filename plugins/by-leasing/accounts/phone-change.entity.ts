import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';

/** Another number was put in an account's place at an office, on the client's application (смена номера телефона). */
@Entity({ schema: 'by_leasing', name: 'phone_change' })
@Index('by_leasing_phone_change_client_idx', ['lenderId', 'clientId', 'recordedAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_phone_change_client_fkey' })
export class PhoneChangeEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_phone_change_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_phone_change_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text', { name: 'application_number' })
  applicationNumber!: string;

  /** Day from which the client has the new number, as the application says. */
  @Column('date', { name: 'changed_on' })
  changedOn!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
