import { loader, pageLoader, statement } from '../database';
import type { ContractStatus } from './contract-status';
import type { ContractTerms } from './contract-terms';

/** A contract's row as commands, plugins and resolvers read it. */
export interface ContractRecord {
  readonly id: string;
  readonly number: string;
  readonly applicationId: string;
  readonly clientId: string;
  readonly pluginId: string;
  readonly status: ContractStatus;
  readonly terms: ContractTerms;
  readonly editionId: string | null;
  readonly acceptedAt: Date;
  readonly concludedAt: Date | null;
  /** ISO 8601 day. */
  readonly concludedOn: string | null;
}

const columns = `id, number, application_id as "applicationId", client_id as "clientId", plugin_id as "pluginId", status, terms,
  edition_id as "editionId", accepted_at as "acceptedAt", concluded_at as "concludedAt", concluded_on::text as "concludedOn"`;

export const contractById = loader(
  statement<ContractRecord>('contract_by_id', `select ${columns} from core.contract where id = any($1)`),
  (row) => row.id,
);

export const contractByApplication = loader(
  statement<ContractRecord>('contract_by_application', `select ${columns} from core.contract where application_id = any($1)`),
  (row) => row.applicationId,
);

/** Pages of clients' contracts, the newest first. */
export const contractPages = pageLoader<ContractRecord>({
  name: 'contract_pages',
  columns,
  table: 'core.contract',
  parent: 'client_id',
  at: 'accepted_at',
});

export const lockContractRow = statement<ContractRecord>('contract_lock', `select ${columns} from core.contract where id = $1 for update`);

export const contractOfApplication = statement<ContractRecord>(
  'contract_of_application',
  `select ${columns} from core.contract where application_id = $1 for update`,
);
