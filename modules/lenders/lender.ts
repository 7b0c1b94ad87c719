import type { LenderDefinition } from './extension-points';
import type { PluginState } from './plugin-state.entity';

/** A lender as requests see it: the row and the state of each plugin. Cached in the process, replaced at every toggle. */
export interface Lender extends LenderDefinition {
  readonly plugins: ReadonlyMap<string, PluginState>;
}
