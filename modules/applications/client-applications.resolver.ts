import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, Scoped } from '../../schema/base';
import { Client } from '../clients';
import type { GraphContext } from '../commands';
import { pageKey } from '../database';
import { applicationPages } from './application.record';
import { applicationConnection, toApplication } from './application.type';

@Resolver(() => Client)
export class ClientApplicationsResolver {
  @FieldResolver(() => applicationConnection.Connection, { description: 'Applications of the client, the newest first (заявки).' })
  @Scoped('applications:read')
  applications(@Root() client: Client, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return applicationConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(applicationPages, pageKey(client.rowId, bound, limit)),
      positionOf: (row) => ({ at: row.createdAt, id: row.id }),
      toNode: toApplication,
    });
  }
}
