import {
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLSchema,
  GraphQLUnionType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
  printType,
} from 'graphql';
import type { MaximalSchema } from './compose';
import { derive } from './derive';
import { type Ownership, ownerOfField } from './ownership';
import { scopeOf } from './scopes';

/** A schema as text: sorted, so that two prints differ only where the graph does. */
export function printGraph(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** What one plugin brings: its types, and the fields and members that it adds to the core, as extensions. */
export function printPlugin(maximal: MaximalSchema, plugin: string): string {
  const { schema, ownership } = maximal;
  const core = derive(maximal, []);
  const parts: string[] = [];
  for (const type of Object.values(lexicographicSortSchema(schema).getTypeMap())) {
    if (ownership.types.get(type.name) === plugin) {
      parts.push(printType(type));
      continue;
    }
    if (!core.getType(type.name)) continue;
    const added = additionsOf(type, ownership, plugin);
    if (added) parts.push(`extend ${printType(added)}`);
  }
  return `${parts.join('\n\n')}\n`;
}

/** A type of another owner with nothing in it but what a plugin adds; null when that is nothing. */
function additionsOf(type: GraphQLNamedType, ownership: Ownership, plugin: string): GraphQLNamedType | null {
  const mine = <Field>(fields: Record<string, Field>): Record<string, Field> =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => ownership.fields.get(`${type.name}.${field}`) === plugin));
  const bare = { description: undefined, interfaces: [] };
  if (isUnionType(type)) {
    const types = type.getTypes().filter((member) => ownership.types.get(member.name) === plugin);
    return types.length > 0 ? new GraphQLUnionType({ ...type.toConfig(), ...bare, types }) : null;
  }
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return null;
  if (Object.keys(mine<unknown>(type.getFields())).length === 0) return null;
  if (isInputObjectType(type)) return new GraphQLInputObjectType({ ...type.toConfig(), ...bare, fields: mine(type.toConfig().fields) });
  const fields = mine(type.toConfig().fields);
  return isObjectType(type)
    ? new GraphQLObjectType({ ...type.toConfig(), ...bare, fields })
    : new GraphQLInterfaceType({ ...type.toConfig(), ...bare, fields });
}

/** A field of the graph and what a caller must hold to see it. */
export interface FieldRight {
  readonly type: string;
  readonly field: string;
  readonly scope: string;
  readonly owner: string;
}

/** Every field of the graph with its scope and owner, sorted. */
export function fieldRights({ schema, ownership }: MaximalSchema): FieldRight[] {
  const rights: FieldRight[] = [];
  for (const type of Object.values(lexicographicSortSchema(schema).getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.keys(type.getFields())) {
      rights.push({ type: type.name, field, scope: scopeOf(type, field) ?? 'none', owner: ownerOfField(ownership, type.name, field) });
    }
  }
  return rights;
}
