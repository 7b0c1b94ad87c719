import { type GraphQLInputObjectType, type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';

/**
 * Input types that contain themselves, however deep. A compiled document with a variable of such a type
 * takes the process's whole memory, so the build refuses them and the executor does not compile them.
 */
export function recursiveInputs(schema: GraphQLSchema): ReadonlySet<string> {
  const reaches = (type: GraphQLInputObjectType, goal: GraphQLInputObjectType, seen: Set<GraphQLInputObjectType>): boolean => {
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      if (!isInputObjectType(next)) continue;
      if (next === goal) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      if (reaches(next, goal, seen)) return true;
    }
    return false;
  };
  const found = new Set<string>();
  for (const type of Object.values(schema.getTypeMap()))
    if (isInputObjectType(type) && reaches(type, type, new Set())) found.add(type.name);
  return found;
}
