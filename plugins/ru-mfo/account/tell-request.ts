import type { CommandContext } from '../../../modules/commands';
import { PLUGIN } from '../ids';
import type { AccountRequestKind, AccountRequestStatus } from './account-request-state';

/** Tells of a request on an account; its client is locked. */
export function tellRequest(
  context: CommandContext,
  clientId: string,
  requestId: string,
  kind: AccountRequestKind,
  status: AccountRequestStatus,
): void {
  context.emit({
    type: 'RuMfoAccountRequestChanged',
    subject: { type: 'Client', id: clientId },
    clientId,
    plugin: PLUGIN,
    payload: { clientId, ruMfoAccountRequestId: requestId, kind, status },
  });
}
