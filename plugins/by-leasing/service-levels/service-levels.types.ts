import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, type Decimal, DecimalScalar, enumOf, KEY_DESCRIPTION, Scoped } from '../../../schema/base';
import { type OutageCause, type OutageKind, type OutageOrigin, outageCauses, outageKinds, outageOrigins } from './outage-kind';
import { type TrackedDutyState, trackedDutyStates } from './tracked-duty.entity';

export const OutageKindEnum = enumOf(outageKinds);
registerEnumType(OutageKindEnum, {
  name: 'ByLeasingOutageKind',
  description: 'What interrupts the cabinet.',
  valuesConfig: {
    PLANNED_INTERRUPTION: { description: 'Planned work (плановый перерыв).' },
    FAULT: { description: 'A fault or failure of the software (сбой).' },
    UNAVAILABILITY: { description: 'It cannot be used for operations (невозможность использования).' },
  },
});
export const OutageOriginEnum = enumOf(outageOrigins);
registerEnumType(OutageOriginEnum, {
  name: 'ByLeasingOutageOrigin',
  description: 'Where an interruption came from.',
  valuesConfig: {
    OWN: { description: 'From the lender’s own systems or work.' },
    OUTSIDE: { description: 'From a cause for which the lender does not answer.' },
  },
});
export const OutageCauseEnum = enumOf(outageCauses);
registerEnumType(OutageCauseEnum, {
  name: 'ByLeasingOutageCause',
  description: 'Causes for which the lender does not answer (исключения ответственности).',
  valuesConfig: {
    THIRD_PARTY_FAILURE: { description: 'Third parties, such as an operator.' },
    CONNECTION: { description: 'Quality of the connection.' },
    CLIENT_SOFTWARE: { description: 'The client’s software.' },
    MALWARE: { description: 'Data stolen by malware.' },
    INTERCEPTION: { description: 'Data intercepted on their way.' },
    DEVICE_TAMPERING: { description: 'The client’s device was tampered with.' },
    OUTSIDE_CONTROL: { description: 'Other circumstances outside its control.' },
  },
});
export const DutyStandingEnum = { MISSED: 'MISSED', EXCUSED: 'EXCUSED' } as const;
registerEnumType(DutyStandingEnum, {
  name: 'ByLeasingDutyStanding',
  description: 'How a missed duty stands.',
  valuesConfig: {
    MISSED: { description: 'Not done in its time.' },
    EXCUSED: { description: 'Excused by force majeure (непреодолимая сила).' },
  },
});
export const TrackedDutyStateEnum = enumOf(trackedDutyStates);
registerEnumType(TrackedDutyStateEnum, {
  name: 'ByLeasingTrackedDutyState',
  description: 'What became of a registered duty.',
  valuesConfig: { OPEN: { description: 'To be done.' }, DONE: { description: 'Done.' }, MISSED: { description: 'Not done in its time.' } },
});

@Scoped('parent')
@ObjectType('ByLeasingServiceNotice', { description: 'A notice on the site of an interruption (уведомление на сайте).' })
export class ByLeasingServiceNotice {
  @Field(() => ID, { description: 'Id of the interruption.' })
  outageId!: string;

  @Field(() => OutageKindEnum, { description: 'What it is.' })
  kind!: OutageKind;

  @Field(() => String, { description: 'What the notice says.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins or began.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is planned to end.' })
  plannedEndAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the cabinet worked again.' })
  restoredAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When the notice was published.' })
  publishedAt!: Date;
}

@Scoped('applications:decide')
@ObjectType('ByLeasingOutage', { description: 'An interruption of the cabinet as the lender keeps it (перерыв, сбой).' })
export class ByLeasingOutage {
  @Field(() => ID, { description: 'Id of the interruption.' })
  id!: string;

  @Field(() => OutageKindEnum, { description: 'What it is.' })
  kind!: OutageKind;

  @Field(() => String, { description: 'What its notice says.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins or began.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is planned to end.' })
  plannedEndAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its notice was published; null while there is none.' })
  publishedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the cabinet worked again.' })
  restoredAt!: Date | null;

  @Field(() => OutageOriginEnum, { nullable: true, description: 'Where it came from; told when it is over.' })
  origin!: OutageOrigin | null;

  @Field(() => OutageCauseEnum, { nullable: true, description: 'Cause for which the lender does not answer.' })
  cause!: OutageCause | null;

  @Field(() => [FindingType], { description: 'What is wrong with it now, such as a missing notice.' })
  findings!: readonly Finding[];
}

@Scoped('applications:decide')
@ObjectType('ByLeasingMissedDuty', { description: 'A duty that was not done in its time (неисполненная обязанность).' })
export class ByLeasingMissedDuty {
  @Field(() => ID, { description: 'Id of the record.' })
  id!: string;

