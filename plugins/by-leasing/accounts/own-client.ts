import type { GraphContext } from '../../../modules/commands';
import { type Finding, findingOf } from '../../../modules/rules';
import { cite } from '../cite';

/** The client whose session it is; findings where it is nobody's: what only a client says, nobody says for it. */
export function ownClientId({
  caller,
}: Pick<GraphContext, 'caller'>):
  | { readonly clientId: string; readonly findings?: never }
  | { readonly clientId?: never; readonly findings: readonly Finding[] } {
  if (caller.clientId !== null) return { clientId: caller.clientId };
  return { findings: [findingOf('BY_LEASING_AUTHENTICATION_REQUIRED', cite('by-leasing/5.7/each-login'), {}, { path: ['input'] })] };
}
