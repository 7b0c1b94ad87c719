import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Decimal, DecimalScalar } from '../../schema/base';
import { minorUnit } from './minor-unit';
import { MoneyType } from './money.type';

// What a numeric(18,2) column gives: for most currencies it is the answer as it stands.
const TWO_PLACES = /^-?\d+\.\d\d$/;

/** Writes amounts with all decimal places of their currency, whether they come as decimals or as text of a numeric column. */
@Resolver(() => MoneyType)
export class MoneyResolver {
  @FieldResolver(() => DecimalScalar)
  amount(@Root() sum: MoneyType): string {
    if (typeof sum.amount === 'string' && TWO_PLACES.test(sum.amount) && minorUnit(sum.currency) === 2) return sum.amount;
    const amount = new Decimal(sum.amount);
    return amount.toFixed(Math.max(minorUnit(sum.currency), amount.decimalPlaces()));
  }
}
