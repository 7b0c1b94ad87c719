import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { fieldCipherPort, uuidv7 } from '../../../modules/database';
import type { CardFormOutcome, TokenisedCard } from '../../../modules/payments';
import { findingOf, formFinding, uphold } from '../../../modules/rules';
import { cardNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { dutyOf, perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import type { CardResult } from './begin-card.command';
import { CardCheckEntity } from './card.entity';
import { amountAad, lockCard, sealToken, setCardStatus, setTokenised } from './card.record';
import { randomSum } from './random-sum';
import { tellCard } from './tell-card';

export interface CheckCard {
  readonly cardId: string;
  /** What the partner answered about its form. */
  readonly outcome: CardFormOutcome;
}

/** What a partner may tell of a card; anything else is more than may be known. */
const allowed: readonly string[] = ['token', 'last4', 'expires', 'scheme', 'holder'] satisfies readonly (keyof TokenisedCard)[];
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Takes the card that was entered at the partner, by token and four digits, and orders the charge that checks it. */
export const checkCard = defineCommand<CheckCard, CardResult>({
  name: 'ruMfoCheckCard',
  plugin: PLUGIN,
  emits: ['RuMfoCardChanged'],
  async run({ cardId, outcome }, context) {
    const [card] = await context.transaction.query(lockCard, [cardId]);
    if (card?.status !== 'FORM') throw new Refusal([formFinding('RU_MFO_CARD_NOT_FOUND', ['input', 'cardId'])]);
    if (outcome.state === 'PENDING') throw new Refusal([formFinding('RU_MFO_CARD_FORM_PENDING', ['input', 'cardId'])]);
    const refuse = async (reason: string, finding: ReturnType<typeof formFinding>) => {
      await context.transaction.query(setCardStatus, [card.id, 'REFUSED', reason, null]);
      tellCard(context, card.clientId, card.id, 'REFUSED');
      return { clientId: card.clientId, cardId: card.id, findings: [finding] };
    };
    if (outcome.state === 'FAILED')
      return refuse(outcome.reason, formFinding('RU_MFO_CARD_REFUSED', ['input', 'cardId'], { reason: outcome.reason }));
    const forbidden = forbiddenData(context, outcome.card);
    if (forbidden) throw new Refusal([forbidden]);
    const schemes = rules.read(rulesToday(context), 'card.schemes');
    const scheme = outcome.card.scheme ?? 'UNKNOWN';
    const foreign =
      schemes &&
      uphold(schemes.citations, schemes.value.includes(scheme), 'RU_MFO_CARD_SCHEME_NOT_ALLOWED', {
        scheme,
        accepted: schemes.value.join(', '),
      });
    if (foreign) return refuse('SCHEME', foreign);

    perform(context.lender.code, 'card.kept');
    const { token, last4, expires } = outcome.card;
    await context.transaction.query(setTokenised, [card.id, sealToken(context, card.id, token), last4, expires, scheme]);
    await orderCharge(context, card.clientId, card.id);
    tellCard(context, card.clientId, card.id, 'CHARGING');
    return { clientId: card.clientId, cardId: card.id, findings: [] };
  },
});

/** More than token, four digits and month, or a number in one of them: nothing of it is stored. */
function forbiddenData(context: CommandContext, card: TokenisedCard) {
  const values = Object.entries(card).filter(([, value]) => value !== null && value !== undefined);
  const extra = values.some(([name]) => !allowed.includes(name));
  const number = values.some(([, value]) => cardNumber(String(value).replace(/[ -]/g, '')) !== null);
  const malformed = !/^\d{4}$/.test(card.last4) || !MONTH.test(card.expires) || !card.token;
  return extra || number || malformed
    ? findingOf('RU_MFO_CARD_DATA_FORBIDDEN', dutyOf(context.lender.code, 'card.kept'), {}, { path: ['input', 'cardId'] })
    : null;
}

/** A charge of a sum that nobody can guess, within the bounds of the lender's rules; without bounds there is no check. */
async function orderCharge(context: CommandContext, clientId: string, cardId: string): Promise<void> {
  const resolved = rulesToday(context);
  const [min, max] = [rules.read(resolved, 'card.check.min'), rules.read(resolved, 'card.check.max')];
  if (!min || !max) throw new Refusal([formFinding('RU_MFO_STEPS_NOT_OFFERED', ['input'])]);
  const sum = randomSum(min.decimal, max.decimal);
  const id = uuidv7(context.now.epochMilliseconds);
  const at = new Date(context.now.epochMilliseconds);
  await context.transaction.insert(CardCheckEntity, {
    lenderId: context.lender.id,
    id,
    clientId,
    cardId,
    amountEnc: context.ports.get(fieldCipherPort).encrypt(sum, amountAad(context.lender.id, id)),
    currency: context.lender.currency,
    chargeStatus: 'ORDERED',
    attempts: 0,
    refundId: uuidv7(context.now.epochMilliseconds),
    nextAttemptAt: at,
    orderedAt: at,
  });
}
