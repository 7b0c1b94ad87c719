import { Ctx, Query, Resolver } from 'type-graphql';
import { Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { pluginCards } from './extension-points';
import { LenderType, toLender } from './lender.type';
import { lenderDirectory } from './lender-directory';
import { Plugin, readPluginStates, toPlugin } from './plugin.type';

@Resolver()
export class LendersResolver {
  @Query(() => [LenderType], { description: 'All lenders, by code (кредиторы).' })
  @Scoped('public')
  lenders(@Ctx() context: GraphContext): LenderType[] {
    return context.ports.get(lenderDirectory).all().map(toLender);
  }

  @Query(() => [Plugin], { description: 'The installed plugins and their states at the lender of the request.' })
  @Scoped('plugins:read')
  async plugins(@Ctx() context: GraphContext): Promise<Plugin[]> {
    const rows = await context.database.query(readPluginStates, [context.database.scope.lenderId]);
    return context.extensions.all(pluginCards).map(({ value }) =>
      toPlugin(
        value,
        rows.find(({ pluginId }) => pluginId === value.id),
        context.locale,
      ),
    );
  }
}
