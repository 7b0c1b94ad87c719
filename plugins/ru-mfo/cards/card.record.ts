import type { CommandContext } from '../../../modules/commands';
import { fieldAad, fieldCipherPort, listLoader, statement } from '../../../modules/database';
import type { CardStatus, OperationStatus } from './card-state';

export interface CardRecord {
  readonly id: string;
  readonly clientId: string;
  readonly status: CardStatus;
  readonly formReference: string | null;
  readonly tokenEnc: Buffer | null;
  readonly lastFour: string | null;
  /** The last month in which it is good, `YYYY-MM`. */
  readonly expires: string | null;
  readonly scheme: string | null;
  readonly refusal: string | null;
  readonly begunAt: Date;
  readonly verifiedAt: Date | null;
}

export const cardColumns = `id, client_id as "clientId", status, form_reference as "formReference", token_enc as "tokenEnc", last_four as "lastFour",
  expires, scheme, refusal, begun_at as "begunAt", verified_at as "verifiedAt"`;

export const cardsByClient = listLoader(
  statement<CardRecord>('ru_mfo_cards', `select ${cardColumns} from ru_mfo.card where client_id = any($1) order by begun_at desc, id desc`),
  (row) => row.clientId,
);
export const readCard = statement<CardRecord>('ru_mfo_card', `select ${cardColumns} from ru_mfo.card where id = $1`);
export const lockCard = statement<CardRecord>('ru_mfo_card_lock', `select ${cardColumns} from ru_mfo.card where id = $1 for update`);

/** Cards whose check runs: charged for, or waiting for the client to name the sum. */
export const openCards = statement<Pick<CardRecord, 'id' | 'status'>>(
  'ru_mfo_cards_open',
  "select id, status from ru_mfo.card where client_id = $1 and status in ('CHARGING', 'CHARGED') order by id for update",
);

export const setForm = statement<never>('ru_mfo_card_form', "update ru_mfo.card set form_reference = $2 where id = $1 and status = 'FORM'");
export const setTokenised = statement<never>(
  'ru_mfo_card_tokenised',
  `update ru_mfo.card set status = 'CHARGING', token_enc = $2, last_four = $3, expires = $4, scheme = $5, form_reference = null where id = $1`,
);
export const setCardStatus = statement<never>(
  'ru_mfo_card_status',
  `update ru_mfo.card set status = $2, refusal = $3, verified_at = coalesce($4, verified_at),
     token_enc = case when $2 in ('REFUSED', 'REMOVED') then null else token_enc end where id = $1`,
);
export const removeCards = statement<{ id: string }>(
  'ru_mfo_cards_remove',
  `update ru_mfo.card set status = 'REMOVED', token_enc = null, form_reference = null where client_id = $1 and status <> 'REMOVED' returning id`,
);

export interface CardCheckRecord {
  readonly id: string;
  readonly cardId: string;
  readonly amountEnc: Buffer;
  readonly currency: string;
  readonly chargeStatus: OperationStatus;
  readonly attempts: number;
  readonly refundId: string;
  readonly refundStatus: OperationStatus | null;
  readonly partner: string | null;
  readonly chargeOperation: string | null;
  readonly refundOperation: string | null;
  readonly refundedAt: Date | null;
}

const checkColumns = `id, card_id as "cardId", amount_enc as "amountEnc", currency, charge_status as "chargeStatus", attempts,
  refund_id as "refundId", refund_status as "refundStatus", partner, charge_operation as "chargeOperation",
  refund_operation as "refundOperation", refunded_at as "refundedAt"`;

/** Checks of cards, the latest first. */
export const checksByCard = listLoader(
  statement<CardCheckRecord>(
    'ru_mfo_card_checks',
    `select ${checkColumns} from ru_mfo.card_check where card_id = any($1) order by ordered_at desc, id desc`,
  ),
  (row) => row.cardId,
);
export const lockCheck = statement<CardCheckRecord>(
  'ru_mfo_card_check_lock',
  `select ${checkColumns} from ru_mfo.card_check where id = $1 for update`,
);
export const lockCheckOfCard = statement<CardCheckRecord>(
  'ru_mfo_card_check_of_card',
  `select ${checkColumns} from ru_mfo.card_check where card_id = $1 order by ordered_at desc, id desc limit 1 for update`,
);
export const bookChargeSettled = statement<never>(
  'ru_mfo_card_check_charged',
  `update ru_mfo.card_check set charge_status = 'SETTLED', partner = $2, charge_operation = $3, charged_at = $4, next_attempt_at = null
   where id = $1`,
);
export const bookChargeFailed = statement<never>(
  'ru_mfo_card_check_charge_failed',
  `update ru_mfo.card_check set charge_status = 'FAILED', partner = $2, failure = $3, next_attempt_at = null where id = $1`,
);
export const countAttempt = statement<never>(
  'ru_mfo_card_check_attempt',
  'update ru_mfo.card_check set attempts = attempts + 1 where id = $1',
);
export const orderRefund = statement<never>(
  'ru_mfo_card_check_refund',
  `update ru_mfo.card_check set refund_status = 'ORDERED', refund_ordered_at = $2, next_attempt_at = $2
   where id = $1 and refund_status is null`,
);
export const bookRefundSettled = statement<never>(
  'ru_mfo_card_check_refunded',
  `update ru_mfo.card_check set refund_status = 'SETTLED', refund_operation = $2, refunded_at = $3, next_attempt_at = null where id = $1`,
);
export const bookRefundFailed = statement<never>(
  'ru_mfo_card_check_refund_failed',
  `update ru_mfo.card_check set refund_status = 'FAILED', failure = $2, next_attempt_at = null where id = $1`,
);

const tokenAad = (lenderId: string, id: string) => fieldAad({ lenderId, table: 'ru_mfo.card', id, column: 'token_enc' });
export const amountAad = (lenderId: string, id: string) => fieldAad({ lenderId, table: 'ru_mfo.card_check', id, column: 'amount_enc' });

export const sealToken = (context: CommandContext, cardId: string, token: string): Buffer =>
  context.ports.get(fieldCipherPort).encrypt(token, tokenAad(context.lender.id, cardId));

export { tokenAad };

/** A card on which a loan may be paid. */
export interface PayoutCard {
  readonly id: string;
  readonly token: string;
  readonly lastFour: string;
  /** The last month in which it is good, `YYYY-MM`. */
  readonly expires: string;
}

/** A verified card by its id; null for any other. */
export async function verifiedCard(context: CommandContext, clientId: string, cardId: string): Promise<PayoutCard | null> {
  const [card] = await context.transaction.query(readCard, [cardId]);
  if (card?.clientId !== clientId || card.status !== 'VERIFIED') return null;
  const token = context.ports.get(fieldCipherPort).decrypt(card.tokenEnc!, tokenAad(context.lender.id, card.id)).toString('utf8');
  return { id: card.id, token, lastFour: card.lastFour!, expires: card.expires! };
}
