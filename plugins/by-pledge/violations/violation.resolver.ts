import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { pageKey } from '../../../modules/database';
import { PageArgs, Scoped } from '../../../schema/base';
import { ByPledgePledge } from '../pledge/pledge.type';
import { violationPages } from './violation.record';
import { toViolation, violationConnection } from './violation.type';

@Resolver(() => ByPledgePledge)
export class ByPledgeViolationsResolver {
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
}
