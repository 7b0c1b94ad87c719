import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { statement, uuidv7 } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { openStep } from '../registration/step-gate';
import { CardEntity } from './card.entity';
import { lockCard, setForm } from './card.record';
import { endCardChecks } from './end-card-checks';

export interface CardResult extends CommandResult {
  readonly clientId?: string;
  readonly cardId?: string;
}

/** Charges of a day: more are somebody trying out whose cards answer. */
const CARDS_A_DAY = 5;
/** Wrong sums of a month: nine hit one of two hundred sums in 22 months. */
const WRONG_SUMS = 9;
const WRONG_SUMS_DAYS = 30;

const tries = statement<{ begun: number; wrong: number }>(
  'ru_mfo_card_tries',
  `select (select count(*)::int from ru_mfo.card where client_id = $1 and begun_at > $2) as begun,
     (select coalesce(sum(attempts), 0)::int from ru_mfo.card_check where client_id = $1 and ordered_at > $3) as wrong`,
);

/** The client is locked. @throws Refusal RU_MFO_CARD_CHECKS_EXHAUSTED */
async function requireTriesLeft({ transaction, now }: CommandContext, clientId: string): Promise<void> {
  const before = (days: number) => new Date(now.subtract({ hours: 24 * days }).epochMilliseconds);
  const [counted] = await transaction.query(tries, [clientId, before(1), before(WRONG_SUMS_DAYS)]);
  if (counted!.begun < CARDS_A_DAY && counted!.wrong < WRONG_SUMS) return;
  throw new Refusal([formFinding('RU_MFO_CARD_CHECKS_EXHAUSTED', ['input'], { perDay: CARDS_A_DAY })]);
}

/** Makes the row of a card that the client is about to enter on the partner's own page. */
export const beginCard = defineCommand<{ readonly clientId: string }, CardResult>({
  name: 'ruMfoBeginCard',
  plugin: PLUGIN,
  emits: ['RuMfoCardChanged'],
  async run({ clientId }, context) {
    await openStep(context, clientId, 'MONEY_RECEIPT');
    await requireTriesLeft(context, clientId);
    perform(context.lender.code, 'card.atPartner');
    await endCardChecks(context, clientId);
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
