import { Decimal } from '../../../schema/base';
import { type CommandContext, Refusal } from '../../commands';
import { formFinding } from '../../rules';
import type { ServicedContract } from '../accrual/extension-points';
import type { ContractRecord } from '../contract.record';
import { groupLines, type PostedGroup } from './fold-lines';
import { type LedgerRecord, readLedger, readPostings, readVersions, stateOf } from './ledger.record';
import type { TermsVersion } from './open-day';
import type { StandingLedger } from './recalculate';
import type { DirectEntry, LedgerWorld, Lines, PaymentEntry } from './run-days';
import type { ScheduleCause } from './schedule.entity';
import { rulesOf } from './servicing-rules';

/** A contract's ledger as it stands, with all that is needed to run its days again. The contract is locked by the caller. */
export interface LedgerBook {
  readonly row: LedgerRecord;
  readonly ledger: StandingLedger;
  /** What was posted, by cause and day, in the order of posting. */
  readonly groups: readonly PostedGroup[];
  readonly versions: readonly (TermsVersion & { readonly version: number; readonly cause: ScheduleCause })[];
}

/** A concluded contract as the rules of its servicing see it. */
export const servicedContract = (contract: ContractRecord): ServicedContract => ({
  id: contract.id,
  applicationId: contract.applicationId,
  clientId: contract.clientId,
  pluginId: contract.pluginId,
  concludedOn: contract.concludedOn!,
  editionId: contract.editionId,
});

/** @throws Refusal CONTRACT_NOT_CONCLUDED */
export async function readBook(context: CommandContext, contract: ContractRecord): Promise<LedgerBook> {
  const { transaction, extensions, lender } = context;
  const [row] = await transaction.query(readLedger, [contract.id]);
  if (!row) throw new Refusal([formFinding('CONTRACT_NOT_CONCLUDED', ['input', 'contractId'], { status: contract.status })]);
  const groups = groupLines(await transaction.query(readPostings, [contract.id]));
  const versions = await transaction.query(readVersions, [contract.id]);
  const serviced = servicedContract(contract);
  const rules = (await rulesOf(transaction, { extensions, lender }, [serviced]))(serviced);
  const world = worldOf(groups, versions, serviced.concludedOn, rules);
  return {
    row,
    groups,
    versions,
    ledger: { openedOn: row.openedOn, state: stateOf(row), corrections: row.corrections, groups, versions, world },
  };
}

/** The world of a ledger: what was posted directly, as it was at first, and what was paid; the rest follows from it. */
export function worldOf(
  groups: readonly PostedGroup[],
  versions: readonly TermsVersion[],
  concludedOn: string,
  rules: Pick<LedgerWorld, 'accrue' | 'repay'>,
): LedgerWorld {
  const entries: DirectEntry[] = [];
  const payments: PaymentEntry[] = [];
  for (const { cause, reference, on, lines, original } of groups) {
    if (cause === 'ACCRUAL') continue;
    if (cause !== 'PAYMENT') {
      entries.push({ cause, reference, on, lines: original });
      continue;
    }
    const amount = paidBy(lines);
    // Nothing is left of one that was taken back.
    if (amount.gt(0)) payments.push({ reference, on, amount });
  }
  return { concludedOn, versions, ...rules, entries, payments };
}

/** The sum that came in, whatever it was split into. */
function paidBy({ SURPLUS = new Decimal(0), ...parts }: Lines): Decimal {
  return Object.values(parts).reduce<Decimal>((sum, part) => sum.minus(part), SURPLUS);
}
