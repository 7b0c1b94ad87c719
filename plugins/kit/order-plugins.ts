import { orderOwners } from '../../modules/database';
import type { PluginDefinition } from './plugin-definition';
import { PluginError, pluginProblem } from './problem';

/**
 * Plugins in the order of `requires`, never by place in a list.
 * @throws PluginError `PLUGIN_REQUIRES_UNKNOWN`, `PLUGIN_REQUIRES_CIRCLE`
 */
export function orderPlugins(plugins: readonly PluginDefinition[]): PluginDefinition[] {
  const installed = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  const unknown = plugins.flatMap((plugin) =>
    plugin.requires
      .filter((id) => !installed.has(id))
      .map((contribution) => pluginProblem('PLUGIN_REQUIRES_UNKNOWN', { plugin: plugin.id, contribution })),
  );
  if (unknown.length > 0) throw new PluginError(unknown);
  for (const plugin of plugins) {
    const circle = circleFrom(plugin, installed, []);
    if (circle) throw new PluginError([pluginProblem('PLUGIN_REQUIRES_CIRCLE', { plugin: plugin.id, contribution: circle.join(' → ') })]);
  }
  return orderOwners([...plugins].sort((a, b) => (a.id < b.id ? -1 : 1)));
}

function circleFrom(plugin: PluginDefinition, installed: ReadonlyMap<string, PluginDefinition>, path: readonly string[]): string[] | null {
  if (path.includes(plugin.id)) return [...path.slice(path.indexOf(plugin.id)), plugin.id];
  for (const id of plugin.requires) {
    const circle = circleFrom(installed.get(id)!, installed, [...path, plugin.id]);
    if (circle) return circle;
  }
  return null;
}
