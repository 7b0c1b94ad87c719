import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { ClientEntity } from '../../../modules/clients';

/** One check-box (чек-бокс): what it stood for, by which text, how it was left, when. */
@Entity({ schema: 'ru_mfo', name: 'declaration' })
@Index('ru_mfo_declaration_client_idx', ['lenderId', 'clientId', 'madeAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_declaration_client_fkey' })
export class DeclarationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_declaration_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_declaration_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  code!: string;

  @Column('boolean')
  value!: boolean;

  @Column('text', { name: 'text_version' })
  textVersion!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}

/** The lender's documents that a confirmed phone accepted at once (конклюдентные действия), each as `CODE@version`. */
@Entity({ schema: 'ru_mfo', name: 'acceptance' })
@Index('ru_mfo_acceptance_client_idx', ['lenderId', 'clientId', 'acceptedAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_acceptance_client_fkey' })
export class AcceptanceEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_acceptance_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_acceptance_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text', { array: true })
  documents!: string[];

  /** The confirmation of the phone. */
  @Column('uuid', { name: 'ceremony_id' })
  ceremonyId!: string;

  @Column('timestamptz', { name: 'accepted_at' })
  acceptedAt!: Date;
}

/** The client says that the data on file hold, or were changed where they did not. */
@Entity({ schema: 'ru_mfo', name: 'data_confirmation' })
@Index('ru_mfo_data_confirmation_client_idx', ['lenderId', 'clientId', 'confirmedAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_data_confirmation_client_fkey' })
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], {
  name: 'ru_mfo_data_confirmation_application_fkey',
})
export class DataConfirmationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_data_confirmation_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_data_confirmation_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** Null: the yearly one. */
  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  /** What the client said: whether anything had changed. */
  @Column('boolean')
  changed!: boolean;

  @Column('timestamptz', { name: 'confirmed_at' })
  confirmedAt!: Date;
}
