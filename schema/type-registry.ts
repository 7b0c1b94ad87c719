import { getMetadataStorage } from 'type-graphql';

type MetadataStorage = ReturnType<typeof getMetadataStorage>;
type ClassMetadata = MetadataStorage['inputTypes'][number];
export type FieldMetadata = NonNullable<ClassMetadata['fields']>[number];
type Handler = MetadataStorage['queries'][number];
type Params = NonNullable<FieldMetadata['params']>;

// biome-ignore lint/complexity/noBannedTypes: type-graphql names classes this way.
export type Class = Function;

/** A declared GraphQL type: how decorators refer to it, and what it leads to. */
export interface DeclaredType {
  readonly ref: unknown;
  readonly name: string;
  readonly kind: 'OBJECT' | 'INPUT' | 'INTERFACE' | 'ARGUMENTS' | 'ENUM' | 'UNION';
  readonly fields: readonly FieldMetadata[];
  /** Interfaces, union members and super-classes. */
  links(): readonly unknown[];
}

export interface RootField {
  readonly root: 'Query' | 'Mutation' | 'Subscription';
  readonly name: string;
  readonly resolver: Class;
  readonly refs: readonly unknown[];
}

/** A field of an object type or interface that a resolver class serves; `adds` when the class does not declare it itself. */
export interface ResolvedField {
  readonly type: unknown;
  readonly name: string;
  readonly resolver: Class;
  readonly adds: boolean;
  readonly nullable: boolean;
  readonly refs: readonly unknown[];
}

/** What decorators have declared in this process, seen through the given resolver classes only. */
export interface TypeRegistry {
  readonly types: ReadonlyMap<unknown, DeclaredType>;
  readonly rootFields: readonly RootField[];
  readonly resolvedFields: readonly ResolvedField[];
}

/**
 * Reads type-graphql's metadata, which is global to the process: a build starts afresh from what decorators said,
 * so that nothing stays on core types of the field resolvers that an earlier build had.
 */
export function readTypeRegistry(resolvers: readonly Class[]): TypeRegistry {
  const declared = getMetadataStorage();
  for (const list of [declared.objectTypes, declared.inputTypes, declared.argumentTypes, declared.interfaceTypes]) {
    for (const type of list) delete type.fields;
  }
  const decorated = new Set(declared.fields.map((field) => `${identity(field.target)}.${field.schemaName}`));
  const storage = declared.clone();
  storage.build({ resolvers: resolvers as never });
  preferPlainProperties(storage);

  const types = new Map<unknown, DeclaredType>();
  const add = (kind: DeclaredType['kind'], list: readonly (ClassMetadata & { interfaceClasses?: Class[] | undefined })[]) => {
    for (const { target, name, fields = [], interfaceClasses = [] } of list) {
      const links = () => [...interfaceClasses, Object.getPrototypeOf(target)];
      types.set(target, { ref: target, name, kind, fields, links });
    }
  };
  add('INPUT', storage.inputTypes);
  add('ARGUMENTS', storage.argumentTypes);
  add('INTERFACE', storage.interfaceTypes);
  add('OBJECT', storage.objectTypes);
  for (const { enumObj, name } of storage.enums) types.set(enumObj, { ref: enumObj, name, kind: 'ENUM', fields: [], links: () => [] });
  for (const { symbol, name, getClassTypes } of storage.unions) {
    types.set(symbol, { ref: symbol, name, kind: 'UNION', fields: [], links: getClassTypes });
  }

  const mine = new Set(resolvers);
  const handlers = (root: RootField['root'], list: readonly Handler[]): RootField[] =>
    list
      .filter((handler) => mine.has(handler.target))
      .map((handler) => ({
        root,
        name: handler.schemaName,
        resolver: handler.target,
        refs: [handler.getReturnType(), ...refsOfParams(handler.params)],
      }));
  return {
    types,
    rootFields: [
      ...handlers('Query', storage.queries),
      ...handlers('Mutation', storage.mutations),
      ...handlers('Subscription', storage.subscriptions),
    ],
    resolvedFields: storage.fieldResolvers
      .filter((field) => field.kind === 'external' && mine.has(field.target))
      .map((field) => {
        const type = field.getObjectType!();
        const { nullable } = field.typeOptions ?? {};
        return {
          type,
          name: field.schemaName,
          resolver: field.target,
          adds: !decorated.has(`${identity(type)}.${field.schemaName}`),
          nullable: nullable === true || nullable === 'itemsAndList',
          refs: [field.getType?.(), ...refsOfParams(field.params)],
        };
      }),
  };
}

/** What a field's type and arguments refer to. */
export function refsOfField(field: FieldMetadata): unknown[] {
  return [field.getType(), ...refsOfParams(field.params)];
}

function refsOfParams(params: Params | undefined): unknown[] {
  return (params ?? []).flatMap((param) => {
    if (param.kind === 'arg' || param.kind === 'args') return [param.getType()];
    const argument = param.kind === 'custom' ? param.options?.arg : undefined;
    return argument ? [argument.getType()] : [];
  });
}

/**
 * Plain properties are read without a wrapper (measured: a third of the time). Left alone are fields
 * whose name in the graph is not the property's.
 */
function preferPlainProperties(storage: MetadataStorage): void {
  for (const type of storage.objectTypes) type.simpleResolvers ??= true;
  for (const field of storage.fields) if (field.name !== field.schemaName) field.simple ??= false;
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number per class: two classes may bear one name. */
function identity(ref: object): number {
  const known = identities.get(ref);
  if (known) return known;
  identities.set(ref, ++lastIdentity);
  return lastIdentity;
}
