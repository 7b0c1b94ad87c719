import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';

/** That a person agreed to one version of a published document, and to which text. */
@Entity({ schema: 'ru_mfo', name: 'agreement' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_agreement_client_fkey' })
export class AgreementEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_agreement_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'client_id', primaryKeyConstraintName: 'ru_mfo_agreement_pkey' })
  clientId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'ru_mfo_agreement_pkey' })
  kind!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'ru_mfo_agreement_pkey' })
  version!: string;

  /** SHA-256 of the text that was published when it was agreed to. */
  @Column('bytea')
  sha256!: Buffer;

  @Column('timestamptz', { name: 'agreed_at' })
  agreedAt!: Date;
}
