import { coreVersion, definePlugin, type PluginDefinition, type PluginParts } from '../../../plugins/kit';
import type { PluginConformance } from '../../../plugins/kit/conformance';

/** A plugin that the kit must reject, and the code with which it does. */
export interface BadPlugin {
  /** What is wrong, as the end of "it rejects …". */
  readonly fault: string;
  readonly code: string;
  /** What follows from the fault by itself. */
  readonly also?: string;
  /** May throw already when it is defined. */
  define(): PluginDefinition;
  readonly conformance?: PluginConformance;
}

/** Sound but for what is added. */
export function definedWith(parts: Partial<PluginParts> = {}): PluginDefinition {
  return definePlugin({ id: 'xx-bad', jurisdiction: 'xx', coreRange: `^${coreVersion}`, legalBasis: ['An invented act'], ...parts });
}
