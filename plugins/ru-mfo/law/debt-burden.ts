import { Decimal } from '../../../schema/base';

/** Days of one of twelve equal months of a year: how a term in days is counted in months. */
const DAYS_OF_MONTH = new Decimal(365).div(12);

/**
 * What a loan costs a month (среднемесячный платёж): all that is paid, over the months of the term, a begun one counted whole.
 * So a loan of up to a month weighs with all of its payments.
 */
export function monthlyPayment(principal: string, moneyAbovePrincipal: string, termDays: number): Decimal {
  const months = Decimal.max(1, new Decimal(termDays).div(DAYS_OF_MONTH).ceil());
  return new Decimal(principal).plus(moneyAbovePrincipal).div(months).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

/** Debt burden (показатель долговой нагрузки, ПДН; 353-FZ art. 5.1): monthly payments on all debts over the monthly income, per cent, two places. */
export function debtBurden(otherPayments: Decimal, newPayment: Decimal, income: Decimal): Decimal {
  if (!income.isPositive() || income.isZero()) throw new RangeError('A debt burden is counted against an income above zero.');
  return otherPayments.plus(newPayment).div(income).mul(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}
