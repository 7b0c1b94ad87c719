import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CursorScalar, connectionOf, DateTimeScalar, JSONObjectScalar, Node, Scoped, toGlobalId } from '../../schema/base';
import type { EventRow } from './event-row';
import type { OwnedEventType } from './event-types';
import { withGlobalIds } from './payload-ids';

@Scoped('parent')
@ObjectType('EventSubject', { description: 'What an event tells of.' })
export class EventSubjectType {
  @Field(() => String, { description: 'GraphQL type of the object that changed.' })
  type!: string;

  @Field(() => ID, { description: 'Its id, for `node(id)`.' })
  id!: string;
}

@Scoped('parent')
@ObjectType('EventCause', { description: 'Why something changed.' })
export class EventCauseType {
  @Field(() => String, { description: 'The mutation that changed it, or `job:…` for work of the gateway itself.' })
  command!: string;

  @Field(() => String, { description: 'Kind and subject of the caller, such as `OFFICER:…`.' })
  actor!: string;

  @Field(() => String, { nullable: true, description: 'Clause that the change rests on (пункт документа).' })
  clause!: string | null;
}

@Scoped('events:read')
@ObjectType('Event', {
  implements: Node,
  description: 'Something that happened, recorded together with the change that it tells of (событие).',
})
export class EventType extends Node {
  readonly __typename = 'Event' as const;

  @Field(() => CursorScalar, { description: 'Resume after this event with it: as `after`, in any list or subscription of events.' })
  cursor!: string;

  @Field(() => String, { description: 'Type of the event; `eventTypes` tells its payload.' })
  type!: string;

  @Field(() => Int, { description: "Version of the payload's shape." })
  schemaVersion!: number;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;

  @Field(() => String, { description: 'Code of the lender (кредитор).' })
  lender!: string;

  @Field(() => String, { nullable: true, description: 'The plugin whose product it concerns.' })
  plugin!: string | null;

  @Field(() => EventSubjectType, { description: 'What changed.' })
  subject!: EventSubjectType;

  @Field(() => ID, { nullable: true, description: 'The application that it belongs to (заявка).' })
  applicationId!: string | null;

  @Field(() => EventCauseType, { description: 'Why it changed.' })
  cause!: EventCauseType;

  @Field(() => JSONObjectScalar, {
    description: 'Ids, states, codes and sums; nothing personal. A key `thingId` holds the id of a `Thing`, for `node(id)`.',
  })
  payload!: Readonly<Record<string, unknown>>;
}

export const eventConnection = connectionOf(EventType, 'Event');

/** A row of the log as the graph shows it. */
export function toEvent(row: EventRow, lenderCode: string): EventType {
  return {
    __typename: 'Event',
    id: toGlobalId('Event', row.id),
    cursor: row.cursor,
    type: row.type,
    schemaVersion: row.schemaVersion,
    at: row.at,
    lender: lenderCode,
    plugin: row.plugin,
    subject: { type: row.subject.type, id: toGlobalId(row.subject.type, row.subject.id) },
    applicationId: row.applicationId && toGlobalId('Application', row.applicationId),
    cause: { command: row.command, actor: row.actor, clause: row.clause },
    payload: withGlobalIds(row.payload),
  };
}

@Scoped('events:read')
@ObjectType('EventTypeDescription', { description: 'A type of event and what its payload looks like.' })
export class EventTypeDescription {
  @Field(() => String, { description: 'Name of the type, as in `Event.type`.' })
  name!: string;

  @Field(() => Int, { description: "Present version of the payload's shape." })
  version!: number;

  @Field(() => String, { description: 'Module or plugin that emits it.' })
  owner!: string;

  @Field(() => String, { description: 'What it tells of.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'Scope that its readers hold beside `events:read`; null: no other.' })
  scope!: string | null;

  @Field(() => JSONObjectScalar, { description: 'A payload as an example.' })
  example!: Readonly<Record<string, unknown>>;
}

export function toEventTypeDescription({ type, version, owner, description, example, scope }: OwnedEventType): EventTypeDescription {
  return {
    name: type,
    version,
    owner,
    description,
    scope: scope ?? null,
    example: withGlobalIds(example as Readonly<Record<string, unknown>>),
  };
}
