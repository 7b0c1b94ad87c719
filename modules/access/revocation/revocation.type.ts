import { Field, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar, KEY_DESCRIPTION, Scoped } from '../../../schema/base';
import { type Finding, FindingType } from '../../rules';

@Scoped('access:read')
@ObjectType('AccessRevocation', { description: 'That somebody may not come in at the lender any more (отзыв доступа).' })
export class AccessRevocation {
  @Field(() => String, { description: 'Whose tokens are refused: their subject, `viewer { subject }`.' })
  subject!: string;

  @Field(() => String, { description: 'Why, as the operator wrote it.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  revokedAt!: Date;

  @Field(() => String, { description: 'Kind and subject of the operator, such as `OPERATOR:…`.' })
  revokedBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the access was given back; null while it is not.' })
  restoredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who gave it back.' })
  restoredBy!: string | null;
}

@InputType('RevokeAccessInput', { description: 'Who may no longer come in at the lender of the request.' })
export class RevokeAccessInput {
  @Field(() => String, {
    description: 'Subject of the tokens: `viewer { subject }` there, or the part after the colon of `cause { actor }`.',
  })
  subject!: string;

  @Field(() => String, { description: 'Why; goes to the record, names nobody: 10 to 500 characters.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RestoreAccessInput', { description: 'Who may come in again at the lender of the request.' })
export class RestoreAccessInput {
  @Field(() => String, { description: 'Subject of the tokens.' })
  subject!: string;

  @Field(() => String, { description: 'Why; goes to the record, names nobody: 10 to 500 characters.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('RevokeAccessPayload', { description: 'What became of a revocation.' })
export class RevokeAccessPayload {
  @Field(() => AccessRevocation, { nullable: true, description: 'The revocation that holds now; null when it was refused.' })
  revocation!: AccessRevocation | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('RestoreAccessPayload', { description: 'What became of giving access back.' })
export class RestoreAccessPayload {
  @Field(() => AccessRevocation, { nullable: true, description: 'The revocation that has ended; null when it was refused.' })
  revocation!: AccessRevocation | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}
