import type { CommandContext } from '../../../modules/commands';
import { type Citation, type Finding, uphold } from '../../../modules/rules';

/** Staff that may read what clients wrote. */
export const CLIENT_FILES = 'by-leasing:client-files';

/**
 * What a member of staff may not do without a right of its own; null for the gateway's own work.
 * **Return** it: the attempt is recorded in the audit, and must be committed.
 */
export function staffFinding({ caller }: Pick<CommandContext, 'caller'>, right: string, citation: Citation): Finding | null {
  const allowed = caller.kind === 'SYSTEM' || caller.scopes.has(right);
  return uphold(citation, allowed, 'BY_LEASING_ACCESS_DENIED', { right });
}
