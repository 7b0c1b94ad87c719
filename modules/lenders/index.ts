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
export { LenderType, PluginStateEnum, toLender } from './lender.type';
export { type LenderChange, LenderDirectory, type LenderDirectoryOptions, lenderDirectory } from './lender-directory';
export { lenderErrors } from './lenders.errors';
export { lendersModule } from './lenders.module';
export { lockPluginState } from './lock-plugin-state';
export { Plugin } from './plugin.type';
export { type PluginState, PluginStateEntity } from './plugin-state.entity';
export { type SetPluginStateInput, type SetPluginStateResult, setPluginState } from './set-plugin-state.command';
