import { type CommandContext, Refusal } from '../../../modules/commands';
import { fieldAad, fieldCipherPort } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import type { PayoutMethod } from '../application/loan-application.entity';
import { isAccountOfBank } from '../identifiers';
import { isNumberForToken } from '../texts';

/** How the client wants the money of a request, as it was stated. */
export interface RequestPayout {
  readonly payoutMethod: PayoutMethod | null;
  readonly account: string | null;
  readonly bankCode: string | null;
  readonly cardToken: string | null;
  readonly cardLastDigits: string | null;
}

const TOKEN = /^[A-Za-z0-9_-]{8,128}$/;
const LAST_DIGITS = /^\d{4}$/;

export type RequestTable = 'tranche' | 'top_up';

const aad = (context: CommandContext, table: RequestTable, id: string) =>
  fieldAad({ lenderId: context.lender.id, table: `ru_mfo.${table}`, id, column: 'payout' });

/**
 * Where the money goes, encrypted for its row. A card is taken as the partner's token only. The method is stated: rules ask for it before.
 * @throws Refusal RU_MFO_FIELD_REQUIRED, RU_MFO_ACCOUNT_INVALID, RU_MFO_CARD_NUMBER_REFUSED
 */
export function sealPayout(context: CommandContext, table: RequestTable, id: string, payout: RequestPayout) {
  const { reference, mask } = readPayout(payout);
  return {
    payoutMethod: payout.payoutMethod!,
    payoutEnc: context.ports.get(fieldCipherPort).encrypt(reference, aad(context, table, id)),
    payoutMask: mask,
  };
}

/** What the settlement partner is told. */
export const openPayout = (context: CommandContext, table: RequestTable, id: string, payoutEnc: Buffer): string =>
  context.ports
    .get(fieldCipherPort)
    .decrypt(payoutEnc, aad(context, table, id))
    .toString('utf8');

/** A row's payout as it was stated, to be stated again in another row. */
export function restatePayout(
  context: CommandContext,
  table: RequestTable,
  row: { readonly id: string; readonly payoutMethod: PayoutMethod; readonly payoutEnc: Buffer; readonly payoutMask: string },
): RequestPayout {
  const reference = openPayout(context, table, row.id, row.payoutEnc);
  const [bankCode, account] = reference.split('/');
  return row.payoutMethod === 'BANK_ACCOUNT'
    ? { payoutMethod: 'BANK_ACCOUNT', account: account!, bankCode: bankCode!, cardToken: null, cardLastDigits: null }
    : { payoutMethod: 'PAYMENT_CARD', account: null, bankCode: null, cardToken: reference, cardLastDigits: row.payoutMask.slice(-4) };
}

function readPayout({ payoutMethod, account, bankCode, cardToken, cardLastDigits }: RequestPayout): { reference: string; mask: string } {
  if (payoutMethod === 'BANK_ACCOUNT') {
    if (!account) throw missing('account');
    if (!bankCode) throw missing('bankCode');
    if (!isAccountOfBank(account, bankCode)) throw new Refusal([formFinding('RU_MFO_ACCOUNT_INVALID', ['input', 'account'])]);
    return { reference: `${bankCode}/${account}`, mask: `•••• ${account.slice(-4)}` };
  }
  // A card's own number must not be kept, whatever field it comes in.
  if (isNumberForToken(cardToken ?? '')) throw new Refusal([formFinding('RU_MFO_CARD_NUMBER_REFUSED', ['input', 'cardToken'])]);
  if (!TOKEN.test(cardToken ?? '')) throw missing('cardToken');
  if (!LAST_DIGITS.test(cardLastDigits ?? '')) throw missing('cardLastDigits');
  return { reference: cardToken!, mask: `•••• ${cardLastDigits}` };
}

const missing = (field: string) => new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', field], { field })]);
