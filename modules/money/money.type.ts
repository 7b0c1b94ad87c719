import { Field, InputType, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar, type Decimal, DecimalScalar, Scoped } from '../../schema/base';

/** What resolvers answer for `Money`: a `Money`, or a row with the amount as text. */
@ObjectType('Money', { description: 'A sum in a currency (денежная сумма).' })
@Scoped('parent')
export class MoneyType {
  @Field(() => DecimalScalar, {
    description: 'The sum with all decimal places of its currency, such as `"10.00"` (сумма).',
  })
  amount!: Decimal | string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency by its code of ISO 4217 (валюта).' })
  currency!: string;
}

@InputType('MoneyInput', { description: 'A sum in a currency, with no more decimal places than the currency has (денежная сумма).' })
export class MoneyInput {
  @Field(() => DecimalScalar, { description: 'The sum as a string, such as `"10.00"` (сумма).' })
  amount!: Decimal;

  @Field(() => CurrencyCodeScalar, { description: 'The currency by its code of ISO 4217 (валюта).' })
  currency!: string;
}
