import { Field, ObjectType } from 'type-graphql';
import { type Money, MoneyType } from '../../../modules/money';
import { connectionOf, LocalDateScalar, Node, Scoped, toGlobalId } from '../../../schema/base';
import { byn } from '../command-support/sums';
import { ForeclosureBasisEnum, ForeclosureRouteEnum, ForeclosureStateEnum } from './foreclosure.enums';
import type { ForeclosureRecord } from './foreclosure.record';
import type { ForeclosureRoute, ForeclosureState } from './machine';

@Scoped('contracts:read')
@ObjectType('ByPledgeForeclosure', { implements: Node, description: 'A case of foreclosure (обращение взыскания).' })
export class ByPledgeForeclosure extends Node {
  readonly __typename = 'ByPledgeForeclosure' as const;

  @Field(() => ForeclosureRouteEnum, { description: 'By a court or not.' })
  route!: ForeclosureRoute;

  @Field(() => ForeclosureBasisEnum, { description: 'On what it rests.' })
  basis!: 'DEFAULT' | 'EARLY';

  @Field(() => ForeclosureStateEnum, { description: 'State of the case.' })
  state!: ForeclosureState;

  @Field(() => LocalDateScalar, { description: 'Day on which a payment was missed; of an early case, the day of its opening.' })
  missedOn!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of the grace period (льготный срок).' })
  graceEndsOn!: string;

  @Field(() => String, { nullable: true, description: 'The court.' })
  forum!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Starting price (начальная цена).' })
  startPrice!: Money | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the sale.' })
  soldOn!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'What the sale brought.' })
  proceeds!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'All that was secured at the sale.' })
  securedClaim!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What goes back to the pledgor (излишек).' })
  surplus!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What stays due (недостающая сумма).' })
  deficit!: Money | null;
}

export const foreclosureConnection = connectionOf(ByPledgeForeclosure, 'ByPledgeForeclosure');

export const toForeclosure = (row: ForeclosureRecord): ByPledgeForeclosure => ({
  ...row,
  __typename: 'ByPledgeForeclosure',
  id: toGlobalId('ByPledgeForeclosure', row.id),
  startPrice: byn(row.startPrice),
  proceeds: byn(row.proceeds),
  securedClaim: byn(row.securedClaim),
  surplus: byn(row.surplus),
  deficit: byn(row.deficit),
});
