import { type CommandContext, Refusal } from '../../modules/commands';
import { blocks, type Finding, type ResolvedRules, resolveRules, runValidators, toFindings } from '../../modules/rules';
import { PLUGIN } from './ids';
import { rules } from './rules';

/** The edition of the agreement in force today. */
export const rulesToday = (context: Pick<CommandContext, 'extensions' | 'lender' | 'today'>): ResolvedRules =>
  resolveRules(context.extensions, PLUGIN, context.lender.code, context.today);

/** What the rules of one of the plugin's own stages say. */
export function judged(context: CommandContext, stage: string, facts: Parameters<typeof rules.factSet>[0]): readonly Finding[] {
  const resolved = rulesToday(context);
  return toFindings(runValidators(resolved.validatorsAt(stage), rules.factSet(facts), resolved), resolved);
}

/** Throws when there is anything that blocks; the warnings are the answer. @throws Refusal */
export function refuse(...findings: readonly (Finding | null)[]): readonly Finding[] {
  const found = findings.filter((finding) => finding !== null);
  if (found.some(blocks)) throw new Refusal(found);
  return found;
}

export const whoOf = ({ caller }: Pick<CommandContext, 'caller'>): string => `${caller.kind}:${caller.subject}`;

export const momentOf = ({ now }: Pick<CommandContext, 'now'>): Date => new Date(now.epochMilliseconds);
