import { fail, notApplicable, pass } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { rules } from '../rule-set';
import { missingFrom } from '../validators/sets';

/** Stage of this plugin: individual terms were laid out and are about to be offered. */
export const FIRST_PAGE = 'FIRST_PAGE';

/** What a first page may state; each is demanded by a clause of its own. */
export const statements = {
  charges: 'CHARGES_LIMIT',
  penalty: 'PENALTY_ON_PRINCIPAL',
  fixedSum: 'FIXED_SUM_LIMIT',
} as const;

export const termsForm = rules.validator({
  id: 'ru-mfo.terms-form',
  appliesAt: [FIRST_PAGE],
  facts: ['termsForm'],
  params: ['terms.form'],
  check: (facts, { 'terms.form': form }) =>
    facts.termsForm === form.value ? pass : fail('RU_MFO_INDIVIDUAL_TERMS_FORM', form, { form: form.value }),
});

export const termsOnFirstPage = rules.validator({
  id: 'ru-mfo.terms-on-first-page',
  appliesAt: [FIRST_PAGE],
  facts: ['termsBeginOnPage'],
  params: ['terms.firstPage'],
  check: ({ termsBeginOnPage: page }, { 'terms.firstPage': required }) =>
    page === 1 || !required.value ? pass : fail('RU_MFO_INDIVIDUAL_TERMS_FORM', required, { form: `page ${page}` }),
});

export const percentFramePlace = rules.validator({
  id: 'ru-mfo.percent-frame-place',
  appliesAt: [FIRST_PAGE],
  facts: ['percentFramePlace'],
  params: ['frame.percent.place'],
  check: (facts, { 'frame.percent.place': place }) =>
    facts.percentFramePlace === place.value ? pass : fail('RU_MFO_PSK_BOX_POSITION', place, { place: place.value }),
});

export const moneyFramePlace = rules.validator({
  id: 'ru-mfo.money-frame-place',
  appliesAt: [FIRST_PAGE],
  facts: ['moneyFramePlace'],
  params: ['frame.money.place'],
  check: (facts, { 'frame.money.place': place }) =>
    facts.moneyFramePlace === place.value ? pass : fail('RU_MFO_PSK_BOX_POSITION', place, { place: place.value }),
});

