import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../clients';

/** A client's password, as scrypt's output. */
@Entity({ schema: 'core', name: 'credential' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'credential_client_fkey' })
export class CredentialEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'credential_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'client_id', primaryKeyConstraintName: 'credential_pkey' })
  clientId!: string;

  /** Algorithm and cost, so that a later cost reads older rows: `scrypt/32768/8/1`. */
  @Column('text')
  scheme!: string;

  @Column('bytea')
  salt!: Buffer;

  @Column('bytea')
  hash!: Buffer;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
