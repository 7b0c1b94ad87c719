import { randomInt } from 'node:crypto';
import { connect } from 'node:net';
import { Temporal } from 'temporal-polyfill';
import { citer, fail, type Outcome, pass, ruleSet } from '../../../modules/rules';
import type { PluginParts } from '../../../plugins/kit';
import { defineErrors } from '../../../schema/base';
import { type BadPlugin, definedWith } from './bad-plugin';

const cite = citer('xx-bad');
const clause = cite('xx-bad/1');
const rules = ruleSet('xx-bad', {
  parameters: {},
  facts: { count: 'COUNT' },
  codes: { gap: 'XX_BAD_NO', textNotHeld: 'XX_BAD_NO' },
});
const no = { kind: 'FINDING', en: 'No more than {most}.', ru: 'Не более {most}.', be: 'Не больш за {most}.' } as const;

const surroundings: Partial<PluginParts> = {
  parameters: rules,
  clauses: { plugin: 'xx-bad', documents: [], clauses: [{ id: 'xx-bad/1', document: 'rules', kind: 'rule', requires: 'At most one.' }] },
  errors: [defineErrors('xx-bad', { XX_BAD_NO: no })],
};

type Facts = { readonly count: number };
const judge = ({ count }: Facts): Outcome => (count <= 1 ? pass : fail('XX_BAD_NO', clause, { most: 1 }));
const fixture = (count: number) => ({ lender: 'nobody', on: '2026-01-01', facts: rules.factSet({ count: [count, 'TEST'] }) });
const fixtures = { passing: [fixture(1)], failing: [{ ...fixture(2), code: 'XX_BAD_NO' }] };

function withValidator(fault: string, code: string, check: (facts: Facts) => Outcome, given = fixtures): BadPlugin {
  return {
    fault: `a validator that ${fault}`,
    code,
    define: () =>
      definedWith({
        ...surroundings,
        validators: [rules.validator({ id: 'xx-bad.count', appliesAt: ['SUBMIT'], facts: ['count'], cites: [clause], check })],
      }),
    conformance: { fixtures: { validators: { 'xx-bad.count': given } } },
  };
}

let calls = 0;

export const badValidators: readonly BadPlugin[] = [
  withValidator('reads the clock', 'PLUGIN_VALIDATOR_IMPURE', (facts) => (Date.now() > 0 ? judge(facts) : pass)),
  withValidator('reads the clock through `new Date`', 'PLUGIN_VALIDATOR_IMPURE', (facts) =>
    new Date().getFullYear() > 0 ? judge(facts) : pass,
  ),
  withValidator('reads the clock through Temporal', 'PLUGIN_VALIDATOR_IMPURE', (facts) =>
    Temporal.Now.instant().epochMilliseconds > 0 ? judge(facts) : pass,
  ),
  withValidator('reads the clock and hides the refusal', 'PLUGIN_VALIDATOR_IMPURE', (facts) => {
    try {
      Date.now();
    } catch {
      // Swallowed on purpose: the kit must see it all the same.
    }
    return judge(facts);
  }),
  withValidator('throws dice', 'PLUGIN_VALIDATOR_IMPURE', (facts) => (Math.random() < 2 ? judge(facts) : pass)),
  withValidator('draws cryptographic lots', 'PLUGIN_VALIDATOR_IMPURE', (facts) => (randomInt(2) < 2 ? judge(facts) : pass)),
  withValidator('calls the network', 'PLUGIN_VALIDATOR_IMPURE', (facts) => {
    connect(9);
    return judge(facts);
  }),
  withValidator('reads the environment', 'PLUGIN_VALIDATOR_IMPURE', (facts) => (process.env.LIMIT ? pass : judge(facts))),
  withValidator('writes to its facts', 'PLUGIN_VALIDATOR_THROWS', (facts) => judge(Object.assign(facts, { count: facts.count }))),
  withValidator('remembers', 'PLUGIN_VALIDATOR_UNSTEADY', (facts) =>
    facts.count <= 1 ? pass : fail('XX_BAD_NO', clause, { most: 1, calls: ++calls }),
  ),
  withValidator('answers another code than its fixture says', 'PLUGIN_FIXTURE_DISAGREES', () => pass),
  withValidator('leaves out a fact of its sentence', 'PLUGIN_FINDING_FACT_MISSING', ({ count }) =>
    count <= 1 ? pass : fail('XX_BAD_NO', clause),
  ),
  withValidator(
    'answers a code that nobody defined',
    'PLUGIN_CODE_UNDEFINED',
    ({ count }) => (count <= 1 ? pass : fail('XX_BAD_OTHER', clause)),
    {
      passing: [fixture(1)],
      failing: [{ ...fixture(2), code: 'XX_BAD_OTHER' }],
    },
  ),
  withValidator('has no failing fixture', 'PLUGIN_FIXTURE_MISSING', judge, { passing: [fixture(1)], failing: [] }),
  {
    fault: 'a validator without a citation',
    code: 'PLUGIN_VALIDATOR_UNCITED',
    define: () => {
      const cited = rules.validator({ id: 'xx-bad.count', appliesAt: ['SUBMIT'], facts: ['count'], cites: [clause], check: judge });
      return definedWith({ ...surroundings, validators: [{ ...cited, cites: [] }] });
    },
  },
  {
    fault: 'a validator that cites a clause of no register',
    code: 'PLUGIN_CLAUSE_UNKNOWN',
    define: () =>
      definedWith({
        ...surroundings,
        validators: [
          rules.validator({ id: 'xx-bad.count', appliesAt: ['SUBMIT'], facts: ['count'], cites: [cite('xx-bad/99')], check: judge }),
        ],
      }),
  },
];
