import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { pluginNames } from '../../../schema/base';
import type { PluginDefinition } from '../plugin-definition';
import { pluginProblem } from '../problem';
import { asProblem, problemsThrownBy } from './as-problems';
import { compareGraphs } from './compare-graphs';
import type { ConformanceProblem, ConformanceTest, ConformanceTools } from './conformance';

/** The graph with the plugin on, off, and on again. */
interface Graphs {
  readonly on: GraphQLSchema;
  readonly off: GraphQLSchema;
  readonly again: GraphQLSchema;
}

interface Composed {
  readonly problems: readonly ConformanceProblem[];
  /** `null` when the plugin does not compose. */
  readonly graphs: Graphs | null;
}

const composed = new WeakMap<PluginDefinition, Composed>();

/** Composes once per plugin: that is the slow part of the suite. */
function composedWith(plugin: PluginDefinition, { graph, required = [] }: ConformanceTools): Composed {
  const known = composed.get(plugin);
  if (known) return known;
  const others = required.map(({ id }) => id);
  let graphs: Graphs | null = null;
  const problems = problemsThrownBy(() => {
    const maximal = graph.compose([...required, plugin]);
    const on = () => graph.derive(maximal, [...others, plugin.id]);
    const off = () => graph.derive(maximal, others);
    graphs = { on: on(), off: off(), again: on() };
  });
  const result = { problems, graphs };
  composed.set(plugin, result);
  return result;
}

/** Words of a printed graph that carry the plugin's prefix: with the plugin off there must be none, not even in a description. */
function namesLeft(sdl: string, plugin: string): string[] {
  const { field, type } = pluginNames(plugin);
  return [...new Set(sdl.match(new RegExp(`\\b(?:${field}|${type})(?![a-z])\\w*`, 'g')) ?? [])];
}

const printed = (schema: GraphQLSchema): string => printSchema(lexicographicSortSchema(schema));

export const graphTests: readonly ConformanceTest[] = [
  { name: 'joins the graph', run: (plugin, _, tools) => [...composedWith(plugin, tools).problems] },
  {
    name: 'leaves the graph and returns without a trace',
    run(plugin, _, tools) {
      const { graphs } = composedWith(plugin, tools);
      if (!graphs) return [];
      const problems: ConformanceProblem[] = [];
      const blame = (contribution: string) =>
        problems.push(asProblem(pluginProblem('PLUGIN_REMOVAL_INCOMPLETE', { plugin: plugin.id, contribution })));
      if (printed(graphs.on) !== printed(graphs.again)) blame('the graph after switching off and on');
      for (const name of namesLeft(printed(graphs.off), plugin.id)) blame(name);
      return problems;
    },
  },
  {
    name: 'adds to each core type at most one nullable field named for itself',
    run(plugin, _, tools) {
      const { graphs } = composedWith(plugin, tools);
      return graphs ? compareGraphs(graphs.off, graphs.on, plugin.id).map(asProblem) : [];
    },
  },
];
