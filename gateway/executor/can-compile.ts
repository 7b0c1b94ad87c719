import {
  type ArgumentNode,
  type ASTNode,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { recursiveInputs } from '../../schema';

/**
 * Whether compiled code answers an operation as graphql-js does. graphql-jit differs, all of it measured, where
 * - a variable is of a recursive input type: compiling never ends;
 * - a variable is of an input type with defaults: a required field with a default is asked for all the same;
 * - a variable that may be absent stands inside an object or list of the document: it becomes null;
 * - a constant of the document or a default is more than JSON (a day, a decimal): it reaches the resolver as text.
 */
export function canCompile(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const variables = operation.variableDefinitions ?? [];
  return variables.every((variable) => isSafeVariable(schema, variable)) && hasSafeArguments(schema, document, variables);
}

function isSafeVariable(schema: GraphQLSchema, { type: node, defaultValue }: VariableDefinitionNode): boolean {
  const type = typeFromAST(schema, node);
  if (!isInputType(type)) return false;
  if (unsafeInputs(schema).has(getNamedType(type).name)) return false;
  return !defaultValue || isJson(valueFromAST(defaultValue, type));
}

function hasSafeArguments(schema: GraphQLSchema, document: DocumentNode, variables: readonly VariableDefinitionNode[]): boolean {
  const mayBeAbsent = new Set(
    variables
      .filter(({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE && !defaultValue)
      .map(({ variable }) => variable.name.value),
  );
  const types = new TypeInfo(schema);
  let safe = true;
  const check = (node: { readonly arguments?: readonly ArgumentNode[] }, definitions: readonly GraphQLArgument[]): void => {
    for (const definition of definitions) {
      const given = node.arguments?.find((argument) => argument.name.value === definition.name)?.value;
      if (!given || given.kind === Kind.VARIABLE) {
        const usesDefault = !given || mayBeAbsent.has(given.name.value);
        if (usesDefault && definition.defaultValue !== undefined && !isJson(definition.defaultValue)) safe = false;
        continue;
      }
      const inside = variablesIn(given);
      const literalIsSafe = inside.length === 0 ? isJson(valueFromAST(given, definition.type)) : isJsonType(definition.type);
      if (!literalIsSafe || inside.some((name) => mayBeAbsent.has(name))) safe = false;
    }
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        check(node, types.getFieldDef()?.args ?? []);
      },
    }),
  );
  return safe;
}

function variablesIn(node: ASTNode): string[] {
  const names: string[] = [];
  visit(node, {
    Variable(variable) {
      names.push(variable.name.value);
    },
  });
  return names;
}

const unsafe = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** Input types that contain themselves or a field with a default, however deep. */
function unsafeInputs(schema: GraphQLSchema): ReadonlySet<string> {
  const known = unsafe.get(schema);
  if (known) return known;
  const found = new Set(recursiveInputs(schema));
  const hasDefaults = (type: GraphQLInputType, seen: Set<string>): boolean => {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || seen.has(named.name)) return false;
    seen.add(named.name);
    return Object.values(named.getFields()).some((field) => field.defaultValue !== undefined || hasDefaults(field.type, seen));
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && hasDefaults(type, new Set())) found.add(type.name);
  }
  unsafe.set(schema, found);
  return found;
}

/** Whether values of an input type are JSON after parsing: none of its scalars makes an object of its own. */
function isJsonType(type: GraphQLInputType, seen = new Set<string>()): boolean {
  const named = getNamedType(type);
  if (seen.has(named.name)) return true;
  seen.add(named.name);
  if (isInputObjectType(named)) {
    return Object.values(named.getFields()).every((field) => field.defaultValue === undefined && isJsonType(field.type, seen));
  }
  return 'getValues' in named
    ? named.getValues().every(({ value }) => isJson(value))
    : ['String', 'ID', 'Int', 'Float', 'Boolean'].includes(named.name);
}

/** Whether a value survives being written as JSON and read again. */
function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === null || prototype === Object.prototype) && Object.values(value).every(isJson);
}
