import type { CommandContext } from '../../../modules/commands';
import { fieldAad, fieldCipherPort, listLoader, statement } from '../../../modules/database';
import type { AccountRequestKind, AccountRequestStatus } from './account-request-state';

export interface AccountRequestRecord {
  readonly id: string;
  readonly clientId: string;
  readonly kind: AccountRequestKind;
  readonly status: AccountRequestStatus;
  readonly requestedAt: Date;
  readonly statementAt: Date | null;
  readonly documents: readonly string[];
  readonly dueAt: Date | null;
  readonly doneAt: Date | null;
  readonly erased: readonly string[];
  readonly retained: readonly string[];
}

const columns = `id, client_id as "clientId", kind, status, requested_at as "requestedAt", statement_at as "statementAt", documents,
  due_at as "dueAt", done_at as "doneAt", erased, retained`;

/** Requests on accounts, the latest first. */
export const accountRequestsByClient = listLoader(
  statement<AccountRequestRecord>(
    'ru_mfo_account_requests',
    `select ${columns} from ru_mfo.account_request where client_id = any($1) order by requested_at desc, id desc`,
  ),
  (row) => row.clientId,
);
export const openRequestOf = statement<{ id: string }>(
  'ru_mfo_account_request_open',
  'select id from ru_mfo.account_request where client_id = $1 and done_at is null',
);
export const lockAccountRequest = statement<AccountRequestRecord>(
  'ru_mfo_account_request_lock',
  `select ${columns} from ru_mfo.account_request where id = $1 for update`,
);
export const noteStatement = statement<never>(
  'ru_mfo_account_request_statement',
  `update ru_mfo.account_request set status = 'STATEMENT_RECEIVED', statement_at = $2, documents = $3, due_at = $4 where id = $1`,
);
export const finishRequest = statement<never>(
  'ru_mfo_account_request_done',
  `update ru_mfo.account_request set status = 'DONE', done_at = $2, erased = $3, retained = $4 where id = $1`,
);

/** Takes away what the questionnaire held, the history with it; that there were answers, and when, stays. */
export const eraseAnswers = statement<never>(
  'ru_mfo_answers_erase',
  'update ru_mfo.answer set content_enc = null, erased_at = $2 where client_id = $1 and content_enc is not null',
);

/** What ties a lender to a client by law: applications and contracts of any state. */
export const dealings = statement<{ applications: number; contracts: number }>(
  'ru_mfo_dealings',
  `select (select count(*)::int from core.application where client_id = $1) as applications,
     (select count(*)::int from core.contract where client_id = $1) as contracts`,
);

export const sealSender = (context: CommandContext, id: string, from: string): Buffer =>
  context.ports
    .get(fieldCipherPort)
    .encrypt(from, fieldAad({ lenderId: context.lender.id, table: 'ru_mfo.account_request', id, column: 'from_enc' }));
