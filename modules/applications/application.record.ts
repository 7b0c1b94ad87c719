import { loader, pageLoader, statement } from '../database';
import type { ApplicationChannel } from './application-channel';
import type { ApplicationStatus } from './application-status';

/** An application's row as commands, plugins and resolvers read it. */
export interface ApplicationRecord {
  readonly id: string;
  readonly number: string;
  readonly clientId: string;
  readonly pluginId: string;
  readonly product: string;
  readonly status: ApplicationStatus;
  /** Decimal string, two places. */
  readonly amount: string;
  readonly currency: string;
  readonly termDays: number;
  readonly channel: ApplicationChannel;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly statusChangedAt: Date;
}

/** The columns of `ApplicationRecord`, for statements of this module. */
export const applicationColumns = `id, number, client_id as "clientId", plugin_id as "pluginId", product, status, amount, currency,
  term_days as "termDays", channel, created_at as "createdAt", submitted_at as "submittedAt", status_changed_at as "statusChangedAt"`;

export const applicationById = loader(
  statement<ApplicationRecord>('application_by_id', `select ${applicationColumns} from core.application where id = any($1)`),
  (row) => row.id,
);

/** Pages of clients' applications, the newest first. */
export const applicationPages = pageLoader<ApplicationRecord>({
  name: 'application_pages',
  columns: applicationColumns,
  table: 'core.application',
  parent: 'client_id',
  at: 'created_at',
});

export const lockApplicationRow = statement<ApplicationRecord>(
  'application_lock',
  `select ${applicationColumns} from core.application where id = $1 for update`,
);

export const applicationsPage = statement<ApplicationRecord>(
  'applications_page',
  `select ${applicationColumns} from core.application
   where (created_at, id) < ($1::timestamptz, $2::uuid) and ($4::text is null or status = $4)
   order by created_at desc, id desc limit $3`,
);
