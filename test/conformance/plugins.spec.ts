import { installedPlugins } from '../../plugins';
import { collectExtensions, findCollisions } from '../../plugins/kit';
import { describePlugin, type PluginConformance } from '../../plugins/kit/conformance';
import { conformanceTools } from './conformance-tools';

for (const plugin of installedPlugins) {
  // A plugin's folder is named for it, and says in `conformance.ts` what to judge it by.
  const { conformance } = require(`../../plugins/${plugin.id}/conformance`) as { conformance: PluginConformance };
  const required = installedPlugins.filter(({ id }) => plugin.requires.includes(id));
  describePlugin(plugin, conformance, { ...conformanceTools, required });
}

describe('installed plugins', () => {
  it('do not claim the same things', () => {
    expect(findCollisions(installedPlugins)).toEqual([]);
  });

  it('compose together and give extensions', () => {
    expect(() => conformanceTools.graph.compose(installedPlugins)).not.toThrow();
    expect(() => collectExtensions(installedPlugins)).not.toThrow();
  });
});
