import { Decimal } from '../../../schema/base';
import { type CommandContext, Refusal } from '../../commands';
import { formFinding } from '../../rules';
import type { ServicedContract } from '../accrual/extension-points';
import type { ContractRecord } from '../contract.record';
import { groupLines, type PostedGroup } from './fold-lines';
import { type LedgerRecord, readLedger, readPostings, readVersions } from './ledger.record';
import type { TermsVersion } from './open-day';
import type { DirectEntry, LedgerWorld, Lines, PaymentEntry } from './run-days';
import type { ScheduleCause } from './schedule.entity';
import { rulesOf } from './servicing-rules';

/** A contract's ledger as it stands, with all that is needed to run its days again. The contract is locked by the caller. */
export interface LedgerBook {
  readonly row: LedgerRecord;
  readonly groups: readonly PostedGroup[];
  readonly versions: readonly (TermsVersion & { readonly version: number; readonly cause: ScheduleCause })[];
  readonly world: LedgerWorld;
}

export const servicedContract = (contract: ContractRecord): ServicedContract => ({
  id: contract.id,
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
  return { row, groups, versions, world: worldOf(groups, versions, serviced.concludedOn, rules) };
}

/** The world of a ledger: what was posted directly and what was paid, as it was at first; the rest follows from it. */
export function worldOf(
  groups: readonly PostedGroup[],
  versions: readonly TermsVersion[],
  concludedOn: string,
  rules: Pick<LedgerWorld, 'accrue' | 'repay'>,
): LedgerWorld {
  const entries: DirectEntry[] = [];
  const payments: PaymentEntry[] = [];
  for (const { cause, reference, on, original } of groups) {
    if (cause === 'ACCRUAL') continue;
    if (cause === 'PAYMENT') payments.push({ reference, on, amount: paidBy(original) });
    else entries.push({ cause, reference, on, lines: original });
  }
  return { concludedOn, versions, ...rules, entries, payments };
}

/** The sum that came in, whatever it was split into. */
function paidBy({ SURPLUS, ...parts }: Lines): Decimal {
  return Object.values(parts).reduce<Decimal>((sum, part) => sum.minus(part), SURPLUS ?? new Decimal(0));
}
