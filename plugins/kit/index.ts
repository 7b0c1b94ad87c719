export type { PluginDefinition } from './plugin-definition';
