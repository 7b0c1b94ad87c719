import { createHash } from 'node:crypto';

/**
 * Merkle tree of RFC 9162 (2.1) over hexadecimal SHA-256 leaves: any entry can be shown to stand under a root
 * without the other entries. Leaves and nodes are hashed under prefixes of their own, so that neither passes for the other.
 */
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leafOf = (hex: string): Buffer => sha256(LEAF, Buffer.from(hex, 'hex'));
const join = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/** The largest power of two below a number of leaves: where a tree is split. */
const splitOf = (leaves: number): number => 2 ** Math.ceil(Math.log2(leaves) - 1);

function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  const split = splitOf(leaves.length);
  return join(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

/** Root of one or more leaves, hexadecimal. @throws RangeError for none */
export function merkleRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) throw new RangeError('A tree has at least one leaf.');
  return rootOf(leaves.map(leafOf)).toString('hex');
}

/** The hashes that lead from the leaf at `index` (from 0) up to the root, lowest first. @throws RangeError outside the tree */
export function inclusionPath(leaves: readonly string[], index: number): readonly string[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('The tree has no such leaf.');
  return pathIn(leaves.map(leafOf), index).map((hash) => hash.toString('hex'));
}

function pathIn(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  return index < split
    ? [...pathIn(leaves.slice(0, split), index), rootOf(leaves.slice(split))]
    : [...pathIn(leaves.slice(split), index - split), rootOf(leaves.slice(0, split))];
}

/** Whether a leaf stands at `index` of a tree of `size` leaves with this root (RFC 9162, 2.1.3.2). Never throws. */
export function isIncluded(leaf: string, index: number, size: number, path: readonly string[], root: string): boolean {
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size) return false;
  let [place, last] = [index, size - 1];
  let hash = leafOf(leaf);
  for (const step of path) {
    if (last === 0) return false;
    const sibling = Buffer.from(step, 'hex');
    if (place % 2 === 1 || place === last) {
      hash = join(sibling, hash);
      // The last node of an odd level rises until it is a right child.
      while (place % 2 === 0 && place !== 0) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
    } else {
      hash = join(hash, sibling);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.toString('hex') === root;
}
