import type { CommandContext } from '../../../modules/commands';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';

/** How the terms of a loan are accepted at this lender today; `null` where its rules are silent. */
export const acceptanceMethod = (context: CommandContext) => rules.read(rulesToday(context), 'acceptance.method');

/** Whether a code that signs a packet accepts them. */
export const acceptsByCode = (context: CommandContext): boolean => acceptanceMethod(context)?.value === 'CODE';
