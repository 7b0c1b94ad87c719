import type { CommandContext } from '../../../modules/commands';
import type { EventTypeDefinition } from '../../../schema/base';
import { PLUGIN } from '../ids';
import type { PledgeRecord } from './pledge.record';
import type { PledgeStatus } from './pledge-status';

const byPledgePledgeId = '0199f0a0-0000-7000-8000-000000000020';

export const pledgeEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'ByPledgeStatusChanged',
    version: 1,
    description: 'A pledge was formed, came into force, went into foreclosure or ended (статус залога).',
    example: { byPledgePledgeId, from: 'FORMED', to: 'ACTIVE' },
  },
  {
    type: 'ByPledgeChanged',
    version: 1,
    description: 'Something about a pledge was recorded: a version of its inventory, a declaration, a consent, a policy (данные залога).',
    example: { byPledgePledgeId, what: 'INVENTORY', reference: '2' },
  },
];

/** The event of a status change. The pledge's row is locked or was inserted by this command. */
export function tellPledge(context: CommandContext, pledge: PledgeRecord, from: PledgeStatus | null, clause?: string): void {
  tell(context, pledge, 'ByPledgeStatusChanged', { from, to: pledge.status }, clause);
}

/** Tells that something was recorded; `what` in upper case, `reference` an id, version or day, nothing personal. */
export function tellChange(context: CommandContext, pledge: PledgeRecord, what: string, reference: string, clause?: string): void {
  tell(context, pledge, 'ByPledgeChanged', { what, reference }, clause);
}

function tell(
  context: CommandContext,
  pledge: PledgeRecord,
  type: string,
  facts: Readonly<Record<string, string | null>>,
  clause?: string,
): void {
  context.emit({
    type,
    subject: { type: 'ByPledgePledge', id: pledge.id },
    applicationId: pledge.applicationId,
    clientId: pledge.clientId,
    plugin: PLUGIN,
    ...(clause ? { clause } : {}),
    payload: { byPledgePledgeId: pledge.id, ...facts },
  });
}
