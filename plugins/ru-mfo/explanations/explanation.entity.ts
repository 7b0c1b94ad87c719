import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import {
  type Confirmation,
  type ExplanationChannel,
  type ExplanationStatus,
  explanationChannels,
  explanationStatuses,
  type ResponsiblePost,
  responsiblePosts,
} from './explanation-kind';

/** A request to explain a contract or another document, and the answer to it (разъяснение). */
@Entity({ schema: 'ru_mfo', name: 'explanation' })
@Index('ru_mfo_explanation_client_idx', ['lenderId', 'clientId', 'askedAt'])
@Check('ru_mfo_explanation_channel_check', oneOf('channel', explanationChannels))
@Check('ru_mfo_explanation_status_check', oneOf('status', explanationStatuses))
@Check('ru_mfo_explanation_post_check', oneOf('responsible_post', responsiblePosts))
@Check(
  'ru_mfo_explanation_answered_check',
  "(status = 'ANSWERED') = (answered_at is not null and answer_enc is not null and responsible_post is not null and responsible_person is not null)",
)
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_explanation_client_fkey' })
export class ExplanationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_explanation_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_explanation_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  @Column('text')
  channel!: ExplanationChannel;

  @Column('text')
  status!: ExplanationStatus;

  /** Whether the question is on the application of law to the contract. */
  @Column('boolean', { name: 'of_law' })
  ofLaw!: boolean;

  /** Encrypted: people ask about themselves. */
  @Column('bytea', { name: 'question_enc' })
  questionEnc!: Buffer;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('bytea', { name: 'answer_enc', nullable: true })
  answerEnc!: Buffer | null;

  /** Grounds of the answer to a question of law: acts and articles. */
  @Column('text', { array: true })
  grounds!: string[];

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('text', { array: true })
  confirmed!: Confirmation[];

  @Column('text', { name: 'responsible_post', nullable: true })
  responsiblePost!: ResponsiblePost | null;

  /** Account of the person who answers for it. */
  @Column('text', { name: 'responsible_person', nullable: true })
  responsiblePerson!: string | null;

  /** The message that carried the answer, where it was sent as one. */
  @Column('uuid', { name: 'notification_id', nullable: true })
  notificationId!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;
}
