import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType } from 'type-graphql';
import { MoneyInput } from '../../../modules/money';
import { LocalDateScalar } from '../../../schema/base';
import { KeyedInput, PledgeStepInput } from '../pledge/step.input';
import { ForeclosureBasisEnum, ForeclosureRouteEnum } from './foreclosure.enums';

@InputType('ByPledgeOpenForeclosureInput', { description: 'Opens a case of foreclosure (обращение взыскания).' })
export class ByPledgeOpenForeclosureInput extends PledgeStepInput {
  @Field(() => ForeclosureRouteEnum, { description: 'By a court or not.' })
  route!: keyof typeof ForeclosureRouteEnum;

  @Field(() => ForeclosureBasisEnum, { description: 'DEFAULT or EARLY.' })
  basis!: keyof typeof ForeclosureBasisEnum;

  @Field(() => ID, { nullable: true, description: 'Global id of the violation that it rests on.' })
  violationId?: string | null;
}

@InputType('ByPledgeFileSuitInput', { description: 'Files the suit (иск).' })
export class ByPledgeFileSuitInput extends KeyedInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  foreclosureId!: string;

  @Field(() => String, { description: 'The court, by its code.' })
  forum!: string;
}

@InputType('ByPledgeRecordDecisionInput', { description: 'Records the court’s decision (решение суда).' })
export class ByPledgeRecordDecisionInput extends KeyedInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  foreclosureId!: string;

  @Field(() => Boolean, { description: 'Whether it allows foreclosure.' })
  isAllowed!: boolean;
}

@InputType('ByPledgeListForSaleInput', { description: 'Offers the item for sale (объявление о продаже).' })
export class ByPledgeListForSaleInput extends KeyedInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  foreclosureId!: string;

  @Field(() => String, { nullable: true, description: 'COMMISSION_CONTRACT or OWN_LISTING.' })
  way?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the contract or listing.' })
  reference?: string | null;

  @Field(() => String, { nullable: true, description: 'Site of the listing.' })
  site?: string | null;

  @Field(() => MoneyInput, { description: 'Starting price, in BYN.' })
  startPrice!: MoneyInput;

  @Field(() => String, { nullable: true, description: 'What sets another price: COURT_DECISION or PARTIES_AGREEMENT.' })
  overrideKind?: string | null;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  overrideDocument?: string | null;
}

@InputType('ByPledgeRecordSaleInput', { description: 'Records the sale and books the proceeds (продажа).' })
export class ByPledgeRecordSaleInput extends KeyedInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  foreclosureId!: string;

  @Field(() => LocalDateScalar, { description: 'Day of the sale: today.' })
  soldOn!: Temporal.PlainDate;

  @Field(() => MoneyInput, { description: 'Proceeds, in BYN.' })
  proceeds!: MoneyInput;
}

@InputType('ByPledgeSettleSaleInput', { description: 'Settles the sale: a surplus goes back, a deficit stays due.' })
export class ByPledgeSettleSaleInput extends KeyedInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  foreclosureId!: string;

  @Field(() => String, { nullable: true, description: 'Account for the surplus, where somebody names it.' })
  destination?: string | null;
}
