import { fail, notApplicable, pass } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { rules } from '../rule-set';
import { APPROVAL } from '../validators/approval';
import { AS_APPLIED, OTHER_TERMS } from '../validators/decision';
import { debtBurden } from './debt-burden';

const offered = [AS_APPLIED, OTHER_TERMS];

export const selfBan = rules.validator({
  id: 'ru-mfo.self-ban',
  appliesAt: ['DECIDE', 'SIGN', 'TRANSFER'],
  facts: [],
  optionalFacts: ['selfBans'],
  params: ['selfBan.refuses'],
  check: ({ selfBans }, { 'selfBan.refuses': refuses }) => {
    if (!selfBans || !refuses.value) return notApplicable;
    return selfBans.length === 0 ? pass : fail('RU_MFO_SELF_BAN', refuses, { kinds: selfBans.join(', ') });
  },
});

/** What is not asked before the answer of the bureaus does not refuse anybody: an approval waits for it. */
export const selfBanAsked = rules.validator({
  id: 'ru-mfo.self-ban-asked',
  appliesAt: [APPROVAL],
  facts: [],
  optionalFacts: ['selfBans'],
  params: ['selfBan.refuses'],
  check: ({ selfBans }, { 'selfBan.refuses': refuses }) => (selfBans || !refuses.value ? pass : fail('RU_MFO_BUREAUS_NOT_ASKED', refuses)),
});

export const bureausAsked = rules.validator({
  id: 'ru-mfo.bureaus-asked',
  appliesAt: [APPROVAL],
  facts: [],
  optionalFacts: ['bureausAsked'],
  params: ['bureaus.asked'],
  check: ({ bureausAsked: asked = 0 }, { 'bureaus.asked': least }) =>
    asked >= least.value ? pass : fail('RU_MFO_BUREAUS_TOO_FEW', least, { asked, limit: least.value }),
});

export const expensiveLoans = rules.validator({
  id: 'ru-mfo.expensive-loans',
  appliesAt: offered,
  facts: ['fullCost'],
  optionalFacts: ['openFullCosts'],
  params: ['expensiveLoans.fullCostAbove', 'expensiveLoans.max'],
  check: ({ fullCost, openFullCosts }, { 'expensiveLoans.fullCostAbove': above, 'expensiveLoans.max': max }) => {
    if (!openFullCosts || fullCost.lte(above.decimal)) return notApplicable;
    const open = openFullCosts.filter((cost) => cost === UNKNOWN_COST || new Decimal(cost).gt(above.decimal)).length;
    return open < max.value ? pass : fail('RU_MFO_EXPENSIVE_LOANS', max, { open, limit: max.value, percent: above.value });
  },
});

/** A microloan whose full cost the bureau was not told: taken for an expensive one. */
export const UNKNOWN_COST = 'UNKNOWN';

export const expensivePause = rules.validator({
  id: 'ru-mfo.expensive-pause',
  appliesAt: offered,
  facts: ['fullCost', 'concludedOn'],
  optionalFacts: ['expensiveRepaidOn', 'expensiveRepaidCost'],
  params: ['expensiveLoans.fullCostAbove', 'expensiveLoans.pauseDays'],
  check: (facts, { 'expensiveLoans.fullCostAbove': above, 'expensiveLoans.pauseDays': pause }) => {
    const { fullCost, concludedOn, expensiveRepaidOn: repaidOn, expensiveRepaidCost: cost } = facts;
    if (fullCost.lte(above.decimal) || !repaidOn || !cost || cost.lte(above.decimal)) return notApplicable;
    const days = repaidOn.until(concludedOn).days;
    return days > pause.value
      ? pass
      : fail('RU_MFO_EXPENSIVE_PAUSE', pause, { repaidOn: repaidOn.toString(), until: repaidOn.add({ days: pause.value }).toString() });
  },
});

export const debtBurdenComputed = rules.validator({
  id: 'ru-mfo.debt-burden-computed',
  appliesAt: offered,
  facts: ['decidedAmount'],
  optionalFacts: ['monthlyDebt', 'monthlyIncome'],
  params: ['debtBurden.computed'],
  optionalParams: ['debtBurden.fromAmount'],
  check: ({ decidedAmount, monthlyDebt, monthlyIncome }, { 'debtBurden.computed': computed, 'debtBurden.fromAmount': from }) => {
    if (!computed.value || (from && decidedAmount.lt(from.decimal))) return notApplicable;
    return monthlyDebt && monthlyIncome ? pass : fail('RU_MFO_DEBT_BURDEN_UNKNOWN', computed);
  },
});

export const debtBurdenWarned = rules.validator({
  id: 'ru-mfo.debt-burden-warned',
  appliesAt: ['SIGN', 'TRANSFER'],
  facts: ['debtBurdenWarned'],
  optionalFacts: ['monthlyDebt', 'monthlyIncome', 'monthlyPayment'],
  params: ['debtBurden.warnedAbove'],
  check: ({ debtBurdenWarned: warned, monthlyDebt, monthlyIncome, monthlyPayment }, { 'debtBurden.warnedAbove': above }) => {
    if (!monthlyDebt || !monthlyIncome || !monthlyPayment) return notApplicable;
    const percent = debtBurden(monthlyDebt, monthlyPayment, monthlyIncome);
    if (percent.lte(above.decimal) || warned) return pass;
    return fail('RU_MFO_DEBT_BURDEN_NOT_WARNED', above, { percent: percent.toFixed(2), limit: above.value });
  },
});

