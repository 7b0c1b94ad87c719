import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTimeScalar, Node, Scoped } from '../../schema/base';
import type { NotificationChannel, NotificationStatus } from './notification.entity';

/** Channels as a GraphQL enum. */
export const NotificationChannelEnum = { SMS: 'SMS', CALL: 'CALL', EMAIL: 'EMAIL', CABINET: 'CABINET' } as const;

registerEnumType(NotificationChannelEnum, {
  name: 'NotificationChannel',
  description: 'How a message reaches a client.',
  valuesConfig: {
    SMS: { description: 'Short message (СМС).' },
    CALL: { description: 'A call that reads it out (звонок).' },
    EMAIL: { description: 'E-mail (электронная почта).' },
    CABINET: { description: 'Read in the client’s account (личный кабинет).' },
  },
});

/** States as a GraphQL enum. */
export const NotificationStatusEnum = { QUEUED: 'QUEUED', SENT: 'SENT', FAILED: 'FAILED' } as const;

registerEnumType(NotificationStatusEnum, {
  name: 'NotificationStatus',
  description: 'What became of a message.',
  valuesConfig: {
    QUEUED: { description: 'Waits to be sent, or to be sent again.' },
    SENT: { description: 'The provider took it; in the cabinet: it can be read.' },
    FAILED: { description: 'Given up; `errorCode` tells why.' },
  },
});

@Scoped('notifications:read')
@ObjectType('Notification', { implements: Node, description: 'A message to a client (уведомление).' })
export class Notification extends Node {
  readonly __typename = 'Notification' as const;

  @Field(() => NotificationChannelEnum, { description: 'How it reaches the client (способ направления).' })
  channel!: NotificationChannel;

  @Field(() => String, { description: 'What it is, for machines, such as `CONFIRMATION_CODE`.' })
  kind!: string;

  @Field(() => NotificationStatusEnum, { description: 'What became of it.' })
  status!: NotificationStatus;

  @Field(() => String, { nullable: true, description: 'Phone number or e-mail address, masked; null in the cabinet.' })
  target!: string | null;

  @Field(() => String, { nullable: true, description: 'Subject of an e-mail.' })
  subject!: string | null;

  @Field(() => String, { description: 'The text; a secret in it is shown as dots, always.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'The clause that demands it.' })
  clause!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  queuedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent (дата направления).' })
  sentAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the provider told that it had arrived; null where it told nothing (дата доставки).',
  })
  deliveredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was not sent, or not yet.' })
  errorCode!: string | null;
}

export const notificationConnection = connectionOf(Notification, 'Notification');
