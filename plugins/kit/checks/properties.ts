import { extensionProperties } from '../extension-properties';
import type { PluginDefinition } from '../plugin-definition';
import { pluginProblem } from '../problem';
import type { Check } from './check';

type OwnProperty = Exclude<keyof PluginDefinition, keyof typeof extensionProperties>;

// A record, so that a property added to the type and forgotten here does not compile.
const own: Readonly<Record<OwnProperty, true>> = {
  id: true,
  jurisdiction: true,
  title: true,
  coreRange: true,
  legalBasis: true,
  requires: true,
  permissions: true,
  dataCategories: true,
  entities: true,
  migrations: true,
  resolvers: true,
  orphanedTypes: true,
  nodes: true,
  errors: true,
  eventTypes: true,
  ports: true,
  adapters: true,
  simulators: true,
  contributions: true,
};

/** A misspelt property would silently bring nothing. */
export const checkProperties: Check = (plugin) =>
  Object.keys(plugin)
    .filter((key) => !Object.hasOwn(own, key) && !Object.hasOwn(extensionProperties, key))
    .map((contribution) => pluginProblem('PLUGIN_PROPERTY_UNKNOWN', { plugin: plugin.id, contribution }));