export const frameType = rules.validator({
  id: 'ru-mfo.frame-type',
  appliesAt: [FIRST_PAGE],
  facts: ['frameType'],
  params: ['frame.type'],
  check: (facts, { 'frame.type': required }) => {
    const missing = missingFrom(facts.frameType, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_PSK_BOX_FONT', required, { missing: missing.join(', ') });
  },
});

export const percentFrameShare = rules.validator({
  id: 'ru-mfo.percent-frame-share',
  appliesAt: [FIRST_PAGE],
  facts: ['percentFrameShare'],
  params: ['frame.percent.share'],
  check: ({ percentFrameShare: share }, { 'frame.percent.share': least }) =>
    share.gte(least.decimal) ? pass : fail('RU_MFO_PSK_BOX_AREA', least, { share: share.toFixed(3), least: least.value }),
});

export const moneyFrameShare = rules.validator({
  id: 'ru-mfo.money-frame-share',
  appliesAt: [FIRST_PAGE],
  facts: ['moneyFrameShare'],
  params: ['frame.money.share'],
  check: ({ moneyFrameShare: share }, { 'frame.money.share': least }) =>
    share.gte(least.decimal) ? pass : fail('RU_MFO_PSK_BOX_AREA', least, { share: share.toFixed(3), least: least.value }),
});

/** A statement that contracts of at most so many days must carry. */
const statementUpTo = <const P extends 'statement.charges.upToDays' | 'statement.penalty.upToDays'>(id: string, param: P, wanted: string) =>
  rules.validator({
    id,
    appliesAt: [FIRST_PAGE],
    facts: ['firstPageStatements', 'decidedTermDays'],
    params: [param],
    check: ({ firstPageStatements, decidedTermDays }, params) => {
      if (decidedTermDays > params[param].value) return notApplicable;
      return firstPageStatements.includes(wanted)
        ? pass
        : fail('RU_MFO_FIRST_PAGE_STATEMENT_MISSING', params[param], { statement: wanted });
    },
  });

export const chargesStatement = statementUpTo('ru-mfo.charges-statement', 'statement.charges.upToDays', statements.charges);
export const penaltyStatement = statementUpTo('ru-mfo.penalty-statement', 'statement.penalty.upToDays', statements.penalty);

export const fixedSumStatement = rules.validator({
  id: 'ru-mfo.fixed-sum-statement',
  appliesAt: [FIRST_PAGE],
  facts: ['firstPageStatements', 'decidedTermDays', 'decidedAmount', 'secured'],
  params: ['statement.fixedSum.upToDays', 'statement.fixedSum.upToAmount'],
  check: (facts, { 'statement.fixedSum.upToDays': days, 'statement.fixedSum.upToAmount': amount }) => {
    if (facts.secured || facts.decidedTermDays > days.value || facts.decidedAmount.gt(amount.decimal)) return notApplicable;
    return facts.firstPageStatements.includes(statements.fixedSum)
      ? pass
      : fail('RU_MFO_FIRST_PAGE_STATEMENT_MISSING', days, { statement: statements.fixedSum });
  },
});

export const fixedSumStated = rules.validator({
  id: 'ru-mfo.fixed-sum-stated',
  appliesAt: [FIRST_PAGE],
  facts: ['decidedTermDays', 'decidedAmount', 'secured'],
  optionalFacts: ['statedFixedSum'],
  params: ['statement.fixedSum.percent'],
  optionalParams: ['statement.fixedSum.upToDays', 'statement.fixedSum.upToAmount'],
  check: (facts, { 'statement.fixedSum.percent': percent, ...bounds }) => {
    const { 'statement.fixedSum.upToDays': days, 'statement.fixedSum.upToAmount': amount } = bounds;
    if (facts.secured || !days || !amount || facts.decidedTermDays > days.value || facts.decidedAmount.gt(amount.decimal))
      return notApplicable;
    const due = fixedSumOf(facts.decidedAmount, percent.decimal);
    return facts.statedFixedSum?.equals(due) ? pass : fail('RU_MFO_FIRST_PAGE_STATEMENT_MISSING', percent, { statement: due.toFixed(2) });
  },
});

/** The largest fixed sum of a loan, roubles; a part of a kopeck is not charged. */
export const fixedSumOf = (principal: Decimal, percent: Decimal): Decimal =>
  principal.mul(percent).div(100).toDecimalPlaces(2, Decimal.ROUND_DOWN);

export const scheduleGiven = rules.validator({
  id: 'ru-mfo.schedule-enclosed',
  appliesAt: [FIRST_PAGE],
  facts: ['schedulePayments'],
  params: ['schedule.given'],
  check: ({ schedulePayments }, { 'schedule.given': required }) =>
    schedulePayments > 0 || !required.value ? pass : fail('RU_MFO_SCHEDULE_MISSING', required),
});

export const scheduleSplit = rules.validator({
  id: 'ru-mfo.schedule-split',
  appliesAt: [FIRST_PAGE],
  facts: ['scheduleColumns', 'scheduleRowsAddUp'],
  params: ['schedule.columns'],
  check: ({ scheduleColumns, scheduleRowsAddUp }, { 'schedule.columns': required }) => {
    const missing = missingFrom(scheduleColumns, required.value);
    return missing.length === 0 && scheduleRowsAddUp ? pass : fail('RU_MFO_SCHEDULE_NOT_SPLIT', required, { missing: missing.join(', ') });
  },
});

export const scheduleTotal = rules.validator({
  id: 'ru-mfo.schedule-total',
  appliesAt: [FIRST_PAGE],
  facts: ['scheduleTotal'],
  optionalFacts: ['scheduleStatedTotal'],
  params: ['schedule.total'],
  check: ({ scheduleTotal: total, scheduleStatedTotal: stated }, { 'schedule.total': required }) =>
    !required.value || stated?.equals(total)
      ? pass
      : fail('RU_MFO_SCHEDULE_TOTAL_MISMATCH', required, { stated: stated?.toFixed(2) ?? '—', total: total.toFixed(2) }),
});

/** What printed terms must look like before they are offered. */
export const firstPage = [
  termsForm,
  termsOnFirstPage,
  percentFramePlace,
  moneyFramePlace,
  frameType,
  percentFrameShare,
  moneyFrameShare,
  chargesStatement,
  penaltyStatement,
  fixedSumStatement,
  fixedSumStated,
  scheduleGiven,
  scheduleSplit,
  scheduleTotal,
];
