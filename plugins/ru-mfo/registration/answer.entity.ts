import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { type RegistrationStep, registrationSteps } from './registration-step';

/** What a client answered in a step of the questionnaire; a later answer stands beside it and leaves it in the history. */
@Entity({ schema: 'ru_mfo', name: 'answer' })
@Check('ru_mfo_answer_step_check', oneOf('step', registrationSteps))
@Check('ru_mfo_answer_erased_check', '(content_enc is null) = (erased_at is not null)')
@Index('ru_mfo_answer_current_key', ['lenderId', 'clientId', 'step'], { unique: true, where: 'replaced_at is null' })
@Index('ru_mfo_answer_client_idx', ['lenderId', 'clientId', 'givenAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_answer_client_fkey' })
export class AnswerEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_answer_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_answer_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  step!: RegistrationStep;

  /** Encrypted JSON; null once it was erased. */
  @Column('bytea', { name: 'content_enc', nullable: true })
  contentEnc!: Buffer | null;

  /** Kind and subject of the caller. */
  @Column('text', { name: 'given_by' })
  givenBy!: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;

  /** When a later answer took its place; null: it holds. */
  @Column('timestamptz', { name: 'replaced_at', nullable: true })
  replacedAt!: Date | null;

  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt!: Date | null;
}
