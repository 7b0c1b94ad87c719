import { type CommandContext, type CommandResult, defineCommand } from '../../../modules/commands';
import { fieldCipherPort } from '../../../modules/database';
import type { CardOutcome } from '../../../modules/payments';
import { uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import {
  amountAad,
  bookChargeFailed,
  bookChargeSettled,
  bookRefundFailed,
  bookRefundSettled,
  type CardCheckRecord,
  lockCard,
  lockCheck,
  orderRefund,
  setCardStatus,
} from './card.record';
import { tellCard } from './tell-card';

export interface BookCardCheck {
  readonly checkId: string;
  readonly operation: 'CHARGE' | 'REFUND';
  readonly outcome: Exclude<CardOutcome, { state: 'PENDING' }>;
  /** The sum that the partner says to have charged, decimal string, where it says so. */
  readonly amount?: string;
}

/** The sum of a check: a secret, opened only to be compared and to be given back. */
export const sumOf = (context: CommandContext, check: Pick<CardCheckRecord, 'id' | 'amountEnc'>): string =>
  context.ports.get(fieldCipherPort).decrypt(check.amountEnc, amountAad(context.lender.id, check.id)).toString('utf8');

/** Books the partner's answer to a charge or a refund. A repeated answer changes nothing. */
export const bookCardCheck = defineCommand<BookCardCheck, CommandResult>({
  name: 'job:ruMfoBookCardCheck',
  emits: ['RuMfoCardChanged'],
  async run({ checkId, operation, outcome, amount }, context) {
    const [check] = await context.transaction.query(lockCheck, [checkId]);
    if (!check) return {};
    perform(context.lender.code, 'partner.recorded');
    return operation === 'CHARGE' ? bookCharge(context, check, outcome, amount) : bookRefund(context, check, outcome);
  },
});

async function bookCharge(
  context: CommandContext,
  check: CardCheckRecord,
  outcome: BookCardCheck['outcome'],
  amount: string | undefined,
): Promise<CommandResult> {
  if (check.chargeStatus !== 'ORDERED') return {};
  const [card] = await context.transaction.query(lockCard, [check.cardId]);
  if (outcome.state === 'FAILED') {
    await context.transaction.query(bookChargeFailed, [check.id, outcome.partner, outcome.reason]);
    await context.transaction.query(setCardStatus, [check.cardId, 'REFUSED', outcome.reason, null]);
    tellCard(context, card!.clientId, check.cardId, 'REFUSED');
    return {};
  }
  await context.transaction.query(bookChargeSettled, [check.id, outcome.partner, outcome.partnerOperationId, outcome.at]);
  const outside = outsideBounds(context, amount ?? sumOf(context, check));
  if (outside || card?.status !== 'CHARGING') {
    // Money was taken for a check that cannot be: it goes back at once.
    await context.transaction.query(orderRefund, [check.id, new Date(context.now.epochMilliseconds)]);
    if (card?.status === 'CHARGING') await context.transaction.query(setCardStatus, [check.cardId, 'REFUSED', 'CHARGE_OUT_OF_RANGE', null]);
    tellCard(context, card!.clientId, check.cardId, 'REFUSED');
    return { findings: outside ? [outside] : [] };
  }
  await context.transaction.query(setCardStatus, [check.cardId, 'CHARGED', null, null]);
  tellCard(context, card.clientId, check.cardId, 'CHARGED');
  return {};
}

/** A charge of nothing, or of more than the rules allow, starts no check. */
function outsideBounds(context: CommandContext, amount: string) {
  const resolved = rulesToday(context);
  const [min, max] = [rules.read(resolved, 'card.check.min'), rules.read(resolved, 'card.check.max')];
  if (!min || !max) return null;
  const sum = new Decimal(amount);
  const holds = sum.gte(min.decimal) && sum.lte(max.decimal);
  return uphold(max.citations, holds, 'RU_MFO_CARD_CHARGE_OUT_OF_RANGE', { min: min.value, max: max.value });
}

async function bookRefund(context: CommandContext, check: CardCheckRecord, outcome: BookCardCheck['outcome']): Promise<CommandResult> {
  if (check.refundStatus !== 'ORDERED') return {};
  const [card] = await context.transaction.query(lockCard, [check.cardId]);
  if (outcome.state === 'FAILED') {
    await context.transaction.query(bookRefundFailed, [check.id, outcome.reason]);
    return {};
  }
  perform(context.lender.code, 'card.refunded');
  await context.transaction.query(bookRefundSettled, [check.id, outcome.partnerOperationId, outcome.at]);
  tellCard(context, card!.clientId, check.cardId, 'REFUNDED');
  return {};
}
