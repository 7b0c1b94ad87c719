import { Field, ID, InterfaceType } from 'type-graphql';
import { Scoped } from './scope';

/** Relay's `Node`: whatever has a lasting identity. `id` may be seen by whoever reached the object. */
@InterfaceType('Node', { description: 'An object with a lasting identity, to be read again by `node(id)`.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  @Scoped('parent')
  id!: string;
}

/**
 * How `node(id)` finds objects of one type. `load` gets the request's context and the uuid inside the global id;
 * it answers null for what does not exist for this caller. The type's own scope is checked before it runs.
 */
export interface NodeLookup {
  /** GraphQL name of an object type that implements `Node`. */
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the context's type lives in modules/commands, which this folder must not import.
  load(context: any, id: string): Promise<object | null> | object | null;
}
