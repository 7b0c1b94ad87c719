import type { CommandContext } from '../../../modules/commands';
import type { PayoutMethod } from '../application/loan-application.entity';
import { verifiedCard } from '../cards/card.record';
import { answersOf } from './answers';

/** Where a registered client takes money. */
export interface RegisteredPayout {
  readonly method: PayoutMethod;
  /** What the settlement partner knows it by. */
  readonly reference: string;
  /** The last four digits. */
  readonly mask: string;
  /** The last month in which the card is good, `YYYY-MM`; null for an account. */
  readonly cardExpires: string | null;
}

/** The account or verified card of the registration; null where none stands there, or the card was taken out since. */
export async function registeredPayout(context: CommandContext, clientId: string): Promise<RegisteredPayout | null> {
  const { MONEY_RECEIPT: chosen } = await answersOf(context, clientId);
  if (!chosen) return null;
  if (chosen.method === 'BANK_ACCOUNT')
    return {
      method: 'BANK_ACCOUNT',
      reference: `${chosen.bankCode}/${chosen.account}`,
      mask: `•••• ${chosen.account!.slice(-4)}`,
      cardExpires: null,
    };
  const card = await verifiedCard(context, clientId, chosen.cardId!);
  return card && { method: 'PAYMENT_CARD', reference: card.token, mask: `•••• ${card.lastFour}`, cardExpires: card.expires };
}
