import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';

/** A client was let into the cabinet (авторизация): in which session, by what, when by the server's clock. */
@Entity({ schema: 'by_leasing', name: 'authorisation' })
@Unique('by_leasing_authorisation_session_key', ['lenderId', 'sessionId'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_authorisation_client_fkey' })
export class AuthorisationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_authorisation_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_authorisation_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  /** Keyed digest of the login that was used. */
  @Column('bytea', { name: 'login_digest' })
  loginDigest!: Buffer;

  /** Keyed digest of the password or code of the message by which the client came in. */
  @Column('bytea', { name: 'password_digest' })
  passwordDigest!: Buffer;

  @Column('timestamptz', { name: 'authorised_at' })
  authorisedAt!: Date;
}
