import { defineModule } from '../../schema/base';
import { CreateLenders1700000000100 } from './create-lenders.migration';
import { LenderEntity } from './lender.entity';
import { PluginStateEntity } from './plugin-state.entity';

export const lendersModule = defineModule({
  id: 'lenders',
  requires: ['database'],
  entities: [LenderEntity, PluginStateEntity],
  migrations: [CreateLenders1700000000100],
});
