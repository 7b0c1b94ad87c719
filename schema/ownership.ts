import type { ModuleDefinition } from './base';
import { carriesPrefix, fieldPrefix, pluginOfField, pluginOfType, typePrefix } from './names';
import { type Problem, problem } from './problem';
import { type Class, type DeclaredType, refsOfField, type TypeRegistry } from './type-registry';

/** What the graph needs to know of a core module or a plugin. */
export type GraphOwner = Pick<ModuleDefinition, 'id' | 'resolvers' | 'orphanedTypes' | 'nodes'>;

/** Who owns which type and field. Fields are named `Type.field`; a field not listed belongs to its type's owner. */
export interface Ownership {
  readonly types: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, string>;
  readonly plugins: readonly string[];
}

/** Owner of a field, in the graph's own words. */
export function ownerOfField(ownership: Ownership, type: string, field: string): string {
  return ownership.fields.get(`${type}.${field}`) ?? ownership.types.get(type) ?? 'schema';
}

/**
 * Finds owners by walking from each owner's resolvers through return types, arguments and fields.
 * A type belongs to the first module that reaches it; a type that carries a plugin's prefix always belongs to that plugin.
 */
export function findOwnership(
  registry: TypeRegistry,
  modules: readonly GraphOwner[],
  plugins: readonly GraphOwner[],
): { ownership: Ownership; problems: Problem[] } {
  const ids = plugins.map((plugin) => plugin.id);
  const problems: Problem[] = [];
  const types = new Map<string, string>();
  const refs = new Map<string, { ref: unknown; owner: string }>();
  const fields = new Map<string, string>();

  const claim = (type: DeclaredType, owner: string): void => {
    const first = refs.get(type.name);
    if (first && first.ref !== type.ref) {
      problems.push(problem('SCHEMA_NAME_TAKEN', { place: type.name, owner: first.owner, other: owner }));
      return;
    }
    if (first) return;
    const byPrefix = pluginOfType(type.name, ids);
    const holder = byPrefix ?? owner;
    refs.set(type.name, { ref: type.ref, owner: holder });
    if (type.kind !== 'ARGUMENTS') types.set(type.name, holder);
    if (!byPrefix && ids.includes(owner) && type.kind !== 'ARGUMENTS') {
      problems.push(problem('SCHEMA_PREFIX_MISSING', { place: `Type ${type.name}`, owner, prefix: typePrefix(owner) }));
    }
  };

  const added = new Map<string, string>();
  for (const { adds, type, name, resolver } of registry.resolvedFields) {
    const plugin = adds && plugins.find((candidate) => candidate.resolvers.includes(resolver));
    if (plugin) added.set(`${registry.types.get(type)?.name}.${name}`, plugin.id);
  }
  const guestOf = (type: DeclaredType, field: string): string | undefined => {
    const guest = added.get(`${type.name}.${field}`) ?? pluginOfField(field, ids);
    return guest !== undefined && guest !== pluginOfType(type.name, ids) ? guest : undefined;
  };

  const walk = (owner: GraphOwner): void => {
    const seen = new Set<unknown>();
    const visit = (ref: unknown): void => {
      const type = registry.types.get(ref);
      if (!type || seen.has(ref)) return;
      seen.add(ref);
      claim(type, owner.id);
      for (const link of type.links()) visit(link);
      for (const field of type.fields) {
        const guest = guestOf(type, field.schemaName);
        // What a plugin hangs on a core type is walked for that plugin, not for whoever reaches the type.
        if (guest === undefined || guest === owner.id) for (const next of refsOfField(field)) visit(next);
      }
    };
    for (const root of registry.rootFields) if (owner.resolvers.includes(root.resolver)) root.refs.forEach(visit);
    for (const field of registry.resolvedFields) {
      if (!owner.resolvers.includes(field.resolver)) continue;
      if (!ids.includes(owner.id)) visit(field.type);
      field.refs.forEach(visit);
    }
    owner.orphanedTypes.forEach(visit);
    if (ids.includes(owner.id)) {
      for (const type of registry.types.values()) {
        for (const field of type.fields) if (guestOf(type, field.schemaName) === owner.id) refsOfField(field).forEach(visit);
      }
    }
  };

  for (const owner of [...modules, ...plugins]) walk(owner);
  claimRootFields(registry, [...modules, ...plugins], ids, fields, problems);
  claimResolvedFields(registry, [...modules, ...plugins], ids, types, fields, problems);
  claimDecoratedFields(registry, ids, types, fields, problems);
  return { ownership: { types, fields, plugins: ids }, problems };
}

