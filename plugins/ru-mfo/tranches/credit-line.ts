import type { ApplicationRecord } from '../../../modules/applications';
import { type CommandContext, Refusal } from '../../../modules/commands';
import type { ContractTerms } from '../../../modules/contracts';
import { type MoneyInput, moneyFromInput } from '../../../modules/money';
import { formFinding } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { requireRules } from '../account-request/judge';
import { CREDIT_LINE } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { ROUBLE } from '../roubles';
import { rules } from '../rule-set';
import { CreditLineEntity } from './credit-line.entity';
import { readCreditLines } from './tranche.record';
import { LINE, LINE_ACCEPT, LINE_SCHEDULE } from './validators';

/** This part of the input of `startApplication`. */
export interface CreditLineInput {
  /** The most that is to be owed at one moment; with a credit line only. */
  readonly creditLimit?: MoneyInput | null;
  readonly insuranceWanted?: boolean | null;
}

type Applied = Pick<ApplicationRecord, 'id' | 'clientId' | 'product' | 'amount'>;

/**
 * Keeps the limit of a credit line that is applied for; the application's sum is what is drawn first, a tranche like those after it.
 * Nothing is done for other products.
 * @throws Refusal RU_MFO_PRODUCT_NOT_OFFERED where the lender's rules know no tranches, RU_MFO_FIELD_REQUIRED, the codes of a malformed sum, and what the rules refuse
 */
export async function keepCreditLine(context: CommandContext, application: Applied, input: CreditLineInput | undefined): Promise<void> {
  if (application.product !== CREDIT_LINE) return;
  const resolved = rulesToday(context);
  if (!rules.read(resolved, 'tranche.max'))
    throw new Refusal([formFinding('RU_MFO_PRODUCT_NOT_OFFERED', ['input', 'product'], { product: CREDIT_LINE })]);
  const path = ['input', 'ruMfo', 'creditLimit'];
  if (!input?.creditLimit) throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', path, { field: 'creditLimit' })]);
  const { amount: limit } = moneyFromInput(input.creditLimit, { path, currency: ROUBLE, positive: true });
  requireRules(resolved, LINE, {
    requestedAmount: [new Decimal(application.amount), 'APPLICATION'],
    creditLimit: [limit, 'APPLICATION'],
    availableLimit: [limit, 'APPLICATION'],
    insuranceChosen: [input?.insuranceWanted ?? false, 'APPLICATION'],
    termsChanged: [false, 'APPLICATION'],
  });
  await context.transaction.insert(CreditLineEntity, {
    lenderId: context.lender.id,
    applicationId: application.id,
    clientId: application.clientId,
    creditLimit: limit.toFixed(2),
  });
}

/** Refuses the buttons with insurance for a credit line, whether its terms are those applied for or others. */
export function requireLineFlow(
  context: CommandContext,
  { product }: Pick<ApplicationRecord, 'product'>,
  { insured, changed }: { readonly insured: boolean; readonly changed: boolean },
): void {
  if (product !== CREDIT_LINE) return;
  requireRules(rulesToday(context), LINE_ACCEPT, { insuranceChosen: [insured, 'CHOICE'], termsChanged: [changed, 'DECISION'] });
}

/**
 * The limit that stands in the terms of a credit line, whose schedule stands in the account only; null for other products.
 * @throws Refusal RU_MFO_SCHEDULE_MISSING where the account would show none
 */
export async function creditLimitOf(
  context: CommandContext,
  { id, product }: Pick<ApplicationRecord, 'id' | 'product'>,
  terms: ContractTerms,
): Promise<string | null> {
  if (product !== CREDIT_LINE) return null;
  const shown = terms.schedule.length > 0 ? ['PERSONAL_ACCOUNT'] : [];
  requireRules(rulesToday(context), LINE_SCHEDULE, { lineSchedulePlaces: [shown, 'TERMS'] });
  const [line] = await context.transaction.query(readCreditLines, [[id]]);
  return line!.creditLimit;
}
