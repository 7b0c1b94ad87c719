import type { PluginNames } from '../../../schema/base';
import type { PluginDefinition } from '../plugin-definition';
import { type PluginProblem, pluginProblem } from '../problem';
import type { Check } from './check';

interface Named {
  readonly kind: string;
  readonly name: string;
  readonly prefix: string;
}

/** All names that a plugin gives to what others see, with the prefix that each must carry. */
export function namesGiven(plugin: PluginDefinition, names: PluginNames): Named[] {
  const list = (kind: string, prefix: string, given: readonly string[] = []): Named[] => given.map((name) => ({ kind, name, prefix }));
  const ids = <T extends { readonly id: string }>(things: readonly T[] = []) => things.map((thing) => thing.id);
  return [
    ...list(
      'event type',
      names.type,
      plugin.eventTypes.map((event) => event.type),
    ),
    ...list(
      'error code',
      names.code,
      plugin.errors.flatMap((set) => set.definitions.map((definition) => definition.code)),
    ),
    ...list(
      'permission',
      names.scope,
      plugin.permissions.map((permission) => permission.scope),
    ),
    ...list(
      'data category',
      names.scope,
      plugin.dataCategories.map((category) => category.code),
    ),
    ...list('clause', names.path, ids(plugin.clauses?.clauses)),
    ...list('editions', names.path, ids(plugin.editions)),
    ...list('validator', names.member, ids(plugin.validators)),
    ...list(
      'deadline kind',
      names.path,
      plugin.deadlines?.map((deadline) => deadline.kind),
    ),
    ...list(
      'product',
      names.path,
      plugin.lifecycle?.products.map((product) => product.code),
    ),
    ...list(
      'document template',
      names.path,
      plugin.documents?.map((template) => `${template.id} v${template.version}`),
    ),
    ...list('port', names.member, ids(plugin.ports)),
    ...list(
      'route',
      `/${names.path}`,
      plugin.httpRoutes?.map((route) => route.path),
    ),
  ];
}

/** What says itself whose it is. */
function ownersSaid(plugin: PluginDefinition): (readonly [contribution: string, owner: string | null])[] {
  return [
    ...plugin.errors.map((set) => ['a set of error codes', set.owner] as const),
    ...(plugin.deadlines ?? []).map((deadline) => [`deadline kind ${deadline.kind}`, deadline.plugin] as const),
    ...(plugin.clauses ? [['the register of clauses', plugin.clauses.plugin] as const] : []),
  ];
}

export const checkPrefixes: Check = (plugin, names) => {
  const problems: PluginProblem[] = namesGiven(plugin, names)
    .filter(({ name, prefix }) => !carries(name, prefix))
    .map(({ kind, name, prefix }) =>
      pluginProblem('PLUGIN_PREFIX_MISSING', { plugin: plugin.id, contribution: `${kind} ${name}`, prefix }),
    );
  for (const [contribution, owner] of ownersSaid(plugin)) {
    if (owner !== plugin.id) {
      problems.push(pluginProblem('PLUGIN_OWNER_WRONG', { plugin: plugin.id, contribution, owner: owner ?? 'the core' }));
    }
  }
  return problems;
};

/** A PascalCase prefix ends where a new word begins, so that `XxRental` is not of `XxRent`. */
function carries(name: string, prefix: string): boolean {
  const rest = name.slice(prefix.length);
  return name.startsWith(prefix) && rest !== '' && !(/[a-z]$/.test(prefix) && /^[a-z]/.test(rest));
}
