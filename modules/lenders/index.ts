export type { Lender } from './lender';
export { LenderEntity } from './lender.entity';
export { lendersModule } from './lenders.module';
export { lockPluginState } from './lock-plugin-state';
export { type PluginState, PluginStateEntity } from './plugin-state.entity';
