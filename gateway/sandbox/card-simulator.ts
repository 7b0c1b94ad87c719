import { randomBytes } from 'node:crypto';
import type { Clock } from '../../modules/calendar';
import { type CardFormOutcome, type CardGateway, type CardOutcome, cardGatewayPort } from '../../modules/payments';
import { type Adapter, Decimal } from '../../schema/base';
import type { SandboxInbox } from './inbox';

const PARTNER = 'sandbox';
const VALID_YEARS = 3;

/** Endings of cards that do not behave. */
export const CARD_ENDINGS = { formFails: '0001', chargeFails: '0002', chargeWaits: '0003' } as const;

const TOKEN = /^card-[\w-]{16}-(\d{4})$/;

interface Charge {
  readonly currency: string;
  readonly last4: string;
  left: Decimal;
}

/**
 * A card partner of the sandbox. A form is filled in with four digits, which the card ends in; the inbox shows what the bank of the card
 * would tell its holder, with the sum. Repeats under one id get the same answer. Lives as long as its process.
 */
export class CardSimulator implements CardGateway {
  private readonly forms = new Map<string, CardFormOutcome>();
  private readonly answered = new Map<string, CardOutcome>();
  private readonly charges = new Map<string, Charge>();
  private readonly waited = new Set<string>();
  /** Where forms are; known when the gateway listens. */
  baseUrl = '';

  constructor(
    private readonly clock: Clock,
    private readonly inbox: SandboxInbox,
  ) {}

  adapter(): Adapter<CardGateway> {
    return { port: cardGatewayPort, name: 'card-simulator', simulated: true, create: () => this };
  }

  async beginTokenisation(_holderRef: string, _returnUrl?: string) {
    const reference = randomBytes(12).toString('base64url');
    this.forms.set(reference, { state: 'PENDING' });
    return { url: `${this.baseUrl}/sandbox/cards?reference=${reference}`, reference };
  }

  async card(reference: string): Promise<CardFormOutcome> {
    return this.forms.get(reference) ?? { state: 'FAILED', reason: 'FORM_UNKNOWN' };
  }

  /** What the holder does at the form. @returns whether there was such a form to fill in */
  fill(reference: string, last4: string): boolean {
    if (this.forms.get(reference)?.state !== 'PENDING') return false;
    const month = this.clock.now().toZonedDateTimeISO('UTC').toPlainDate().add({ years: VALID_YEARS }).toPlainYearMonth();
    const card = {
      token: `card-${randomBytes(12).toString('base64url')}-${last4}`,
      last4,
      expires: month.toString(),
      scheme: 'VISA',
      holder: null,
    };
    this.forms.set(reference, last4 === CARD_ENDINGS.formFails ? { state: 'FAILED', reason: 'CARD_REJECTED' } : { state: 'READY', card });
    return true;
  }

  async charge({ id, token, amount, currency, description }: Parameters<CardGateway['charge']>[0]): Promise<CardOutcome> {
    return this.once(`charge ${id}`, () => {
      const last4 = TOKEN.exec(token)?.[1];
      if (!last4) return failed('TOKEN_UNKNOWN');
      if (last4 === CARD_ENDINGS.chargeFails) return failed('INSUFFICIENT_FUNDS');
      if (last4 === CARD_ENDINGS.chargeWaits && !this.waited.has(id)) {
        this.waited.add(id);
        return { state: 'PENDING' };
      }
      this.charges.set(id, { currency, last4, left: new Decimal(amount) });
      this.tell(id, last4, `Charged ${amount} ${currency}: ${description}`);
      return this.settled(id);
    });
  }

  async refund({ id, chargeId, amount, currency }: Parameters<CardGateway['refund']>[0]): Promise<CardOutcome> {
    return this.once(`refund ${id}`, () => {
      const charge = this.charges.get(chargeId);
      if (charge?.currency !== currency || charge.left.lessThan(amount)) return failed('REFUND_NOT_POSSIBLE');
      charge.left = charge.left.minus(amount);
      this.tell(id, charge.last4, `Refunded ${amount} ${currency}`);
      return this.settled(id);
    });
  }

  private once(key: string, act: () => CardOutcome): CardOutcome {
    const outcome = this.answered.get(key) ?? act();
    if (outcome.state !== 'PENDING') this.answered.set(key, outcome);
    return outcome;
  }

  private settled(id: string): CardOutcome {
    return { state: 'SETTLED', partner: PARTNER, partnerOperationId: `sandbox-${id}`, at: new Date(this.clock.now().epochMilliseconds) };
  }

  private tell(id: string, last4: string, text: string): void {
    this.inbox.keep('CARD', { id, to: `*${last4}`, text });
  }
}

const failed = (reason: string): CardOutcome => ({ state: 'FAILED', partner: PARTNER, reason });
