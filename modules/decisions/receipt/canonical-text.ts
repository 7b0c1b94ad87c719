import canonicalize from 'canonicalize';

const texts = new WeakMap<object, string>();

/**
 * Canonical JSON (RFC 8785). The text of a frozen object is made once: rules, traces and passed verdicts
 * are shared by all decisions of a day, and only facts and failures are written anew.
 */
export function canonicalText(value: unknown): string {
  if (typeof value !== 'object' || value === null || !Object.isFrozen(value)) return text(value);
  let known = texts.get(value);
  if (known === undefined) {
    known = text(value);
    texts.set(value, known);
  }
  return known;
}

function text(value: unknown): string {
  // An array of shared entries is put together from their texts; JCS says no more of arrays than `[a,b]`.
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalText(entry)).join(',')}]`;
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new TypeError('There is no JSON form of this value.');
  return canonical;
}

/** The canonical text of an object whose members' texts are at hand. Keys sort by UTF-16 code units, as RFC 8785 3.2.3 says. */
export function canonicalObject(members: ReadonlyMap<string, string>): string {
  return `{${[...members.keys()]
    .sort()
    .map((key) => `${JSON.stringify(key)}:${members.get(key)}`)
    .join(',')}}`;
}
