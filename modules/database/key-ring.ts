import { hkdfSync } from 'node:crypto';

/** One key of the ring: what encrypts is derived from it and never the key itself. */
export interface RingKey {
  readonly id: number;
  readonly encryption: Buffer;
}

/**
 * The keys of personal data. New values are encrypted with `current`; each other key only decrypts what it once wrote.
 * Look-ups and digests must not change when a key is added, so theirs derive from the ring's **last** key:
 * it stays last until every index has been written anew.
 */
export interface KeyRing {
  readonly current: RingKey;
  readonly keys: ReadonlyMap<number, RingKey>;
  readonly index: Buffer;
  readonly secret: Buffer;
}

const KEY_BYTES = 32;
const MAX_ID = 0xffff_ffff;

/** Reads `LEXGRAPH_KEYS`: `id:base64` pairs of 32 bytes, separated by commas, the current one first. */
export function parseKeyRing(text: string | undefined): KeyRing {
  if (!text?.trim()) throw new Error('LEXGRAPH_KEYS is empty: give `id:base64` pairs of 32 random bytes, the current key first.');
  const raw = text.split(',').map(parseKey);
  const keys = new Map<number, RingKey>();
  for (const { id, bytes } of raw) {
    if (keys.has(id)) throw new Error(`LEXGRAPH_KEYS names key ${id} twice: give each key an id of its own.`);
    keys.set(id, Object.freeze({ id, encryption: derive(bytes, 'field-encryption') }));
  }
  const root = raw.at(-1)!.bytes;
  return Object.freeze({ current: keys.get(raw[0]!.id)!, keys, index: derive(root, 'blind-index'), secret: derive(root, 'secret-digest') });
}

/** Messages name the place of a bad entry and never its content. */
function parseKey(entry: string, place: number): { id: number; bytes: Buffer } {
  const match = /^(\d{1,10}):([A-Za-z0-9+/]{43}=)$/.exec(entry.trim());
  const id = Number(match?.[1]);
  if (!match || id < 1 || id > MAX_ID)
    throw new Error(`LEXGRAPH_KEYS, entry ${place + 1}: expected \`id:base64\` with a positive id and 32 bytes in base64.`);
  return { id, bytes: Buffer.from(match[2]!, 'base64') };
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `lexgraph/${purpose}/v1`, KEY_BYTES));
}
