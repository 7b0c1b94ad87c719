import { createHash } from 'node:crypto';
import { canonicalJson } from '../../audit';
import type { Files } from './archive';

export const PACKAGE_FORMAT = 'lexgraph-evidence/1';

/** Paths that every package has. */
export const paths = {
  manifest: 'manifest.json',
  seal: 'manifest.jws',
  record: 'document/record.json',
  text: 'document/canonical.txt',
  print: 'document/document.pdf',
  signatures: 'signatures/',
  audit: 'audit/proofs.json',
} as const;

/** What a package says of itself, in JCS form (RFC 8785): every other file with its length and SHA-256. */
export interface Manifest {
  readonly format: typeof PACKAGE_FORMAT;
  readonly lender: { readonly id: string; readonly code: string; readonly name: string };
  readonly documentId: string;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  readonly parts: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

/** The document as the lender's records have it. Moments are UTC, ISO 8601. */
export interface DocumentStatement {
  readonly id: string;
  readonly plugin: string;
  readonly kind: string;
  readonly form: string;
  readonly title: string;
  /** Name of the way in which the text was put together. */
  readonly canonicalForm: string;
  /** Of the canonical text in UTF-8, hexadecimal. */
  readonly sha256: string;
  readonly createdAt: string;
}

/** A signature as it was recorded. */
export interface SignatureStatement {
  readonly id: string;
  readonly signer: { readonly kind: string; readonly id: string; readonly name: string | null };
  readonly method: string;
  readonly identifier: string;
  /** SHA-256 of the canonical text that was signed, hexadecimal. */
  readonly digest: string;
  readonly signedAt: string;
  /** Factors with their results and times, documents shown, sessions. */
  readonly evidence: Readonly<Record<string, unknown>>;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function manifestOf(files: Files, about: Pick<Manifest, 'lender' | 'documentId' | 'madeAt'>): Manifest {
  const parts = [...files]
    .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256Of(bytes) }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  return { format: PACKAGE_FORMAT, ...about, parts };
}

/** JSON of a file in its canonical form; `null` where the octets are something else. */
export function readCanonicalJson<T>(bytes: Uint8Array | undefined): T | null {
  if (!bytes) return null;
  try {
    const value = JSON.parse(Buffer.from(bytes).toString('utf8')) as T;
    return Buffer.from(canonicalJson(value)).equals(bytes) ? value : null;
  } catch {
    return null;
  }
}
