import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { EventNotice } from '../../../modules/events';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, Node, Scoped } from '../../../schema/base';
import type { PetitionRecord } from './petition.record';
import { type PetitionStatus, type PetitionSubject, petitionStatuses, petitionSubjects } from './petition-status';

export const PetitionStatusEnum = enumOf(petitionStatuses);
registerEnumType(PetitionStatusEnum, {
  name: 'ByLeasingPetitionStatus',
  description: 'Where a petition stands.',
  valuesConfig: {
    DRAFT: { description: 'Written, not confirmed and sent yet (черновик).' },
    RECEIVED: { description: 'It arrived (получено).' },
    IN_REVIEW: { description: 'An officer took it up (на рассмотрении).' },
    GRANTED: { description: 'What was asked is granted (удовлетворено).' },
    REFUSED: { description: 'It is refused (отклонено).' },
    WITHDRAWN: { description: 'The client took it back (отозвано).' },
  },
});
export const PetitionSubjectEnum = enumOf(petitionSubjects);
registerEnumType(PetitionSubjectEnum, {
  name: 'ByLeasingPetitionSubject',
  description: 'What a petition asks for.',
  valuesConfig: {
    PAYMENT_DATE: { description: 'Another day of payment.' },
    SCHEDULE: { description: 'Another schedule.' },
    EARLY_BUYOUT: { description: 'Buying the leased thing out early.' },
    CERTIFICATE: { description: 'A certificate of the lender (справка).' },
    OTHER: { description: 'Something else.' },
  },
});
export const PetitionStepEnum = { IN_REVIEW: 'IN_REVIEW', GRANTED: 'GRANTED', REFUSED: 'REFUSED' } as const;
registerEnumType(PetitionStepEnum, {
  name: 'ByLeasingPetitionStep',
  description: 'What an officer does with a petition.',
  valuesConfig: {
    IN_REVIEW: { description: 'Takes it up.' },
    GRANTED: { description: 'Grants it.' },
    REFUSED: { description: 'Refuses it.' },
  },
});

@Scoped('clients:read')
@ObjectType('ByLeasingPetition', { implements: Node, description: 'What a client asks the lender for (ходатайство).' })
export class ByLeasingPetition extends Node {
  readonly __typename = 'ByLeasingPetition' as const;

  /** The row, for the fields that open what is encrypted. */
  readonly record!: PetitionRecord;

  @Field(() => String, { nullable: true, description: 'Its number; null while it is a draft.' })
  number!: string | null;

  @Field(() => PetitionSubjectEnum, { description: 'What it asks for.' })
  subject!: PetitionSubject;

  @Field(() => String, { nullable: true, description: 'Number of the contract that it is about.' })
  contractNumber!: string | null;

  @Field(() => PetitionStatusEnum, { description: 'Where it stands.' })
  status!: PetitionStatus;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it arrived; null while it is a draft.' })
  receivedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  answeredAt!: Date | null;

  @Field(() => [ID], { description: 'Files that came with it.' })
  fileIds!: readonly string[];
}

@Scoped('parent')
@ObjectType('ByLeasingPetitionStatusChange', { description: 'A change of where a petition stands.' })
export class ByLeasingPetitionStatusChange extends EventNotice {
  @Field(() => PetitionStatusEnum, { nullable: true, description: 'State before; null for a new petition.' })
  from!: PetitionStatus | null;

  @Field(() => PetitionStatusEnum, { description: 'State after this change; `petition` shows the present one.' })
  to!: PetitionStatus;

  @Field(() => ByLeasingPetition, { nullable: true, description: 'The petition as it is now; null while this caller may not see it.' })
  petition!: ByLeasingPetition | null;
}

@InputType('ByLeasingWritePetitionInput', { description: 'What a client asks for.' })
export class ByLeasingWritePetitionInput {
  @Field(() => PetitionSubjectEnum, { description: 'What it asks for.' })
  subject!: PetitionSubject;

  @Field(() => String, { nullable: true, description: 'Number of the contract that it is about.' })
  contractNumber?: string | null;

  @Field(() => String, { description: 'The request in the client’s words, at most 4 000 characters.' })
  text!: string;

  @Field(() => [ID], { nullable: true, description: 'Uploaded files that were checked and found clean.' })
  fileIds?: string[] | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingSendPetitionInput', {
  description:
    'The authentication that sends a petition: a code for it (`requestCode`, OPERATION) and the code word, or none where the client was just identified by certificate.',
})
export class ByLeasingSendPetitionInput {
  @Field(() => ID, { description: 'Which draft.' })
  petitionId!: string;

  @Field(() => ID, { nullable: true, description: 'Ceremony of the code.' })
  ceremonyId?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of the message.' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'The code word (кодовое слово).' })
  codeWord?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingWithdrawPetitionInput', { description: 'A petition is taken back.' })
export class ByLeasingWithdrawPetitionInput {
  @Field(() => ID, { description: 'Which petition.' })
  petitionId!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingProcessPetitionInput', { description: 'What an officer does with a petition.' })
export class ByLeasingProcessPetitionInput {
  @Field(() => ID, { description: 'Which petition.' })
  petitionId!: string;

  @Field(() => PetitionStepEnum, { description: 'The step.' })
  status!: keyof typeof PetitionStepEnum;

  @Field(() => String, { nullable: true, description: 'The answer; asked when it is granted or refused.' })
  answer?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('ByLeasingPetitionPayload', { description: 'What became of a petition.' })
export class ByLeasingPetitionPayload {
  @Field(() => ByLeasingPetition, { nullable: true, description: 'The petition; null when refused.' })
  petition!: ByLeasingPetition | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}
