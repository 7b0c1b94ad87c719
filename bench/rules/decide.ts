import { Engine } from 'json-rules-engine';
import { product } from '../product.ts';
import { anyOf, applicant } from './facts.ts';

const DAY = '2026-11-20';
const STAGES = ['DECIDE', 'APPROVAL', 'APPROVAL_AS_APPLIED'];
const PEOPLE = 512;

export interface Contender {
  readonly name: string;
  readonly title: string;
  /** Decides on applicant `i`; answers whether it would be approved. */
  decide(i: number): boolean | Promise<boolean>;
}

interface Verdict {
  readonly verdict: string;
  readonly reason?: string;
}

/** The whole decision of each lender: every rule of the three stages, the findings, and how many rules were judged. */
export function lendersDecisions(): readonly (Contender & { readonly rules: number; readonly judged: number })[] {
  const { ruMfo } = product('plugins/ru-mfo');
  const { RuleBook, runValidators, toFindings } = product('modules/rules');
  const book = new RuleBook(ruMfo.parameters, ruMfo.editions, ruMfo.statutes, ruMfo.validators);
  const factSets = people(ruMfo);
  return ruMfo.lenders.map(({ code }: { code: string }) => {
    const rules = book.resolve(code, DAY);
    const validators = STAGES.map((stage) => rules.validatorsAt(stage));
    const verdictsOf = (i: number): Verdict[][] => validators.map((list) => runValidators(list, factSets[i % PEOPLE], rules));
    const first = verdictsOf(0).flat();
    return {
      name: `decision: ${code}`,
      title: 'this rule engine, all rules of decision, approval and terms',
      rules: first.length,
      judged: first.filter(({ verdict }) => verdict !== 'NOT_EVALUATED').length,
      decide: (i: number) => verdictsOf(i).every((verdicts) => toFindings(verdicts, rules).length === 0),
    };
  });
}

// biome-ignore lint/suspicious/noExplicitAny: the built product brings no types along
function people(ruMfo: any): readonly unknown[] {
  const kinds: Record<string, string> = ruMfo.parameters.facts;
  const asked = new Set<string>(
    ruMfo.validators
      // biome-ignore lint/suspicious/noExplicitAny: see above
      .filter(({ appliesAt }: any) => STAGES.some((stage) => appliesAt.includes(stage)))
      // biome-ignore lint/suspicious/noExplicitAny: see above
      .flatMap(({ facts }: any) => facts),
  );
  return Array.from({ length: PEOPLE }, (_, i) => {
    const known = applicant(i);
    const all = Object.fromEntries([...asked].filter((name) => !(name in known)).map((name) => [name, anyOf(kinds[name]!)]));
    return ruMfo.parameters.factSet(
      Object.fromEntries(Object.entries({ ...all, ...known }).map(([name, value]) => [name, [value, 'BENCH']])),
    );
  });
}

/** The same twelve questions on plain numbers and texts, for an engine that knows neither dates nor decimals. */
export function jsonRulesEngine(): Contender & { readonly rules: number } {
  const refuse = (fact: string, operator: string, value: unknown) => ({
    conditions: { all: [{ fact, operator, value }] },
    event: { type: 'refuse', params: { fact } },
  });
  const rules = [
    refuse('years', 'lessThan', 18),
    refuse('years', 'greaterThan', 65),
    refuse('citizenship', 'notEqual', 'RU'),
    refuse('addressKinds', 'doesNotContain', 'RESIDENCE'),
    refuse('payoutKinds', 'doesNotContain', 'BANK_ACCOUNT_RU'),
    refuse('fullCapacity', 'equal', false),
    refuse('ownInterest', 'equal', false),
    refuse('officialTies', 'contains', 'SELF'),
    refuse('dailyRate', 'greaterThan', 0.8),
    refuse('fullCost', 'greaterThan', 292),
    refuse('chargesPercent', 'greaterThan', 100),
    refuse('principalDebt', 'greaterThan', 500_000),
  ];
  const engine = new Engine(rules);
  const facts = Array.from({ length: PEOPLE }, (_, i) => {
    const known = applicant(i) as { birthDate: { year: number }; principalDebt: { toNumber(): number } } & Record<string, unknown>;
    return {
      years: 2026 - known.birthDate.year,
      citizenship: known.citizenship,
      addressKinds: known.addressKinds,
      payoutKinds: known.payoutKinds,
      fullCapacity: true,
      ownInterest: true,
      officialTies: [],
      dailyRate: 0.8,
      fullCost: 292,
      chargesPercent: 24,
      principalDebt: known.principalDebt.toNumber(),
    };
  });
  return {
    name: 'json-rules-engine',
    title: 'json-rules-engine 7, twelve rules on numbers and texts, one engine reused',
    rules: rules.length,
    decide: async (i) => (await engine.run(facts[i % PEOPLE])).events.length === 0,
  };
}
