import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { type RequestPurpose, type RequestStatus, type RequestSubject, requestPurposes, requestStatuses } from './request-state';

/** Data or documents that a lender asks a client for, outside any application (требование о предоставлении сведений). */
@Entity({ schema: 'ru_mfo', name: 'data_request' })
@Check('ru_mfo_data_request_purpose_check', oneOf('purpose', requestPurposes))
@Check('ru_mfo_data_request_status_check', oneOf('status', requestStatuses))
@Check('ru_mfo_data_request_closed_check', "(status = 'OPEN') = (closed_at is null)")
@Index('ru_mfo_data_request_client_idx', ['lenderId', 'clientId', 'receivedAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_data_request_client_fkey' })
export class DataRequestEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_data_request_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_data_request_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  purpose!: RequestPurpose;

  @Column('text', { array: true })
  subjects!: RequestSubject[];

  /** What exactly is asked; encrypted. */
  @Column('bytea', { name: 'description_enc', nullable: true })
  descriptionEnc!: Buffer | null;

  @Column('text')
  status!: RequestStatus;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  /** When the client got it: the term runs from here. */
  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  /** The last moment for an answer; null where the rules set no term. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  /** By which way the answer came. */
  @Column('text', { nullable: true })
  channel!: string | null;

  /** Fields of the questionnaire that proved false. */
  @Column('text', { name: 'false_fields', array: true })
  falseFields!: string[];

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
