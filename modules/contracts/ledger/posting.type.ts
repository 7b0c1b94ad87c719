import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTimeScalar, LocalDateScalar, Node, Scoped, toGlobalId } from '../../../schema/base';
import { MoneyType } from '../../money';
import { type LedgerComponent, ledgerComponents } from '../contract-status';
import { type LedgerCause, ledgerCauses } from './ledger-cause';
import type { PostingRecord } from './posting.record';

const LedgerComponentEnum = Object.fromEntries(ledgerComponents.map((name) => [name, name])) as { [C in LedgerComponent]: C };

registerEnumType(LedgerComponentEnum, {
  name: 'LedgerComponent',
  description: 'A part of a ledger.',
  valuesConfig: {
    PRINCIPAL: { description: 'Money lent and not repaid (основной долг).' },
    INTEREST: { description: 'Interest (проценты).' },
    PENALTY: { description: 'Penalty (неустойка).' },
    COST: { description: 'Fees, fines, losses and expenses (комиссии, штрафы, убытки, издержки).' },
    SURPLUS: { description: 'Money paid above the debt, held for the client (переплата).' },
  },
});

const LedgerCauseEnum = Object.fromEntries(ledgerCauses.map((name) => [name, name])) as { [C in LedgerCause]: C };

registerEnumType(LedgerCauseEnum, {
  name: 'LedgerCause',
  description: 'What a line of a ledger comes from.',
  valuesConfig: {
    TRANSFER: { description: 'The loan was provided (выдача займа).' },
    TRANCHE: { description: 'A further sum was provided (транш, дополнительная сумма).' },
    ACCRUAL: { description: 'A day of use or of delay (начисление за день).' },
    PAYMENT: { description: 'Money came in (платёж).' },
    REFUND: { description: 'A surplus was given back (возврат переплаты).' },
    WAIVER: { description: 'The lender gave up a claim (прощение долга).' },
    ADJUSTMENT: { description: 'A mistake was set right (исправление).' },
    FINE: { description: 'A fixed sum for a violation (штраф).' },
    FEE: { description: 'A charge for a service (комиссия).' },
    LOSS: { description: 'A loss that the client makes good (убыток).' },
    EXPENSE: { description: 'An expense of recovery (издержки взыскания).' },
    PROLONGATION: { description: 'The term was extended (пролонгация).' },
  },
});

@Scoped('contracts:read')
@ObjectType('Posting', { implements: Node, description: 'A line of a contract’s ledger; never changed (проводка).' })
export class Posting extends Node {
  readonly __typename = 'Posting' as const;

  @Field(() => LocalDateScalar, { description: 'The day that it belongs to.' })
  on!: string;

  @Field(() => LedgerComponentEnum, { description: 'The part that it changes.' })
  component!: LedgerComponent;

  @Field(() => MoneyType, { description: 'Above zero it raises the part, below zero it lowers it.' })
  amount!: MoneyType;

  @Field(() => LedgerCauseEnum, { description: 'What it comes from.' })
  cause!: LedgerCause;

  @Field(() => String, { description: 'Names the very thing: the day of an accrual, the id of a payment or a transfer.' })
  reference!: string;

  @Field(() => Boolean, { description: 'Whether it corrects an earlier line of the same cause and day (исправительная проводка).' })
  isCorrection!: boolean;

  @Field(() => String, { nullable: true, description: 'What made the correction necessary; null for a line that is none.' })
  correctedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'The clause that it rests on, or that limited it.' })
  clause!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was booked.' })
  postedAt!: Date;
}

export const postingConnection = connectionOf(Posting, 'Posting');

export function toPosting({ id, amount, correction, contractId: _, ...row }: PostingRecord, currency: string): Posting {
  return { ...row, __typename: 'Posting', id: toGlobalId('Posting', id), amount: { amount, currency }, isCorrection: correction > 0 };
}
