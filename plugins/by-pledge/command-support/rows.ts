import type { CommandContext } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import type { PledgeRecord } from '../pledge';

/** An id of a row that this command writes. */
export const newId = ({ now }: Pick<CommandContext, 'now'>): string => uuidv7(now.epochMilliseconds);

/** What every row that hangs on a pledge begins with: lender, id, pledge and its pledgor. */
export const pledgeRow = (context: CommandContext, pledge: Pick<PledgeRecord, 'id' | 'clientId'>, id = newId(context)) => ({
  lenderId: context.lender.id,
  id,
  pledgeId: pledge.id,
  clientId: pledge.clientId,
});
