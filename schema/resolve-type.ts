import { type GraphQLSchema, isAbstractType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

const namesOfClasses = new WeakMap<object, string>();

/** Name of the object type that a value is of: its `__typename`, else the name its class was declared with. */
export function typeNameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { __typename } = value as { __typename?: unknown };
  return typeof __typename === 'string' ? __typename : namesOfClasses.get(value.constructor ?? Object);
}

/**
 * Sets one synchronous, total `resolveType` on every abstract type. type-graphql's own is asynchronous,
 * which a compiled document takes for a value, or throws, which would reject the whole operation.
 */
export function setTypeResolution(schema: GraphQLSchema): void {
  for (const { target, name } of getMetadataStorage().objectTypes) namesOfClasses.set(target, name);
  for (const type of Object.values(schema.getTypeMap())) if (isAbstractType(type)) type.resolveType = typeNameOf;
}
