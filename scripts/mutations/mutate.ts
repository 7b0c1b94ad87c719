/** Values of one parameter in one edition or stretch of law, as its author wrote them. */
type Entry = readonly [value: unknown, ...rest: readonly unknown[]];

interface Stretch {
  readonly from: string;
  readonly entries?: Readonly<Record<string, unknown>>;
}

interface Timeline {
  readonly timeline: readonly Stretch[];
}

/** One parameter of one edition, moved by one unit. */
export interface Mutation {
  /** Id of the lender's rules or of the statute. */
  readonly owner: string;
  /** First day of the edition. */
  readonly from: string;
  readonly parameter: string;
}

export const nameOf = ({ owner, from, parameter }: Mutation): string => `${owner}@${from}#${parameter}`;

/** Reads what `nameOf` wrote. */
export function mutationOf(name: string): Mutation {
  const [, owner, from, parameter] = /^(.+)@(\d{4}-\d{2}-\d{2})#(.+)$/.exec(name) ?? [];
  if (!owner || !from || !parameter) throw new Error(`${name} names no mutation.`);
  return { owner, from, parameter };
}

/** The value one unit on: a whole number by one, a decimal by one of its last place, a flag turned, a set without its last code. */
export function movedByOne(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return value.length > 0 ? value.slice(0, -1) : ['MUTATED'];
  const text = String(value);
  if (/^\d+(\.\d+)?$/.test(text)) {
    const places = text.split('.')[1]?.length ?? 0;
    const digits = (BigInt(text.replace('.', '')) + 1n).toString().padStart(places + 1, '0');
    return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
  return `${text}_MUTATED`;
}

/** Every parameter of a timeline that has a value, with the clause or point that it is cited by. */
export function mutationsOf(owner: string, { timeline }: Timeline): readonly (Mutation & { readonly cited: string })[] {
  return timeline.flatMap(({ from, entries = {} }) =>
    Object.entries(entries).flatMap(([parameter, entry]) => {
      if (!Array.isArray(entry)) return [];
      const [, citation] = entry as unknown as readonly [unknown, { readonly clause: string } | string];
      return [{ owner, from, parameter, cited: typeof citation === 'string' ? citation : citation.clause }];
    }),
  );
}

/** A definition of rules with one parameter moved; as it was where the mutation is another's. */
export function withMutation<D extends Timeline>(owner: string, definition: D, mutation: Mutation): D {
  if (owner !== mutation.owner) return definition;
  return {
    ...definition,
    timeline: definition.timeline.map((stretch) => {
      const entry = stretch.entries?.[mutation.parameter];
      if (stretch.from !== mutation.from || !Array.isArray(entry)) return stretch;
      const [value, ...rest] = entry as unknown as Entry;
      return { ...stretch, entries: { ...stretch.entries, [mutation.parameter]: [movedByOne(value), ...rest] } };
    }),
  };
}
