import { hash } from 'node:crypto';
import { canonicalObject, canonicalText } from './canonical-text';
import type { Receipt, ReceiptHash } from './receipt';

const PART_LENGTH = 16;
// Database ids and moments differ between equal decisions.
const outside = new Set(['decision', 'decidedAt']);

type Unhashed = Omit<Receipt, 'hash'>;

/** The hash over a receipt's content and over each of its parts. Takes any member, so that an added one is seen. */
export function hashReceipt(receipt: Unhashed): ReceiptHash {
  const members = new Map<string, string>();
  const parts: Record<string, string> = {};
  for (const [name, value] of Object.entries(receipt)) {
    if (name === 'hash') continue;
    if (name === 'facts') {
      members.set(name, factsText(value as Receipt['facts'], parts));
      continue;
    }
    const text = canonicalText(value);
    if (!outside.has(name)) members.set(name, text);
    if (name === 'params') partsOf('params', value as Receipt['params'], (one) => one.param, parts);
    else if (name === 'verdicts') partsOf('verdicts', value as Receipt['verdicts'], (one) => one.validator, parts);
    else parts[name] = partHash(text);
  }
  return { alg: 'sha256', canon: 'jcs', value: hash('sha256', canonicalObject(members), 'hex'), parts };
}

function factsText(facts: Receipt['facts'], parts: Record<string, string>): string {
  const members = new Map<string, string>();
  for (const [name, { at, ...rest }] of Object.entries(facts)) {
    const text = canonicalText(rest);
    members.set(name, text);
    parts[`facts.${name}`] = partHash(text);
    if (at !== undefined) parts[`facts.${name}.at`] = partHash(canonicalText(at));
  }
  return canonicalObject(members);
}

function partsOf<T extends object>(
  field: string,
  entries: readonly T[],
  nameOf: (entry: T) => string,
  parts: Record<string, string>,
): void {
  for (const entry of entries) parts[`${field}.${nameOf(entry)}`] = sharedPartHash(entry);
  // The order of the entries is content too.
  parts[field] = partHash(entries.map(nameOf).join('\n'));
}

const shared = new WeakMap<object, string>();

function sharedPartHash(entry: object): string {
  if (!Object.isFrozen(entry)) return partHash(canonicalText(entry));
  let known = shared.get(entry);
  if (known === undefined) {
    known = partHash(canonicalText(entry));
    shared.set(entry, known);
  }
  return known;
}

const partHash = (text: string): string => hash('sha256', text, 'hex').slice(0, PART_LENGTH);
