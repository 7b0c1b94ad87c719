import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, Scoped } from '../../../schema/base';
import { type EndMode, endModes, type WithdrawalGround } from './agreement-end.entity';
import type { DeletionChannel } from './deletion-request.entity';

export const EndModeEnum = enumOf(endModes);
registerEnumType(EndModeEnum, {
  name: 'ByLeasingEndMode',
  description: 'How an agreement ends.',
  valuesConfig: {
    MUTUAL: { description: 'By consent of both (по соглашению сторон).' },
    CLIENT_WITHDRAWAL: { description: 'The client withdrew (отказ клиента).' },
    LENDER_WITHDRAWAL: { description: 'The lender withdrew (отказ компании).' },
  },
});

@Scoped('parent')
@ObjectType('ByLeasingAgreementEnd', { description: 'How the agreement with a client ended, or is about to (прекращение соглашения).' })
export class ByLeasingAgreementEnd {
  @Field(() => EndModeEnum, { description: 'In which way.' })
  mode!: EndMode;

  @Field(() => String, { nullable: true, description: 'Ground of the lender’s withdrawal, such as BREACH.' })
  ground!: WithdrawalGround | null;

  @Field(() => String, { nullable: true, description: 'Provision of law, or number of the decision.' })
  basis!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the client agreed to a mutual end.' })
  clientConsentedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while the other party has not agreed.' })
  endedAt!: Date | null;
}

@Scoped('parent')
@ObjectType('ByLeasingDeletion', { description: 'A request to delete a cabinet, and what was done (удаление кабинета).' })
export class ByLeasingDeletion {
  @Field(() => String, { description: 'How it came: SUPPORT_FORM, EMAIL or WRITTEN.' })
  channel!: DeletionChannel;

  @Field(() => DateTimeScalar, { description: 'When it came.' })
  receivedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the cabinet was deleted.' })
  executedAt!: Date | null;

  @Field(() => [String], { description: 'What went.' })
  removed!: readonly string[];

  @Field(() => [String], { description: 'What had to stay.' })
  retained!: readonly string[];
}

@InputType('ByLeasingRequestDeletionInput', { description: 'The form of technical support.' })
export class ByLeasingRequestDeletionInput {
  @Field(() => String, { description: 'What the client asks for, in its own words.' })
  demand!: string;
}

@InputType('ByLeasingRecordDeletionInput', { description: 'A request that came by e-mail or in writing.' })
export class ByLeasingRecordDeletionInput {
  @Field(() => String, { description: 'EMAIL or WRITTEN.' })
  channel!: string;

  @Field(() => String, { nullable: true, description: 'The mobile number of the registration.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The name given at registration, as an e-mail says it.' })
  clientName?: string | null;

  @Field(() => String, { nullable: true, description: 'Surname, of a written one.' })
  surname?: string | null;

  @Field(() => String, { nullable: true, description: 'First name, of a written one.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Patronymic, if there is one.' })
  patronymic?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of residence, of a written one.' })
  residenceAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'What is asked for.' })
  demand?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it bears the client’s own signature.' })
  signed?: boolean | null;

  @Field(() => String, { nullable: true, description: 'How a written one came: COURIER, IN_PERSON or POST.' })
  delivery?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingDeleteCabinetInput', { description: 'Whose cabinet.' })
export class ByLeasingDeleteCabinetInput {
  @Field(() => ID, { description: 'Its client, who has asked for it.' })
  clientId!: string;
}

@InputType('ByLeasingWithdrawAsLenderInput', { description: 'The lender’s withdrawal.' })
export class ByLeasingWithdrawAsLenderInput {
  @Field(() => ID, { description: 'From the agreement with whom.' })
  clientId!: string;

  @Field(() => String, { description: 'BREACH, SERVICE_DISCONTINUED or LEGAL_CASE.' })
  ground!: string;

  @Field(() => String, { nullable: true, description: 'Provision of law, where it is another case.' })
  basis?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingEndByMutualConsentInput', { description: 'The end by consent of both.' })
export class ByLeasingEndByMutualConsentInput {
  @Field(() => ID, { description: 'Of the agreement with whom.' })
  clientId!: string;
}
