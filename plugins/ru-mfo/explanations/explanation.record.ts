import { fieldAad, listLoader, loader, statement } from '../../../modules/database';
import type { Confirmation, ExplanationChannel, ExplanationStatus, ResponsiblePost } from './explanation-kind';

export interface ExplanationRecord {
  readonly id: string;
  readonly clientId: string;
  readonly applicationId: string | null;
  readonly channel: ExplanationChannel;
  readonly status: ExplanationStatus;
  readonly ofLaw: boolean;
  readonly questionEnc: Buffer;
  readonly askedAt: Date;
  readonly answerEnc: Buffer | null;
  readonly grounds: readonly string[];
  readonly language: string | null;
  readonly confirmed: readonly Confirmation[];
  readonly responsiblePost: ResponsiblePost | null;
  readonly responsiblePerson: string | null;
  readonly notificationId: string | null;
  readonly answeredAt: Date | null;
}

const columns = `id, client_id as "clientId", application_id as "applicationId", channel, status, of_law as "ofLaw",
  question_enc as "questionEnc", asked_at as "askedAt", answer_enc as "answerEnc", grounds, language, confirmed,
  responsible_post as "responsiblePost", responsible_person as "responsiblePerson", notification_id as "notificationId",
  answered_at as "answeredAt"`;

export const explanationById = loader(
  statement<ExplanationRecord>('ru_mfo_explanation', `select ${columns} from ru_mfo.explanation where id = any($1)`),
  (row) => row.id,
);

/** In the order in which they were asked. */
export const explanationsByClient = listLoader(
  statement<ExplanationRecord>(
    'ru_mfo_explanations',
    `select ${columns} from ru_mfo.explanation where client_id = any($1) order by asked_at, id`,
  ),
  (row) => row.clientId,
);

export const lockExplanation = statement<ExplanationRecord>(
  'ru_mfo_explanation_lock',
  `select ${columns} from ru_mfo.explanation where id = $1 for update`,
);

export const setAnswered = statement<never>(
  'ru_mfo_explanation_answer',
  `update ru_mfo.explanation set status = 'ANSWERED', answer_enc = $2, grounds = $3, language = $4, confirmed = $5, responsible_post = $6,
     responsible_person = $7, notification_id = $8, answered_at = $9 where id = $1`,
);

/** The place of an encrypted question or answer. */
export const explanationAad = (lenderId: string, id: string, column: 'question' | 'answer') =>
  fieldAad({ lenderId, table: 'ru_mfo.explanation', id, column });
