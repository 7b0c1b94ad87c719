import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { openStep } from '../registration/step-gate';
import { CardEntity } from './card.entity';
import { lockCard, setForm } from './card.record';

export interface CardResult extends CommandResult {
  readonly clientId?: string;
  readonly cardId?: string;
}

/** Makes the row of a card that the client is about to enter on the partner's own page. */
export const beginCard = defineCommand<{ readonly clientId: string }, CardResult>({
  name: 'ruMfoBeginCard',
  plugin: PLUGIN,
  emits: [],
  async run({ clientId }, context) {
    await openStep(context, clientId, 'MONEY_RECEIPT');
    perform(context.lender.code, 'card.atPartner');
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(CardEntity, {
      lenderId: context.lender.id,
      id,
      clientId,
      status: 'FORM',
      begunAt: new Date(context.now.epochMilliseconds),
    });
    return { clientId, cardId: id };
  },
});

/** Notes by what the partner is asked about its form. */
export const noteForm = defineCommand<{ readonly cardId: string; readonly reference: string }, CardResult>({
  name: 'ruMfoNoteCardForm',
  plugin: PLUGIN,
  emits: [],
  async run({ cardId, reference }, context) {
    const [card] = await context.transaction.query(lockCard, [cardId]);
    if (card?.status !== 'FORM') throw new Refusal([formFinding('RU_MFO_CARD_NOT_FOUND', ['input', 'cardId'])]);
    await context.transaction.query(setForm, [card.id, reference]);
    return { clientId: card.clientId, cardId: card.id };
  },
});
