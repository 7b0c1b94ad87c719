import { Temporal } from 'temporal-polyfill';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { blocks, type Finding, type ResolvedRules, resolveRules, runValidators, toFindings } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import type { PledgeRecord } from '../pledge';
import { rules } from '../rules';

/** The edition of an agreement that would be concluded today. */
export const rulesToday = (context: CommandContext): ResolvedRules =>
  resolveRules(context.extensions, PLUGIN, context.lender.code, context.today);

/** The edition that binds a pledge: that of the day of its loan contract. */
export function rulesOfPledge(context: CommandContext, { loanOn }: PledgeRecord): ResolvedRules {
  return resolveRules(context.extensions, PLUGIN, context.lender.code, loanOn ? Temporal.PlainDate.from(loanOn) : context.today);
}

/** Runs the rules of one of the plugin's own stages; answers the warnings. @throws Refusal with what blocks */
export function judge(context: CommandContext, stage: string, facts: Parameters<typeof rules.factSet>[0]): readonly Finding[] {
  const resolved = rulesToday(context);
  const findings = toFindings(runValidators(resolved.validatorsAt(stage), rules.factSet(facts), resolved), resolved);
  if (findings.some(blocks)) throw new Refusal(findings);
  return findings;
}

/** Throws when there is anything that blocks. */
export function refuse(...findings: readonly (Finding | null)[]): void {
  const found = findings.filter((finding) => finding !== null);
  if (found.some(blocks)) throw new Refusal(found);
}
