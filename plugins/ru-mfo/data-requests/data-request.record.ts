import type { CommandContext } from '../../../modules/commands';
import { fieldAad, listLoader, statement } from '../../../modules/database';
import type { RequestPurpose, RequestStatus, RequestSubject } from './request-state';

export interface DataRequestRecord {
  readonly id: string;
  readonly clientId: string;
  readonly purpose: RequestPurpose;
  readonly subjects: readonly RequestSubject[];
  readonly descriptionEnc: Buffer | null;
  readonly status: RequestStatus;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly channel: string | null;
  readonly falseFields: readonly string[];
  readonly closedAt: Date | null;
}

const columns = `id, client_id as "clientId", purpose, subjects, description_enc as "descriptionEnc", status, received_at as "receivedAt",
  due_at as "dueAt", channel, false_fields as "falseFields", closed_at as "closedAt"`;

/** Demands to clients, the latest first. */
export const requestsByClient = listLoader(
  statement<DataRequestRecord>(
    'ru_mfo_data_requests',
    `select ${columns} from ru_mfo.data_request where client_id = any($1) order by received_at desc, id desc`,
  ),
  (row) => row.clientId,
);
export const lockRequest = statement<DataRequestRecord>(
  'ru_mfo_data_request_lock',
  `select ${columns} from ru_mfo.data_request where id = $1 for update`,
);
export const closeRequest = statement<never>(
  'ru_mfo_data_request_close',
  'update ru_mfo.data_request set status = $2, channel = $3, false_fields = $4, closed_at = $5 where id = $1',
);

const overdue = statement<{ n: number }>(
  'ru_mfo_data_requests_overdue',
  "select count(*)::int as n from ru_mfo.data_request where client_id = $1 and status = 'OPEN' and due_at < $2",
);
// A field that was answered anew after it proved false is corrected.
const standingFalse = statement<{ field: string }>(
  'ru_mfo_data_false_fields',
  `select distinct f.field from ru_mfo.data_request r cross join lateral unnest(r.false_fields) as f(field)
   where r.client_id = $1 and r.status = 'FALSE' and not exists (
     select 1 from ru_mfo.answer a where a.client_id = r.client_id and a.step = split_part(f.field, '.', 1) and a.given_at > r.closed_at)
   order by f.field`,
);

/** How many demands to a client were not answered in time and are open. */
export const overdueRequests = async (context: CommandContext, clientId: string): Promise<number> =>
  (await context.transaction.query(overdue, [clientId, new Date(context.now.epochMilliseconds)]))[0]!.n;

/** Fields that a check found false and that were not corrected since, as `STEP.field`. */
export const falseFieldsOf = async (context: CommandContext, clientId: string): Promise<readonly string[]> =>
  (await context.transaction.query(standingFalse, [clientId])).map(({ field }) => field);

export const descriptionAad = (lenderId: string, id: string) =>
  fieldAad({ lenderId, table: 'ru_mfo.data_request', id, column: 'description_enc' });
