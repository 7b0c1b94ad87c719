import { definePort } from '../../schema/base';

/** A card as far as we may know it: its number never reaches us. */
export interface TokenisedCard {
  /** The partner's name of the card; also a destination of transfers. */
  readonly token: string;
  /** The last four digits of the number. */
  readonly last4: string;
  /** The month after which the card is void, `YYYY-MM`. */
  readonly expires: string;
  /** Payment scheme in capitals, `VISA`, `MASTERCARD`, where the partner tells it. */
  readonly scheme?: string | null;
  /** As embossed, where the partner tells it; personal. */
  readonly holder: string | null;
}

/** A form of the partner's own, where the holder enters the card. */
export interface CardForm {
  /** Where to lead the holder. */
  readonly url: string;
  /** What to ask the partner about the form by. */
  readonly reference: string;
}

/** What came of a form. `PENDING`: not filled in yet, ask again. A failed form stays failed: begin another. */
export type CardFormOutcome =
  | { readonly state: 'READY'; readonly card: TokenisedCard }
  | { readonly state: 'PENDING' }
  | { readonly state: 'FAILED'; readonly reason: string };

/** Sums are decimal strings of two places. */
export interface CardCharge {
  /** Our id; the partner must treat a repeat as the same charge. */
  readonly id: string;
  readonly token: string;
  readonly amount: string;
  readonly currency: string;
  /** Shown to the holder on the statement; nothing personal. */
  readonly description: string;
}

export interface CardRefund {
  /** Our id; the partner must treat a repeat as the same refund. */
  readonly id: string;
  /** Our id of the charge that is given back. */
  readonly chargeId: string;
  /** At most what was charged. */
  readonly amount: string;
  readonly currency: string;
}

/**
 * What came of a charge or a refund. `PENDING`: it may or may not have happened; ask again with the same id, never with another.
 * `FAILED` is final, `reason` a code in capitals.
 */
export type CardOutcome =
  | { readonly state: 'SETTLED'; readonly partner: string; readonly partnerOperationId: string; readonly at: Date }
  | { readonly state: 'FAILED'; readonly partner: string; readonly reason: string }
  | { readonly state: 'PENDING' };

/** The card partner: keeps numbers of cards, charges and refunds by token. Calls go out of transactions. */
export interface CardGateway {
  /**
   * Opens a form for one holder.
   * @param holderRef our name of the holder, good for the partner's records; the same form may be answered to a repeat
   * @param returnUrl where the form leads back to
   */
  beginTokenisation(holderRef: string, returnUrl?: string): Promise<CardForm>;
  card(reference: string): Promise<CardFormOutcome>;
  charge(charge: CardCharge): Promise<CardOutcome>;
  refund(refund: CardRefund): Promise<CardOutcome>;
}

export const cardGatewayPort = definePort<CardGateway>('payments.card');
