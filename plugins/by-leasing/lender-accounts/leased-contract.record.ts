import { listLoader, loader, statement } from '../../../modules/database';

export interface LeasedContractRecord {
  readonly id: string;
  readonly clientId: string;
  readonly number: string;
  readonly concludedOn: string;
  readonly active: boolean;
  readonly nextPaymentOn: string | null;
  /** Decimal strings, two places. */
  readonly nextPaymentAmount: string | null;
  readonly debt: string;
  readonly asOf: Date;
  readonly importedAt: Date;
  readonly statementId: string | null;
}

const columns = `id, client_id as "clientId", number, concluded_on::text as "concludedOn", active, next_payment_on::text as "nextPaymentOn",
  next_payment_amount as "nextPaymentAmount", debt, as_of as "asOf", imported_at as "importedAt", statement_id as "statementId"`;

/** Contracts of clients in the lender's accounts, the latest first. */
export const leasedContractsByClient = listLoader(
  statement<LeasedContractRecord>(
    'by_leasing_leased_contracts',
    `select ${columns} from by_leasing.leased_contract where client_id = any($1) and holder_confirmed order by concluded_on desc, id desc`,
  ),
  (row) => row.clientId,
);
export const leasedContractById = loader(
  statement<LeasedContractRecord>(
    'by_leasing_leased_contract_by_id',
    `select ${columns} from by_leasing.leased_contract where id = any($1) and holder_confirmed`,
  ),
  (row) => row.id,
);
export const lockLeasedContract = statement<LeasedContractRecord>(
  'by_leasing_leased_contract_lock',
  `select ${columns} from by_leasing.leased_contract where id = $1 and holder_confirmed for update`,
);
/** What came earlier than what is kept changes nothing. */
export const upsertLeasedContract = statement<{ id: string }>(
  'by_leasing_leased_contract_upsert',
  `insert into by_leasing.leased_contract as c
     (lender_id, id, client_id, number, concluded_on, active, next_payment_on, next_payment_amount, debt, as_of, imported_at,
      holder_confirmed)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, true)
   on conflict on constraint by_leasing_leased_contract_number_key do update set
     active = excluded.active, next_payment_on = excluded.next_payment_on, next_payment_amount = excluded.next_payment_amount,
     debt = excluded.debt, as_of = excluded.as_of, imported_at = excluded.imported_at,
     holder_confirmed = true
   where c.as_of <= excluded.as_of returning id`,
);
/** Contracts that turn out to be another's are not shown any more. */
export const hideLeasedContracts = statement<never>(
  'by_leasing_leased_contracts_hide',
  'update by_leasing.leased_contract set holder_confirmed = false where client_id = $1 and number = any($2) and as_of <= $3',
);
export const setStatement = statement<never>(
  'by_leasing_leased_contract_statement',
  'update by_leasing.leased_contract set statement_id = $2 where id = $1',
);
