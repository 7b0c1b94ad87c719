import { defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { CreateLenders1700000000100 } from './create-lenders.migration';
import { LenderEntity } from './lender.entity';
import { toLender } from './lender.type';
import { lenderDirectory } from './lender-directory';
import { lenderErrors } from './lenders.errors';
import { LendersResolver } from './lenders.resolver';
import { PluginStateEntity } from './plugin-state.entity';
import { SetPluginStateResolver } from './set-plugin-state.resolver';

export const lendersModule = defineModule({
  id: 'lenders',
  requires: ['database'],
  entities: [LenderEntity, PluginStateEntity],
  migrations: [CreateLenders1700000000100],
  resolvers: [LendersResolver, SetPluginStateResolver],
  errors: [lenderErrors],
  eventTypes: [
    {
      type: 'PluginStateChanged',
      version: 1,
      scope: 'plugins:read',
      description: 'An operator changed the state of a plugin at the lender (состояние плагина изменено).',
      example: { plugin: 'acme-plugin', from: 'ENABLED', to: 'DRAINING', forced: false },
    },
  ],
  nodes: [
    {
      type: 'Lender',
      load: ({ ports }: GraphContext, id: string) => {
        const lender = ports.get(lenderDirectory).byId(id);
        return lender && toLender(lender);
      },
    },
  ],
});
