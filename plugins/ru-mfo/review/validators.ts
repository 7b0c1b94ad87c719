import { Temporal } from 'temporal-polyfill';
import { fail, notApplicable, pass } from '../../../modules/rules';
import { rules } from '../rule-set';
import { missingFrom } from '../validators/sets';

/** Stage of this plugin: an officer finishes the check of an application's data. */
export const CHECK = 'CHECK';

export const borrowerType = rules.validator({
  id: 'ru-mfo.borrower-type',
  appliesAt: ['START', 'DECIDE'],
  facts: ['borrowerType'],
  params: ['borrower.types'],
  check: (facts, { 'borrower.types': types }) =>
    types.value.includes(facts.borrowerType)
      ? pass
      : fail('RU_MFO_BORROWER_TYPE_NOT_ALLOWED', types, { type: facts.borrowerType, allowed: types.value.join(', ') }),
});

/** A warning that must be acknowledged before the application is sent. */
const warned = <const P extends 'warning.falseData' | 'warning.criminalLiability'>(id: string, param: P, warning: string) =>
  rules.validator({
    id,
    appliesAt: ['SUBMIT'],
    facts: ['acknowledgements'],
    params: [param],
    check: ({ acknowledgements }, params) =>
      acknowledgements.includes(warning) || !params[param].value
        ? pass
        : fail('RU_MFO_TERMS_NOT_ACCEPTED', params[param], { documents: warning }),
  });

export const warnedOfFalseData = warned('ru-mfo.warned-of-false-data', 'warning.falseData', 'FALSE_DATA_RISK');
export const warnedOfLiability = warned('ru-mfo.warned-of-liability', 'warning.criminalLiability', 'CRIMINAL_LIABILITY');

const IN_ACCOUNT = 'PERSONAL_ACCOUNT_AT_APPLICATION';

/** The edition in force is shown in the account before the first step; that it stands on the site is another rule. */
export const editionShown = rules.validator({
  id: 'ru-mfo.edition-shown',
  appliesAt: ['START', 'SUBMIT'],
  facts: ['editionShownIn'],
  params: ['edition.publication'],
  check: ({ editionShownIn }, { 'edition.publication': places }) =>
    !places.value.includes(IN_ACCOUNT) || editionShownIn.includes(IN_ACCOUNT)
      ? pass
      : fail('RU_MFO_EDITION_NOT_PRESENTED', places, { missing: IN_ACCOUNT }),
});

