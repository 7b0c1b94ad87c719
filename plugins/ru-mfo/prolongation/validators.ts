import { fail, notApplicable, pass } from '../../../modules/rules';
import { rules } from '../rule-set';

/** Stages of this plugin: a prolongation is asked for; its offer is accepted. */
export const PROLONGATION_REQUEST = 'PROLONGATION_REQUEST';
export const PROLONGATION_ACCEPT = 'PROLONGATION_ACCEPT';

export const prolongationChannel = rules.validator({
  id: 'ru-mfo.prolongation-channel',
  appliesAt: [PROLONGATION_REQUEST, PROLONGATION_ACCEPT],
  facts: ['requestChannel'],
  params: ['prolongation.channels'],
  path: ['input', 'contractId'],
  check: ({ requestChannel }, { 'prolongation.channels': allowed }) =>
    allowed.value.includes(requestChannel) ? pass : fail('RU_MFO_CHANNEL_NOT_ALLOWED', allowed, { channel: requestChannel }),
});

export const prolongationAction = rules.validator({
  id: 'ru-mfo.prolongation-action',
  appliesAt: [PROLONGATION_REQUEST],
  facts: ['requestAction'],
  params: ['prolongation.actions'],
  path: ['input', 'action'],
  check: ({ requestAction }, { 'prolongation.actions': actions }) =>
    actions.value.includes(requestAction)
      ? pass
      : fail('RU_MFO_PROLONGATION_ACTION_UNKNOWN', actions, { action: requestAction, accepted: actions.value.join(', ') }),
});

/** Law and lender's rules limit prolongations of short loans; what law does not count is not limited either. */
export const prolongationLimit = rules.validator({
  id: 'ru-mfo.prolongation-limit',
  appliesAt: [PROLONGATION_REQUEST, PROLONGATION_ACCEPT],
  facts: ['originalTermDays', 'extensionDays', 'countedProlongations', 'borrowerType'],
  params: ['prolongation.max', 'prolongation.shortTermDays'],
  optionalParams: ['prolongation.uncountedDays', 'prolongation.borrowers'],
  path: ['input', 'contractId'],
  check: (facts, params) => {
    const { 'prolongation.max': max, 'prolongation.shortTermDays': short } = params;
    const borrowers = params['prolongation.borrowers'];
    if (facts.originalTermDays > short.value) return notApplicable;
    if (borrowers && !borrowers.value.includes(facts.borrowerType)) return notApplicable;
    if (facts.extensionDays <= (params['prolongation.uncountedDays']?.value ?? 0)) return pass;
    return facts.countedProlongations < max.value
      ? pass
      : fail('RU_MFO_PROLONGATION_LIMIT', max, { made: facts.countedProlongations, limit: max.value });
  },
});

export const prolongationInterestPaid = rules.validator({
  id: 'ru-mfo.prolongation-interest-paid',
  appliesAt: [PROLONGATION_ACCEPT],
  facts: ['interestUnpaid'],
  params: ['prolongation.interestPaid'],
  check: ({ interestUnpaid }, { 'prolongation.interestPaid': required }) =>
    interestUnpaid.isZero() || !required.value
      ? pass
      : fail('RU_MFO_PROLONGATION_INTEREST_UNPAID', required, { unpaid: interestUnpaid.toFixed(2) }),
});

export const prolongationValidators = [prolongationChannel, prolongationAction, prolongationLimit, prolongationInterestPaid];
