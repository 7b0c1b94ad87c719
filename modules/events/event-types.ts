import type { EventTypeDefinition } from '../../schema/base';

/** A declared type of event and who emits it. */
export interface OwnedEventType extends EventTypeDefinition {
  readonly owner: string;
  /** Set for a plugin's type: readers without that plugin do not see it. */
  readonly plugin: string | null;
}

interface EventTypeOwner {
  readonly id: string;
  readonly eventTypes: readonly EventTypeDefinition[];
}

/** The one list of event types, sorted by name. Throws when two owners declare one type; the message names both. */
export function collectEventTypes(modules: readonly EventTypeOwner[], plugins: readonly EventTypeOwner[]): readonly OwnedEventType[] {
  const owned = [
    ...modules.flatMap(({ id, eventTypes }) => eventTypes.map((type) => ({ ...type, owner: id, plugin: null }))),
    ...plugins.flatMap(({ id, eventTypes }) => eventTypes.map((type) => ({ ...type, owner: id, plugin: id }))),
  ];
  const byType = new Map<string, OwnedEventType>();
  for (const type of owned) {
    const earlier = byType.get(type.type);
    if (earlier) throw new Error(`Event type ${type.type} is declared by ${earlier.owner} and by ${type.owner}.`);
    byType.set(type.type, Object.freeze(type));
  }
  return Object.freeze([...byType.values()].sort((a, b) => (a.type < b.type ? -1 : 1)));
}

const hidden = new WeakMap<ReadonlySet<string>, WeakMap<readonly OwnedEventType[], ReadonlySet<string>>>();

/** Types that a reader of these scopes does not see, whatever else it may read; callers of equal rights share their set of scopes. */
export function hiddenTypes(types: readonly OwnedEventType[], scopes: ReadonlySet<string>): ReadonlySet<string> {
  const known = hidden.get(scopes) ?? new WeakMap();
  hidden.set(scopes, known);
  const found = known.get(types) ?? new Set(types.filter(({ scope }) => scope && !scopes.has(scope)).map(({ type }) => type));
  known.set(types, found);
  return found;
}
