import type { CommandContext } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { lockProlongation, reofferProlongation } from '../prolongation/prolongation.commands';
import { lockTopUp, redraftTopUp } from '../top-up/top-up.commands';
import { lockTranche, redraftTranche } from '../tranches/tranche.commands';
import { isProfileChanged } from './money-request';

interface OpenRequest {
  readonly kind: 'PROLONGATION' | 'TRANCHE' | 'TOP_UP';
  readonly id: string;
}

// Contracts are locked in one order, whichever client edits at the same time.
const openRequests = statement<OpenRequest>(
  'ru_mfo_open_requests',
  `select 'PROLONGATION' as kind, id, contract_id from ru_mfo.prolongation where client_id = $1 and status = 'OFFERED'
   union all select 'TRANCHE', id, contract_id from ru_mfo.tranche where client_id = $1 and status = 'DRAFT'
   union all select 'TOP_UP', id, contract_id from ru_mfo.top_up where client_id = $1 and status = 'DRAFT'
   order by contract_id, kind, id`,
);

/**
 * The profile was corrected: requests that were formed from other data are void, and formed anew on the same wish. To be called
 * by every command that changes what a request tells of its borrower, after the change; the command declares `changeEvents`.
 */
export async function supersedeRequests(context: CommandContext, clientId: string): Promise<void> {
  for (const request of await context.transaction.query(openRequests, [clientId])) await supersede(context, request);
}

async function supersede(context: CommandContext, { kind, id }: OpenRequest): Promise<void> {
  if (kind === 'TRANCHE') {
    const { contract, tranche } = await lockTranche(context, id);
    if (tranche.status === 'DRAFT' && (await isProfileChanged(context, tranche.clientId, tranche.profileDigest)))
      await redraftTranche(context, contract, tranche);
    return;
  }
  if (kind === 'TOP_UP') {
    const { contract, topUp } = await lockTopUp(context, id);
    if (topUp.status === 'DRAFT' && (await isProfileChanged(context, topUp.clientId, topUp.profileDigest)))
      await redraftTopUp(context, contract, topUp);
    return;
  }
  const { contract, application, prolongation } = await lockProlongation(context, id);
  if (prolongation.status === 'OFFERED' && (await isProfileChanged(context, prolongation.clientId, prolongation.profileDigest)))
    await reofferProlongation(context, application, contract, prolongation);
}
