import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../schema/base';
import type { PluginConformance, ValidatorFixture } from '../kit/conformance';
import { accountCases } from './test-support/account-cases';
import { changeFixtures } from './test-support/change-fixtures';
import { lawFixtures } from './test-support/law-fixtures';
import { processCases } from './test-support/process-cases';
import { receptionCases, receptionFixtures } from './test-support/reception';
import { requirementCases } from './test-support/requirement-cases';
import { reviewCases } from './test-support/review-cases';
import { factsOf, type PlainFacts } from './test-support/rule-book';

const under = (facts: PlainFacts, on = '2023-04-01'): ValidatorFixture => ({ lender: 'veritas', on, facts: factsOf(facts) });

const concludedOn = Temporal.PlainDate.from('2023-04-28');
const born = (birthDate: string): PlainFacts => ({ birthDate: Temporal.PlainDate.from(birthDate), concludedOn });
const loan = (charges: string): PlainFacts => ({ decidedAmount: new Decimal(10000), decidedTermDays: 180, charges: new Decimal(charges) });

const accepted = (on: string): PlainFacts => ({ actedOn: Temporal.PlainDate.from(on), offerDueOn: Temporal.PlainDate.from('2023-05-08') });

const byRegister = Object.fromEntries(
  [...requirementCases, ...processCases].map(({ validator, good, bad, code }) => [
    validator.id,
    { passing: good.map((facts) => under(facts)), failing: bad.map((facts) => ({ ...under(facts), code })) },
  ]),
);

const inSteps = (facts: PlainFacts): ValidatorFixture => ({ lender: 'kapital-nt', on: '2023-04-28', facts: factsOf(facts) });
const accountFixtures = Object.fromEntries(
  accountCases.map(({ validator, good, bad, code }) => [
    validator.id,
    { passing: good.map(inSteps), failing: bad.map((facts) => ({ ...inSteps(facts), code })) },
  ]),
);

const whereACodeSigns = (facts: PlainFacts): ValidatorFixture => ({ lender: 'kapital-nt', on: '2023-03-01', facts: factsOf(facts) });
const reviewFixtures = Object.fromEntries(
  reviewCases.map(({ validator, good, bad, code }) => [
    validator.id,
    { passing: good.map(whereACodeSigns), failing: bad.map((facts) => ({ ...whereACodeSigns(facts), code })) },
  ]),
);

const beforeSending = (facts: PlainFacts): ValidatorFixture => ({ lender: 'sotovy', on: '2023-04-01', facts: factsOf(facts) });
const wanted = ['LOAN_APPLICATION', 'PERSONAL_DATA_CONSENT', 'CREDIT_REPORT_CONSENT'];
const packetFixtures = {
  'ru-mfo.application-packet-complete': {
    passing: [beforeSending({ packetKind: 'APPLICATION', signedKinds: wanted })],
    failing: wanted.map((kind) => ({
      ...beforeSending({ packetKind: 'APPLICATION', signedKinds: wanted.filter((other) => other !== kind) }),
      code: 'RU_MFO_SIGNATURE_MISSING',
    })),
  },
  'ru-mfo.application-packet-signed': {
    passing: [beforeSending({ applicationPacketKinds: wanted })],
    failing: [{ ...beforeSending({ applicationPacketKinds: [] }), code: 'RU_MFO_SIGNATURE_MISSING' }],
  },
};

/** What the plugin is judged by: for every validator facts that pass and facts that fail. */
export const conformance: PluginConformance = {
  fixtures: {
    validators: {
      ...receptionFixtures(receptionCases),
      ...reviewFixtures,
      ...packetFixtures,
      ...byRegister,
      ...lawFixtures,
      ...changeFixtures,
      ...accountFixtures,
      'ru-mfo.age': {
        passing: [under(born('1957-04-29')), under(born('2005-04-28'))],
        failing: [
          { ...under(born('1957-04-28')), code: 'RU_MFO_AGE_ABOVE_MAX' },
          { ...under(born('2005-04-29')), code: 'RU_MFO_AGE_BELOW_MIN' },
        ],
      },
      'ru-mfo.daily-rate': {
        passing: [under({ dailyRate: new Decimal('0.8') }, '2024-01-01')],
        failing: [{ ...under({ dailyRate: new Decimal('0.81') }, '2024-01-01'), code: 'RU_MFO_DAILY_RATE_ABOVE_CAP' }],
      },
      'ru-mfo.full-cost': {
        passing: [under({ fullCost: new Decimal('292.000') }, '2024-01-01')],
        failing: [{ ...under({ fullCost: new Decimal('371.404') }, '2024-01-01'), code: 'RU_MFO_FULL_COST_ABOVE_CAP' }],
      },
      'ru-mfo.charges': {
        passing: [under(loan('13000'), '2024-01-01')],
        failing: [{ ...under(loan('13000.01'), '2024-01-01'), code: 'RU_MFO_CHARGES_ABOVE_CAP' }],
      },
      'ru-mfo.offer-stands': {
        passing: [under(accepted('2023-05-08'))],
        failing: [{ ...under(accepted('2023-05-09')), code: 'RU_MFO_OFFER_EXPIRED' }],
      },
      'ru-mfo.principal': {
        passing: [under({ principalDebt: new Decimal('500000') })],
        failing: [{ ...under({ principalDebt: new Decimal('500000.01') }), code: 'RU_MFO_PRINCIPAL_ABOVE_CAP' }],
      },
    },
  },
};
