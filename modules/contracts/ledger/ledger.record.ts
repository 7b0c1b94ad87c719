import { Decimal } from '../../../schema/base';
import { listLoader, loader, statement } from '../../database';
import type { ContractTerms } from '../contract-terms';
import type { PostedLine } from './fold-lines';
import type { LedgerState } from './ledger-state';
import type { TermsVersion } from './open-day';
import type { ScheduleCause } from './schedule.entity';

/** A ledger's row: balances as decimal strings, days as ISO 8601. */
export interface LedgerRecord {
  readonly contractId: string;
  readonly openedOn: string;
  readonly accruedThrough: string;
  readonly accrueNext: string | null;
  readonly lastNo: number;
  readonly corrections: number;
  readonly principal: string;
  readonly interest: string;
  readonly interestDue: string;
  readonly penalty: string;
  readonly cost: string;
  readonly surplus: string;
  readonly chargedInterest: string;
  readonly chargedPenalty: string;
  readonly chargedCost: string;
  readonly provided: string;
  readonly principalSince: string;
  readonly overdueSince: string | null;
}

/** The columns of `LedgerRecord` of a table named `l`. */
export const ledgerColumns = `l.contract_id as "contractId", l.opened_on::text as "openedOn", l.accrued_through::text as "accruedThrough",
  l.accrue_next::text as "accrueNext", l.last_no as "lastNo", l.corrections, l.principal, l.interest, l.interest_due as "interestDue",
  l.penalty, l.cost, l.surplus, l.charged_interest as "chargedInterest", l.charged_penalty as "chargedPenalty",
  l.charged_cost as "chargedCost", l.provided, l.principal_since::text as "principalSince", l.overdue_since::text as "overdueSince"`;

export const ledgerByContract = loader(
  statement<LedgerRecord>('ledger_by_contract', `select ${ledgerColumns} from core.ledger l where l.contract_id = any($1)`),
  (row) => row.contractId,
);

export const readLedger = statement<LedgerRecord>('ledger_read', `select ${ledgerColumns} from core.ledger l where l.contract_id = $1`);

const lineColumns = 'no, on_day::text as "on", component, amount, cause, reference, correction';

export const readPostings = statement<PostedLine>(
  'ledger_postings',
  `select ${lineColumns} from core.posting where contract_id = $1 order by no`,
);

/** All that was posted under contracts, in the order of posting. */
export const linesByContract = listLoader(
  statement<PostedLine & { readonly contractId: string }>(
    'ledger_lines_by_contract',
    `select contract_id as "contractId", ${lineColumns} from core.posting where contract_id = any($1) order by contract_id, no`,
  ),
  (row) => row.contractId,
);

export const readVersions = statement<
  TermsVersion & { readonly version: number; readonly cause: ScheduleCause; readonly reference: string; readonly terms: ContractTerms }
>(
  'ledger_versions',
  'select version, from_day::text as "from", cause, reference, terms from core.schedule where contract_id = $1 order by version',
);

/** One statement for one ledger or a thousand: the values of each column as an array. */
export const writeLedgers = statement<never>(
  'ledger_write',
  `update core.ledger l set accrued_through = v.through, accrue_next = v.next, last_no = v.last_no, corrections = v.corrections,
     principal = v.principal, interest = v.interest, interest_due = v.interest_due, penalty = v.penalty, cost = v.cost, surplus = v.surplus,
     charged_interest = v.charged_interest, charged_penalty = v.charged_penalty, charged_cost = v.charged_cost, provided = v.provided,
     principal_since = v.principal_since, overdue_since = v.overdue_since
   from unnest($2::uuid[], $3::date[], $4::date[], $5::int[], $6::int[], $7::numeric[], $8::numeric[], $9::numeric[], $10::numeric[],
     $11::numeric[], $12::numeric[], $13::numeric[], $14::numeric[], $15::numeric[], $16::numeric[], $17::date[], $18::date[])
     as v(contract_id, through, next, last_no, corrections, principal, interest, interest_due, penalty, cost, surplus,
       charged_interest, charged_penalty, charged_cost, provided, principal_since, overdue_since)
   where l.lender_id = $1 and l.contract_id = v.contract_id`,
);

export const insertPostings = statement<never>(
  'ledger_insert_postings',
  `insert into core.posting
     (lender_id, posted_at, contract_id, client_id, no, id, on_day, component, amount, cause, reference, correction, corrected_by, clause)
   select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::int[], $6::uuid[], $7::date[], $8::text[], $9::numeric[], $10::text[], $11::text[],
     $12::int[], $13::text[], $14::text[])`,
);

/** What is written of a ledger after days were run. */
export interface LedgerUpdate {
  readonly contractId: string;
  readonly state: LedgerState;
  readonly accrueNext: string | null;
  readonly lastNo: number;
  readonly corrections: number;
}

/** The values of `writeLedgers`. */
export function ledgerValues(lenderId: string, updates: readonly LedgerUpdate[]): unknown[] {
  const column = (of: (update: LedgerUpdate) => unknown) => updates.map(of);
  const sum = (of: (state: LedgerState) => Decimal) => updates.map(({ state }) => of(state).toFixed(2));
  return [
    lenderId,
    column(({ contractId }) => contractId),
    column(({ state }) => state.on),
    column(({ accrueNext }) => accrueNext),
    column(({ lastNo }) => lastNo),
    column(({ corrections }) => corrections),
    sum((state) => state.principal),
    sum((state) => state.interest),
    sum((state) => state.interestDue),
    sum((state) => state.penalty),
    sum((state) => state.cost),
    sum((state) => state.surplus),
    sum((state) => state.charged.interest),
    sum((state) => state.charged.penalty),
    sum((state) => state.charged.cost),
    sum((state) => state.provided),
    column(({ state }) => state.principalSince),
    column(({ state }) => state.overdueSince),
  ];
}

/** A posting that is to be written. */
export interface NewPosting {
  readonly contractId: string;
  readonly clientId: string;
  readonly no: number;
  readonly id: string;
  readonly on: string;
  readonly component: string;
  readonly amount: string;
  readonly cause: string;
  readonly reference: string;
  readonly correction: number;
  readonly correctedBy: string | null;
  readonly clause: string | null;
}

/** The values of `insertPostings`. */
export function postingValues(lenderId: string, postedAt: Date, postings: readonly NewPosting[]): unknown[] {
  const column = <K extends keyof NewPosting>(name: K) => postings.map((posting) => posting[name]);
  return [
    lenderId,
    postedAt,
    column('contractId'),
    column('clientId'),
    column('no'),
    column('id'),
    column('on'),
    column('component'),
    column('amount'),
    column('cause'),
    column('reference'),
    column('correction'),
    column('correctedBy'),
    column('clause'),
  ];
}

/** The state that a row holds. */
export function stateOf(row: LedgerRecord): LedgerState {
  return {
    on: row.accruedThrough,
    principal: new Decimal(row.principal),
    interest: new Decimal(row.interest),
    interestDue: new Decimal(row.interestDue),
    penalty: new Decimal(row.penalty),
    cost: new Decimal(row.cost),
    surplus: new Decimal(row.surplus),
    charged: {
      interest: new Decimal(row.chargedInterest),
      penalty: new Decimal(row.chargedPenalty),
      cost: new Decimal(row.chargedCost),
    },
    provided: new Decimal(row.provided),
    principalSince: row.principalSince,
    overdueSince: row.overdueSince,
  };
}