function claimRootFields(
  registry: TypeRegistry,
  owners: readonly GraphOwner[],
  plugins: readonly string[],
  fields: Map<string, string>,
  problems: Problem[],
): void {
  for (const { root, name, resolver } of registry.rootFields) {
    const owner = ownerOfClass(owners, resolver);
    const place = `${root}.${name}`;
    const other = fields.get(place);
    if (other) problems.push(problem('SCHEMA_NAME_TAKEN', { place, owner: other, other: owner }));
    else fields.set(place, owner);
    if (plugins.includes(owner) && !carriesPrefix(name, fieldPrefix(owner))) {
      problems.push(problem('SCHEMA_PREFIX_MISSING', { place, owner, prefix: fieldPrefix(owner) }));
    }
  }
}

function claimResolvedFields(
  registry: TypeRegistry,
  owners: readonly GraphOwner[],
  plugins: readonly string[],
  types: ReadonlyMap<string, string>,
  fields: Map<string, string>,
  problems: Problem[],
): void {
  const added = new Map<string, number>();
  const resolved = new Map<string, Class>();
  for (const field of registry.resolvedFields) {
    const owner = ownerOfClass(owners, field.resolver);
    const type = registry.types.get(field.type)!.name;
    const place = `${type}.${field.name}`;
    const before = resolved.get(place);
    if (before && before !== field.resolver) {
      problems.push(problem('SCHEMA_NAME_TAKEN', { place, owner: ownerOfClass(owners, before), other: owner }));
      continue;
    }
    resolved.set(place, field.resolver);
    const holder = types.get(type) ?? owner;
    if (!plugins.includes(owner) || holder === owner) {
      if (field.adds) fields.set(place, owner);
      continue;
    }
    if (!field.adds) {
      problems.push(problem('SCHEMA_PLUGIN_FIELD_OVERRIDES', { place, owner, other: holder }));
      continue;
    }
    fields.set(place, owner);
    added.set(`${owner} ${type}`, (added.get(`${owner} ${type}`) ?? 0) + 1);
    if (field.name !== fieldPrefix(owner)) problems.push(problem('SCHEMA_PLUGIN_FIELD_NAME', { place, owner, field: fieldPrefix(owner) }));
    if (!field.nullable) problems.push(problem('SCHEMA_PLUGIN_FIELD_REQUIRED', { place, owner }));
  }
  for (const [key, count] of added) {
    const [owner, place] = key.split(' ') as [string, string];
    if (count > 1) problems.push(problem('SCHEMA_PLUGIN_FIELDS_MANY', { place, owner, count, field: fieldPrefix(owner) }));
  }
}

/** Fields that a plugin hangs on core inputs by calling the decorator: `Field(() => X)(CoreInput.prototype, 'byRent')`. */
function claimDecoratedFields(
  registry: TypeRegistry,
  plugins: readonly string[],
  types: ReadonlyMap<string, string>,
  fields: Map<string, string>,
  problems: Problem[],
): void {
  for (const type of registry.types.values()) {
    const holder = types.get(type.name);
    if (!holder) continue;
    for (const field of type.fields) {
      const place = `${type.name}.${field.schemaName}`;
      if (fields.has(place)) continue;
      const target = refsOfField(field).map((ref) => registry.types.get(ref)?.name)[0];
      const owner = pluginOfField(field.schemaName, plugins) ?? (target ? pluginOfType(target, plugins) : undefined);
      if (!owner || owner === holder) continue;
      fields.set(place, owner);
      if (field.schemaName !== fieldPrefix(owner)) {
        problems.push(problem('SCHEMA_PLUGIN_FIELD_NAME', { place, owner, field: fieldPrefix(owner) }));
      }
      if (!field.typeOptions.nullable) problems.push(problem('SCHEMA_PLUGIN_FIELD_REQUIRED', { place, owner }));
    }
  }
}

function ownerOfClass(owners: readonly GraphOwner[], resolver: Class): string {
  return owners.find((owner) => owner.resolvers.includes(resolver))!.id;
}
