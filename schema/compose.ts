import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { checkSchema } from './checks';
import { setGraphDetails } from './graph-details';
import { NodeResolver } from './node.resolver';
import { findOwnership, type GraphOwner, type Ownership } from './ownership';
import { type Problem, problem, SchemaBuildError } from './problem';
import { removeParts } from './remove-parts';
import { setTypeResolution } from './resolve-type';
import { readTypeRegistry } from './type-registry';

/** The graph with every installed plugin in it. Never served as such: each lender gets a part derived from it. */
export interface MaximalSchema {
  readonly schema: GraphQLSchema;
  readonly ownership: Ownership;
  /** Ids of the plugins in it. */
  readonly plugins: readonly string[];
}

export interface ComposeOptions {
  readonly modules: readonly GraphOwner[];
  readonly plugins: readonly GraphOwner[];
}

/** `Node` and `node(id)` belong to no module. */
const GRAPH_ITSELF: GraphOwner = { id: 'schema', resolvers: [NodeResolver], orphanedTypes: [] };

/** Root types have no class to describe them. */
const ROOTS = [
  ['Query', 'What can be read.'],
  ['Mutation', 'What can be done: each takes one input and answers one payload, whose `findings` are the expected failures.'],
  ['Subscription', 'What can be followed live; each takes up after a cursor without gap or repeat.'],
] as const;

// type-graphql wants one when there are subscriptions, though ours all come with their own `subscribe`.
const NO_PUBSUB = {
  publish: () => {},
  subscribe: (topic: string): never => {
    throw new Error(`Subscription on topic ${topic}: declare \`subscribe\` instead.`);
  },
};

/**
 * Builds the graph of all modules and installed plugins, once per process.
 * @throws SchemaBuildError with every problem found, each with a code, the owner and the place.
 */
export function composeMaximalSchema({ modules, plugins }: ComposeOptions): MaximalSchema {
  const owners = [GRAPH_ITSELF, ...modules, ...plugins];
  const resolvers = owners.flatMap((owner) => [...owner.resolvers]);
  const registry = readTypeRegistry(resolvers);
  const { ownership, problems } = findOwnership(registry, [GRAPH_ITSELF, ...modules], plugins);
  // Two types of one name would stop the build itself with a message that names no owner.
  if (problems.some((found) => found.definition.code === 'SCHEMA_NAME_TAKEN')) throw new SchemaBuildError(problems);

  const built = build(resolvers, owners, problems);
  // Implementers register themselves in type-graphql, also those of packages that were imported but are not installed.
  const schema = removeParts(built, { type: (name) => !ownership.types.has(name), field: () => false });
  problems.push(...checkSchema(schema, ownership, owners));
  if (problems.length > 0) throw new SchemaBuildError(problems);

  const nodes = new Map(owners.flatMap((owner) => (owner.nodes ?? []).map((node) => [node.type, node] as const)));
  const enabled = [...ownership.plugins].sort();
  setGraphDetails(schema, { nodes, ownership, enabled });
  return Object.freeze({ schema, ownership, plugins: enabled });
}

function build(resolvers: readonly unknown[], owners: readonly GraphOwner[], problems: readonly Problem[]): GraphQLSchema {
  try {
    const schema = buildSchemaSync({
      resolvers: resolvers as never,
      orphanedTypes: owners.flatMap((owner) => [...owner.orphanedTypes]),
      validate: false,
      pubSub: NO_PUBSUB as never,
      skipCheck: true,
    });
    setTypeResolution(schema);
    for (const [root, description] of ROOTS) {
      const type = schema.getType(root);
      if (type) type.description = description;
    }
    return schema;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SchemaBuildError([...problems, problem('SCHEMA_INVALID', { owner: 'schema', place: 'schema', reason })]);
  }
}
