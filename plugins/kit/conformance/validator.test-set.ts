import { type FactSet, type ResolvedRules, RuleBook, runValidator, type Validator, type Verdict } from '../../../modules/rules';
import { deepFreeze } from '../deep-freeze';
import type { PluginDefinition } from '../plugin-definition';
import { pluginProblem } from '../problem';
import { asConfirmed } from './as-confirmed';
import { asProblem } from './as-problems';
import type { ConformanceProblem, ConformanceTest, FailingFixture, ValidatorFixture } from './conformance';
import { inPureWorld } from './pure-world';

type Code = Parameters<typeof pluginProblem>[0];
type Fixtures = { readonly passing: readonly ValidatorFixture[]; readonly failing: readonly FailingFixture[] };

export const validatorTests: readonly ConformanceTest[] = [
  {
    name: 'has a passing and a failing fixture for every validator',
    run(plugin, { fixtures }) {
      const given = fixtures.validators ?? {};
      const ids = new Set((plugin.validators ?? []).map(({ id }) => id));
      return [
        ...[...ids]
          .filter((id) => !given[id]?.passing.length || !given[id]?.failing.length)
          .map((id) => blame(plugin, 'PLUGIN_FIXTURE_MISSING', id)),
        ...Object.keys(given)
          .filter((id) => !ids.has(id))
          .map((id) => blame(plugin, 'PLUGIN_FIXTURE_STRAY', id)),
      ];
    },
  },
  {
    name: 'judges its fixtures as they say, by cited clauses and in defined codes',
    run: (plugin, { fixtures }) =>
      eachFixture(plugin, fixtures.validators, (validator, fixture, rules) => judge(plugin, validator, fixture, rules)),
  },
  {
    name: 'validates without clock, chance, network, files, timers or environment, and writes to nothing',
    run: (plugin, { fixtures }) =>
      eachFixture(plugin, fixtures.validators, (validator, fixture, rules) => pureProblems(plugin, validator, fixture.facts, rules)),
  },
];

function blame(plugin: PluginDefinition, code: Code, contribution: string, facts: Record<string, string> = {}): ConformanceProblem {
  return asProblem(pluginProblem(code, { plugin: plugin.id, contribution, ...facts }));
}

function eachFixture(
  plugin: PluginDefinition,
  fixtures: Readonly<Record<string, Fixtures>> = {},
  look: (validator: Validator, fixture: ValidatorFixture & { code?: string }, rules: ResolvedRules) => ConformanceProblem[],
): ConformanceProblem[] {
  if (!plugin.parameters) return [];
  const book = new RuleBook(plugin.parameters, plugin.editions ?? [], (plugin.statutes ?? []).map(asConfirmed), plugin.validators ?? []);
  return (plugin.validators ?? []).flatMap((validator) => {
    const { passing = [], failing = [] } = fixtures[validator.id] ?? {};
    return [...passing, ...failing].flatMap((fixture) => look(validator, fixture, book.resolve(fixture.lender, fixture.on)));
  });
}

function judge(
  plugin: PluginDefinition,
  validator: Validator,
  fixture: ValidatorFixture & { code?: string },
  rules: ResolvedRules,
): ConformanceProblem[] {
  // What is impure or throws is told by the test of purity; nothing of it may happen here.
  const verdict = runsOf(validator, fixture.facts, rules)[0]!.result;
  if (!verdict) return [];
  const expected = fixture.code ?? 'PASS';
  const got = verdict.verdict === 'FAIL' ? verdict.code! : (verdict.reason ?? verdict.verdict);
  if (got !== expected) return [blame(plugin, 'PLUGIN_FIXTURE_DISAGREES', validator.id, { expected, got })];
  if (verdict.verdict === 'PASS') return verdict.clauses.length > 0 ? [] : [blame(plugin, 'PLUGIN_VALIDATOR_UNCITED', validator.id)];
  return verdict.verdict === 'FAIL' ? judgeFinding(plugin, validator, verdict) : [];
}

/** Two runs on the same frozen facts, in a world without surroundings. */
function runsOf(validator: Validator, facts: FactSet, rules: ResolvedRules) {
  const frozen = { values: deepFreeze({ ...facts.values }), origins: facts.origins };
  // Prepared outside: binding parameters is the engine's work, not the validator's.
  rules.prepare(validator);
  return [1, 2].map(() => inPureWorld(() => runValidator(validator, frozen, rules)));
}

/** A finding is of use only with a clause, a defined code, and all facts that its sentence names. */
function judgeFinding(plugin: PluginDefinition, validator: Validator, verdict: Verdict): ConformanceProblem[] {
  const definition = plugin.errors.flatMap((set) => set.definitions).find(({ code }) => code === verdict.code);
  if (definition?.kind !== 'FINDING') return [blame(plugin, 'PLUGIN_CODE_UNDEFINED', validator.id, { code: verdict.code! })];
  const missing = (definition.en.match(/\{\w+\}/g) ?? []).map((name) => name.slice(1, -1)).filter((name) => !(name in verdict.facts));
  return [
    ...(verdict.clauses.length > 0 ? [] : [blame(plugin, 'PLUGIN_VALIDATOR_UNCITED', validator.id)]),
    ...missing.map((fact) => blame(plugin, 'PLUGIN_FINDING_FACT_MISSING', validator.id, { code: definition.code, fact })),
  ];
}

function pureProblems(plugin: PluginDefinition, validator: Validator, facts: FactSet, rules: ResolvedRules): ConformanceProblem[] {
  const runs = runsOf(validator, facts, rules);
  const reached = [...new Set(runs.flatMap((run) => run.reached))];
  if (reached.length > 0) return reached.map((what) => blame(plugin, 'PLUGIN_VALIDATOR_IMPURE', validator.id, { what }));
  const thrown = runs.find((run) => run.error)?.error;
  if (thrown)
    return [blame(plugin, 'PLUGIN_VALIDATOR_THROWS', validator.id, { reason: thrown instanceof Error ? thrown.message : String(thrown) })];
  const [first, second] = runs.map((run) => JSON.stringify(run.result));
  return first === second && first !== undefined ? [] : [blame(plugin, 'PLUGIN_VALIDATOR_UNSTEADY', validator.id)];
}
