export {
  type LenderDefinition,
  lenderDefinitions,
  type OpenWork,
  openWork,
  type PluginCard,
  pluginCards,
} from './extension-points';
export { installLenders } from './install-lenders';
export type { Lender } from './lender';
export { LenderEntity } from './lender.entity';
export { type LenderChange, LenderDirectory, type LenderDirectoryOptions, lenderDirectory } from './lender-directory';
export { lendersModule } from './lenders.module';
export { lockPluginState } from './lock-plugin-state';
export { type PluginState, PluginStateEntity } from './plugin-state.entity';
export { type SetPluginStateInput, type SetPluginStateResult, setPluginState } from './set-plugin-state.command';
