import { Decimal } from '../../schema/base';
import { Refusal } from '../commands';
import type { Finding } from '../rules';
import { minorUnit } from './minor-unit';
import { type Money, money } from './money';

/** The most that a `numeric(18,2)` column holds. */
const LIMIT = new Decimal('9999999999999999.99');

export interface MoneyRequirements {
  /** Where the input stands, e.g. `['input', 'amount']`. */
  readonly path: readonly string[];
  /** The only currency that is taken, where there is one. */
  readonly currency?: string;
  /** Set where zero is no sensible sum. */
  readonly positive?: boolean;
}

/** What is wrong with a sum that a caller sent; empty when nothing is. */
export function moneyFindings(input: { readonly amount: Decimal; readonly currency: string }, requirements: MoneyRequirements): Finding[] {
  const { amount, currency } = input;
  const places = minorUnit(currency);
  const finding = (code: string, facts: Finding['facts'] = {}): Finding => ({
    code,
    severity: 'BLOCKING',
    path: requirements.path,
    clauses: [],
    facts,
  });
  const findings: Finding[] = [];
  if (requirements.currency && currency !== requirements.currency) {
    findings.push(finding('MONEY_CURRENCY_WRONG', { given: currency, expected: requirements.currency }));
  }
  if (amount.decimalPlaces() > places) findings.push(finding('MONEY_TOO_PRECISE', { currency, places }));
  if (amount.isNegative() && !amount.isZero()) findings.push(finding('MONEY_NEGATIVE'));
  if (amount.isZero() && requirements.positive) findings.push(finding('MONEY_NOT_POSITIVE'));
  if (amount.abs().greaterThan(LIMIT)) findings.push(finding('MONEY_TOO_LARGE', { limit: LIMIT.toFixed(2) }));
  return findings;
}

/** The sum that a caller sent. Throws `Refusal` with the findings when it is not one that can be taken. */
export function moneyFromInput(input: { readonly amount: Decimal; readonly currency: string }, requirements: MoneyRequirements): Money {
  const findings = moneyFindings(input, requirements);
  if (findings.length > 0) throw new Refusal(findings);
  return money(input.amount, input.currency);
}
