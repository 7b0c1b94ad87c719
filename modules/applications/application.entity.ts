import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ClientEntity } from '../clients';
import { oneOf } from '../database';
import type { ApplicationChannel } from './application-channel';
import { type ApplicationStatus, applicationStatuses } from './application-status';

/** What a client asks a lender for (заявка): a product, a sum, a term. */
@Entity({ schema: 'core', name: 'application' })
@Check('application_status_check', oneOf('status', applicationStatuses))
@Check('application_amount_check', 'amount > 0')
@Check('application_term_check', 'term_days > 0')
@Unique('application_number_key', ['lenderId', 'number'])
@Index('application_client_idx', ['lenderId', 'clientId'])
@Index('application_created_idx', ['lenderId', 'createdAt', 'id'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'application_client_fkey' })
export class ApplicationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'application_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_pkey' })
  id!: string;

  /** Short reference for people; unique for the lender. */
  @Column('text')
  number!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** The plugin whose product it is. */
  @Column('text', { name: 'plugin_id' })
  pluginId!: string;

  @Column('text')
  product!: string;

  @Column('text')
  status!: ApplicationStatus;

  @Column('numeric', { precision: 18, scale: 2 })
  amount!: string;

  /** ISO 4217. */
  @Column('text')
  currency!: string;

  /** Calendar days. */
  @Column('integer', { name: 'term_days' })
  termDays!: number;

  @Column('text')
  channel!: ApplicationChannel;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('timestamptz', { name: 'status_changed_at' })
  statusChangedAt!: Date;
}
