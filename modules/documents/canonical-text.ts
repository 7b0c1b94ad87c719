import { createHash } from 'node:crypto';

/** One value of a document as text, by the name that its template gives it. */
export interface FieldValue {
  readonly name: string;
  readonly value: string;
}

/**
 * Name of the canonical form, stored with each document: values in template order, line breaks inside a value
 * made spaces, Unicode NFC, joined by U+000A, encoded as UTF-8.
 */
export const CANONICAL_FORM = 'lexgraph.values/1';

/** The text that is hashed and signed. */
export function canonicalText(fields: readonly FieldValue[]): string {
  // A break inside a value would look like the border between two values.
  return fields.map(({ value }) => value.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ').normalize('NFC')).join('\n');
}

/** SHA-256 of the canonical text's UTF-8 bytes. */
export function digestOf(canonical: string): Buffer {
  return createHash('sha256').update(canonical, 'utf8').digest();
}
