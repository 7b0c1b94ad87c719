import type { PluginConformance, ValidatorFixture } from '../../../kit/conformance';
import { published, shortLoans } from '../../reception/eligibility';
import { factsOf, type PlainFacts } from '../rule-book';
import type { ReceptionCase } from './reception-case';

const under = (facts: PlainFacts): ValidatorFixture => ({ lender: 'sotovy', on: '2024-06-10', facts: factsOf(facts) });

type Pair = Pick<ReceptionCase, 'validator' | 'good' | 'bad' | 'code'>;

const beside: readonly Pair[] = [
  { validator: shortLoans, good: [{ shortLoansTaken: 8 }], bad: [{ shortLoansTaken: 9 }], code: 'RU_MFO_SHORT_LOANS_PER_YEAR' },
  {
    validator: published,
    good: [{ publishedKinds: ['RULES', 'INFORMATION', 'GENERAL_TERMS'] }],
    bad: [{ publishedKinds: ['INFORMATION', 'GENERAL_TERMS'] }, { publishedKinds: ['RULES', 'INFORMATION'] }],
    code: 'RU_MFO_PUBLISHED_DOCUMENT_MISSING',
  },
];

/** The cases as fixtures; a rule that several points demand has those of all. */
export function receptionFixtures(cases: readonly ReceptionCase[]): NonNullable<PluginConformance['fixtures']['validators']> {
  const pairs: readonly Pair[] = [...cases, ...beside];
  const ids = [...new Set(pairs.map(({ validator }) => validator.id))];
  return Object.fromEntries(
    ids.map((id) => {
      const own = pairs.filter(({ validator }) => validator.id === id);
      return [
        id,
        {
          passing: own.flatMap(({ good }) => good.map(under)),
          failing: own.flatMap(({ bad, code }) => bad.map((facts) => ({ ...under(facts), code }))),
        },
      ];
    }),
  );
}
