import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ClientEntity, type ClientKind, clientKinds } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { type AccountStatus, accountStatuses, type IdentificationSource, identificationSources, type Path, paths } from './vocabulary';

export const identifiedCheck =
  '(identified_at is null) = (identified_by is null) and (identified_at is null) = (identified_through is null)';

/** A client's account in the cabinet (учётная запись). A new registration makes another client with another account. */
@Entity({ schema: 'by_leasing', name: 'account' })
@Check('by_leasing_account_kind_check', oneOf('kind', clientKinds))
@Check('by_leasing_account_status_check', oneOf('status', accountStatuses))
@Check('by_leasing_account_path_check', oneOf('path', paths))
@Check('by_leasing_account_through_check', oneOf('identified_through', identificationSources))
@Check('by_leasing_account_identified_check', identifiedCheck)
@Unique('by_leasing_account_client_key', ['lenderId', 'clientId'])
@Index('by_leasing_account_phone_key', ['lenderId', 'phoneIndex'], { unique: true, where: "status <> 'DELETED'" })
@Index('by_leasing_account_unp_idx', ['lenderId', 'unpIndex'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_account_client_fkey' })
export class AccountEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_account_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_account_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  kind!: ClientKind;

  @Column('text')
  status!: AccountStatus;

  /** Null: a sole proprietor has not chosen yet. */
  @Column('text', { nullable: true })
  path!: Path | null;

  @Column('timestamptz', { name: 'path_chosen_at', nullable: true })
  pathChosenAt!: Date | null;

  /** The login: a mobile number in E.164. */
  @Column('bytea', { name: 'phone_enc' })
  phoneEnc!: Buffer;

  @Column('bytea', { name: 'phone_index' })
  phoneIndex!: Buffer;

  /** УНП of those who have one. */
  @Column('bytea', { name: 'unp_index', nullable: true })
  unpIndex!: Buffer | null;

  @Column('text', { name: 'procedure_version' })
  procedureVersion!: string;

  @Column('text', { name: 'policy_version', nullable: true })
  policyVersion!: string | null;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;

  /** The last identification; null before the first. */
  @Column('timestamptz', { name: 'identified_at', nullable: true })
  identifiedAt!: Date | null;

  @Column('text', { name: 'identified_by', nullable: true })
  identifiedBy!: Path | null;

  @Column('text', { name: 'identified_through', nullable: true })
  identifiedThrough!: IdentificationSource | null;

  /** Record of that identification. */
  @Column('uuid', { name: 'identification_id', nullable: true })
  identificationId!: string | null;

  /** When the agreement ended or the cabinet was deleted. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
