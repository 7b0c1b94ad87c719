import type { CommandContext } from '../../../modules/commands';
import { PLUGIN } from '../ids';
import type { CardStatus } from './card-state';

/** Tells that a card came into a state; its row is locked. */
export function tellCard(context: CommandContext, clientId: string, cardId: string, status: CardStatus | 'REFUNDED'): void {
  context.emit({
    type: 'RuMfoCardChanged',
    subject: { type: 'Client', id: clientId },
    clientId,
    plugin: PLUGIN,
    payload: { clientId, ruMfoCardId: cardId, status },
  });
}
