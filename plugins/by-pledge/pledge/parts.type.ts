import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type Money, MoneyType } from '../../../modules/money';
import { DateTimeScalar, LocalDateScalar, Scoped } from '../../../schema/base';
import type { AddendumKind, AddendumStatus } from '../addenda/addendum.entity';
import { AddendumKindEnum, AddendumStatusEnum } from '../addenda/addendum.enums';
import { type Beneficiary, BeneficiaryEnum } from '../insurance/insurance.enums';
import { ParticipantEnum } from '../notices/notice.enums';
import { RegisterOperationEnum, RegisterTaskStateEnum } from '../register/register.enums';
import type { RegisterOperation, RegisterTaskState } from '../register/register-task.entity';
import type { ConsentSubject } from './consent.entity';
import { ConsentSubjectEnum } from './consent.enums';
import { PartyRoleEnum } from './party.enums';
import type { PartyRole } from './pledge-status';

@Scoped('contracts:read')
@ObjectType('ByPledgeRegisterTask', { description: 'An operation that the lender owes the register (действие в Реестре).' })
export class ByPledgeRegisterTask {
  @Field(() => ID, { description: 'Global id, for mutations.' })
  id!: string;

  @Field(() => RegisterOperationEnum, { description: 'What is to be done.' })
  operation!: RegisterOperation;

  @Field(() => String, { description: 'What changed.' })
  what!: string;

  @Field(() => LocalDateScalar, { description: 'When the lender knew or should have known.' })
  knownOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day to do it; null where the agreement sets none.' })
  dueOn!: string | null;

  @Field(() => RegisterTaskStateEnum, { description: 'How far it is.' })
  state!: RegisterTaskState;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was done after its last day.' })
  isLate!: boolean | null;
}

@Scoped('contracts:read')
@ObjectType('ByPledgeCreditReport', {
  description: 'What the Credit Register of the National Bank is told of the agreement (Кредитный регистр).',
})
export class ByPledgeCreditReport {
  @Field(() => String, { description: 'What it tells of, e.g. the conclusion.' })
  occasion!: string;

  @Field(() => String, { description: 'WAITING or SENT.' })
  state!: string;

  @Field(() => DateTimeScalar, { description: 'Since when it waits.' })
  queuedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent.' })
  sentAt!: Date | null;
}

@Scoped('contracts:read')
@ObjectType('ByPledgePolicy', { description: 'A policy on the pledged item (полис).' })
export class ByPledgePolicy {
  @Field(() => ID, { description: 'Global id, for mutations.' })
  id!: string;

  @Field(() => String, { description: 'Number.' })
  number!: string;

  @Field(() => String, { description: 'Insurer.' })
  insurer!: string;

  @Field(() => BeneficiaryEnum, { description: 'Who is paid.' })
  beneficiary!: Beneficiary;

  @Field(() => MoneyType, { description: 'Sum insured, in the policy’s currency (страховая сумма).' })
  sumInsured!: Money;

  @Field(() => MoneyType, { description: 'The same in BYN at the rate of the day of the policy.' })
  sumInByn!: Money;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  validTo!: string;

  @Field(() => LocalDateScalar, { description: 'Last paid day.' })
  paidThrough!: string;

  @Field(() => Boolean, { description: 'Whether it came late.' })
  isLate!: boolean;
}

@Scoped('contracts:read')
@ObjectType('ByPledgeAddendum', { description: 'A change of an agreement in force (дополнительное соглашение).' })
export class ByPledgeAddendum {
  @Field(() => ID, { description: 'Global id, for mutations.' })
  id!: string;

  @Field(() => Int, { description: 'Number, from 1.' })
  no!: number;

  @Field(() => AddendumKindEnum, { description: 'What it changes.' })
  kind!: AddendumKind;

  @Field(() => AddendumStatusEnum, { description: 'Whether it holds.' })
  status!: AddendumStatus;

  @Field(() => LocalDateScalar, { description: 'The first day on which it holds.' })
  effectiveOn!: string;
}

@Scoped('contracts:read')
@ObjectType('ByPledgeConsent', { description: 'A written consent of a party (согласие).' })
export class ByPledgeConsent {
  @Field(() => ID, { description: 'Global id, for mutations.' })
  id!: string;

  @Field(() => ConsentSubjectEnum, { description: 'What is consented to.' })
  subject!: ConsentSubject;

  @Field(() => ParticipantEnum, { description: 'Which side gave it.' })
  givenBy!: 'PLEDGOR' | 'PLEDGEE';

  @Field(() => LocalDateScalar, { description: 'Day from which it counts.' })
  givenOn!: string;

  @Field(() => String, { description: 'What exactly is allowed.' })
  scope!: string;
}

@Scoped('contracts:read')
@ObjectType('ByPledgeParty', { description: 'A person on the pledgor’s side (залогодатель, созалогодатель).' })
export class ByPledgeParty {
  readonly clientRowId!: string;

  @Field(() => PartyRoleEnum, { description: 'Whether it is the pledgor or one of several.' })
  role!: PartyRole;

  @Field(() => Boolean, { description: 'Whether it is a party now.' })
  isPresent!: boolean;
}
