import { pluginNames } from './base';

/** `by-rent` → `byRent`: the name of a plugin's field on core types and the prefix of its own root fields. */
export const fieldPrefix = (plugin: string): string => pluginNames(plugin).field;

/** `by-rent` → `ByRent`: the prefix of a plugin's types. */
export const typePrefix = (plugin: string): string => pluginNames(plugin).type;

/** Whether a name is the prefix itself or goes on with a new word, so that `ByRental` is not of `by-rent`. */
export function carriesPrefix(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && !/^[a-z]/.test(name.slice(prefix.length));
}

/** The plugin whose prefix a type's name carries; the longest prefix wins. */
export function pluginOfType(name: string, plugins: readonly string[]): string | undefined {
  return plugins.filter((plugin) => carriesPrefix(name, typePrefix(plugin))).sort((a, b) => b.length - a.length)[0];
}

/** The plugin that a field on a core type is named for. */
export function pluginOfField(name: string, plugins: readonly string[]): string | undefined {
  return plugins.find((plugin) => fieldPrefix(plugin) === name);
}
