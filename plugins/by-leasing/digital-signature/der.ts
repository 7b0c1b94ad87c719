import { AsnConvert } from '@peculiar/asn1-schema';
import { type BaseBlock, Constructed, fromBER, ObjectIdentifier } from 'asn1js';

/** Reads one value of a schema that fills the octets wholly; `null` otherwise. */
export function parseBer<T>(ber: Uint8Array, schema: new () => T): T | null {
  try {
    return fromBER(bufferOf(ber)).offset === ber.length ? AsnConvert.parse(ber, schema) : null;
  } catch {
    return null;
  }
}

/** The same for what must stand in its one canonical form. */
export function parseDer<T>(der: Uint8Array, schema: new () => T): T | null {
  const parsed = parseBer(der, schema);
  return parsed && sameBytes(bytesOf(AsnConvert.serialize(parsed)), der) ? parsed : null;
}

/** The object identifier that the octets hold; `null` where they hold something else. */
export function objectIdentifierIn(der: ArrayBuffer | null | undefined): string | null {
  if (!der) return null;
  const { result, offset } = fromBER(der);
  return result instanceof ObjectIdentifier && offset === der.byteLength ? result.valueBlock.toString() : null;
}

/** The octets of what the schemas hold: a buffer, a view of a part of one, or an octet string around one. */
export function bytesOf(held: ArrayBuffer | { readonly buffer: ArrayBufferLike }): Uint8Array {
  if (ArrayBuffer.isView(held)) return Uint8Array.from(held as Uint8Array);
  return new Uint8Array('buffer' in held ? held.buffer : held);
}

export const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.from(one).equals(other);

/** The octets of a part, tag and length included; `path` gives the place at each level, from the end where it is negative. `null` where there is none. */
export function partOf(ber: Uint8Array, path: readonly number[]): { readonly tag: number; readonly bytes: Uint8Array } | null {
  let block: BaseBlock | undefined = fromBER(bufferOf(ber)).result;
  for (const place of path) block = block instanceof Constructed ? block.valueBlock.value.at(place) : undefined;
  const bytes = block && Uint8Array.from(block.valueBeforeDecodeView);
  return bytes?.length ? { tag: bytes[0]!, bytes } : null;
}
