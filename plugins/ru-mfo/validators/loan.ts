import { fail, notApplicable, pass } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { rules } from '../rule-set';
import { AS_APPLIED, OTHER_TERMS } from './decision';
import { missingFrom } from './sets';

/** Limits judge the terms that are offered, as applied for or others. */
const offered = [AS_APPLIED, OTHER_TERMS];

export const dailyRate = rules.validator({
  id: 'ru-mfo.daily-rate',
  appliesAt: offered,
  facts: ['dailyRate'],
  params: ['rate.daily.max'],
  check: (facts, { 'rate.daily.max': max }) =>
    facts.dailyRate.lte(max.decimal)
      ? pass
      : fail('RU_MFO_DAILY_RATE_ABOVE_CAP', max, { rate: facts.dailyRate.toFixed(), limit: max.value }),
});

export const fullCost = rules.validator({
  id: 'ru-mfo.full-cost',
  appliesAt: offered,
  facts: ['fullCost'],
  params: ['fullCost.max'],
  check: (facts, { 'fullCost.max': max }) =>
    facts.fullCost.lte(max.decimal)
      ? pass
      : fail('RU_MFO_FULL_COST_ABOVE_CAP', max, { percent: facts.fullCost.toFixed(3), limit: max.value }),
});

export const charges = rules.validator({
  id: 'ru-mfo.charges',
  appliesAt: offered,
  facts: ['charges', 'decidedAmount', 'decidedTermDays'],
  params: ['charges.max', 'charges.upToDays'],
  check: (facts, { 'charges.max': max, 'charges.upToDays': term }) => {
    if (facts.decidedTermDays > term.value) return notApplicable;
    const limit = facts.decidedAmount.mul(max.decimal).div(100);
    return facts.charges.lte(limit) ? pass : fail('RU_MFO_CHARGES_ABOVE_CAP', max, { charges: facts.charges.toFixed(2), limit: max.value });
  },
});

export const principal = rules.validator({
  id: 'ru-mfo.principal',
  appliesAt: [...offered, 'TRANSFER'],
  facts: ['principalDebt'],
  params: ['principal.max'],
  check: ({ principalDebt }, { 'principal.max': max }) =>
    principalDebt.lte(max.decimal)
      ? pass
      : fail('RU_MFO_PRINCIPAL_ABOVE_CAP', max, { debt: principalDebt.toFixed(2), limit: new Decimal(max.value).toFixed(2) }),
});

export const conclusion = rules.validator({
  id: 'ru-mfo.conclusion',
  appliesAt: ['CONCLUDE'],
  facts: ['milestones'],
  params: ['conclusion.requires'],
  check: ({ milestones }, { 'conclusion.requires': required }) => {
    const missing = missingFrom(milestones, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_CONTRACT_NOT_CONCLUDED', required, { missing: missing.join(', ') });
  },
});

export const concludedOnTransfer = rules.validator({
  id: 'ru-mfo.concluded-on-transfer',
  appliesAt: ['CONCLUDE'],
  facts: ['transferred'],
  params: ['conclusion.onTransfer'],
  check: ({ transferred }, { 'conclusion.onTransfer': required }) =>
    transferred || !required.value ? pass : fail('RU_MFO_CONTRACT_NOT_CONCLUDED', required, { missing: 'FUNDS_TRANSFERRED' }),
});

export const concludedOnReceipt = rules.validator({
  id: 'ru-mfo.concluded-on-receipt',
  appliesAt: ['CONCLUDE'],
  facts: ['transferred'],
  params: ['conclusion.receipt'],
  check: ({ transferred }, { 'conclusion.receipt': required }) =>
    transferred || !required.value ? pass : fail('RU_MFO_CONTRACT_NOT_CONCLUDED', required, { missing: 'FUNDS_RECEIVED' }),
});

export const payoutAsApplied = rules.validator({
  id: 'ru-mfo.payout-as-applied',
  appliesAt: ['TRANSFER'],
  facts: ['payoutMethod', 'orderedMethod'],
  params: ['transfer.asApplied'],
  check: ({ payoutMethod, orderedMethod }, { 'transfer.asApplied': required }) =>
    payoutMethod === orderedMethod || !required.value
      ? pass
      : fail('RU_MFO_DISBURSEMENT_METHOD_MISMATCH', required, { chosen: payoutMethod, ordered: orderedMethod }),
});

/** Limits that a paid service beside the loan may break. */
export const ceilings = [fullCost, charges];

/** Limits of law, transfer and conclusion. */
export const loan = [dailyRate, fullCost, charges, principal, conclusion, concludedOnTransfer, concludedOnReceipt, payoutAsApplied];
