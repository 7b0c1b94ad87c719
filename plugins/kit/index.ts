export { coreVersion, type PluginNames, pluginNames } from '../../schema/base';
export { findCollisions } from './collisions';
export { corePorts } from './core-ports';
export { definePlugin } from './define-plugin';
export { collectExtensions } from './extensions';
export { kitErrors } from './kit.errors';
export { orderPlugins } from './order-plugins';
export type { DataCategory, PermissionDefinition, PluginDefinition, PluginParts } from './plugin-definition';
export { PluginError, type PluginProblem } from './problem';
