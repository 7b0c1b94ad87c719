import type { Temporal } from 'temporal-polyfill';
import { Field, InputType } from 'type-graphql';
import { StartApplicationInput } from '../../../modules/applications';
import { type Decimal, DecimalScalar, LocalDateScalar } from '../../../schema/base';
import { PayoutMethod, PayoutMethodEnum } from './loan.enums';

@InputType('ByPledgeStartInput', { description: 'Where the money of a secured microloan goes, and where a surplus would.' })
export class ByPledgeStartInput {
  @Field(() => PayoutMethodEnum, { description: 'Account or card.' })
  payoutMethod!: PayoutMethod;

  @Field(() => String, { nullable: true, description: 'Account of the borrower, 28 characters (счёт).' })
  account?: string | null;

  @Field(() => String, { nullable: true, description: 'Token of the card at the settlement partner.' })
  cardToken?: string | null;

  @Field(() => String, { nullable: true, description: 'Last four digits of the card.' })
  cardLastDigits?: string | null;
}

// The plugin's one field on a core input.
Field(() => ByPledgeStartInput, { nullable: true, description: 'For microloans secured by a car.' })(
  StartApplicationInput.prototype,
  'byPledge',
);

@InputType('ByPledgeSetRateInput', { description: 'The rate of new loans (ставка).' })
export class ByPledgeSetRateInput {
  @Field(() => LocalDateScalar, { description: 'First day.' })
  effectiveFrom!: Temporal.PlainDate;

  @Field(() => DecimalScalar, { description: 'Per cent a day.' })
  dailyRate!: Decimal;
}
