import { Field, ObjectType } from 'type-graphql';
import { type Money, MoneyType } from '../../../modules/money';
import { DateTimeScalar, Scoped } from '../../../schema/base';
import type { DeclarationKind } from './declaration.entity';
import { DeclarationKindEnum } from './declaration.enums';

@Scoped('contracts:read')
@ObjectType('ByPledgeDeclaration', { description: 'An answer of the pledgor to one warranty (заверение залогодателя).' })
export class ByPledgeDeclaration {
  @Field(() => DeclarationKindEnum, { description: 'What is declared.' })
  kind!: DeclarationKind;

  @Field(() => String, { description: 'The answer, as `ByPledgeDeclarationInput.answer` takes it.' })
  answer!: string;

  @Field(() => String, { description: 'Version of the text that was shown.' })
  textVersion!: string;

  @Field(() => MoneyType, { nullable: true, description: 'The value agreed with; of VALUE_AGREED.' })
  amount!: Money | null;

  @Field(() => [String], { description: 'Where it holds: BY, ABROAD; of NO_DISPUTES.' })
  territory!: readonly string[];

  @Field(() => DateTimeScalar, { description: 'When it was declared.' })
  declaredAt!: Date;
}
