import { checkPlugin } from './checks';
import { deepFreeze } from './deep-freeze';
import type { PluginDefinition, PluginParts } from './plugin-definition';
import { PluginError } from './problem';

/**
 * Makes a plugin of its parts: checked as a whole and frozen to the bottom.
 * @throws PluginError with every problem found, each with a `PLUGIN_…` code, the plugin and the contribution
 */
export function definePlugin(parts: PluginParts): PluginDefinition {
  const plugin: PluginDefinition = {
    title: { en: parts.id, ru: parts.id, be: parts.id },
    requires: [],
    permissions: [],
    dataCategories: [],
    entities: [],
    migrations: [],
    resolvers: [],
    orphanedTypes: [],
    nodes: [],
    errors: [],
    eventTypes: [],
    ports: [],
    adapters: [],
    simulators: [],
    contributions: [],
    ...parts,
  };
  const problems = checkPlugin(plugin);
  if (problems.length > 0) throw new PluginError(problems);
  return deepFreeze(plugin);
}
