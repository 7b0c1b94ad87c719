import type { Citation } from './citation';
import { traceClauses } from './citation-trace';
import type { EditionEntries, EditionOptions, HeldEdition, StatuteEdition, StatuteEntries } from './edition';
import { type FactDeclarations, type FactSet, type FactsOf, type FactTypes, type KnownFact, makeFactSet } from './fact-set';
import type { Severity } from './finding';
import {
  type LenderRules,
  type LenderRulesDefinition,
  makeLenderRules,
  makeStatute,
  type Statute,
  type StatuteDefinition,
} from './lender-rules';
import type { BoundParameter, ParameterDeclarations } from './parameter';
import type { ResolvedRules, RuleCodes } from './resolved-rules';
import { RulesLoadError } from './timeline';
import type { Outcome, Validator } from './validator';

type Bounds<P extends ParameterDeclarations, K extends keyof P> = { readonly [N in K]: BoundParameter<P[N]['unit']> };

/** A validator as its author writes it: only the facts and parameters that it names are there to read. */
export interface ValidatorDefinition<
  P extends ParameterDeclarations,
  F extends FactDeclarations,
  NF extends keyof F,
  OF extends keyof F,
  NP extends keyof P,
  OP extends keyof P,
> {
  readonly id: string;
  readonly appliesAt: readonly string[];
  readonly facts: readonly NF[];
  /** Read if known; `undefined` otherwise. */
  readonly optionalFacts?: readonly OF[];
  readonly params?: readonly NP[];
  /** `null` where edition and law are silent. */
  readonly optionalParams?: readonly OP[];
  /** Clauses enforced that have no parameter. A validator with neither these nor parameters is refused. */
  readonly cites?: readonly Citation[];
  /** BLOCKING unless said. */
  readonly severity?: Severity;
  /** Input path of its findings. */
  readonly path?: readonly string[];
  check(
    facts: Pick<FactsOf<F>, NF> & Partial<Pick<FactsOf<F>, OF>>,
    params: Bounds<P, NP> & { readonly [N in OP]: BoundParameter<P[N]['unit']> | null },
  ): Outcome;
}

export interface RuleSetDefinition<P extends ParameterDeclarations, F extends FactDeclarations> {
  readonly parameters: P;
  readonly facts: F;
  /** `factMissing` is the core's `RULE_FACT_MISSING` unless said. */
  readonly codes: Omit<RuleCodes, 'factMissing'> & Partial<Pick<RuleCodes, 'factMissing'>>;
}

/** A plugin's vocabulary of rules: parameters and facts declared once, and typed makers of all that uses them. */
export interface RuleSet<P extends ParameterDeclarations, F extends FactDeclarations> {
  readonly plugin: string;
  readonly parameters: P;
  readonly facts: F;
  readonly codes: RuleCodes;
  /** A dated edition of a lender's document: every parameter has a value with its clause, or `silent`. */
  edition(from: string, to: string | null, citation: Citation, entries: EditionEntries<P>, options?: EditionOptions): HeldEdition;
  /** A stretch of a statute: some parameters, each with its point and how far it was confirmed. */
  law(from: string, to: string | null, entries: StatuteEntries<P>): StatuteEdition;
  lender(id: string, definition: LenderRulesDefinition): LenderRules;
  statute(id: string, definition: StatuteDefinition): Statute;
  validator<
    const NF extends keyof F & string,
    const OF extends keyof F & string = never,
    const NP extends keyof P & string = never,
    const OP extends keyof P & string = never,
  >(definition: ValidatorDefinition<P, F, NF, OF, NP, OP>): Validator;
  factSet(entries: { readonly [K in keyof F]?: KnownFact<FactTypes[F[K]]> }): FactSet;
  /** A parameter for code that is no validator; `null` where it has no value. */
  read<K extends keyof P & string>(rules: ResolvedRules, name: K): BoundParameter<P[K]['unit']> | null;
}

/** A rule set whatever its parameters are, as the engine and the extension point hold it. */
export type AnyRuleSet = Pick<RuleSet<ParameterDeclarations, FactDeclarations>, 'plugin' | 'parameters' | 'facts' | 'codes'>;

export function ruleSet<const P extends ParameterDeclarations, const F extends FactDeclarations>(
  plugin: string,
  definition: RuleSetDefinition<P, F>,
): RuleSet<P, F> {
  const { parameters, facts } = definition;
  for (const [name, declaration] of Object.entries(parameters)) {
    if (!('notBelow' in declaration) || !declaration.notBelow) continue;
    if (parameters[declaration.notBelow]?.unit !== declaration.unit)
      throw new RulesLoadError(plugin, `${name} is compared with ${declaration.notBelow}, which has another unit or is not declared.`);
  }
  const deepFrozen = <T>(entries: T): T => Object.freeze(entries);
  return Object.freeze<RuleSet<P, F>>({
    plugin,
    parameters: deepFrozen(parameters),
    facts: deepFrozen(facts),
    codes: Object.freeze({ factMissing: 'RULE_FACT_MISSING', ...definition.codes }),
    edition: (from, to, citation, entries, options = {}) =>
      Object.freeze({ kind: 'EDITION' as const, from, to, citation, entries: deepFrozen(entries) as HeldEdition['entries'], options }),
    law: (from, to, entries) =>
      Object.freeze({ kind: 'STATUTE' as const, from, to, entries: deepFrozen(entries) as StatuteEdition['entries'] }),
    lender: (id, rules) => makeLenderRules(parameters, id, rules),
    statute: (id, statute) => makeStatute(parameters, id, statute),
    validator: (validator) => makeValidator(validator as unknown as LooseValidator),
    factSet: (entries) => makeFactSet(entries as Parameters<typeof makeFactSet>[0]),
    read: (rules, name) => {
      const { bound } = rules.parameter(name);
      if (bound)
        traceClauses(
          bound.citations.map((citation) => citation.clause),
          'USED',
        );
      return bound as never;
    },
  });
}

type LooseValidator = ValidatorDefinition<ParameterDeclarations, FactDeclarations, string, string, string, string>;

function makeValidator(definition: LooseValidator): Validator {
  const {
    id,
    appliesAt,
    facts,
    optionalFacts = [],
    params = [],
    optionalParams = [],
    cites = [],
    severity = 'BLOCKING',
    path = null,
  } = definition;
  if (params.length + optionalParams.length + cites.length === 0) throw new RulesLoadError(id, 'the validator rests on no clause.');
  if (appliesAt.length === 0) throw new RulesLoadError(id, 'the validator applies at no stage.');
  return Object.freeze({
    id,
    appliesAt,
    facts,
    optionalFacts,
    params,
    optionalParams,
    cites,
    severity,
    path,
    check: definition.check as unknown as Validator['check'],
  });
}
