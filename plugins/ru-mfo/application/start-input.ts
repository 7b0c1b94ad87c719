import { type CommandContext, Refusal } from '../../../modules/commands';
import { fieldCipherPort } from '../../../modules/database';
import { type Finding, formFinding } from '../../../modules/rules';
import { wishAddons } from '../addons/offer-addons';
import { isAccountOfBank } from '../identifiers';
import { payoutAad } from '../lifecycle/payout';
import { type ReceptionInput, refusePayoutForm } from '../reception/keep-reception';
import { type RegisteredPayout, registeredPayout } from '../registration/registered-payout';
import { isNumberForToken } from '../texts';
import type { CreditLineInput } from '../tranches/credit-line';
import { LoanApplicationEntity, type PayoutMethod } from './loan-application.entity';

/** This plugin's part of the input of `startApplication`. */
export interface StartInput extends ReceptionInput, CreditLineInput {
  readonly payoutMethod: PayoutMethod | 'CASH';
  readonly account?: string | null;
  readonly bankCode?: string | null;
  readonly cardToken?: string | null;
  readonly cardLastDigits?: string | null;
  readonly insuranceWanted?: boolean | null;
  /** Codes of other paid services that the applicant wishes to be offered. */
  readonly addons?: readonly string[] | null;
  /** Id of the edition of the rules that was shown before the first step. */
  readonly rulesShown?: string | null;
  /** Warnings that were read: FALSE_DATA_RISK, CRIMINAL_LIABILITY. */
  readonly acknowledged?: readonly string[] | null;
}

const PATH = ['input', 'ruMfo'];
const TOKEN = /^[A-Za-z0-9_-]{8,128}$/;
const LAST_DIGITS = /^\d{4}$/;

/** Keeps with the application where the money is to go; a card only as the partner's token and its last four digits. */
export async function keepStartInput(
  context: CommandContext,
  application: { id: string; clientId: string },
  input: StartInput | undefined,
): Promise<void> {
  refusePayoutForm(context, input ?? {});
  if (input?.payoutMethod === 'CASH')
    throw new Refusal([formFinding('RU_MFO_PAYOUT_METHOD_NOT_ALLOWED', [...PATH, 'payoutMethod'], { method: 'CASH' })]);
  const registered = await registeredPayout(context, application.clientId);
  const payout = registered ? keepsTo(registered, input) : input ? payoutOf(input) : null;
  if (payout && 'code' in payout) throw new Refusal([payout]);
  const reference = payout && context.ports.get(fieldCipherPort).encrypt(payout.reference, payoutAad(context.lender.id, application.id));
  await context.transaction.insert(LoanApplicationEntity, {
    lenderId: context.lender.id,
    applicationId: application.id,
    clientId: application.clientId,
    payoutMethod: registered?.method ?? input?.payoutMethod ?? null,
    payoutEnc: reference,
    payoutMask: payout?.mask ?? null,
    insuranceWanted: input?.insuranceWanted ?? false,
  });
  await wishAddons(
    context,
    application,
    ({ kind, code }) => (kind === 'INSURANCE' && input?.insuranceWanted === true) || input?.addons?.includes(code) === true,
  );
}

/** Where the registration holds an account or a verified card, money goes there and nowhere else. */
function keepsTo(registered: RegisteredPayout, input: StartInput | undefined): RegisteredPayout | Finding {
  const named = input && [input.account, input.bankCode, input.cardToken, input.cardLastDigits].some((value) => value != null);
  const given = named ? payoutOf(input) : null;
  const other =
    (given && ('code' in given || given.reference !== registered.reference)) || (input && input.payoutMethod !== registered.method);
  return other ? formFinding('RU_MFO_PAYOUT_BY_REGISTRATION', [...PATH, 'payoutMethod']) : registered;
}

function payoutOf(input: StartInput): { reference: string; mask: string } | Finding {
  if (input.payoutMethod === 'BANK_ACCOUNT') {
    if (!input.account) return formFinding('RU_MFO_FIELD_REQUIRED', [...PATH, 'account'], { field: 'account' });
    if (!input.bankCode) return formFinding('RU_MFO_FIELD_REQUIRED', [...PATH, 'bankCode'], { field: 'bankCode' });
    if (!isAccountOfBank(input.account, input.bankCode)) return formFinding('RU_MFO_ACCOUNT_INVALID', [...PATH, 'account']);
    return { reference: `${input.bankCode}/${input.account}`, mask: `•••• ${input.account.slice(-4)}` };
  }
  // A card's own number must not be kept, whatever field it comes in.
  if (isNumberForToken(input.cardToken ?? '')) return formFinding('RU_MFO_CARD_NUMBER_REFUSED', [...PATH, 'cardToken']);
  if (!TOKEN.test(input.cardToken ?? '')) return formFinding('RU_MFO_FIELD_REQUIRED', [...PATH, 'cardToken'], { field: 'cardToken' });
  if (!LAST_DIGITS.test(input.cardLastDigits ?? ''))
    return formFinding('RU_MFO_FIELD_REQUIRED', [...PATH, 'cardLastDigits'], { field: 'cardLastDigits' });
  return { reference: input.cardToken!, mask: `•••• ${input.cardLastDigits}` };
}
