import { Field, InputType } from 'type-graphql';
import { MoneyInput } from '../../../modules/money';
import { PledgeStepInput } from '../pledge/step.input';
import type { DeclarationKind } from './declaration.entity';
import { DeclarationKindEnum } from './declaration.enums';

@InputType('ByPledgeDeclarationInput', { description: 'One answer to one warranty.' })
export class ByPledgeDeclarationInput {
  @Field(() => DeclarationKindEnum, { description: 'What is declared.' })
  kind!: DeclarationKind;

  @Field(() => String, { description: 'Version of the text that was shown.' })
  textVersion!: string;

  @Field(() => String, { description: 'YES or NO; SOLE, JOINT_MARITAL, SHARED, OTHER; NO_BANK_LOAN, BANK_LOAN_REPAID, BANK_LOAN_RUNNING.' })
  answer!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'The value agreed with, in BYN; of VALUE_AGREED.' })
  amount?: MoneyInput | null;

  @Field(() => [String], { nullable: true, description: 'BY, ABROAD; of NO_DISPUTES.' })
  territory?: readonly string[] | null;
}

@InputType('ByPledgeDeclareInput', { description: 'The pledgor answers warranties, each by itself (заверения).' })
export class ByPledgeDeclareInput extends PledgeStepInput {
  @Field(() => [ByPledgeDeclarationInput], { description: 'The answers.' })
  declarations!: readonly ByPledgeDeclarationInput[];
}
