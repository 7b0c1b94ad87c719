import { Field, Int, ObjectType } from 'type-graphql';
import { MoneyType } from '../../../modules/money';
import { DateTimeScalar, JSONObjectScalar, Scoped } from '../../../schema/base';
import type { AccountState, RegistrationStage, RegistrationStep } from './registration-step';
import { AccountStateEnum, RegistrationStageEnum } from './steps.enums';

@Scoped('parent')
@ObjectType('RuMfoRegistrationStepState', { description: 'A step of a registration.' })
export class RuMfoRegistrationStepState {
  @Field(() => RegistrationStageEnum, { description: 'Which.' })
  step!: RegistrationStep;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  done!: boolean;
}

@Scoped('parent')
@ObjectType('RuMfoDeclaration', { description: 'A check-box that was left ticked or unticked (чек-бокс).' })
export class RuMfoDeclaration {
  @Field(() => String, { description: 'What it stands for.' })
  code!: string;

  @Field(() => Boolean, { description: 'Whether it was ticked.' })
  value!: boolean;

  @Field(() => String, { description: 'Version of the text beside it.' })
  textVersion!: string;

  @Field(() => DateTimeScalar, { description: 'When the step was sent with it.' })
  madeAt!: Date;
}

@Scoped('parent')
@ObjectType('RuMfoAnswer', { description: 'What a step of the questionnaire held; earlier answers stay in the history (учётная запись).' })
export class RuMfoAnswer {
  @Field(() => RegistrationStageEnum, { description: 'Of which step.' })
  step!: RegistrationStep;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  givenAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When another took its place; null: it holds.' })
  replacedAt!: Date | null;

  @Scoped('clients:personal')
  @Field(() => JSONObjectScalar, { nullable: true, description: 'Its fields; null once they were erased.' })
  content!: object | null;
}

@Scoped('clients:read')
@ObjectType('RuMfoRegistration', { description: 'Registration in steps and the account that it made (регистрация, учётная запись).' })
export class RuMfoRegistration {
  readonly clientRowId!: string;

  @Field(() => RegistrationStageEnum, { description: 'The step to be done next, or REGISTERED.' })
  current!: RegistrationStage;

  @Field(() => [RuMfoRegistrationStepState], { description: 'Steps that this lender asks for, in their order.' })
  steps!: RuMfoRegistrationStepState[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last step was done.' })
  completedAt!: Date | null;

  @Field(() => MoneyType, { nullable: true, description: 'The sum that was wished for; an application may begin with it.' })
  desiredAmount!: MoneyType | null;

  @Field(() => Int, { nullable: true, description: 'The term that was wished for, days.' })
  desiredTermDays!: number | null;

  @Field(() => AccountStateEnum, { description: 'Whether the account can be entered.' })
  accountState!: AccountState;

  @Field(() => MoneyType, { nullable: true, description: 'What the account costs; null where the rules say nothing.' })
  accountFee!: MoneyType | null;
}
