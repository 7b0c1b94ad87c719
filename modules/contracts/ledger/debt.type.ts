import { Field, ObjectType } from 'type-graphql';
import { type Decimal, LocalDateScalar, Scoped } from '../../../schema/base';
import { MoneyType } from '../../money';
import { debtOf, type LedgerState } from './ledger-state';

@Scoped('parent')
@ObjectType('Debt', { description: 'What is owed on a day, each part apart (задолженность).' })
export class Debt {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day at whose end it is owed; null before any money was provided.' })
  on!: string | null;

  @Field(() => MoneyType, { description: 'Money lent and not repaid (основной долг).' })
  principal!: MoneyType;

  @Field(() => MoneyType, { description: 'Interest accrued and not paid (проценты).' })
  interest!: MoneyType;

  @Field(() => MoneyType, { description: 'Penalty (неустойка).' })
  penalty!: MoneyType;

  @Field(() => MoneyType, { description: 'Fees, fines, losses and expenses that the client owes (комиссии, штрафы, убытки, издержки).' })
  cost!: MoneyType;

  @Field(() => MoneyType, { description: 'The sum of all parts.' })
  total!: MoneyType;

  @Field(() => MoneyType, { description: 'Part of the principal whose date of payment has passed (просроченный основной долг).' })
  overduePrincipal!: MoneyType;

  @Field(() => MoneyType, { description: 'Part of the interest whose date of payment has passed (просроченные проценты).' })
  overdueInterest!: MoneyType;

  @Field(() => MoneyType, { description: 'Overdue principal and interest together (просроченная задолженность).' })
  overdue!: MoneyType;

  @Field(() => MoneyType, { description: 'Money paid above the debt and not yet given back; no part of the total (переплата).' })
  surplus!: MoneyType;
}

/** The GraphQL object of balances; `principalDue`: what of the principal is overdue by the schedule of the day. */
export function toDebt(state: LedgerState, principalDue: Decimal, on: string | null, currency: string): Debt {
  const show = (amount: Decimal) => ({ amount, currency });
  return {
    on,
    principal: show(state.principal),
    interest: show(state.interest),
    penalty: show(state.penalty),
    cost: show(state.cost),
    total: show(debtOf(state)),
    overduePrincipal: show(principalDue),
    overdueInterest: show(state.interestDue),
    overdue: show(principalDue.plus(state.interestDue)),
    surplus: show(state.surplus),
  };
}
