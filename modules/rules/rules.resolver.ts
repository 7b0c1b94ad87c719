import type { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { LocalDateScalar, Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { findClause } from './clause-lookup';
import { ruleStatutes, ruleValidators } from './extension-points';
import { clauseViews } from './finding.resolver';
import type { ParameterValue } from './parameter';
import { loadRules } from './resolve-rules';
import type { ParameterTrace, ResolvedRules } from './resolved-rules';
import { reviewsDue } from './review';
import { Rule } from './rule.type';
import type { RuleBook } from './rule-book';
import { RuleEdition, type RuleParameter } from './rule-edition.type';

@Resolver()
export class RulesResolver {
  @Query(() => RuleEdition, {
    nullable: true,
    description: 'The lender’s rules on a day (редакция правил); null when no plugin of the caller’s schema has rules of this lender.',
  })
  @Scoped('rules:read')
  ruleEdition(
    @Arg('on', () => LocalDateScalar, { description: 'Legal day in the lender’s zone.' }) on: Temporal.PlainDate,
    @Arg('lender', () => String, { nullable: true, description: 'Lender’s code; the request’s own lender unless given.' }) lender:
      | string
      | null,
    @Arg('plugin', () => String, { nullable: true, description: 'Plugin, for a lender that several plugins serve.' }) plugin: string | null,
    @Ctx() context: GraphContext,
  ): RuleEdition | null {
    const code = lender ?? context.lender?.code;
    // Another lender's rules are the operator's to see; for anybody else they do not exist.
    if (!code || (code !== context.lender?.code && context.caller.kind !== 'OPERATOR')) return null;
    const book = [...loadRules(context.extensions).values()].find(
      (candidate) =>
        context.visiblePlugins.has(candidate.ruleSet.plugin) &&
        (!plugin || candidate.ruleSet.plugin === plugin) &&
        candidate.lenderRules(code),
    );
    return book ? viewOf(book, code, on, context) : null;
  }

  @Query(() => [Rule], { description: 'The validators of the caller’s schema, sorted by code (правила).' })
  @Scoped('rules:read')
  rules(
    @Arg('plugin', () => String, { nullable: true, description: 'Only those of this plugin.' }) plugin: string | null,
    @Arg('stage', () => String, { nullable: true, description: 'Only those that run at this stage.' }) stage: string | null,
    @Ctx() context: GraphContext,
  ): Rule[] {
    return context.extensions
      .all(ruleValidators)
      .filter(
        (one) =>
          context.visiblePlugins.has(one.plugin) && (!plugin || one.plugin === plugin) && (!stage || one.value.appliesAt.includes(stage)),
      )
      .map(({ plugin: owner, value }) => ({
        code: value.id,
        plugin: owner,
        stages: value.appliesAt,
        severity: value.severity,
        facts: [...value.facts, ...value.optionalFacts],
        parameters: [...value.params, ...value.optionalParams],
        clauses: clauseViews(
          value.cites.map((citation) => citation.clause),
          null,
          context,
        ),
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}

function viewOf(book: RuleBook, lender: string, on: Temporal.PlainDate, context: GraphContext): RuleEdition {
  const rules = book.resolve(lender, on);
  const { edition } = rules;
  const today = context.clock
    .now()
    .toZonedDateTimeISO(context.lender?.zone ?? 'UTC')
    .toPlainDate();
  return {
    plugin: rules.plugin,
    lender,
    on: on.toString(),
    code: edition?.id ?? null,
    from: edition?.from ?? null,
    to: edition?.to ?? null,
    clause: edition?.clause ? findClause(context.extensions, edition.clause, edition.id, context.locale) : null,
    statutes: statutesOf(rules, context),
    parameters: rules.trace.map((trace) => parameterOf(trace, context)),
    findings: [
      ...(rules.finding ? [rules.finding] : []),
      ...reviewsDue(book, today).filter((finding) => finding.facts.rules === book.lenderRules(lender)?.id),
    ],
  };
}

function statutesOf(rules: ResolvedRules, { extensions, locale }: GraphContext): RuleEdition['statutes'] {
  const acts = new Map(extensions.of(ruleStatutes, rules.plugin).map((statute) => [statute.id, statute.act[locale]]));
  return rules.statutes.map(({ id, from, to }) => ({ code: id, act: acts.get(id.slice(0, id.lastIndexOf('/'))) ?? id, from, to }));
}

function parameterOf(trace: ParameterTrace, context: GraphContext): RuleParameter {
  return {
    name: trace.param,
    unit: trace.unit,
    values: textsOf(trace.value),
    reason: trace.reason ?? null,
    bound: trace.bound,
    candidates: trace.candidates.map(({ layer, value, clause, edition, from, confidence, counted }) => ({
      layer,
      values: textsOf(value),
      clause: findClause(context.extensions, clause, edition, context.locale),
      from,
      confidence,
      counted,
    })),
  };
}

function textsOf(value: ParameterValue | null): readonly string[] {
  if (value === null) return [];
  return Array.isArray(value) ? (value as readonly string[]) : [String(value)];
}
