import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { pluginNames } from '../../../schema/base';
import type { PluginDefinition } from '../plugin-definition';
import { pluginProblem } from '../problem';
import { asProblem, problemsThrownBy } from './as-problems';
import { compareGraphs } from './compare-graphs';
import type { ConformanceProblem, ConformanceTest, ConformanceTools } from './conformance';

const printed = (schema: GraphQLSchema): string => printSchema(lexicographicSortSchema(schema));

/** Graphs with the plugin on, off, and on again; `null` when it does not compose. */
function graphsOf(plugin: PluginDefinition, { graph, required = [] }: ConformanceTools) {
  const others = required.map(({ id }) => id);
  try {
    const maximal = graph.compose([...required, plugin]);
    const on = () => graph.derive(maximal, [...others, plugin.id]);
    return {
      on: on(),
      off: graph.derive(maximal, others),
      again: on(),
      without: withoutInputsOf(plugin, graph.derive(graph.compose(required), others)),
    };
  } catch {
    return null;
  }
}

/** Decorators are global to the process: a field that the plugin hung on a core input is declared wherever its code was loaded. */
function withoutInputsOf(plugin: PluginDefinition, schema: GraphQLSchema): GraphQLSchema {
  const { field: own } = pluginNames(plugin.id);
  const less = mapSchema(schema, { [MapperKind.INPUT_OBJECT_FIELD]: (config, name) => (name === own ? null : config) });
  return pruneSchema(less);
}

export const graphTests: readonly ConformanceTest[] = [
  {
    name: 'joins the graph',
    run: (plugin, _, { graph, required = [] }) => problemsThrownBy(() => graph.compose([...required, plugin])),
  },
  {
    name: 'leaves the graph and returns without a trace',
    run(plugin, _, tools) {
      const graphs = graphsOf(plugin, tools);
      if (!graphs) return [];
      const problems: ConformanceProblem[] = [];
      const blame = (contribution: string) =>
        problems.push(asProblem(pluginProblem('PLUGIN_REMOVAL_INCOMPLETE', { plugin: plugin.id, contribution })));
      if (printed(graphs.on) !== printed(graphs.again)) blame('the graph after switching off and on');
      if (printed(graphs.off) !== printed(graphs.without)) blame('the graph after switching off');
      const { type } = pluginNames(plugin.id);
      for (const name of Object.keys(graphs.off.getTypeMap())) if (name.startsWith(type)) blame(`type ${name}`);
      return problems;
    },
  },
  {
    name: 'adds to each core type at most one nullable field named for itself',
    run(plugin, _, tools) {
      const graphs = graphsOf(plugin, tools);
      return graphs ? compareGraphs(graphs.off, graphs.on, plugin.id).map(asProblem) : [];
    },
  },
];
