import { Temporal } from 'temporal-polyfill';
import { fail, notApplicable, pass } from '../../../modules/rules';
import { rules } from '../rule-set';
import { APPROVAL } from './approval';

/** Stages of this plugin: the kind of decision that an officer records. */
export const AS_APPLIED = 'APPROVAL_AS_APPLIED';
export const OTHER_TERMS = 'APPROVAL_ON_OTHER_TERMS';
export const REFUSAL = 'REFUSAL';

/** Codes of the grounds of a refusal. */
export const grounds = {
  notEligible: 'RU_MFO_NOT_ELIGIBLE',
  creditHistory: 'RU_MFO_CREDIT_HISTORY_NEGATIVE',
  data: 'RU_MFO_DATA_UNRELIABLE',
  solvency: 'RU_MFO_SOLVENCY_NEGATIVE',
  debt: 'RU_MFO_OUTSTANDING_DEBT',
  openContract: 'RU_MFO_ACTIVE_CONTRACT_EXISTS',
  cardExpiry: 'RU_MFO_CARD_EXPIRES_BEFORE_TERM',
  notSigned: 'RU_MFO_SIGNATURE_MISSING',
  other: 'OTHER',
} as const;

export const asApplied = rules.validator({
  id: 'ru-mfo.decision-as-applied',
  appliesAt: [AS_APPLIED],
  facts: ['appliedAmount', 'appliedTermDays', 'decidedAmount', 'decidedTermDays'],
  params: ['decision.asApplied'],
  check: (facts, { 'decision.asApplied': required }) =>
    !required.value || !differs(facts) ? pass : fail('RU_MFO_INDIVIDUAL_TERMS_MISMATCH', required, shown(facts)),
});

export const otherTerms = rules.validator({
  id: 'ru-mfo.decision-on-other-terms',
  appliesAt: [OTHER_TERMS],
  facts: ['appliedAmount', 'appliedTermDays', 'decidedAmount', 'decidedTermDays'],
  params: ['decision.otherTerms'],
  check: (facts, { 'decision.otherTerms': required }) =>
    !required.value || differs(facts) ? pass : fail('RU_MFO_DECISION_KIND_INVALID', required, shown(facts)),
});

export const decisionFinal = rules.validator({
  id: 'ru-mfo.decision-final',
  appliesAt: [APPROVAL, REFUSAL],
  facts: ['decided'],
  optionalFacts: ['grounds'],
  params: ['decision.final'],
  check: ({ decided, grounds: refusing }, { 'decision.final': final }) => {
    // An approval may still turn into a refusal; when it is too late for that is another rule's matter.
    const open = decided === 'NONE' || (refusing !== undefined && decided === 'APPROVED');
    return open || !final.value ? pass : fail('RU_MFO_DECISION_FINAL', final, { decided });
  },
});

/** The lender's refusal; until when a client may decline is no matter of this rule. */
export const refusalBeforeTransfer = rules.validator({
  id: 'ru-mfo.refusal-before-transfer',
  appliesAt: [REFUSAL],
  facts: ['transferred'],
  params: ['refusal.untilTransfer'],
  check: ({ transferred }, { 'refusal.untilTransfer': required }) =>
    transferred && required.value ? fail('RU_MFO_REFUSAL_TOO_LATE', required) : pass,
});

export const refusalGrounds = rules.validator({
  id: 'ru-mfo.refusal-grounds',
  appliesAt: [REFUSAL],
  facts: ['grounds', 'failedRequirements'],
  params: ['decision.grounds'],
  path: ['input', 'grounds'],
  check: (facts, { 'decision.grounds': required }) =>
    facts.grounds.length + facts.failedRequirements.length > 0 || !required.value
      ? pass
      : fail('RU_MFO_DECISION_BASIS_MISSING', required, { missing: 'grounds' }),
});

/** A ground is good only where the lender's rules have it, and with what was recorded to support it. */
type GroundParameter =
  | 'ground.notEligible'
  | 'ground.creditHistory'
  | 'ground.data'
  | 'ground.other'
  | 'ground.solvency'
  | 'ground.debt'
  | 'ground.openContract'
  | 'ground.cardExpiry'
  | 'ground.notSigned';

