import type { ModuleDefinition } from '../../schema/base';

/** A jurisdiction as frozen data. */
export interface PluginDefinition extends ModuleDefinition {
  readonly jurisdiction: string;
}
