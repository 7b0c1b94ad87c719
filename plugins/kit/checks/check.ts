import type { PluginNames } from '../../../schema/base';
import type { PluginDefinition } from '../plugin-definition';
import type { PluginProblem } from '../problem';

/** Looks at one side of a definition and answers all that is wrong with it. */
export type Check = (plugin: PluginDefinition, names: PluginNames) => PluginProblem[];
