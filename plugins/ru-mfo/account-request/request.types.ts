import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { MoneyInput } from '../../../modules/money';
import { enumOf, KEY_DESCRIPTION } from '../../../schema/base';
import type { PayoutMethod } from '../application/loan-application.entity';
import { PayoutMethodEnum } from '../ru-mfo.types';
import { recalculationCases } from '../tranches/recalculation';
import type { RequestPayout } from './payout';
import { prolongationActions, prolongationStatuses, topUpStatuses, trancheStatuses } from './request-status';

export const ProlongationStatusEnum = enumOf(prolongationStatuses);
registerEnumType(ProlongationStatusEnum, {
  name: 'RuMfoProlongationStatus',
  description: 'State of a prolongation (статус пролонгации).',
  valuesConfig: {
    OFFERED: { description: 'The lender’s offer can be accepted (оферта).' },
    ACCEPTED: { description: 'Accepted; the amended terms stand.' },
    VOID: { description: 'Another offer took its place.' },
  },
});

export const ProlongationActionEnum = enumOf(prolongationActions);
registerEnumType(ProlongationActionEnum, {
  name: 'RuMfoProlongationAction',
  description: 'The button that begins a prolongation.',
  valuesConfig: { PROLONG: { description: '«Продлить».' }, REPAY: { description: '«Погасить».' } },
});

export const TrancheStatusEnum = enumOf(trancheStatuses);
registerEnumType(TrancheStatusEnum, {
  name: 'RuMfoTrancheStatus',
  description: 'State of a tranche (статус транша).',
  valuesConfig: {
    DRAFT: { description: 'Its application can be read and signed.' },
    ORDERED: { description: 'Signed; the money is on its way.' },
    PAID: { description: 'The money arrived; it is owed.' },
    FAILED: { description: 'The settlement partner refused it.' },
    VOID: { description: 'Another application took its place.' },
  },
});

export const TopUpStatusEnum = enumOf(topUpStatuses);
registerEnumType(TopUpStatusEnum, {
  name: 'RuMfoTopUpStatus',
  description: 'State of an additional sum (статус дополнительной суммы).',
  valuesConfig: {
    DRAFT: { description: 'Its application can be read and signed.' },
    SIGNED: { description: 'Signed and sent; the lender orders the money or refuses.' },
    ORDERED: { description: 'The money is on its way.' },
    PAID: { description: 'The money arrived; it is owed.' },
    FAILED: { description: 'The settlement partner refused it.' },
    REFUSED: { description: 'The lender refused it.' },
    VOID: { description: 'Another application took its place.' },
  },
});

export const RecalculationCaseEnum = enumOf(recalculationCases);
registerEnumType(RecalculationCaseEnum, {
  name: 'RuMfoRecalculationCase',
  description: 'What a tranche did to the next obligatory payment (пересчёт ближайшего платежа).',
  valuesConfig: {
    NEXT_UNCHANGED: { description: 'It was fully funded and stays; interest on the tranche is paid in the following period.' },
    NEXT_RECALCULATED: { description: 'It was not fully funded and is computed anew from all that is owed.' },
    CURRENT_PERIOD: { description: 'Nothing was owed; it is computed anew and due in the current period.' },
  },
});

/** Left out where it was not stated: the rules ask for it. */
@InputType('RuMfoMoneyRequestInput', { description: 'What a client states to get money on a running contract.' })
export abstract class MoneyRequestInput {
  @Field(() => ID, { description: 'Global id of the contract.' })
  contractId!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'The sum that was chosen, in roubles (сумма).' })
  amount?: MoneyInput | null;

  @Field(() => PayoutMethodEnum, { nullable: true, description: 'How the money is wanted (способ получения).' })
  payoutMethod?: PayoutMethod | null;

  @Field(() => String, { nullable: true, description: 'Own account, 20 digits; with BANK_ACCOUNT (счёт).' })
  account?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of its bank, 9 digits; with BANK_ACCOUNT (БИК).' })
  bankCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Token of the card at the settlement partner; with PAYMENT_CARD. The card’s number is never taken.',
  })
  cardToken?: string | null;

  @Field(() => String, { nullable: true, description: 'Last four digits of the card; with PAYMENT_CARD.' })
  cardLastDigits?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

/** How the client wants the money, as it was stated. */
export const payoutOf = (input: MoneyRequestInput): RequestPayout => ({
  payoutMethod: input.payoutMethod ?? null,
  account: input.account ?? null,
  bankCode: input.bankCode ?? null,
  cardToken: input.cardToken ?? null,
  cardLastDigits: input.cardLastDigits ?? null,
});

/** The sum as commands take it; null where none was chosen. */
export const amountTextOf = ({ amount }: MoneyRequestInput): string | null => amount?.amount.toFixed() ?? null;

@InputType('RuMfoSignRequestInput', { description: 'What signs an application of the personal account.' })
export abstract class SignRequestInput {
  @Field(() => String, { description: 'SHA-256 of the application that was read, hexadecimal.' })
  documentSha256!: string;

  @Field(() => ID, { description: 'Id of the ceremony that `requestCode` answered.' })
  ceremonyId!: string;

  @Field(() => String, { description: 'The code from the message or the call (код).' })
  code!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}
