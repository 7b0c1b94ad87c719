import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import { type GraphQLSchema, isIntrospectionType, isScalarType } from 'graphql';

/** What to take out of a schema. */
export interface Removal {
  type(name: string): boolean;
  field(type: string, field: string): boolean;
}

/** A copy of a schema without some types and fields, and without what nothing leads to any more. Resolvers stay the same functions. */
export function removeParts(schema: GraphQLSchema, removal: Removal): GraphQLSchema {
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name, schema.getSubscriptionType()?.name]);
  const removesField = (_: unknown, field: string, type: string) => (removal.field(type, field) ? null : undefined);
  const mapped = mapSchema(schema, {
    [MapperKind.TYPE]: (type) =>
      isIntrospectionType(type) || isScalarType(type) || roots.has(type.name) || !removal.type(type.name) ? undefined : null,
    [MapperKind.OBJECT_FIELD]: removesField,
    [MapperKind.INTERFACE_FIELD]: removesField,
    [MapperKind.INPUT_OBJECT_FIELD]: removesField,
  });
  return pruneSchema(mapped);
}
