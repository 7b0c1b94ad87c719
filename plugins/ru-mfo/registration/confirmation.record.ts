import type { CommandContext } from '../../../modules/commands';
import { statement } from '../../../modules/database';

interface ConfirmationRecord {
  readonly clientId: string;
  readonly applicationId: string | null;
  readonly changed: boolean;
  readonly confirmedAt: Date;
}

/** Confirmations of data, the latest first. */
const readConfirmations = statement<ConfirmationRecord>(
  'ru_mfo_data_confirmations',
  `select client_id as "clientId", application_id as "applicationId", changed, confirmed_at as "confirmedAt"
   from ru_mfo.data_confirmation where client_id = $1 order by confirmed_at desc, id desc`,
);

const answeredSince = statement<{ one: number }>(
  'ru_mfo_answered_since',
  'select 1 as one from ru_mfo.answer where client_id = $1 and given_at > $2 limit 1',
);

const otherApplications = statement<{ one: number }>(
  'ru_mfo_other_applications',
  'select 1 as one from ru_mfo.application where client_id = $1 and application_id <> $2 limit 1',
);

export const confirmationsOf = (context: CommandContext, clientId: string): Promise<readonly ConfirmationRecord[]> =>
  context.transaction.query(readConfirmations, [clientId]);

/** Whether the client changed anything in the questionnaire after a moment. */
export const hasAnsweredSince = async (context: CommandContext, clientId: string, since: Date): Promise<boolean> =>
  (await context.transaction.query(answeredSince, [clientId, since])).length > 0;

/** Whether the client has applied beside this application. */
export const hasOtherApplications = async (context: CommandContext, clientId: string, applicationId: string): Promise<boolean> =>
  (await context.transaction.query(otherApplications, [clientId, applicationId])).length > 0;
