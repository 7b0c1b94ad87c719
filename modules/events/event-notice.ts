import { Field, ID, ObjectType } from 'type-graphql';
import { CursorScalar, DateTimeScalar, Scoped, toGlobalId } from '../../schema/base';
import type { GraphContext } from '../commands';
import type { EventRow } from './event-row';

/** What the payload of every subscription tells of the event behind it; payloads extend it and add what they are about. */
@Scoped('parent')
@ObjectType('EventNotice', { description: 'An event that a subscription tells of.' })
export abstract class EventNotice {
  @Field(() => CursorScalar, { description: 'Send it as `after` to go on after this event.' })
  @Scoped('parent')
  cursor!: string;

  @Field(() => ID, { description: 'Id of the event; the same wherever it is delivered.' })
  @Scoped('parent')
  eventId!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  @Scoped('parent')
  at!: Date;
}

/** Begins the payload of one event. One context serves the whole stream: what earlier events read is old and forgotten here. */
export function noticeOf({ cursor, id, at }: EventRow, context: GraphContext): EventNotice {
  context.loaders.clear();
  return { cursor, eventId: toGlobalId('Event', id), at };
}
