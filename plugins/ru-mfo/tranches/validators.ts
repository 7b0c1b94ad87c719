import { fail, notApplicable, pass } from '../../../modules/rules';
import { rules } from '../rule-set';
import { missingFrom } from '../validators/sets';

/**
 * Stages of this plugin: a credit line is applied for, accepted or concluded; a tranche is asked for, judged by its sum and the
 * contract's state, made into a document, signed.
 */
export const LINE = 'LINE';
export const LINE_ACCEPT = 'LINE_ACCEPT';
export const LINE_SCHEDULE = 'LINE_SCHEDULE';
export const TRANCHE_FORM = 'TRANCHE_FORM';
export const TRANCHE = 'TRANCHE';
export const TRANCHE_DOCUMENT = 'TRANCHE_DOCUMENT';
export const TRANCHE_SIGN = 'TRANCHE_SIGN';

export const withinLimit = rules.validator({
  id: 'ru-mfo.line-within-limit',
  appliesAt: [LINE, TRANCHE],
  facts: ['requestedAmount', 'availableLimit'],
  params: ['line.withinLimit'],
  path: ['input', 'amount'],
  check: ({ requestedAmount, availableLimit }, { 'line.withinLimit': required }) =>
    requestedAmount.lte(availableLimit) || !required.value
      ? pass
      : fail('RU_MFO_CREDIT_LIMIT_EXCEEDED', required, { amount: requestedAmount.toFixed(2), available: availableLimit.toFixed(2) }),
});

export const lineWithoutInsurance = rules.validator({
  id: 'ru-mfo.line-without-insurance',
  appliesAt: [LINE, LINE_ACCEPT],
  facts: ['insuranceChosen', 'termsChanged'],
  params: ['line.withoutInsurance'],
  path: ['input', 'choice'],
  check: ({ insuranceChosen, termsChanged }, { 'line.withoutInsurance': required }) => {
    if (termsChanged) return notApplicable;
    return insuranceChosen && required.value ? fail('RU_MFO_PRODUCT_FLOW_INVALID', required) : pass;
  },
});

export const changedLineWithoutInsurance = rules.validator({
  id: 'ru-mfo.line-without-insurance-changed',
  appliesAt: [LINE_ACCEPT],
  facts: ['insuranceChosen', 'termsChanged'],
  params: ['line.withoutInsuranceChanged'],
  path: ['input', 'choice'],
  check: ({ insuranceChosen, termsChanged }, { 'line.withoutInsuranceChanged': required }) => {
    if (!termsChanged) return notApplicable;
    return insuranceChosen && required.value ? fail('RU_MFO_PRODUCT_FLOW_INVALID', required) : pass;
  },
});

/** A credit line's individual terms bear no schedule; the account does. */
export const lineSchedule = rules.validator({
  id: 'ru-mfo.line-schedule',
  appliesAt: [LINE_SCHEDULE],
  facts: ['lineSchedulePlaces'],
  params: ['line.schedulePlaces'],
  check: ({ lineSchedulePlaces }, { 'line.schedulePlaces': required }) =>
    missingFrom(lineSchedulePlaces, required.value).length === 0 ? pass : fail('RU_MFO_SCHEDULE_MISSING', required),
});

export const trancheChannel = rules.validator({
  id: 'ru-mfo.tranche-channel',
  appliesAt: [TRANCHE_FORM],
  facts: ['requestChannel'],
  params: ['tranche.channels'],
  path: ['input', 'contractId'],
  check: ({ requestChannel }, { 'tranche.channels': allowed }) =>
    allowed.value.includes(requestChannel) ? pass : fail('RU_MFO_CHANNEL_NOT_ALLOWED', allowed, { channel: requestChannel }),
});

