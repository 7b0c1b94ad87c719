import type { GraphQLSchema } from 'graphql';
import type { MaximalSchema } from './compose';
import { graphDetails, setGraphDetails } from './graph-details';
import { removeParts } from './remove-parts';

/** Derived schemas by the set of plugins: derived at boot or at a toggle, never twice, never in a request. */
const derived = new WeakMap<MaximalSchema, Map<string, GraphQLSchema>>();

/** The graph as a lender with these plugins sees it: the maximal one without the other plugins' types and fields. */
export function derive(maximal: MaximalSchema, enabledPlugins: Iterable<string>): GraphQLSchema {
  const wanted = new Set(enabledPlugins);
  const enabled = maximal.plugins.filter((plugin) => wanted.has(plugin));
  const key = enabled.join(' ');
  const known = derived.get(maximal) ?? new Map<string, GraphQLSchema>();
  derived.set(maximal, known);
  const found = known.get(key);
  if (found) return found;
  const { ownership } = maximal;
  const off = new Set(maximal.plugins.filter((plugin) => !wanted.has(plugin)));
  const isOff = (owner: string | undefined) => owner !== undefined && off.has(owner);
  const schema = removeParts(maximal.schema, {
    type: (name) => isOff(ownership.types.get(name)),
    field: (type, field) => isOff(ownership.fields.get(`${type}.${field}`)),
  });
  setGraphDetails(schema, { ...graphDetails(maximal.schema), enabled });
  known.set(key, schema);
  return schema;
}
