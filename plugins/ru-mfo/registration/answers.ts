import type { CommandContext } from '../../../modules/commands';
import { type FieldCipher, fieldAad, fieldCipherPort, listLoader, statement, uuidv7 } from '../../../modules/database';
import { perform } from '../lenders';
import { AnswerEntity } from './answer.entity';
import type { RegistrationStep } from './registration-step';
import type { AdditionalInfo, ContactInfo, MoneyReceipt, PassportData } from './step-data';

/** What the steps of a registration hold. */
export interface Answers {
  readonly CONTACT_INFO: ContactInfo;
  readonly PASSPORT_DATA: PassportData;
  readonly ADDITIONAL_INFO: AdditionalInfo;
  readonly MONEY_RECEIPT: MoneyReceipt;
}

export interface AnswerRecord {
  readonly id: string;
  readonly clientId: string;
  readonly step: RegistrationStep;
  readonly contentEnc: Buffer | null;
  readonly givenBy: string;
  readonly givenAt: Date;
  readonly replacedAt: Date | null;
}

const columns = `id, client_id as "clientId", step, content_enc as "contentEnc", given_by as "givenBy", given_at as "givenAt",
  replaced_at as "replacedAt"`;

const current = statement<AnswerRecord>(
  'ru_mfo_answers',
  `select ${columns} from ru_mfo.answer where client_id = any($1) and replaced_at is null and content_enc is not null`,
);
/** All answers of clients, the latest first. */
export const answersByClient = listLoader(
  statement<AnswerRecord>(
    'ru_mfo_answer_history',
    `select ${columns} from ru_mfo.answer where client_id = any($1) order by given_at desc, id desc`,
  ),
  (row) => row.clientId,
);
const replace = statement<never>(
  'ru_mfo_answer_replace',
  'update ru_mfo.answer set replaced_at = $3 where client_id = $1 and step = $2 and replaced_at is null',
);

export const answerAad = (lenderId: string, id: string) => fieldAad({ lenderId, table: 'ru_mfo.answer', id, column: 'content_enc' });

/** What an answer holds; null once it was erased. */
export function openAnswer(cipher: FieldCipher, lenderId: string, row: Pick<AnswerRecord, 'id' | 'contentEnc'>): object | null {
  return row.contentEnc && (JSON.parse(cipher.decrypt(row.contentEnc, answerAad(lenderId, row.id)).toString('utf8')) as object);
}

/** What a client's questionnaire says now; steps that were not done are absent. */
export async function answersOf(context: CommandContext, clientId: string): Promise<Partial<Answers>> {
  const rows = await context.transaction.query(current, [[clientId]]);
  const cipher = context.ports.get(fieldCipherPort);
  return Object.fromEntries(rows.map((row) => [row.step, openAnswer(cipher, context.lender.id, row)])) as Partial<Answers>;
}

/** Puts an answer in the place of the one that holds, which stays in the history with the moment of its end. */
export async function keepAnswer<S extends keyof Answers>(
  context: CommandContext,
  clientId: string,
  step: S,
  content: Answers[S],
): Promise<void> {
  perform(context.lender.code, 'data.history');
  const at = new Date(context.now.epochMilliseconds);
  await context.transaction.query(replace, [clientId, step, at]);
  const id = uuidv7(context.now.epochMilliseconds);
  await context.transaction.insert(AnswerEntity, {
    lenderId: context.lender.id,
    id,
    clientId,
    step,
    contentEnc: context.ports.get(fieldCipherPort).encrypt(JSON.stringify(content), answerAad(context.lender.id, id)),
    givenBy: `${context.caller.kind}:${context.caller.subject}`,
    givenAt: at,
  });
}
