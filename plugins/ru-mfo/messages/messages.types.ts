import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, KEY_DESCRIPTION, Scoped } from '../../../schema/base';
import { type MessageAuthor, messageAuthors } from './message.entity';

export const MessageAuthorEnum = Object.fromEntries(messageAuthors.map((value) => [value, value])) as { [A in MessageAuthor]: A };
registerEnumType(MessageAuthorEnum, {
  name: 'RuMfoMessageAuthor',
  description: 'Who wrote a message.',
  valuesConfig: { CLIENT: { description: 'The client.' }, LENDER: { description: 'The lender.' } },
});

@Scoped('clients:personal')
@ObjectType('RuMfoMessage', { description: 'A message of the personal account (сообщение в личном кабинете).' })
export class RuMfoMessage {
  @Field(() => ID, { description: 'Id of the message.' })
  id!: string;

  @Field(() => MessageAuthorEnum, { description: 'Who wrote it.' })
  author!: MessageAuthor;

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  sentAt!: Date;
}

@InputType('RuMfoSendMessageInput', { description: 'A message to the other side.' })
export class RuMfoSendMessageInput {
  @Field(() => ID, { nullable: true, description: 'Global id of the client; a client’s own session needs none.' })
  clientId?: string | null;

  @Field(() => String, { description: 'The text, at most 4 000 characters.' })
  text!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('RuMfoSendMessagePayload', { description: 'What became of a message.' })
export class RuMfoSendMessagePayload {
  @Field(() => ID, { nullable: true, description: 'Id of the message; null when refused.' })
  messageId!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}
