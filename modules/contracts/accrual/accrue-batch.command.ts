import { type CommandResult, defineCommand } from '../../commands';
import { statement } from '../../database';
import type { LedgerComponent } from '../contract-status';
import type { ContractTerms } from '../contract-terms';
import { dayAfter, dayNumber, dayText } from '../ledger/day';
import {
  insertPostings,
  type LedgerRecord,
  type LedgerUpdate,
  ledgerColumns,
  ledgerValues,
  type NewPosting,
  postingValues,
  stateOf,
  writeLedgers,
} from '../ledger/ledger.record';
import { numbered, type UnplacedPosting } from '../ledger/numbered';
import { type CausedLines, runDays } from '../ledger/run-days';
import { rulesOf } from '../ledger/servicing-rules';
import type { ServicedContract } from './extension-points';

/** Where a round of accrual stands: the last contract that was looked at, and the day that it was to accrue next. */
export interface AccrualPosition {
  readonly next: string;
  readonly contractId: string;
}

export interface AccrueBatch {
  /** Contracts at most. */
  readonly limit: number;
  /** Days at most of each contract: bounds one transaction after a long pause. */
  readonly days: number;
  /** Goes on after this one; from the beginning without it. */
  readonly after: AccrualPosition | null;
}

export interface AccrueBatchResult extends CommandResult {
  readonly accrued: number;
  readonly postings: number;
  /** Contracts whose rule failed; they stay where they are. */
  readonly failed: readonly { readonly contractId: string; readonly error: unknown }[];
  /** `null` when nothing more was due. */
  readonly last: AccrualPosition | null;
}

interface DueLedger extends LedgerRecord, ServicedContract {
  readonly versions: readonly { readonly from: string; readonly terms: ContractTerms }[];
}

// The contract's row is locked, as by every other command on its ledger; one that is in another's hands is passed by and comes next time.
const lockDue = statement<{ contractId: string; next: string }>(
  'accrual_lock_due',
  `select l.contract_id as "contractId", l.accrue_next::text as next
   from core.ledger l join core.contract c on c.lender_id = l.lender_id and c.id = l.contract_id
   where l.lender_id = $1 and l.accrue_next <= $2 and (l.accrue_next, l.contract_id) > ($3::date, $4::uuid)
   order by l.accrue_next, l.contract_id limit $5 for no key update of c skip locked`,
);

// A statement of its own: it sees what was committed before the locks were taken, the one above may not.
const readDue = statement<DueLedger>(
  'accrual_read_due',
  `select ${ledgerColumns}, c.id, c.application_id as "applicationId", c.client_id as "clientId", c.plugin_id as "pluginId", c.concluded_on::text as "concludedOn",
     c.edition_id as "editionId", (
       select json_agg(json_build_object('from', s.from_day::text, 'terms', s.terms) order by s.version)
       from core.schedule s where s.lender_id = l.lender_id and s.contract_id = l.contract_id) as versions
   from core.ledger l join core.contract c on c.lender_id = l.lender_id and c.id = l.contract_id
   where l.lender_id = $1 and l.accrue_next <= $2 and l.contract_id = any($3::uuid[])`,
);

const BEGINNING: AccrualPosition = { next: '-infinity', contractId: '00000000-0000-0000-0000-000000000000' };

/**
 * Accrues the contracts of one lender that are furthest behind, up to today in the lender's zone. Each day of each contract
 * once: balances, the next day to accrue and the postings are written in one transaction, so that a killed process leaves
 * whole days, and the next one goes on where it ended. Runs whatever the plugin's state is.
 */
export const accrueBatch = defineCommand<AccrueBatch, AccrueBatchResult>({
  name: 'job:accrue',
  emits: [],
  async run({ limit, days, after }, context) {
    const { transaction, lender, now, extensions } = context;
    const today = context.today.toString();
    const { next, contractId } = after ?? BEGINNING;
    const locked = await transaction.query(lockDue, [lender.id, today, next, contractId, limit]);
    const end = locked.at(-1);
    if (!end) return { accrued: 0, postings: 0, failed: [], last: null };
    const due = await transaction.query(readDue, [lender.id, today, locked.map((one) => one.contractId)]);
    const rulesFor = await rulesOf(transaction, { extensions, lender }, due);
    const updates: LedgerUpdate[] = [];
    const postings: NewPosting[] = [];
    const failed: { contractId: string; error: unknown }[] = [];
    for (const ledger of due) {
      try {
        const through = dayText(Math.min(dayNumber(today), dayNumber(ledger.accruedThrough) + days));
        const world = { concludedOn: ledger.concludedOn, versions: ledger.versions, ...rulesFor(ledger), entries: [], payments: [] };
        const { state, caused } = runDays(stateOf(ledger), through, world);
        const lines = caused.flatMap(linesOf);
        for (const [i, line] of lines.entries()) postings.push(numbered(line, ledger, ledger.lastNo + 1 + i, now.epochMilliseconds));
        const { corrections, lastNo } = ledger;
        updates.push({ contractId: ledger.id, state, accrueNext: dayAfter(through), lastNo: lastNo + lines.length, corrections });
      } catch (error) {
        failed.push({ contractId: ledger.id, error });
      }
    }
    if (postings.length > 0) await transaction.query(insertPostings, postingValues(lender.id, new Date(now.epochMilliseconds), postings));
    await transaction.query(writeLedgers, ledgerValues(lender.id, updates));
    context.audit({ contracts: updates.length, postings: postings.length, failed: failed.length });
    return { accrued: updates.length, postings: postings.length, failed, last: end };
  },
});

function linesOf({ lines, cause, reference, on, clause }: CausedLines): UnplacedPosting[] {
  return (Object.keys(lines) as LedgerComponent[]).map((component) => ({
    on,
    component,
    amount: lines[component]!.toFixed(2),
    cause,
    reference,
    correction: 0,
    correctedBy: null,
    clause: clause ?? null,
  }));
}
