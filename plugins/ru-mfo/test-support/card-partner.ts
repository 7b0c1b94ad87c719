import { Temporal } from 'temporal-polyfill';
import type { CardCharge, CardFormOutcome, CardGateway, CardOutcome, CardRefund, TokenisedCard } from '../../../modules/payments';

/** A card partner in memory: forms are filled in by tests, money moves at once unless a test says otherwise. */
export class CardPartner implements CardGateway {
  readonly charges: CardCharge[] = [];
  readonly refunds: CardRefund[] = [];
  private readonly forms = new Map<string, CardFormOutcome>();
  /** What the next operations answer; settled without it. */
  answer: ((id: string) => CardOutcome) | null = null;

  async beginTokenisation(holderRef: string): Promise<{ url: string; reference: string }> {
    const reference = `form-${holderRef}`;
    if (!this.forms.has(reference)) this.forms.set(reference, { state: 'PENDING' });
    return { url: `https://cards.example.org/${reference}`, reference };
  }

  /** The holder enters a card. */
  enter(reference: string, card: Partial<TokenisedCard> & Record<string, unknown> = {}): void {
    this.forms.set(reference, {
      state: 'READY',
      card: { token: 'tok_9f1a2b3c4d', last4: '4477', expires: '2027-05', scheme: 'MIR', holder: null, ...card },
    });
  }

  refuse(reference: string, reason: string): void {
    this.forms.set(reference, { state: 'FAILED', reason });
  }

  async card(reference: string): Promise<CardFormOutcome> {
    return this.forms.get(reference) ?? { state: 'FAILED', reason: 'UNKNOWN_FORM' };
  }

  async charge(charge: CardCharge): Promise<CardOutcome> {
    if (!this.charges.some(({ id }) => id === charge.id)) this.charges.push(charge);
    return this.answer?.(charge.id) ?? settled(charge.id);
  }

  async refund(refund: CardRefund): Promise<CardOutcome> {
    if (!this.refunds.some(({ id }) => id === refund.id)) this.refunds.push(refund);
    return this.answer?.(refund.id) ?? settled(refund.id);
  }
}

const settled = (id: string): CardOutcome => ({
  state: 'SETTLED',
  partner: 'card-partner',
  partnerOperationId: `op-${id}`,
  at: new Date(Temporal.Instant.from('2023-04-28T09:00:05Z').epochMilliseconds),
});
