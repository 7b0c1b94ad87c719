import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ClientEntity } from '../clients';
import { LenderEntity } from '../lenders';

export type CodePurpose = 'SIGN_IN' | 'CONFIRM_PHONE' | 'CONFIRM_EMAIL' | 'SIGN_DOCUMENT' | 'OPERATION';
export type CodeChannel = 'SMS' | 'CALL' | 'EMAIL';

/** One confirmation code (КПО): sent to one target, for one operation, once. The code itself is nowhere. */
@Entity({ schema: 'core', name: 'ceremony' })
@ForeignKey(() => LenderEntity, ['lenderId'], ['lenderId'], { name: 'ceremony_lender_fkey' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ceremony_client_fkey' })
@Unique('ceremony_identifier_key', ['lenderId', 'identifier'])
@Index('ceremony_client_idx', ['lenderId', 'clientId'])
@Check('ceremony_purpose_check', "purpose in ('SIGN_IN', 'CONFIRM_PHONE', 'CONFIRM_EMAIL', 'SIGN_DOCUMENT', 'OPERATION')")
@Check('ceremony_channel_check', "channel in ('SMS', 'CALL', 'EMAIL')")
export class CeremonyEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ceremony_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ceremony_pkey' })
  id!: string;

  @Column('text')
  purpose!: CodePurpose;

  @Column('text')
  channel!: CodeChannel;

  /** Null: the target belongs to no client; no code was sent, and the answer did not tell. */
  @Column('uuid', { name: 'client_id', nullable: true })
  clientId!: string | null;

  /** Phone in E.164 or e-mail address. */
  @Column('bytea', { name: 'target_enc' })
  targetEnc!: Buffer;

  /** The one operation or document that the code is good for. */
  @Column('bytea', { name: 'operation_digest' })
  operationDigest!: Buffer;

  /** Keyed digest over code, ceremony, purpose and operation. */
  @Column('bytea', { name: 'code_digest' })
  codeDigest!: Buffer;

  @Column('integer')
  attempts!: number;

  @Column('integer', { name: 'max_attempts' })
  maxAttempts!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;

  /** Made when the code is used; stands in the signed document in the code's place. */
  @Column('text', { nullable: true })
  identifier!: string | null;
}
