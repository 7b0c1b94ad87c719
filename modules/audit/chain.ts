import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { SealedEntry, UnsealedEntry } from './sealed-entry';

/** A known end of a chain: the entry that the next one must follow. */
export interface ChainLink {
  readonly no: number;
  readonly hash: string;
}

/** What the first entry of every lender follows. */
export const CHAIN_START: ChainLink = Object.freeze({ no: 0, hash: '0'.repeat(64) });

/**
 * Gives an entry its place after `previous`: the hash is SHA-256 over the JCS form (RFC 8785) of the whole entry,
 * its number and the previous hash included.
 */
export function seal(entry: UnsealedEntry, previous: ChainLink): SealedEntry {
  const body = { ...entry, no: previous.no + 1, prevHash: previous.hash };
  return { ...body, hash: hashOf(body) };
}

function hashOf(body: Omit<SealedEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalize(body)!, 'utf8').digest('hex');
}

/** Why an entry does not hold: its number, what it follows, or its own content. */
export type ChainBreak = 'NUMBER' | 'PREVIOUS_HASH' | 'HASH';

export type ChainVerdict =
  | { readonly holds: true; readonly entries: number; readonly head: ChainLink }
  | {
      readonly holds: false;
      readonly entries: number;
      readonly first: { readonly no: number; readonly id: string; readonly reason: ChainBreak };
    };

/** Checks entries as they come, in constant memory; answers at the first that does not hold. */
export class ChainVerifier {
  private entries = 0;

  /** `after`: the link that the first entry must follow; the chain's start when nothing is given. */
  constructor(private head: ChainLink = CHAIN_START) {}

  /** The reason why this entry does not hold, or null. */
  next(entry: SealedEntry): ChainBreak | null {
    const { hash, ...body } = entry;
    if (entry.no !== this.head.no + 1) return 'NUMBER';
    if (entry.prevHash !== this.head.hash) return 'PREVIOUS_HASH';
    if (hash !== hashOf(body)) return 'HASH';
    this.head = { no: entry.no, hash };
    this.entries++;
    return null;
  }

  verdict(failed?: { readonly entry: SealedEntry; readonly reason: ChainBreak }): ChainVerdict {
    if (failed) return { holds: false, entries: this.entries, first: { no: failed.entry.no, id: failed.entry.id, reason: failed.reason } };
    return { holds: true, entries: this.entries, head: this.head };
  }
}

/**
 * Whether exported entries of one lender form an unbroken chain. Pure. A cut-off end is seen only by comparing
 * `head` with one kept elsewhere: keep the head of every export.
 */
export function verifyChain(entries: Iterable<SealedEntry>, after: ChainLink = CHAIN_START): ChainVerdict {
  const verifier = new ChainVerifier(after);
  for (const entry of entries) {
    const reason = verifier.next(entry);
    if (reason) return verifier.verdict({ entry, reason });
  }
  return verifier.verdict();
}
