export type { Lender } from './lender';
export { LenderEntity } from './lender.entity';
export { lendersModule } from './lenders.module';
export { type PluginState, PluginStateEntity } from './plugin-state.entity';
