import type { PluginDefinition } from '../plugin-definition';
import { pluginProblem } from '../problem';
import type { Check } from './check';
import { namesGiven } from './prefixes';

const className = (value: unknown) => (value as { name: string }).name;

/** The same thing twice in one plugin. */
export const checkDoubles: Check = (plugin, names) => {
  const given = [
    ...namesGiven(plugin, names).map(({ kind, name }) => `${kind} ${name}`),
    ...classesOf(plugin).map(([kind, value]) => `${kind} ${className(value)}`),
    ...(plugin.lenders ?? []).map((lender) => `lender ${lender.code}`),
    ...(plugin.signing ?? []).map((method) => `signing method ${method.id}`),
    ...plugin.requires.map((id) => `requirement ${id}`),
    ...[...plugin.adapters, ...plugin.simulators].map((adapter) => `adapter ${adapter.name}`),
  ];
  return [...new Set(given.filter((name, index) => given.indexOf(name) !== index))].map((contribution) =>
    pluginProblem('PLUGIN_CONTRIBUTION_TWICE', { plugin: plugin.id, contribution }),
  );
};

function classesOf(plugin: PluginDefinition): (readonly [kind: string, value: unknown])[] {
  return [
    ...plugin.entities.map((value) => ['entity', value] as const),
    ...plugin.migrations.map((value) => ['migration', value] as const),
    ...plugin.resolvers.map((value) => ['resolver', value] as const),
    ...plugin.orphanedTypes.map((value) => ['type', value] as const),
  ];
}