const groundOf = <const P extends GroundParameter>(
  id: string,
  param: P,
  code: string,
  supported: (facts: {
    failedRequirements?: readonly string[];
    creditHistoryMeetsPolicy?: boolean;
    dataReliable?: boolean;
    explainedGrounds?: readonly string[];
    solvent?: boolean;
    overdueContracts?: number;
    openContracts?: number;
    cardExpiresOn?: Temporal.PlainDate;
    repaidOn?: Temporal.PlainDate;
    termsUnsigned?: boolean;
  }) => boolean,
) =>
  rules.validator({
    id,
    appliesAt: [REFUSAL],
    facts: ['grounds'],
    optionalFacts: [
      'failedRequirements',
      'creditHistoryMeetsPolicy',
      'dataReliable',
      'explainedGrounds',
      'solvent',
      'overdueContracts',
      'openContracts',
      'cardExpiresOn',
      'repaidOn',
      'termsUnsigned',
    ],
    params: [param],
    path: ['input', 'grounds'],
    check: (facts, params) => {
      if (!facts.grounds.includes(code)) return notApplicable;
      return params[param].value && supported(facts) ? pass : fail('RU_MFO_DECISION_BASIS_MISSING', params[param], { missing: code });
    },
  });

export const groundNotEligible = groundOf(
  'ru-mfo.ground-not-eligible',
  'ground.notEligible',
  grounds.notEligible,
  ({ failedRequirements = [] }) => failedRequirements.length > 0,
);
export const groundCreditHistory = groundOf(
  'ru-mfo.ground-credit-history',
  'ground.creditHistory',
  grounds.creditHistory,
  ({ creditHistoryMeetsPolicy }) => creditHistoryMeetsPolicy === false,
);
export const groundData = groundOf('ru-mfo.ground-data', 'ground.data', grounds.data, ({ dataReliable }) => dataReliable === false);
export const groundOther = groundOf('ru-mfo.ground-other', 'ground.other', grounds.other, ({ explainedGrounds = [] }) =>
  explainedGrounds.includes(grounds.other),
);

export const groundSolvency = groundOf('ru-mfo.ground-solvency', 'ground.solvency', grounds.solvency, ({ solvent }) => solvent === false);
export const groundDebt = groundOf('ru-mfo.ground-debt', 'ground.debt', grounds.debt, ({ overdueContracts = 0 }) => overdueContracts > 0);
export const groundOpenContract = groundOf(
  'ru-mfo.ground-open-contract',
  'ground.openContract',
  grounds.openContract,
  ({ openContracts = 0 }) => openContracts > 0,
);
export const groundCardExpiry = groundOf(
  'ru-mfo.ground-card-expiry',
  'ground.cardExpiry',
  grounds.cardExpiry,
  ({ cardExpiresOn, repaidOn }) =>
    cardExpiresOn !== undefined && repaidOn !== undefined && Temporal.PlainDate.compare(cardExpiresOn, repaidOn) < 0,
);
export const groundNotSigned = groundOf(
  'ru-mfo.ground-not-signed',
  'ground.notSigned',
  grounds.notSigned,
  ({ termsUnsigned }) => termsUnsigned === true,
);

interface Sums {
  readonly appliedAmount: { equals(other: never): boolean; toFixed(places: number): string };
  readonly appliedTermDays: number;
  readonly decidedAmount: { toFixed(places: number): string };
  readonly decidedTermDays: number;
}

const differs = ({ appliedAmount, appliedTermDays, decidedAmount, decidedTermDays }: Sums) =>
  !appliedAmount.equals(decidedAmount as never) || appliedTermDays !== decidedTermDays;

const shown = ({ appliedAmount, appliedTermDays, decidedAmount, decidedTermDays }: Sums) => ({
  applied: `${appliedAmount.toFixed(2)} / ${appliedTermDays}`,
  decided: `${decidedAmount.toFixed(2)} / ${decidedTermDays}`,
});

export const decision = [
  asApplied,
  otherTerms,
  decisionFinal,
  refusalBeforeTransfer,
  refusalGrounds,
  groundNotEligible,
  groundCreditHistory,
  groundData,
  groundOther,
  groundSolvency,
  groundDebt,
  groundOpenContract,
  groundCardExpiry,
  groundNotSigned,
];
