import type { GraphQLSchema } from 'graphql';
import type { NodeLookup } from './base';
import type { Ownership } from './ownership';

/** What a composed schema carries beside its types; derived schemas carry the same. */
export interface GraphDetails {
  readonly nodes: ReadonlyMap<string, NodeLookup>;
  readonly ownership: Ownership;
  /** The plugins whose part of the graph this schema has, sorted. */
  readonly enabled: readonly string[];
}

const KEY = 'lexgraph';

export function graphDetails(schema: GraphQLSchema): GraphDetails {
  const details = schema.extensions[KEY];
  if (!details) throw new Error('This schema was not composed by composeMaximalSchema.');
  return details as GraphDetails;
}

/** Attaches details to a schema just built. */
export function setGraphDetails(schema: GraphQLSchema, details: GraphDetails): void {
  schema.extensions = Object.freeze({ ...schema.extensions, [KEY]: Object.freeze(details) });
}
