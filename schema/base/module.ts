import type { ErrorSet } from './errors';
import type { CoreContribution } from './extension-point';
import type { NodeLookup } from './node';
import type { Scope } from './scope';

// biome-ignore lint/complexity/noBannedTypes: type-graphql and TypeORM name classes this way.
type Class = Function;

/** A core module as data: what the composition root needs to know of it. */
export interface ModuleDefinition {
  readonly id: string;
  readonly requires: readonly string[];
  readonly entities: readonly Class[];
  // biome-ignore lint/suspicious/noExplicitAny: TypeORM's MigrationInterface, which this folder must not import.
  readonly migrations: ReadonlyArray<new () => any>;
  readonly resolvers: readonly Class[];
  /** Object types that no resolver names but an interface or a union leads to. */
  readonly orphanedTypes: readonly Class[];
  readonly errors: readonly ErrorSet[];
  readonly eventTypes: readonly EventTypeDefinition[];
  /** Types that `node(id)` finds. */
  readonly nodes?: readonly NodeLookup[];
  /** What it adds to extension points of other core modules. */
  readonly contributions?: readonly CoreContribution[];
}

/** A type of event, declared by the module or plugin that emits it. */
export interface EventTypeDefinition<Payload = unknown> {
  /** PascalCase, past tense; a plugin's carries its prefix. */
  readonly type: string;
  readonly version: number;
  readonly description: string;
  readonly example: Payload;
  /** What a reader must hold beside `events:read`; without it, nothing more. */
  readonly scope?: Scope;
}

type Parts = Omit<ModuleDefinition, 'id'>;

export function defineModule(definition: Pick<ModuleDefinition, 'id'> & Partial<Parts>): ModuleDefinition {
  return Object.freeze({
    requires: [],
    entities: [],
    migrations: [],
    resolvers: [],
    orphanedTypes: [],
    errors: [],
    eventTypes: [],
    ...definition,
  });
}
