import { Decimal } from '../../../schema/base';
import type { ValidatorFixture } from '../../kit/conformance';
import { factsOf, type PlainFacts } from './rule-book';

const of = (text: string) => new Decimal(text);

interface Pair {
  readonly good: readonly PlainFacts[];
  readonly bad: readonly PlainFacts[];
  readonly code: string;
}

const fixtures = (lender: string, pairs: Readonly<Record<string, Pair>>) =>
  Object.fromEntries(
    Object.entries(pairs).map(([name, { good, bad, code }]) => {
      const under = (facts: PlainFacts): ValidatorFixture => ({ lender, on: '2023-04-01', facts: factsOf(facts) });
      return [`ru-mfo.${name}`, { passing: good.map(under), failing: bad.map((facts) => ({ ...under(facts), code })) }];
    }),
  );

const short = { originalTermDays: 30, extensionDays: 10, borrowerType: 'NATURAL_PERSON' };
const stated = { good: [{ requestFields: ['AMOUNT', 'PAYOUT_METHOD'] }], bad: [{ requestFields: [] }], code: 'RU_MFO_FIELD_REQUIRED' };
const ownChannel = {
  good: [{ requestChannel: 'PERSONAL_ACCOUNT' }],
  bad: [{ requestChannel: 'OFFICE' }],
  code: 'RU_MFO_CHANNEL_NOT_ALLOWED',
};
const phoneCode = {
  good: [{ requestCodeChannel: 'SMS' }, { requestCodeChannel: 'CALL' }],
  bad: [{ requestCodeChannel: 'EMAIL' }],
  code: 'RU_MFO_CHANNEL_NOT_ALLOWED',
};

/** Facts that pass and facts that fail, for every rule of what changes a running contract. */
export const changeFixtures = {
  ...fixtures('kapital-nt', {
    'prolongation-channel': ownChannel,
    'prolongation-action': {
      good: [{ requestAction: 'PROLONG' }, { requestAction: 'REPAY' }],
      bad: [{ requestAction: 'WAIT' }],
      code: 'RU_MFO_PROLONGATION_ACTION_UNKNOWN',
    },
    'prolongation-limit': {
      good: [{ ...short, countedProlongations: 4 }],
      bad: [{ ...short, countedProlongations: 5 }],
      code: 'RU_MFO_PROLONGATION_LIMIT',
    },
    'prolongation-interest-paid': {
      good: [{ interestUnpaid: of('0') }],
      bad: [{ interestUnpaid: of('0.01') }],
      code: 'RU_MFO_PROLONGATION_INTEREST_UNPAID',
    },
  }),
  ...fixtures('veritas', {
    'line-within-limit': {
      good: [{ requestedAmount: of('8000'), availableLimit: of('8000') }],
      bad: [{ requestedAmount: of('8000.01'), availableLimit: of('8000') }],
      code: 'RU_MFO_CREDIT_LIMIT_EXCEEDED',
    },
    'line-without-insurance': {
      good: [{ insuranceChosen: false, termsChanged: false }],
      bad: [{ insuranceChosen: true, termsChanged: false }],
      code: 'RU_MFO_PRODUCT_FLOW_INVALID',
    },
    'line-without-insurance-changed': {
      good: [{ insuranceChosen: false, termsChanged: true }],
      bad: [{ insuranceChosen: true, termsChanged: true }],
      code: 'RU_MFO_PRODUCT_FLOW_INVALID',
    },
    'line-schedule': {
      good: [{ lineSchedulePlaces: ['PERSONAL_ACCOUNT'] }],
      bad: [{ lineSchedulePlaces: [] }],
      code: 'RU_MFO_SCHEDULE_MISSING',
    },
    'tranche-channel': ownChannel,
    'tranche-fields': stated,
    'tranche-payout-fields': stated,
    'tranche-amount': {
      good: [{ requestedAmount: of('1000') }, { requestedAmount: of('30000.00') }],
      bad: [{ requestedAmount: of('999.99') }, { requestedAmount: of('30000.01') }],
      code: 'RU_MFO_TRANCHE_AMOUNT_OUT_OF_RANGE',
    },
    'tranche-without-overdue': {
      good: [{ overdueDebt: of('0') }],
      bad: [{ overdueDebt: of('0.01') }],
      code: 'RU_MFO_TRANCHE_OVERDUE_DEBT',
    },
    'tranche-available': {
      good: [{ availableLimit: of('1000') }],
      bad: [{ availableLimit: of('999.99') }],
      code: 'RU_MFO_TRANCHE_LIMIT_TOO_LOW',
    },
    'tranche-days-left': { good: [{ daysToEnd: 14 }], bad: [{ daysToEnd: 13 }], code: 'RU_MFO_TRANCHE_TOO_CLOSE_TO_END' },
    'tranche-documents': {
      good: [{ requestDocument: 'TRANCHE_APPLICATION' }],
      bad: [{ requestDocument: 'SUPPLEMENTARY_AGREEMENT' }],
      code: 'RU_MFO_DOCUMENT_KIND_NOT_ALLOWED',
    },
    'tranche-code-channel': phoneCode,
    'top-up-channel': ownChannel,
    'top-up-term': { good: [{ originalTermDays: 35 }], bad: [{ originalTermDays: 36 }], code: 'RU_MFO_TOPUP_TERM_TOO_LONG' },
    'top-up-fields': stated,
    'top-up-payout-fields': stated,
    'top-up-code-channel': phoneCode,
    'top-up-signed': { good: [{ requestSigned: true }], bad: [{ requestSigned: false }], code: 'RU_MFO_SIGNATURE_MISSING' },
    'top-up-as-applied': {
      good: [{ payoutMethod: 'PAYMENT_CARD', orderedMethod: 'PAYMENT_CARD' }],
      bad: [{ payoutMethod: 'PAYMENT_CARD', orderedMethod: 'BANK_ACCOUNT' }],
      code: 'RU_MFO_DISBURSEMENT_METHOD_MISMATCH',
    },
    'principal-after-request': {
      good: [{ principalDebt: of('500000') }],
      bad: [{ principalDebt: of('500000.01') }],
      code: 'RU_MFO_PRINCIPAL_ABOVE_CAP',
    },
  }),
};
