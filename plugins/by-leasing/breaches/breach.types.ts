import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, Scoped } from '../../../schema/base';
import { type BreachSource, type BreachState, breachSources, breachStates } from './breach.entity';

export const BreachStateEnum = enumOf(breachStates);
registerEnumType(BreachStateEnum, {
  name: 'ByLeasingBreachState',
  description: 'What became of a breach.',
  valuesConfig: {
    OPEN: { description: 'It stands.' },
    REMEDIED: { description: 'It was put right (нарушение устранено).' },
    DISMISSED: { description: 'It proved to be none.' },
  },
});

export const BreachSourceEnum = enumOf(breachSources);
registerEnumType(BreachSourceEnum, {
  name: 'ByLeasingBreachSource',
  description: 'Who noticed a breach.',
  valuesConfig: {
    OFFICER: { description: 'An officer.' },
    SYSTEM: { description: 'The gateway itself.' },
    CLIENT: { description: 'The client, who told of it.' },
  },
});

@Scoped('parent')
@ObjectType('ByLeasingBreach', { description: 'A breach of the agreement by its client (нарушение соглашения).' })
export class ByLeasingBreach {
  @Field(() => ID, { description: 'Id of the breach.' })
  id!: string;

  @Field(() => String, { description: 'Clause that was broken, such as `by-leasing/9.2.4/b2`.' })
  clause!: string;

  @Field(() => BreachSourceEnum, { description: 'Who noticed it.' })
  source!: BreachSource;

  @Field(() => BreachStateEnum, { description: 'Whether it stands.' })
  state!: BreachState;

  @Field(() => DateTimeScalar, { description: 'When it happened or began.' })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was settled.' })
  settledAt!: Date | null;
}

@InputType('ByLeasingRecordBreachInput', { description: 'A client broke the agreement.' })
export class ByLeasingRecordBreachInput {
  @Field(() => ID, { description: 'Whose breach.' })
  clientId!: string;

  @Field(() => String, {
    description: 'Clause that was broken: a duty of chapter 9.2 or a ban of chapter 10.2, such as `by-leasing/9.2.4/b2`.',
  })
  clause!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it happened or began; now unless said.' })
  occurredAt?: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingSettleBreachInput', { description: 'What became of a breach.' })
export class ByLeasingSettleBreachInput {
  @Field(() => ID, { description: 'Which breach.' })
  breachId!: string;

  @Field(() => Boolean, { description: 'True: it was put right. False: it proved to be none.' })
  remedied!: boolean;
}

@Scoped('parent')
@ObjectType('ByLeasingBreachPayload', { description: 'What became of a breach’s record.' })
export class ByLeasingBreachPayload {
  @Field(() => ID, { nullable: true, description: 'The breach; null when refused.' })
  breachId!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}
