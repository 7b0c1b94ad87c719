import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256, in hex, of a JSON value's canonical form (RFC 8785). */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalize(value)!).digest('hex');
}