const MINUTES_OF_HOUR = 60;

/** Hours that money waits after the signing of a loan of this sum. */
export function coolingOffHours(
  amount: Decimal,
  terms: {
    readonly from: Decimal | undefined;
    readonly hours: number | undefined;
    readonly longAbove: Decimal | undefined;
    readonly longHours: number | undefined;
  },
): number {
  if (terms.longAbove && terms.longHours !== undefined && amount.gt(terms.longAbove)) return terms.longHours;
  return terms.from && terms.hours !== undefined && amount.gte(terms.from) ? terms.hours : 0;
}

export const coolingOff = rules.validator({
  id: 'ru-mfo.cooling-off',
  appliesAt: ['TRANSFER'],
  facts: ['loanAmount', 'minutesSinceSigning'],
  params: ['coolingOff.from', 'coolingOff.hours', 'coolingOff.longAbove', 'coolingOff.longHours'],
  check: (facts, params) => {
    const { 'coolingOff.from': from, 'coolingOff.hours': short, 'coolingOff.longAbove': longAbove, 'coolingOff.longHours': long } = params;
    const hours = coolingOffHours(facts.loanAmount, {
      from: from.decimal,
      hours: short.value,
      longAbove: longAbove.decimal,
      longHours: long.value,
    });
    if (hours === 0) return notApplicable;
    const bound = facts.loanAmount.gt(longAbove.decimal) ? long : short;
    return facts.minutesSinceSigning >= hours * MINUTES_OF_HOUR
      ? pass
      : fail('RU_MFO_COOLING_OFF', bound, { hours, minutesLeft: hours * MINUTES_OF_HOUR - facts.minutesSinceSigning });
  },
});

export const payee = rules.validator({
  id: 'ru-mfo.payee',
  appliesAt: ['TRANSFER'],
  facts: ['loansToPayee'],
  optionalFacts: ['payeeMatches'],
  params: ['payee.isBorrower', 'payee.knownAfterLoans'],
  check: ({ loansToPayee, payeeMatches }, { 'payee.isBorrower': required, 'payee.knownAfterLoans': known }) => {
    if (!required.value || loansToPayee >= known.value) return notApplicable;
    if (payeeMatches === undefined) return fail('RU_MFO_PAYEE_NOT_CHECKED', required);
    return payeeMatches ? pass : fail('RU_MFO_PAYEE_DIFFERS', required);
  },
});

/** The way of identification by the state's biometric system (ЕБС). */
export const BIOMETRIC = 'BIOMETRIC';

export const biometric = rules.validator({
  id: 'ru-mfo.biometric-identification',
  appliesAt: [APPROVAL],
  facts: ['identificationMethods', 'applicationPlace'],
  params: ['identification.biometric'],
  check: ({ identificationMethods, applicationPlace }, { 'identification.biometric': required }) => {
    if (!required.value || applicationPlace === 'OFFICE') return notApplicable;
    return identificationMethods.includes(BIOMETRIC) ? pass : fail('RU_MFO_BIOMETRIC_REQUIRED', required);
  },
});

export const specialLoan = rules.validator({
  id: 'ru-mfo.special-loan',
  appliesAt: offered,
  facts: ['decidedAmount', 'decidedTermDays', 'charges', 'dailyRate'],
  params: ['specialLoan.elected', 'specialLoan.amountMax', 'specialLoan.daysMax', 'specialLoan.fixedSumMax'],
  optionalParams: ['specialLoan.rateDailyMax'],
  check: (facts, params) => {
    const { 'specialLoan.elected': elected, 'specialLoan.amountMax': amount, 'specialLoan.daysMax': days } = params;
    const { 'specialLoan.fixedSumMax': max, 'specialLoan.rateDailyMax': rate } = params;
    if (!elected.value || facts.decidedAmount.gt(amount.decimal) || facts.decidedTermDays > days.value) return notApplicable;
    if (rate && facts.dailyRate.gt(rate.decimal))
      return fail('RU_MFO_DAILY_RATE_ABOVE_CAP', rate, { rate: facts.dailyRate.toFixed(), limit: rate.value });
    const limit = facts.decidedAmount.mul(max.decimal).div(100);
    return facts.charges.lte(limit)
      ? pass
      : fail('RU_MFO_FIXED_SUM_ABOVE_CAP', max, { charges: facts.charges.toFixed(2), limit: max.value });
  },
});

/** What the law asks before a loan is decided on, signed and paid out. */
export const lawValidators = [
  selfBan,
  selfBanAsked,
  bureausAsked,
  expensiveLoans,
  expensivePause,
  debtBurdenComputed,
  debtBurdenWarned,
  coolingOff,
  payee,
  biometric,
  specialLoan,
];
