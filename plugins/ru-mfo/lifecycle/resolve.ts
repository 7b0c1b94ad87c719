import type { CommandContext } from '../../../modules/commands';
import { type ResolvedRules, resolveRules } from '../../../modules/rules';
import { PLUGIN } from '../ids';

/** Edition and statutes of a contract that would be concluded today. */
export const rulesToday = (context: CommandContext): ResolvedRules =>
  resolveRules(context.extensions, PLUGIN, context.lender.code, context.today);