export const checkConsent = rules.validator({
  id: 'ru-mfo.check-consent',
  appliesAt: [CHECK, 'SUBMIT', 'DECIDE'],
  facts: ['standingConsents'],
  params: ['check.consent'],
  check: ({ standingConsents }, { 'check.consent': required }) => {
    const missing = missingFrom(standingConsents, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_CONSENT_MISSING', required, { consent: missing.join(', ') });
  },
});

export const checkDone = rules.validator({
  id: 'ru-mfo.check-done',
  // Stages of a decision, spelled out: the decision's own validators import this plugin's others.
  appliesAt: ['APPROVAL', 'REFUSAL'],
  facts: ['checked'],
  params: ['check.required'],
  check: ({ checked }, { 'check.required': required }) => (checked || !required.value ? pass : fail('RU_MFO_CHECK_MISSING', required)),
});

export const dataTrue = rules.validator({
  id: 'ru-mfo.data-true',
  appliesAt: ['DECIDE'],
  facts: ['dataReliable'],
  params: ['data.reliable'],
  check: ({ dataReliable }, { 'data.reliable': required }) =>
    dataReliable || !required.value ? pass : fail('RU_MFO_DATA_UNRELIABLE', required),
});

export const payoutRequired = rules.validator({
  id: 'ru-mfo.payout-required',
  appliesAt: ['DECIDE', 'TRANSFER'],
  facts: ['payoutKinds'],
  params: ['payout.required'],
  check: ({ payoutKinds }, { 'payout.required': required }) => {
    const missing = missingFrom(payoutKinds, required.value);
    return missing.length === 0 ? pass : fail('RU_MFO_BANK_ACCOUNT_REQUIRED', required, { accepted: missing.join(', ') });
  },
});

export const permanentIncome = rules.validator({
  id: 'ru-mfo.permanent-income',
  appliesAt: ['DECIDE'],
  facts: ['incomePermanent'],
  params: ['income.permanent'],
  check: ({ incomePermanent }, { 'income.permanent': required }) =>
    incomePermanent || !required.value ? pass : fail('RU_MFO_INCOME_REQUIRED', required),
});

export const noUnpaidDebt = rules.validator({
  id: 'ru-mfo.no-unpaid-debt',
  appliesAt: ['DECIDE'],
  facts: ['overdueContracts'],
  params: ['ground.debt'],
  check: ({ overdueContracts }, { 'ground.debt': ground }) =>
    overdueContracts === 0 || !ground.value ? pass : fail('RU_MFO_OUTSTANDING_DEBT', ground, { contracts: overdueContracts }),
});

export const noOpenContract = rules.validator({
  id: 'ru-mfo.no-open-contract',
  appliesAt: ['DECIDE'],
  facts: ['openContracts'],
  params: ['ground.openContract'],
  check: ({ openContracts }, { 'ground.openContract': ground }) =>
    openContracts === 0 || !ground.value ? pass : fail('RU_MFO_ACTIVE_CONTRACT_EXISTS', ground, { contracts: openContracts }),
});

export const cardOutlivesLoan = rules.validator({
  id: 'ru-mfo.card-outlives-loan',
  appliesAt: ['DECIDE'],
  facts: ['repaidOn'],
  optionalFacts: ['cardExpiresOn'],
  params: ['ground.cardExpiry'],
  check: ({ repaidOn, cardExpiresOn }, { 'ground.cardExpiry': ground }) => {
    // Money that goes to an account needs no card; one whose end nobody told is not judged.
    if (!cardExpiresOn || !ground.value) return notApplicable;
    const facts = { expiresOn: cardExpiresOn.toString(), repaidOn: repaidOn.toString() };
    return Temporal.PlainDate.compare(cardExpiresOn, repaidOn) >= 0 ? pass : fail('RU_MFO_CARD_EXPIRES_BEFORE_TERM', ground, facts);
  },
});

export const solventEnough = rules.validator({
  id: 'ru-mfo.solvent-enough',
  appliesAt: ['DECIDE'],
  facts: ['solvent'],
  params: ['ground.solvency'],
  check: ({ solvent }, { 'ground.solvency': ground }) => (solvent || !ground.value ? pass : fail('RU_MFO_SOLVENCY_NEGATIVE', ground)),
});

export const decisionKind = rules.validator({
  id: 'ru-mfo.decision-kind',
  appliesAt: ['APPROVAL', 'REFUSAL'],
  facts: ['decidedKind'],
  params: ['decision.kinds'],
  path: ['input', 'kind'],
  check: ({ decidedKind }, { 'decision.kinds': kinds }) =>
    kinds.value.includes(decidedKind)
      ? pass
      : fail('RU_MFO_DECISION_KIND_INVALID', kinds, { kind: decidedKind, allowed: kinds.value.join(', ') }),
});

export const scheduleGiven = rules.validator({
  id: 'ru-mfo.schedule-given',
  appliesAt: ['TRANSFER', 'CONCLUDE'],
  facts: ['schedulePlaces'],
  params: ['schedule.places'],
  check: ({ schedulePlaces }, { 'schedule.places': places }) => {
    const missing = missingFrom(schedulePlaces, places.value);
    return missing.length === 0 ? pass : fail('RU_MFO_SCHEDULE_MISSING', places, { missing: missing.join(', ') });
  },
});

export const contractPrevails = rules.validator({
  id: 'ru-mfo.contract-prevails',
  appliesAt: ['TRANSFER', 'CONCLUDE'],
  facts: ['contractRate', 'appliedRate'],
  params: ['precedence.contract'],
  // Law may lower what was agreed; nothing of the lender's own may raise it.
  check: ({ contractRate, appliedRate }, { 'precedence.contract': required }) =>
    appliedRate.lte(contractRate) || !required.value
      ? pass
      : fail('RU_MFO_CONTRACT_PREVAILS', required, { agreed: contractRate.toFixed(), applied: appliedRate.toFixed() }),
});

/** What a lender's rules ask of the person and of the application before the decision; a failure makes the person not eligible. */
export const reviewRequirements = [payoutRequired, permanentIncome];

export const reviewValidators = [
  borrowerType,
  warnedOfFalseData,
  warnedOfLiability,
  editionShown,
  checkConsent,
  checkDone,
  dataTrue,
  noUnpaidDebt,
  noOpenContract,
  cardOutlivesLoan,
  solventEnough,
  decisionKind,
  scheduleGiven,
  contractPrevails,
];
