import { NewPluginError } from './plugin-id';

const IMPORT = /^import .* from '(.*)';$/;
const LIST = /(installedPlugins: readonly PluginDefinition\[\] = )\[([^\]]*)\];/;

/** The text of plugins/index.ts with one more plugin, imports and list in order of their names. */
export function installIn(text: string, plugin: { readonly folder: string; readonly name: string }): string {
  const list = LIST.exec(text);
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => IMPORT.test(line));
  if (!list || last < 0) {
    throw new NewPluginError(
      'plugins/index.ts does not read as a list of imports and `installedPlugins = […]`: put it back into that form.',
    );
  }
  const imports = [...lines.slice(0, last + 1).filter((line) => IMPORT.test(line)), `import { ${plugin.name} } from './${plugin.folder}';`];
  const names = [...list[2]!.split(',').map((name) => name.trim()), plugin.name].filter((name) => name !== '').sort();
  const sorted = imports.sort((a, b) => (IMPORT.exec(a)![1]! < IMPORT.exec(b)![1]! ? -1 : 1));
  const rest = lines.slice(last + 1).join('\n');
  return `${sorted.join('\n')}\n${rest.replace(LIST, `$1[${names.join(', ')}];`)}`;
}
