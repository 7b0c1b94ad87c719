import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Decimal, DecimalScalar } from '../../schema/base';
import { minorUnit } from './minor-unit';
import { MoneyType } from './money.type';

/** Writes amounts with all decimal places of their currency, whether they come as decimals or as text of a numeric column. */
@Resolver(() => MoneyType)
export class MoneyResolver {
  @FieldResolver(() => DecimalScalar)
  amount(@Root() sum: MoneyType): string {
    const amount = new Decimal(sum.amount);
    return amount.toFixed(Math.max(minorUnit(sum.currency), amount.decimalPlaces()));
  }
}
