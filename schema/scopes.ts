import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { scopeErrors } from './access.errors';
import { LexgraphError, type Scope } from './base';

/** The part of a caller that decides fields. */
export interface Rights {
  readonly kind: string;
  readonly scopes: ReadonlySet<string>;
}

/** A scope that an operation needs, with the first field that needs it. */
export interface Requirement {
  readonly scope: Scope;
  readonly field: string;
  readonly path: readonly string[];
}

/** The scope of a field: its own, else its type's. Null: none is declared, which the build refuses. */
export function scopeOf(type: GraphQLObjectType | GraphQLInterfaceType, field: string): Scope | null {
  const own = type.getFields()[field]?.extensions.scope ?? type.extensions.scope;
  return (own as Scope | undefined) ?? null;
}

/**
 * All scopes that an operation needs, whatever its variables: skipped fields count as well.
 * A field of an interface needs the interface's scope and that of every type that may stand there.
 */
export function requirementsOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): readonly Requirement[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const needed = new Map<Scope, Requirement>();
  const visitedFragments = new Set<string>();

  const need = (type: GraphQLObjectType | GraphQLInterfaceType, field: string, path: readonly string[]): void => {
    // A field without a scope cannot have passed the build; it is refused all the same.
    const scope = scopeOf(type, field) ?? 'none:declared';
    if (scope === 'public' || scope === 'parent' || needed.has(scope)) return;
    needed.set(scope, { scope, field: `${type.name}.${field}`, path });
  };

  const visit = (type: unknown, selections: SelectionSetNode, path: readonly string[]): void => {
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        if (name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
        const here = [...path, selection.alias?.value ?? name];
        need(type, name, here);
        if (isInterfaceType(type)) for (const possible of schema.getPossibleTypes(type)) need(possible, name, here);
        const definition = type.getFields()[name];
        if (definition && selection.selectionSet) visit(getNamedType(definition.type), selection.selectionSet, here);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type, selection.selectionSet, path);
      } else if (!visitedFragments.has(selection.name.value)) {
        visitedFragments.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) visit(schema.getType(fragment.typeCondition.name.value), fragment.selectionSet, path);
      }
    }
  };
  visit(schema.getRootType(operation.operation), operation.selectionSet, []);
  return [...needed.values()];
}

/** Whether a caller holds a scope. */
export function holds(caller: Rights, scope: Scope): boolean {
  if (scope === 'public' || scope === 'parent') return true;
  return scope === 'signed-in' ? caller.kind !== 'ANONYMOUS' : caller.scopes.has(scope);
}

/** One error per requirement that the caller does not meet; empty: the operation may run. */
export function checkScopes(requirements: readonly Requirement[], caller: Rights): LexgraphError[] {
  return requirements.filter(({ scope }) => !holds(caller, scope)).map((requirement) => refuse(requirement, caller));
}

/** Why a caller may not reach objects of a type at all, by the type's own scope; null: it may. */
export function refusalOf(schema: GraphQLSchema, type: string, caller: Rights): LexgraphError | null {
  const scope = (schema.getType(type)?.extensions.scope as Scope | undefined) ?? 'public';
  return holds(caller, scope) ? null : refuse({ scope, field: type, path: [] }, caller);
}

function refuse({ scope, field, path }: Requirement, caller: Rights): LexgraphError {
  const error =
    caller.kind === 'ANONYMOUS' ? scopeErrors.error('UNAUTHENTICATED', { field, scope }) : scopeErrors.error('FORBIDDEN', { field, scope });
  return path.length > 0 ? Object.assign(new LexgraphError(error.definition, error.facts), { path }) : error;
}
