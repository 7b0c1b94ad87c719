import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  validateSchema,
} from 'graphql';
import type { GraphOwner, Ownership } from './ownership';
import { ownerOfField } from './ownership';
import { type Problem, problem } from './problem';
import { recursiveInputs } from './recursive-inputs';
import { scopeOf } from './scopes';

/** Everything that must hold of a composed schema; answers all that does not. */
export function checkSchema(schema: GraphQLSchema, ownership: Ownership, owners: readonly GraphOwner[]): Problem[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
  return [
    ...validateSchema(schema).map((error) => problem('SCHEMA_INVALID', { owner: 'schema', place: 'schema', reason: error.message })),
    ...[...recursiveInputs(schema)].map((place) =>
      problem('SCHEMA_INPUT_RECURSIVE', { place, owner: ownership.types.get(place) ?? 'schema' }),
    ),
    ...types.flatMap((type) => [...checkScopesDeclared(schema, type, ownership), ...checkDescriptions(schema, type, ownership)]),
    ...checkNodes(schema, ownership, owners),
  ];
}

function checkScopesDeclared(schema: GraphQLSchema, type: GraphQLNamedType, ownership: Ownership): Problem[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const isRoot = isRootType(schema, type);
  return Object.keys(type.getFields()).flatMap((field) => {
    const owner = ownerOfField(ownership, type.name, field);
    const place = `${type.name}.${field}`;
    // What a plugin adds to a core type does not inherit that type's scope: it must say its own.
    const isGuest = ownership.plugins.includes(owner) && owner !== ownership.types.get(type.name);
    const scope = isGuest ? type.getFields()[field]!.extensions.scope : scopeOf(type, field);
    if (!scope) return [problem('SCHEMA_SCOPE_MISSING', { place, owner })];
    return isRoot && scope === 'parent' ? [problem('SCHEMA_SCOPE_MEANINGLESS', { place, owner })] : [];
  });
}

function checkDescriptions(schema: GraphQLSchema, type: GraphQLNamedType, ownership: Ownership): Problem[] {
  const missing: Problem[] = [];
  const need = (description: string | null | undefined, place: string, owner: string): void => {
    if (!description?.trim()) missing.push(problem('SCHEMA_DESCRIPTION_MISSING', { place, owner }));
  };
  const owner = ownership.types.get(type.name) ?? 'schema';
  if (!isRootType(schema, type)) need(type.description, type.name, owner);
  if (isEnumType(type)) for (const value of type.getValues()) need(value.description, `${type.name}.${value.name}`, owner);
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      need(field.description, `${type.name}.${field.name}`, ownerOfField(ownership, type.name, field.name));
    }
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      const fieldOwner = ownerOfField(ownership, type.name, field.name);
      need(field.description, `${type.name}.${field.name}`, fieldOwner);
      for (const argument of field.args) need(argument.description, `${type.name}.${field.name}(${argument.name})`, fieldOwner);
    }
  }
  return missing;
}

/** Every look-up finds a Node, and every Node is found. */
function checkNodes(schema: GraphQLSchema, ownership: Ownership, owners: readonly GraphOwner[]): Problem[] {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) return [];
  const implementers = new Set(schema.getPossibleTypes(node).map((type) => type.name));
  const found = new Map<string, string>();
  const problems: Problem[] = [];
  for (const owner of owners) {
    for (const { type } of owner.nodes ?? []) {
      const other = found.get(type);
      if (other) problems.push(problem('SCHEMA_NAME_TAKEN', { place: `Node look-up of ${type}`, owner: other, other: owner.id }));
      found.set(type, owner.id);
      if (!implementers.has(type)) problems.push(problem('SCHEMA_NODE_UNKNOWN', { place: type, owner: owner.id }));
    }
  }
  for (const place of implementers) {
    if (!found.has(place)) problems.push(problem('SCHEMA_NODE_MISSING', { place, owner: ownership.types.get(place) ?? 'schema' }));
  }
  return problems;
}

function isRootType(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  return type === schema.getQueryType() || type === schema.getMutationType() || type === schema.getSubscriptionType();
}
