import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTimeScalar, Decimal, DecimalScalar, LocalDateScalar, Node, Scoped, toGlobalId } from '../../schema/base';
import { MoneyType } from '../money';
import type { ContractRecord } from './contract.record';
import { type ContractStatus, contractStatuses } from './contract-status';
import type { ContractTerms, Instalment } from './contract-terms';

export const ContractStatusEnum = Object.fromEntries(contractStatuses.map((status) => [status, status])) as { [S in ContractStatus]: S };

registerEnumType(ContractStatusEnum, {
  name: 'ContractStatus',
  description: 'State of a contract.',
  valuesConfig: {
    AWAITING_TRANSFER: { description: 'Terms accepted; the money is not yet provided, so the contract is not concluded.' },
    ACTIVE: { description: 'Concluded; the debt is being repaid.' },
    CLOSED: { description: 'Repaid in full.' },
    CANCELLED: { description: 'Ended before any money was provided.' },
  },
});

@Scoped('parent')
@ObjectType('Instalment', { description: 'One payment of a schedule (платёж графика).' })
export class InstalmentType {
  @Field(() => Int, { description: 'Number of the payment, from 1.' })
  no!: number;

  @Field(() => LocalDateScalar, { description: 'Last day on which it is paid in time.' })
  dueOn!: string;

  @Field(() => MoneyType, { description: 'Part that repays the principal (основной долг).' })
  principal!: MoneyType;

  @Field(() => MoneyType, { description: 'Part that pays interest (проценты).' })
  interest!: MoneyType;

  @Field(() => MoneyType, { description: 'Part that pays other charges.' })
  fees!: MoneyType;

  @Field(() => MoneyType, { description: 'What is to be paid in all.' })
  total!: MoneyType;
}

@Scoped('parent')
@ObjectType('FullCostOfCredit', { description: 'Full cost of credit (ПСК).' })
export class FullCostOfCredit {
  @Field(() => DecimalScalar, { description: 'Percent a year.' })
  percent!: string;

  @Field(() => MoneyType, { description: 'All counted payments above the principal (ПСК в денежном выражении).' })
  amount!: MoneyType;
}

@Scoped('parent')
@ObjectType('ContractTerms', { description: 'Terms on which money is lent (индивидуальные условия).' })
export class ContractTermsType {
  @Field(() => MoneyType, { description: 'The sum that is lent.' })
  principal!: MoneyType;

  @Field(() => LocalDateScalar, { description: 'Day on which the money is, or was, provided.' })
  startOn!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of the term.' })
  dueOn!: string;

  @Field(() => Int, { description: 'Term in calendar days.' })
  termDays!: number;

  @Field(() => DecimalScalar, { nullable: true, description: 'Interest, percent a day; null where it is not counted by days.' })
  dailyRate!: string | null;

  @Field(() => FullCostOfCredit, { nullable: true, description: 'Full cost of credit (ПСК); null where no law asks for it.' })
  fullCostOfCredit!: FullCostOfCredit | null;

  @Field(() => [InstalmentType], { description: 'Schedule of payments (график платежей).' })
  schedule!: InstalmentType[];
}

@Scoped('contracts:read')
@ObjectType('Contract', { implements: Node, description: 'A loan or leasing contract (договор): terms, governing edition, debt.' })
export class Contract extends Node {
  readonly __typename = 'Contract' as const;
  readonly rowId!: string;
  readonly applicationRowId!: string;
  readonly clientRowId!: string;
  readonly currency!: string;

  @Field(() => String, { description: 'Number printed in the documents.' })
  number!: string;

  @Field(() => ContractStatusEnum, { description: 'State of the contract.' })
  status!: ContractStatus;

  @Field(() => ContractTermsType, { description: 'The terms; from the conclusion on, by the actual day of provision.' })
  terms!: ContractTermsType;

  @Field(() => String, { nullable: true, description: 'Edition of the lender’s rules that governs the contract for its whole life.' })
  edition!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the client accepted the terms (акцепт).' })
  acceptedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the money was provided and the contract thereby concluded.' })
  concludedAt!: Date | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The lender’s calendar day of the conclusion.' })
  concludedOn!: string | null;
}

export const contractConnection = connectionOf(Contract, 'Contract');

export function toContract(row: ContractRecord): Contract {
  return {
    __typename: 'Contract',
    id: toGlobalId('Contract', row.id),
    rowId: row.id,
    applicationRowId: row.applicationId,
    clientRowId: row.clientId,
    currency: row.terms.currency,
    number: row.number,
    status: row.status,
    terms: toTerms(row.terms),
    edition: row.editionId,
    acceptedAt: row.acceptedAt,
    concludedAt: row.concludedAt,
    concludedOn: row.concludedOn,
  };
}

export function toTerms(terms: ContractTerms): ContractTermsType {
  const { currency, fullCost } = terms;
  return {
    principal: { amount: terms.principal, currency },
    startOn: terms.startOn,
    dueOn: terms.dueOn,
    termDays: terms.termDays,
    dailyRate: terms.dailyRate,
    fullCostOfCredit: fullCost ? { percent: fullCost.percent, amount: { amount: fullCost.amount, currency } } : null,
    schedule: terms.schedule.map((instalment) => toInstalment(instalment, currency)),
  };
}

export function toInstalment(instalment: Instalment, currency: string): InstalmentType {
  const { no, dueOn, principal, interest, fees } = instalment;
  return {
    no,
    dueOn,
    principal: { amount: principal, currency },
    interest: { amount: interest, currency },
    fees: { amount: fees, currency },
    total: { amount: new Decimal(principal).plus(interest).plus(fees), currency },
  };
}
