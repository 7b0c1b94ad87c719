import { Args, Ctx, FieldResolver, Resolver, Root, Subscription } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { pageKey } from '../../../modules/database';
import { type EventRow, EventStreamArgs, eventSubscription, noticeOf } from '../../../modules/events';
import { type NodeLookup, PageArgs, Scoped } from '../../../schema/base';
import { dutyById, dutyPages } from '../duties/duty.record';
import type { DutyStatus } from '../duties/duty-kinds';
import { foreclosureById, foreclosurePages } from '../foreclosure/foreclosure.record';
import { deliveriesByNotice, noticeById, noticePages } from '../notices/notice.record';
import { ByPledgePledge } from '../pledge/pledge.type';
import { timelineEntryById, timelinePages, toTimelineEntry } from '../timeline/timeline.record';
import { violationById, violationPages } from '../violations/violation.record';
import {
  ByPledgeDelivery,
  ByPledgeDutyStatusChange,
  ByPledgeNotice,
  dutyConnection,
  foreclosureConnection,
  noticeConnection,
  timelineConnection,
  toDuty,
  toForeclosure,
  toNotice,
  toViolation,
  violationConnection,
} from './enforcement.types';

@Resolver(() => ByPledgePledge)
export class ByPledgeCourseResolver {
  @FieldResolver(() => dutyConnection.Connection, { description: 'Duties of the pledgor, the newest first (обязанности).' })
  @Scoped('contracts:read')
  duties(@Root() { record }: ByPledgePledge, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return dutyConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(dutyPages, pageKey(record.id, bound, limit)),
      positionOf: (row) => ({ at: row.openedAt, id: row.id }),
      toNode: toDuty,
    });
  }

  @FieldResolver(() => noticeConnection.Connection, { description: 'Notices between the parties, the newest first (уведомления).' })
  @Scoped('contracts:read')
  notices(@Root() { record }: ByPledgePledge, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return noticeConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(noticePages, pageKey(record.id, bound, limit)),
      positionOf: (row) => ({ at: row.createdAt, id: row.id }),
      toNode: toNotice,
    });
  }

  @FieldResolver(() => violationConnection.Connection, { description: 'Violations, the newest first (нарушения).' })
  @Scoped('contracts:read')
  violations(@Root() { record }: ByPledgePledge, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return violationConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(violationPages, pageKey(record.id, bound, limit)),
      positionOf: (row) => ({ at: row.recordedAt, id: row.id }),
      toNode: toViolation,
    });
  }

  @FieldResolver(() => foreclosureConnection.Connection, { description: 'Cases of foreclosure, the newest first (взыскание).' })
  @Scoped('contracts:read')
  foreclosures(@Root() { record }: ByPledgePledge, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return foreclosureConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(foreclosurePages, pageKey(record.id, bound, limit)),
      positionOf: (row) => ({ at: row.openedAt, id: row.id }),
      toNode: toForeclosure,
    });
  }

  @FieldResolver(() => timelineConnection.Connection, {
    description:
      'The whole life of the pledge, the newest first: events, notices, duties, violations and the loan’s postings (хронология залога).',
  })
  @Scoped('contracts:read')
  timeline(@Root() { record }: ByPledgePledge, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return timelineConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(timelinePages, pageKey(record.applicationId, bound, limit)),
      positionOf: (row) => ({ at: row.at, id: row.id }),
      toNode: toTimelineEntry,
    });
  }

  @Subscription(() => ByPledgeDutyStatusChange, {
    description: 'Changes of duties’ states, after those missed since `after` (статус обязанности).',
    subscribe: ({ args, context }) => eventSubscription({ ...args, types: ['ByPledgeDutyStatusChanged'] }, context),
  })
  @Scoped('contracts:read')
  async byPledgeDutyStatusChanged(
    @Root() event: EventRow,
    @Args(() => EventStreamArgs) _args: EventStreamArgs,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeDutyStatusChange> {
    const { from, to } = event.payload as { from: DutyStatus | null; to: DutyStatus };
    const notice = noticeOf(event, context);
    const row = await context.loaders.one(dutyById, event.subject.id);
    return { ...notice, from, to, duty: row && toDuty(row) };
  }
}

@Resolver(() => ByPledgeNotice)
export class ByPledgeNoticeResolver {
  @FieldResolver(() => [ByPledgeDelivery], { description: 'By which ways it went (доставки).' })
  @Scoped('contracts:read')
  deliveries(@Root() { rowId }: ByPledgeNotice, @Ctx() context: GraphContext): Promise<readonly ByPledgeDelivery[]> {
    return context.loaders.list(deliveriesByNotice, rowId);
  }
}

const node = <Row>(
  type: string,
  read: (context: GraphContext, id: string) => Promise<Row | null>,
  to: (row: Row) => object,
): NodeLookup => ({
  type,
  async load(context: GraphContext, id: string) {
    const row = await read(context, id);
    return row && to(row);
  },
});

export const enforcementNodes: readonly NodeLookup[] = [
  node('ByPledgeDuty', ({ loaders }, id) => loaders.one(dutyById, id), toDuty),
  node('ByPledgeNotice', ({ loaders }, id) => loaders.one(noticeById, id), toNotice),
  node('ByPledgeViolation', ({ loaders }, id) => loaders.one(violationById, id), toViolation),
  node('ByPledgeForeclosure', ({ loaders }, id) => loaders.one(foreclosureById, id), toForeclosure),
  node('ByPledgeTimelineEntry', ({ loaders }, id) => loaders.one(timelineEntryById, id), toTimelineEntry),
];
