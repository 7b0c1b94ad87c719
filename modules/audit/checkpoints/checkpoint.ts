import { canonicalJson } from '../canonical-json';
import { CHAIN_START, type ChainLink, verifyChain } from '../chain';
import type { SealedEntry } from '../sealed-entry';
import { inclusionPath, isIncluded, merkleRoot } from './merkle-tree';

/** What the lender said of its audit log at a moment: the entries after one number up to another stand under this root. */
export interface Checkpoint {
  readonly lenderId: string;
  /** From 1, without holes. */
  readonly no: number;
  readonly afterNo: number;
  readonly untilNo: number;
  /** Root of the tree over the entries' hashes, RFC 9162, hexadecimal. */
  readonly root: string;
  /** Hash of the last entry: where the chain stood. */
  readonly head: string;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** That entries stand in the log, shown without the others. */
export interface AuditProof {
  readonly entries: readonly { readonly entry: SealedEntry; readonly path: readonly string[] }[];
  readonly checkpoint: Checkpoint;
  /** The lender's seal over the checkpoint's canonical form. */
  readonly seal: string;
}

/** Octets over which a checkpoint is sealed. */
export const checkpointBytes = (checkpoint: Checkpoint): Uint8Array => canonicalJson(checkpoint);

export function checkpointOf(hashes: readonly string[], about: Pick<Checkpoint, 'lenderId' | 'no' | 'afterNo' | 'at'>): Checkpoint {
  return { ...about, untilNo: about.afterNo + hashes.length, root: merkleRoot(hashes), head: hashes.at(-1)! };
}

/** Shows entries to be under a checkpoint; `hashes` are those of all its entries, in order. @throws RangeError for an entry of another checkpoint */
export function proveInclusion(entries: readonly SealedEntry[], checkpoint: Checkpoint, hashes: readonly string[]): AuditProof['entries'] {
  return entries.map((entry) => ({ entry, path: inclusionPath(hashes, entry.no - checkpoint.afterNo - 1) }));
}

/** The number of the first entry that does not hold: its own hash, or its place under the checkpoint; `null` when all do. */
export function firstNotIncluded({ entries, checkpoint }: Pick<AuditProof, 'entries' | 'checkpoint'>): number | null {
  const size = checkpoint.untilNo - checkpoint.afterNo;
  for (const { entry, path } of entries) {
    const before: ChainLink = entry.no === 1 ? CHAIN_START : { no: entry.no - 1, hash: entry.prevHash };
    const holds =
      entry.lenderId === checkpoint.lenderId &&
      verifyChain([entry], before).holds &&
      isIncluded(entry.hash, entry.no - checkpoint.afterNo - 1, size, path, checkpoint.root);
    if (!holds) return entry.no;
  }
  return null;
}
