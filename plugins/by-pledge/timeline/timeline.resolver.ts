import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { pageKey } from '../../../modules/database';
import { PageArgs, Scoped } from '../../../schema/base';
import { ByPledgePledge } from '../pledge/pledge.type';
import { timelinePages, toTimelineEntry } from './timeline.record';
import { timelineConnection } from './timeline.type';

@Resolver(() => ByPledgePledge)
export class ByPledgeTimelineResolver {
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
}
