import { pluginCards } from '../../modules/lenders';
import type { Contribution, ExtensionPoint, Extensions, ModuleDefinition } from '../../schema/base';
import { findCollisions } from './collisions';
import { extensionProperties, valuesOf } from './extension-properties';
import { orderPlugins } from './order-plugins';
import type { PluginDefinition } from './plugin-definition';
import { PluginError } from './problem';

/**
 * Everything that core modules and installed plugins add to extension points: modules first, then plugins in the order of `requires`.
 * @throws PluginError when plugins claim the same thing or require what is not there
 */
export function collectExtensions(plugins: readonly PluginDefinition[], modules: readonly ModuleDefinition[] = []): Extensions {
  const collisions = findCollisions(plugins);
  if (collisions.length > 0) throw new PluginError(collisions);
  const byPoint = new Map<string, Contribution<unknown>[]>();
  const add = (point: ExtensionPoint<never>, plugin: string, value: unknown): void => {
    const contribution = Object.freeze({ plugin, value });
    const known = byPoint.get(point.id);
    if (known) known.push(contribution);
    else byPoint.set(point.id, [contribution]);
  };
  for (const module of modules) for (const { point, value } of module.contributions ?? []) add(point, module.id, value);
  for (const plugin of orderPlugins(plugins)) {
    add(pluginCards, plugin.id, cardOf(plugin));
    for (const property of Object.keys(extensionProperties) as (keyof typeof extensionProperties)[]) {
      for (const value of valuesOf(plugin, property)) add(extensionProperties[property].point, plugin.id, value);
    }
    for (const { point, value } of plugin.contributions ?? []) add(point, plugin.id, value);
  }
  for (const contributions of byPoint.values()) Object.freeze(contributions);
  return Object.freeze({
    all: <T>(point: ExtensionPoint<T>) => (byPoint.get(point.id) ?? []) as readonly Contribution<T>[],
    of: <T>(point: ExtensionPoint<T>, plugin: string) =>
      ((byPoint.get(point.id) ?? []) as readonly Contribution<T>[]).filter((found) => found.plugin === plugin).map((found) => found.value),
  });
}

function cardOf({ id, jurisdiction, title, legalBasis, coreRange, requires }: PluginDefinition) {
  return Object.freeze({ id, jurisdiction: jurisdiction.toUpperCase(), title, legalBasis, coreRange, requires });
}