export const trancheFields = rules.validator({
  id: 'ru-mfo.tranche-fields',
  appliesAt: [TRANCHE_FORM],
  facts: ['requestFields'],
  params: ['tranche.fields'],
  path: ['input', 'amount'],
  check: ({ requestFields }, { 'tranche.fields': required }) => {
    const missing = missingFrom(requestFields, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_FIELD_REQUIRED', required, { field: missing.join(', ') });
  },
});

export const tranchePayoutFields = rules.validator({
  id: 'ru-mfo.tranche-payout-fields',
  appliesAt: [TRANCHE_FORM],
  facts: ['requestFields'],
  params: ['tranche.payoutFields'],
  path: ['input', 'payoutMethod'],
  check: ({ requestFields }, { 'tranche.payoutFields': required }) => {
    const missing = missingFrom(requestFields, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_FIELD_REQUIRED', required, { field: missing.join(', ') });
  },
});

export const trancheAmount = rules.validator({
  id: 'ru-mfo.tranche-amount',
  appliesAt: [LINE, TRANCHE],
  facts: ['requestedAmount'],
  params: ['tranche.min', 'tranche.max'],
  path: ['input', 'amount'],
  check: ({ requestedAmount: amount }, { 'tranche.min': min, 'tranche.max': max }) =>
    amount.gte(min.decimal) && amount.lte(max.decimal)
      ? pass
      : fail('RU_MFO_TRANCHE_AMOUNT_OUT_OF_RANGE', amount.lt(min.decimal) ? min : max, {
          amount: amount.toFixed(2),
          min: min.value,
          max: max.value,
        }),
});

export const trancheWithoutOverdue = rules.validator({
  id: 'ru-mfo.tranche-without-overdue',
  appliesAt: [TRANCHE],
  facts: ['overdueDebt'],
  params: ['tranche.noOverdue'],
  check: ({ overdueDebt }, { 'tranche.noOverdue': required }) =>
    overdueDebt.isZero() || !required.value ? pass : fail('RU_MFO_TRANCHE_OVERDUE_DEBT', required, { overdue: overdueDebt.toFixed(2) }),
});

export const trancheAvailable = rules.validator({
  id: 'ru-mfo.tranche-available',
  appliesAt: [TRANCHE],
  facts: ['availableLimit'],
  params: ['tranche.availableMin'],
  check: ({ availableLimit }, { 'tranche.availableMin': min }) =>
    availableLimit.gte(min.decimal)
      ? pass
      : fail('RU_MFO_TRANCHE_LIMIT_TOO_LOW', min, { available: availableLimit.toFixed(2), min: min.value }),
});

export const trancheDaysLeft = rules.validator({
  id: 'ru-mfo.tranche-days-left',
  appliesAt: [TRANCHE],
  facts: ['daysToEnd'],
  params: ['tranche.daysLeftMin'],
  check: ({ daysToEnd }, { 'tranche.daysLeftMin': min }) =>
    daysToEnd >= min.value ? pass : fail('RU_MFO_TRANCHE_TOO_CLOSE_TO_END', min, { days: daysToEnd, min: min.value }),
});

export const trancheDocuments = rules.validator({
  id: 'ru-mfo.tranche-documents',
  appliesAt: [TRANCHE_DOCUMENT],
  facts: ['requestDocument'],
  params: ['tranche.documents'],
  check: ({ requestDocument }, { 'tranche.documents': allowed }) =>
    allowed.value.includes(requestDocument)
      ? pass
      : fail('RU_MFO_DOCUMENT_KIND_NOT_ALLOWED', allowed, { document: requestDocument, accepted: allowed.value.join(', ') }),
});

export const trancheCodeChannel = rules.validator({
  id: 'ru-mfo.tranche-code-channel',
  appliesAt: [TRANCHE_SIGN],
  facts: ['requestCodeChannel'],
  params: ['tranche.codeChannels'],
  path: ['input', 'ceremonyId'],
  check: ({ requestCodeChannel }, { 'tranche.codeChannels': allowed }) =>
    allowed.value.includes(requestCodeChannel) ? pass : fail('RU_MFO_CHANNEL_NOT_ALLOWED', allowed, { channel: requestCodeChannel }),
});

export const trancheValidators = [
  withinLimit,
  lineWithoutInsurance,
  changedLineWithoutInsurance,
  lineSchedule,
  trancheChannel,
  trancheFields,
  tranchePayoutFields,
  trancheAmount,
  trancheWithoutOverdue,
  trancheAvailable,
  trancheDaysLeft,
  trancheDocuments,
  trancheCodeChannel,
];
