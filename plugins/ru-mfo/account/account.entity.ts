import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { type AccountRequestKind, type AccountRequestStatus, accountRequestKinds, accountRequestStatuses } from './account-request-state';

/** A caller’s passport details were compared with those on file; the result alone is kept (проверка личности). */
@Entity({ schema: 'ru_mfo', name: 'identity_check' })
@Index('ru_mfo_identity_check_client_idx', ['lenderId', 'clientId', 'checkedAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_identity_check_client_fkey' })
export class IdentityCheckEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_identity_check_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_identity_check_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('boolean')
  passed!: boolean;

  @Column('text', { name: 'checked_by' })
  checkedBy!: string;

  @Column('timestamptz', { name: 'checked_at' })
  checkedAt!: Date;
}

/** A client asks for the account to be deleted or restored (удаление и восстановление учётной записи). */
@Entity({ schema: 'ru_mfo', name: 'account_request' })
@Check('ru_mfo_account_request_kind_check', oneOf('kind', accountRequestKinds))
@Check('ru_mfo_account_request_status_check', oneOf('status', accountRequestStatuses))
@Check('ru_mfo_account_request_statement_check', "(status = 'REQUESTED') = (statement_at is null)")
@Check('ru_mfo_account_request_done_check', "(status = 'DONE') = (done_at is not null)")
@Index('ru_mfo_account_request_open_key', ['lenderId', 'clientId'], { unique: true, where: 'done_at is null' })
@Index('ru_mfo_account_request_client_idx', ['lenderId', 'clientId', 'requestedAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_account_request_client_fkey' })
export class AccountRequestEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_account_request_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_account_request_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  kind!: AccountRequestKind;

  @Column('text')
  status!: AccountRequestStatus;

  /** The address that the request came from; encrypted. */
  @Column('bytea', { name: 'from_enc' })
  fromEnc!: Buffer;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  /** When the filled statement came: the term runs from here. */
  @Column('timestamptz', { name: 'statement_at', nullable: true })
  statementAt!: Date | null;

  /** Kinds of images that came with the statement. */
  @Column('text', { array: true })
  documents!: string[];

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  /** What a deletion erased, and what it had to leave. */
  @Column('text', { array: true })
  erased!: string[];

  @Column('text', { array: true })
  retained!: string[];
}
