import { isDeepStrictEqual } from 'node:util';
import { pluginNames } from '../../schema/base';
import { namesGiven } from './checks/prefixes';
import type { PluginDefinition } from './plugin-definition';
import { type PluginProblem, pluginProblem } from './problem';

/** What two installed plugins both claim; every problem names both. */
export function findCollisions(plugins: readonly PluginDefinition[]): PluginProblem[] {
  const holders = new Map<string, string>();
  const problems: PluginProblem[] = [];
  for (const plugin of plugins) {
    for (const contribution of new Set(claimsOf(plugin))) {
      const holder = holders.get(contribution);
      if (holder === undefined) holders.set(contribution, plugin.id);
      else problems.push(pluginProblem('PLUGIN_COLLISION', { plugin: holder, other: plugin.id, contribution }));
    }
  }
  return [...problems, ...disagreeingCalendars(plugins)];
}

/** Two plugins may bring one country's working days, as long as they tell the same of each year. */
function disagreeingCalendars(plugins: readonly PluginDefinition[]): PluginProblem[] {
  const told = new Map<string, { plugin: string; days: unknown }>();
  const problems: PluginProblem[] = [];
  for (const plugin of plugins) {
    for (const { country, years } of plugin.calendars ?? []) {
      for (const [year, days] of Object.entries(years)) {
        const contribution = `working days of ${country} in ${year}`;
        const earlier = told.get(contribution);
        if (!earlier) told.set(contribution, { plugin: plugin.id, days });
        else if (!isDeepStrictEqual(earlier.days, days)) {
          problems.push(
            pluginProblem('PLUGIN_COLLISION', { plugin: earlier.plugin, other: plugin.id, contribution: `different ${contribution}` }),
          );
        }
      }
    }
  }
  return problems;
}

/** Everything that only one plugin may have. */
function claimsOf(plugin: PluginDefinition): string[] {
  return [
    `plugin id ${plugin.id}`,
    ...namesGiven(plugin, pluginNames(plugin.id)).map(({ kind, name }) => `${kind} ${name}`),
    ...plugin.migrations.map((migration) => `migration ${migration.name}`),
    ...(plugin.lenders ?? []).flatMap(({ id, code, hosts }) => [
      `lender id ${id}`,
      `lender ${code}`,
      ...hosts.map((host) => `host ${host}`),
    ]),
    ...plugin.adapters.map(({ port }) => `an adapter for port ${port.id}`),
    ...plugin.simulators.map(({ port }) => `a simulator for port ${port.id}`),
  ];
}
