import { type CommandContext, Refusal } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import type { Destination, PayoutDestination } from '../../../modules/payments';
import { formFinding } from '../../../modules/rules';
import { open, seal } from '../command-support/seal';
import { SecuredLoanEntity } from './secured-loan.entity';

/** This plugin's part of the input of `startApplication`: where the money goes, and where a surplus would. */
export interface StartInput {
  readonly payoutMethod: 'BANK_ACCOUNT' | 'PAYMENT_CARD';
  readonly account?: string | null;
  readonly cardToken?: string | null;
  readonly cardLastDigits?: string | null;
}

const readPayout = statement<{ payoutMethod: string; payoutEnc: Buffer; payoutMask: string }>(
  'by_pledge_read_payout',
  'select payout_method as "payoutMethod", payout_enc as "payoutEnc", payout_mask as "payoutMask" from by_pledge.secured_loan where application_id = $1',
);

const ACCOUNT = /^BY\d{2}[A-Z0-9]{4}\d{4}[A-Z0-9]{16}$/;
const TOKEN = /^[A-Za-z0-9_-]{8,128}$/;
const CARD_NUMBER = /^\d{12,19}$/;
const LAST_DIGITS = /^\d{4}$/;

/** Whether an account number has the country's form and right check digits (ISO 13616). */
export function isAccount(text: string): boolean {
  if (!ACCOUNT.test(text)) return false;
  const digits = [...(text.slice(4) + text.slice(0, 4))].map((letter) => Number.parseInt(letter, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

/** Keeps with the application where its money goes; a card only as the partner's token and its last four digits. */
export async function keepPayout(
  context: CommandContext,
  application: { readonly id: string; readonly clientId: string },
  input: StartInput | undefined,
): Promise<void> {
  const kept = input && payoutOf(input);
  if (!kept) throw new Refusal([formFinding('BY_PLEDGE_PAYOUT_INVALID', ['input', 'byPledge'])]);
  await context.transaction.insert(SecuredLoanEntity, {
    lenderId: context.lender.id,
    applicationId: application.id,
    clientId: application.clientId,
    payoutMethod: input.payoutMethod,
    payoutEnc: seal(context, 'secured_loan', application.id, 'payout', kept.reference),
    payoutMask: kept.mask,
  });
}

function payoutOf({ payoutMethod, account, cardToken, cardLastDigits }: StartInput): { reference: string; mask: string } | null {
  if (payoutMethod === 'BANK_ACCOUNT') {
    const number = account?.replace(/\s/g, '').toUpperCase() ?? '';
    return isAccount(number) ? { reference: number, mask: `•••• ${number.slice(-4)}` } : null;
  }
  const sound = TOKEN.test(cardToken ?? '') && !CARD_NUMBER.test(cardToken!) && LAST_DIGITS.test(cardLastDigits ?? '');
  return sound ? { reference: cardToken!, mask: `•••• ${cardLastDigits}` } : null;
}

/** The account or card that the loan contract names: the loan goes there, and so does a surplus. Null without one. */
export async function namedDestination(
  context: CommandContext,
  applicationId: string,
): Promise<(Destination & { readonly mask: string }) | null> {
  const [row] = await context.transaction.query(readPayout, [applicationId]);
  if (!row) return null;
  return {
    method: row.payoutMethod,
    reference: open(context, 'secured_loan', applicationId, 'payout', row.payoutEnc)!,
    mask: row.payoutMask,
  };
}

export const byPledgePayout: PayoutDestination = {
  async of(context, application) {
    const named = await namedDestination(context, application.id);
    return named && { method: named.method, reference: named.reference };
  },
};
