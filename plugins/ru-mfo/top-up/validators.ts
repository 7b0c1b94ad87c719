import { fail, pass } from '../../../modules/rules';
import { rules } from '../rule-set';
import { TRANCHE } from '../tranches/validators';
import { missingFrom } from '../validators/sets';

/** Stages of this plugin: an additional sum is asked for and judged by law, its application signed, its money ordered. */
export const TOP_UP = 'TOP_UP';
export const TOP_UP_LAW = 'TOP_UP_LAW';
export const TOP_UP_SIGN = 'TOP_UP_SIGN';
export const TOP_UP_PAYOUT = 'TOP_UP_PAYOUT';

export const topUpChannel = rules.validator({
  id: 'ru-mfo.top-up-channel',
  appliesAt: [TOP_UP],
  facts: ['requestChannel'],
  params: ['topUp.channels'],
  path: ['input', 'contractId'],
  check: ({ requestChannel }, { 'topUp.channels': allowed }) =>
    allowed.value.includes(requestChannel) ? pass : fail('RU_MFO_CHANNEL_NOT_ALLOWED', allowed, { channel: requestChannel }),
});

export const topUpTerm = rules.validator({
  id: 'ru-mfo.top-up-term',
  appliesAt: [TOP_UP],
  facts: ['originalTermDays'],
  params: ['topUp.termMax'],
  path: ['input', 'contractId'],
  check: ({ originalTermDays }, { 'topUp.termMax': max }) =>
    originalTermDays <= max.value ? pass : fail('RU_MFO_TOPUP_TERM_TOO_LONG', max, { days: originalTermDays, max: max.value }),
});

export const topUpFields = rules.validator({
  id: 'ru-mfo.top-up-fields',
  appliesAt: [TOP_UP],
  facts: ['requestFields'],
  params: ['topUp.fields'],
  path: ['input', 'amount'],
  check: ({ requestFields }, { 'topUp.fields': required }) => {
    const missing = missingFrom(requestFields, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_FIELD_REQUIRED', required, { field: missing.join(', ') });
  },
});

export const topUpPayoutFields = rules.validator({
  id: 'ru-mfo.top-up-payout-fields',
  appliesAt: [TOP_UP],
  facts: ['requestFields'],
  params: ['topUp.payoutFields'],
  path: ['input', 'payoutMethod'],
  check: ({ requestFields }, { 'topUp.payoutFields': required }) => {
    const missing = missingFrom(requestFields, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_FIELD_REQUIRED', required, { field: missing.join(', ') });
  },
});

export const topUpCodeChannel = rules.validator({
  id: 'ru-mfo.top-up-code-channel',
  appliesAt: [TOP_UP_SIGN],
  facts: ['requestCodeChannel'],
  params: ['topUp.codeChannels'],
  path: ['input', 'ceremonyId'],
  check: ({ requestCodeChannel }, { 'topUp.codeChannels': allowed }) =>
    allowed.value.includes(requestCodeChannel) ? pass : fail('RU_MFO_CHANNEL_NOT_ALLOWED', allowed, { channel: requestCodeChannel }),
});

export const topUpSigned = rules.validator({
  id: 'ru-mfo.top-up-signed',
  appliesAt: [TOP_UP_PAYOUT],
  facts: ['requestSigned'],
  params: ['topUp.signed'],
  path: ['input', 'topUpId'],
  check: ({ requestSigned }, { 'topUp.signed': required }) =>
    requestSigned || !required.value ? pass : fail('RU_MFO_SIGNATURE_MISSING', required, { missing: 'TOP_UP_APPLICATION' }),
});

export const topUpAsApplied = rules.validator({
  id: 'ru-mfo.top-up-as-applied',
  appliesAt: [TOP_UP_PAYOUT],
  facts: ['payoutMethod', 'orderedMethod'],
  params: ['topUp.asApplied'],
  path: ['input', 'payoutMethod'],
  check: ({ payoutMethod, orderedMethod }, { 'topUp.asApplied': required }) =>
    payoutMethod === orderedMethod || !required.value
      ? pass
      : fail('RU_MFO_DISBURSEMENT_METHOD_MISMATCH', required, { chosen: payoutMethod, ordered: orderedMethod }),
});

/** Law's ceiling of what one person owes, with the sum of a tranche or an additional sum. */
export const principalAfterRequest = rules.validator({
  id: 'ru-mfo.principal-after-request',
  appliesAt: [TOP_UP_LAW, TOP_UP_PAYOUT, TRANCHE],
  facts: ['principalDebt'],
  params: ['principal.max'],
  path: ['input', 'amount'],
  check: ({ principalDebt }, { 'principal.max': max }) =>
    principalDebt.lte(max.decimal)
      ? pass
      : fail('RU_MFO_PRINCIPAL_ABOVE_CAP', max, { debt: principalDebt.toFixed(2), limit: max.decimal.toFixed(2) }),
});

export const topUpValidators = [
  topUpChannel,
  topUpTerm,
  topUpFields,
  topUpPayoutFields,
  topUpCodeChannel,
  topUpSigned,
  topUpAsApplied,
  principalAfterRequest,
];
