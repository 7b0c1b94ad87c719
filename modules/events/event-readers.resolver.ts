import { Ctx, Field, Float, ID, Int, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import { CursorScalar, DateTimeScalar, Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { type EventReader, eventReaderSources, readerOf, withLag } from './event-readers';

export const EventReaderKindEnum = { STREAM: 'STREAM', WEBHOOK: 'WEBHOOK' } as const;

registerEnumType(EventReaderKindEnum, {
  name: 'EventReaderKind',
  description: 'How somebody reads events.',
  valuesConfig: {
    STREAM: { description: 'An open subscription at the gateway that answers.' },
    WEBHOOK: { description: 'An endpoint that events are delivered to.' },
  },
});

@Scoped('access:read')
@ObjectType('EventReader', { description: 'Somebody who reads events, and how far behind the log it is.' })
export class EventReaderType {
  @Field(() => ID, { description: 'Tells readers apart while they read.' })
  id!: string;

  @Field(() => EventReaderKindEnum, { description: 'How it reads.' })
  kind!: EventReader['kind'];

  @Field(() => String, { description: 'Kind and subject of the caller, such as `PARTNER:…`.' })
  reader!: string;

  @Field(() => String, { description: 'Code of the lender whose events it reads.' })
  lender!: string;

  @Field(() => CursorScalar, { description: 'How far it has come.' })
  cursor!: string;

  @Field(() => Int, { description: 'Events of the log after that, whoever they are for.' })
  lagPositions!: number;

  @Field(() => Float, { description: 'Seconds since the oldest event of the lender after that happened; 0 when there is none.' })
  lagSeconds!: number;

  @Field(() => DateTimeScalar, { description: 'Since when it reads.' })
  since!: Date;
}

@Resolver()
export class EventReadersResolver {
  @Query(() => [EventReaderType], {
    description:
      'Who reads the lender’s events now and how far behind they are, the furthest first: the streams of the gateway that answers, and the webhook endpoints.',
  })
  @Scoped('access:read')
  async eventReaders(@Ctx() { streams, database, extensions, lender, clock }: GraphContext): Promise<readonly EventReaderType[]> {
    if (!lender) return [];
    const own = streams.all().filter(({ scope }) => scope.lenderId === lender.id);
    const others = await Promise.all(extensions.all(eventReaderSources).map(({ value }) => value.readers(database)));
    const now = new Date(clock.now().epochMilliseconds);
    const readers = await withLag(database, [...own.map(readerOf), ...others.flat()], now);
    return readers
      .map(({ caller, subject, ...reader }) => ({ ...reader, reader: `${caller}:${subject}`, lender: lender.code }))
      .sort((a, b) => b.lagPositions - a.lagPositions);
  }
}
