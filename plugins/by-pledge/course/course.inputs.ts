import type { Temporal } from 'temporal-polyfill';
import { Field, InputType } from 'type-graphql';
import { MoneyInput } from '../../../modules/money';
import { LocalDateScalar } from '../../../schema/base';
import { PledgeStepInput } from '../pledge/step.input';
import { AccessEnum, CircumstanceEnum, DisposalActEnum, InspectionTypeEnum } from './course.enums';

@InputType('ByPledgeRecordInspectionInput', { description: 'Records an inspection of the item (осмотр).' })
export class ByPledgeRecordInspectionInput extends PledgeStepInput {
  @Field(() => LocalDateScalar, { description: 'Day.' })
  on!: Temporal.PlainDate;

  @Field(() => InspectionTypeEnum, { description: 'DOCUMENTARY or PHYSICAL.' })
  type!: keyof typeof InspectionTypeEnum;

  @Field(() => AccessEnum, { description: 'ACCESS_GRANTED or ACCESS_DENIED.' })
  access!: keyof typeof AccessEnum;

  @Field(() => Boolean, { description: 'Whether the item is in working order.' })
  isInOrder!: boolean;

  @Field(() => Boolean, { description: 'Whether it is used as a taxi.' })
  isTaxi!: boolean;

  @Field(() => MoneyInput, { nullable: true, description: 'By how much acts of the pledgor lowered the value, in BYN.' })
  valueLoweredBy?: MoneyInput | null;

  @Field(() => String, { description: 'What was found, in words.' })
  findings!: string;
}

@InputType('ByPledgeRecordServiceInput', { description: 'Files a service of the item with its evidence (обслуживание).' })
export class ByPledgeRecordServiceInput extends PledgeStepInput {
  @Field(() => LocalDateScalar, { description: 'Day.' })
  on!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: 'Number of the certificate of completed work.' })
  workCertificate?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the service history.' })
  serviceHistory?: string | null;
}

@InputType('ByPledgeRecordDisposalInput', { description: 'Records a disposal of the item or a later pledge (распоряжение).' })
export class ByPledgeRecordDisposalInput extends PledgeStepInput {
  @Field(() => DisposalActEnum, { description: 'What was done.' })
  act!: keyof typeof DisposalActEnum;

  @Field(() => LocalDateScalar, { description: 'Day.' })
  on!: Temporal.PlainDate;
}

@InputType('ByPledgeReportCircumstanceInput', {
  description: 'Records the pledgor’s notice of a changed place, a worse condition or a threat.',
})
export class ByPledgeReportCircumstanceInput extends PledgeStepInput {
  @Field(() => CircumstanceEnum, { description: 'LOCATION_CHANGED, CONDITION_WORSENED or THREAT.' })
  event!: keyof typeof CircumstanceEnum;

  @Field(() => LocalDateScalar, { description: 'Day of the event.' })
  occurredOn!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { description: 'Day of the notice.' })
  notifiedOn!: Temporal.PlainDate;

  @Field(() => String, { description: 'The new place or what happened.' })
  text!: string;
}

@InputType('ByPledgeIssueCeaseDemandInput', { description: 'Demands of anybody to stop acts that threaten the item.' })
export class ByPledgeIssueCeaseDemandInput extends PledgeStepInput {
  @Field(() => String, { description: 'To whom.' })
  addressee!: string;

  @Field(() => String, { description: 'Why.' })
  ground!: string;
}