  @Field(() => String, { description: 'Clause that sets the duty.' })
  clause!: string;

  @Field(() => String, { description: 'Code of what was missed.' })
  code!: string;

  @Field(() => ID, { description: 'What was due.' })
  subjectId!: string;

  @Field(() => DutyStandingEnum, { description: 'Whether it is excused.' })
  standing!: keyof typeof DutyStandingEnum;

  @Field(() => DateTimeScalar, { description: 'When the time for it began.' })
  beganAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was found to be missed.' })
  missedAt!: Date;

  @Field(() => String, { nullable: true, description: 'The event that excuses it.' })
  excusedBy!: string | null;
}

@Scoped('applications:decide')
@ObjectType('ByLeasingTrackedDuty', { description: 'Another duty of the lender that is watched (иная обязанность).' })
export class ByLeasingTrackedDuty {
  @Field(() => ID, { description: 'Id of the duty.' })
  id!: string;

  @Field(() => String, { description: 'What is to be done.' })
  title!: string;

  @Field(() => String, { description: 'Act and point that set it.' })
  basis!: string;

  @Field(() => TrackedDutyStateEnum, { description: 'What became of it.' })
  state!: TrackedDutyState;

  @Field(() => DateTimeScalar, { description: 'The last moment for it.' })
  dueAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done.' })
  doneAt!: Date | null;
}

@Scoped('parent')
@ObjectType('ByLeasingAvailability', { description: 'How much of a time the cabinet was there (доступность).' })
export class ByLeasingAvailability {
  @Field(() => DateTimeScalar, { description: 'Beginning of the time.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'End of the time.' })
  to!: Date;

  @Field(() => DecimalScalar, { description: 'Share in which it was there, from 0 to 1; overlapping interruptions count once.' })
  share!: Decimal;
}

@InputType('ByLeasingRecordOutageInput', { description: 'An interruption of the cabinet.' })
export class ByLeasingRecordOutageInput {
  @Field(() => OutageKindEnum, { description: 'What it is.' })
  kind!: OutageKind;

  @Field(() => String, { description: 'What the notice on the site says.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins or began.' })
  startsAt!: Temporal.Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is planned to end; asked for planned work.' })
  plannedEndAt?: Temporal.Instant | null;

  @Field(() => Boolean, { description: 'Whether the notice stands on the site from now on.' })
  publish!: boolean;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingPublishOutageInput', { description: 'The notice of an interruption goes to the site.' })
export class ByLeasingPublishOutageInput {
  @Field(() => ID, { description: 'Which interruption.' })
  outageId!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingCompleteDutyInput', { description: 'A registered duty was done.' })
export class ByLeasingCompleteDutyInput {
  @Field(() => ID, { description: 'Which duty.' })
  dutyId!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingCloseOutageInput', { description: 'The cabinet works again.' })
export class ByLeasingCloseOutageInput {
  @Field(() => ID, { description: 'Which interruption.' })
  outageId!: string;

  @Field(() => DateTimeScalar, { description: 'Since when it works.' })
  restoredAt!: Temporal.Instant;

  @Field(() => OutageOriginEnum, { description: 'Where it came from.' })
  origin!: OutageOrigin;

  @Field(() => OutageCauseEnum, { nullable: true, description: 'Asked where it came from outside.' })
  cause?: OutageCause | null;
}

@InputType('ByLeasingRecordForceMajeureInput', { description: 'An event that nobody answers for (непреодолимая сила).' })
export class ByLeasingRecordForceMajeureInput {
  @Field(() => String, { description: 'What happened.' })
  event!: string;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  startedAt!: Temporal.Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it lasts.' })
  endedAt?: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingExcuseDutyInput', { description: 'What excuses a missed duty.' })
export class ByLeasingExcuseDutyInput {
  @Field(() => ID, { description: 'Which missed duty.' })
  missedDutyId!: string;

  @Field(() => ID, { description: 'By which event.' })
  forceMajeureId!: string;
}

@InputType('ByLeasingTrackDutyInput', { description: 'Another duty of the lender.' })
export class ByLeasingTrackDutyInput {
  @Field(() => String, { description: 'What is to be done.' })
  title!: string;

  @Field(() => String, { description: 'Act and point that set it.' })
  basis!: string;

  @Field(() => DateTimeScalar, { description: 'The last moment for it.' })
  dueAt!: Temporal.Instant;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('ByLeasingServicePayload', { description: 'What became of a record of the lender’s service.' })
export class ByLeasingServicePayload {
  @Field(() => ID, { nullable: true, description: 'Id of the record; null when refused.' })
  id!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}
