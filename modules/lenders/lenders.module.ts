import { defineModule } from '../../schema/base';
import { CreateLenders1700000000100 } from './create-lenders.migration';
import { LenderEntity } from './lender.entity';
import { lenderErrors } from './lenders.errors';
import { PluginStateEntity } from './plugin-state.entity';

export const lendersModule = defineModule({
  id: 'lenders',
  requires: ['database'],
  entities: [LenderEntity, PluginStateEntity],
  migrations: [CreateLenders1700000000100],
  errors: [lenderErrors],
  eventTypes: [
    {
      type: 'PluginStateChanged',
      version: 1,
      description: 'An operator changed the state of a plugin at the lender (состояние плагина изменено).',
      example: { plugin: 'acme-plugin', from: 'ENABLED', to: 'DRAINING', forced: false },
    },
  ],
});
