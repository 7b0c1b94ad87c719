import { defineCommand, Refusal } from '../../../modules/commands';
import { formFinding, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import type { CardResult } from './begin-card.command';
import { sumOf } from './book-card-check.command';
import { countAttempt, lockCard, lockCheckOfCard, orderRefund, setCardStatus } from './card.record';
import { tellCard } from './tell-card';

export interface ConfirmCard {
  readonly cardId: string;
  /** Decimal string: what the card's statement says. */
  readonly amount: string;
}

/** The documents name no number of attempts. Two hundred sums are possible: three guesses find one in 66 cards. */
const MAX_ATTEMPTS = 3;

/**
 * The client names the sum that was charged: the exact one verifies the card, another one is counted and keeps it from being used.
 * However it ends, the money goes back.
 */
export const confirmCard = defineCommand<ConfirmCard, CardResult>({
  name: 'ruMfoConfirmCard',
  plugin: PLUGIN,
  emits: ['RuMfoCardChanged'],
  async run({ cardId, amount }, context) {
    const [card] = await context.transaction.query(lockCard, [cardId]);
    const [check] = card ? await context.transaction.query(lockCheckOfCard, [card.id]) : [];
    if (card?.status !== 'CHARGED' || !check) throw new Refusal([formFinding('RU_MFO_CARD_NOT_FOUND', ['input', 'cardId'])]);
    perform(context.lender.code, 'card.amountSecret');
    const resolved = rulesToday(context);
    const [exact, wrong] = [rules.read(resolved, 'card.check.exact'), rules.read(resolved, 'card.check.wrong')];
    const citations = [...(exact?.citations ?? []), ...(wrong?.citations ?? [])];
    const attemptsLeft = MAX_ATTEMPTS - check.attempts - 1;
    const right = new Decimal(amount).eq(sumOf(context, check));
    const finding = uphold(citations, right, 'RU_MFO_CARD_AMOUNT_MISMATCH', { attemptsLeft }, { path: ['input', 'amount'] });
    const at = new Date(context.now.epochMilliseconds);
    if (finding) await context.transaction.query(countAttempt, [check.id]);
    // Returned, not thrown: the count of a wrong sum must be kept.
    if (finding && attemptsLeft > 0) return { clientId: card.clientId, cardId: card.id, findings: [finding] };

    const status = finding ? 'REFUSED' : 'VERIFIED';
    await context.transaction.query(orderRefund, [check.id, at]);
    await context.transaction.query(setCardStatus, [card.id, status, finding ? 'ATTEMPTS_EXHAUSTED' : null, finding ? null : at]);
    tellCard(context, card.clientId, card.id, status);
    return { clientId: card.clientId, cardId: card.id, findings: finding ? [finding] : [] };
  },
});
