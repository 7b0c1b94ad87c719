import type { Temporal } from 'temporal-polyfill';
import { type CommandContext, Refusal } from '../commands';
import { blocks, type FactSet, type Finding, type ResolvedRules, resolveRules, runValidators, toFindings, type Verdict } from '../rules';
import type { ApplicationRecord } from './application.record';
import { applicationLifecycle, type Stage } from './extension-points';

/** What the rules said at one stage, with all that a receipt needs. */
export interface Evaluation {
  readonly stage: Stage;
  readonly on: Temporal.PlainDate;
  readonly facts: FactSet;
  readonly rules: ResolvedRules;
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
}

/**
 * Gathers facts, resolves edition and statutes for the day that the plugin names, and runs its validators of this stage.
 * `eventOn`: the lender's day of what is judged, where it is not today.
 */
export async function evaluate(
  context: CommandContext,
  application: ApplicationRecord,
  stage: Stage,
  eventOn: Temporal.PlainDate = context.today,
): Promise<Evaluation> {
  const [lifecycle] = context.extensions.of(applicationLifecycle, application.pluginId);
  if (!lifecycle) throw new Error(`${application.pluginId} contributes no lifecycle.`);
  const on = lifecycle.rulesOn(context, application, stage, eventOn);
  const facts = await lifecycle.gatherFacts(context, application, stage, eventOn);
  const dates = lifecycle.ruleDates?.(context, application);
  const rules = resolveRules(context.extensions, application.pluginId, context.lender.code, on, dates ? { dates } : {});
  const verdicts = runValidators(rules.validatorsAt(stage), facts, rules);
  return { stage, on, facts, rules, verdicts, findings: toFindings(verdicts, rules) };
}

/** Refuses the command when a rule of this stage blocks; answers the warnings otherwise. */
export async function guard(context: CommandContext, application: ApplicationRecord, stage: Stage): Promise<readonly Finding[]> {
  const { findings } = await evaluate(context, application, stage);
  if (findings.some(blocks)) throw new Refusal(findings);
  return findings;
}
