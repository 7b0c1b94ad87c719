import type { CommandContext } from '../../../modules/commands';
import { lockCheckOfCard, openCards, orderRefund, setCardStatus } from './card.record';
import { tellCard } from './tell-card';

/**
 * Ends the checks that the client has left without naming the sum: the card stays unconfirmed and what was charged goes back.
 * A charge whose answer is still waited for goes back when it comes.
 */
export async function endCardChecks(context: CommandContext, clientId: string): Promise<void> {
  for (const { id, status } of await context.transaction.query(openCards, [clientId])) {
    const [check] = status === 'CHARGED' ? await context.transaction.query(lockCheckOfCard, [id]) : [];
    if (check) await context.transaction.query(orderRefund, [check.id, new Date(context.now.epochMilliseconds)]);
    await context.transaction.query(setCardStatus, [id, 'REFUSED', 'SUM_NOT_NAMED', null]);
    tellCard(context, clientId, id, 'REFUSED');
  }
}
