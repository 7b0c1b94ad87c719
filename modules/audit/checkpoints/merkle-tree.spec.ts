import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { inclusionPath, isIncluded, merkleRoot } from './merkle-tree';

const leavesOf = (count: number) => Array.from({ length: count }, (_, i) => createHash('sha256').update(String(i)).digest('hex'));
const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

describe('the tree over audit entries', () => {
  it('has the root that RFC 9162 describes: split at the largest power of two below the number of leaves', () => {
    const leaves = leavesOf(3);
    const [a, b, c] = leaves.map((leaf) => hash(Buffer.from([0]), Buffer.from(leaf, 'hex'))) as [Buffer, Buffer, Buffer];
    const left = hash(Buffer.from([1]), a, b);
    expect(merkleRoot(leaves)).toBe(hash(Buffer.from([1]), left, c).toString('hex'));
    expect(merkleRoot(leaves.slice(0, 1))).toBe(a.toString('hex'));
  });

  it('shows every leaf of every size to be included at its own place and at no other', () => {
    for (let size = 1; size <= 33; size++) {
      const leaves = leavesOf(size);
      const root = merkleRoot(leaves);
      for (const [index, leaf] of leaves.entries()) {
        const path = inclusionPath(leaves, index);
        expect(isIncluded(leaf, index, size, path, root)).toBe(true);
        expect(isIncluded(leaf, (index + 1) % size, size, path, root)).toBe(size === 1);
      }
    }
  });

  it('refuses a changed leaf, path, root, size and what is no place at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), (size, at) => {
        const leaves = leavesOf(size);
        const index = at % size;
        const path = inclusionPath(leaves, index);
        const root = merkleRoot(leaves);
        const other = leavesOf(size + 1).at(-1)!;
        expect(isIncluded(other, index, size, path, root)).toBe(false);
        expect(isIncluded(leaves[index]!, index, size, [...path.slice(0, -1), other], root)).toBe(false);
        expect(isIncluded(leaves[index]!, index, size, path.slice(1), root)).toBe(false);
        expect(isIncluded(leaves[index]!, index, size, [...path, other], root)).toBe(false);
        expect(isIncluded(leaves[index]!, index, size, path, other)).toBe(false);
        expect(isIncluded(leaves[index]!, -1, size, path, root)).toBe(false);
      }),
    );
    expect(() => merkleRoot([])).toThrow(RangeError);
    expect(() => inclusionPath(leavesOf(2), 2)).toThrow(RangeError);
  });
});
