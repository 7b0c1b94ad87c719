import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MoneyInput } from '../../../modules/money';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, Scoped } from '../../../schema/base';
import { type CardStatus, cardStatuses, type OperationStatus, operationStatuses } from './card-state';

export const CardStatusEnum = enumOf(cardStatuses);
registerEnumType(CardStatusEnum, {
  name: 'RuMfoCardStatus',
  description: 'State of a card (карта).',
  valuesConfig: {
    FORM: { description: 'The partner’s page waits for the card.' },
    CHARGING: { description: 'A small sum is being charged.' },
    CHARGED: { description: 'It was charged; the client is to name it.' },
    VERIFIED: { description: 'The exact sum was named: money may go there (подтверждена).' },
    REFUSED: { description: 'Not accepted, or the sum was not named (не подтверждена).' },
    REMOVED: { description: 'Taken out with the account.' },
  },
});

export const OperationStatusEnum = enumOf(operationStatuses);
registerEnumType(OperationStatusEnum, {
  name: 'RuMfoCardOperationStatus',
  description: 'State of a charge or a refund at the partner.',
  valuesConfig: {
    ORDERED: { description: 'The partner was asked, or will be.' },
    SETTLED: { description: 'The money moved.' },
    FAILED: { description: 'It did not move, and will not.' },
  },
});

@Scoped('parent')
@ObjectType('RuMfoCardCheck', { description: 'A charge that checks a card; its sum is told to nobody (проверочное списание).' })
export class RuMfoCardCheck {
  @Field(() => OperationStatusEnum, { description: 'State of the charge.' })
  charge!: OperationStatus;

  @Field(() => Int, { description: 'How often a wrong sum was named.' })
  attempts!: number;

  @Field(() => OperationStatusEnum, { nullable: true, description: 'State of its return; null: not yet ordered (возврат).' })
  refund!: OperationStatus | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was given back.' })
  refundedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The partner that charged it (партнёр).' })
  partner!: string | null;

  @Field(() => String, { nullable: true, description: 'The partner’s operation of the charge.' })
  chargeOperation!: string | null;

  @Field(() => String, { nullable: true, description: 'The partner’s operation of the return.' })
  refundOperation!: string | null;
}

@Scoped('clients:read')
@ObjectType('RuMfoCard', { description: 'A card as far as the lender may know it: never its number (карта).' })
export class RuMfoCard {
  readonly cardRowId!: string;

  @Field(() => ID, { description: 'Id to go on with.' })
  id!: string;

  @Field(() => CardStatusEnum, { description: 'State.' })
  status!: CardStatus;

  @Field(() => String, { nullable: true, description: 'The last four digits.' })
  lastFour!: string | null;

  @Field(() => String, { nullable: true, description: 'The last month in which it is good, `YYYY-MM`.' })
  expires!: string | null;

  @Field(() => String, { nullable: true, description: 'Payment scheme (платёжная система).' })
  scheme!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused, as a code.' })
  refusal!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  begunAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was verified.' })
  verifiedAt!: Date | null;
}

@InputType('RuMfoBeginCardInput', { description: 'A card is to be entered on the partner’s page.' })
export class RuMfoBeginCardInput {
  @Field(() => ID, { nullable: true, description: 'Whose; a client’s own token leaves it out.' })
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the partner’s page leads back to.' })
  returnUrl?: string | null;
}

@InputType('RuMfoCheckCardInput', { description: 'The card was entered on the partner’s page.' })
export class RuMfoCheckCardInput {
  @Field(() => ID, { description: 'Which card.' })
  cardId!: string;
}

@InputType('RuMfoConfirmCardInput', { description: 'The sum that was charged to the card.' })
export class RuMfoConfirmCardInput {
  @Field(() => ID, { description: 'Which card.' })
  cardId!: string;

  @Field(() => MoneyInput, { description: 'The exact sum on the card’s statement, in roubles (сумма списания).' })
  amount!: MoneyInput;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('RuMfoCardPayload', { description: 'What became of a step with a card.' })
export class RuMfoCardPayload {
  @Field(() => RuMfoCard, { nullable: true, description: 'The card; null when the step was refused.' })
  card!: RuMfoCard | null;

  @Field(() => String, { nullable: true, description: 'The partner’s page, where the card is entered.' })
  formUrl!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}
