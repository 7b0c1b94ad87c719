import { type CommandContext, Refusal } from '../../../modules/commands';
import type { ContractRecord } from '../../../modules/contracts';
import { formFinding } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { requireRules, rulesOfContract } from '../account-request/judge';
import { runningState } from '../account-request/ledger-facts';
import { readCreditLines, trancheRecords } from './tranche.record';
import { TRANCHE, TRANCHE_DOCUMENT } from './validators';

/** How much may be owed, and how much of it may still be drawn. Roubles. */
export interface LineState {
  readonly limit: Decimal;
  readonly available: Decimal;
}

/** The limit less what is owed and what is on its way out; never below zero. */
export function availableOf(limit: Decimal, owed: Decimal, onItsWay: Decimal): Decimal {
  return Decimal.max(0, limit.minus(owed).minus(onItsWay));
}

/** @throws Refusal RU_MFO_PRODUCT_NOT_OFFERED for a contract without a limit */
export async function limitOf(context: CommandContext, contract: ContractRecord): Promise<Decimal> {
  const [line] = await context.transaction.query(readCreditLines, [[contract.applicationId]]);
  if (!line) throw new Refusal([formFinding('RU_MFO_PRODUCT_NOT_OFFERED', ['input', 'contractId'], { product: 'TRANCHE' })]);
  return new Decimal(line.creditLimit);
}

/** Refuses a tranche that limit, debt, law or the rest of the term do not allow today. The contract is locked. */
export async function requireTranche(context: CommandContext, contract: ContractRecord, amount: Decimal): Promise<LineState> {
  const limit = await limitOf(context, contract);
  const { ledger, overdue, principalOfClient, daysToEnd } = await runningState(context, contract);
  const tranches = await context.transaction.query(trancheRecords.ofContract, [contract.id]);
  const onItsWay = tranches.filter(({ status }) => status === 'ORDERED').reduce((sum, tranche) => sum.plus(tranche.amount), new Decimal(0));
  const available = availableOf(limit, ledger.principal, onItsWay);
  requireRules(rulesOfContract(context, contract), TRANCHE, {
    requestedAmount: [amount, 'REQUEST'],
    creditLimit: [limit, 'CONTRACT'],
    availableLimit: [available, 'LEDGER'],
    overdueDebt: [overdue, 'LEDGER'],
    daysToEnd: [daysToEnd, 'CONTRACT'],
    principalDebt: [principalOfClient.plus(onItsWay).plus(amount), 'CONTRACTS'],
  });
  return { limit, available };
}

/** Refuses a document that a tranche must not make, such as a supplementary agreement. */
export function requireTrancheDocument(context: CommandContext, contract: ContractRecord, kind: string): void {
  requireRules(rulesOfContract(context, contract), TRANCHE_DOCUMENT, { requestDocument: [kind, 'REQUEST'] });
}
