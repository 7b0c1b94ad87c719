import fc from 'fast-check';
import { type ConnectionOf, connectionOf, decodeCursor, encodeCursor, Node } from '.';

class Thing extends Node {
  readonly rank!: number;
}
const things = connectionOf(Thing, 'ConnectionSpecThing');

interface Row {
  readonly at: Date;
  readonly id: string;
}
const uuid = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
// Several rows share a moment, so that the id must decide.
const rows: Row[] = Array.from({ length: 57 }, (_, n) => ({ at: new Date(Date.UTC(2026, 0, 1) + Math.floor(n / 4)), id: uuid(n) }));

/** What the statement does, in memory. */
const readNewest = async (bound: { at: string; id: string }, limit: number) =>
  [...rows]
    .reverse()
    .filter((row) => bound.at === 'infinity' || row.at.toISOString() < bound.at || (row.at.toISOString() === bound.at && row.id < bound.id))
    .slice(0, limit);
const reader = {
  order: 'NEWEST_FIRST' as const,
  read: readNewest,
  positionOf: (row: Row) => row,
  toNode: (row: Row) => ({ id: row.id, rank: row.at.getTime() }),
};
const cursor = encodeCursor('ConnectionSpecThingConnection', rows[3]!);

describe('pages of a list', () => {
  it('put together give every row once and in order, whatever their size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (first) => {
        const seen: string[] = [];
        for (let after: string | null = null; ; ) {
          const page: ConnectionOf<Thing> = await things.page({ first, after }, reader);
          seen.push(...page.edges.map((edge) => edge.node.id));
          expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
          if (!page.pageInfo.hasNextPage) break;
          after = page.pageInfo.endCursor;
        }
        expect(seen).toEqual(rows.map((row) => row.id).reverse());
      }),
      { numRuns: 20 },
    );
  });

  it('have null cursors when empty', async () => {
    const page = await things.page({}, { ...reader, read: async () => [] });
    expect(page).toEqual({ edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } });
  });

  it.each([0, -1, 101, 1.5])('of size %p are refused', async (first) => {
    await expect(things.page({ first }, reader)).rejects.toMatchObject({ extensions: { code: 'PAGE_SIZE_INVALID' } });
  });
});

describe('cursors', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') }), fc.uuid(), (at, id) => {
        expect(decodeCursor('list', encodeCursor('list', { at, id }))).toEqual({ at, id });
      }),
    );
  });

  it.each([
    ['of another list', encodeCursor('OtherConnection', rows[0]!)],
    ['that is empty', ''],
    ['that is no base64url', '%%%'],
    ['with something appended', `${cursor}=`],
    ['with null inside', Buffer.from('null').toString('base64url')],
    ['with a bad time', Buffer.from(`["ConnectionSpecThingConnection",1e99,"${uuid(1)}"]`).toString('base64url')],
    [
      'with a time that no row can have',
      Buffer.from(`["ConnectionSpecThingConnection",8640000000000000,"${uuid(1)}"]`).toString('base64url'),
    ],
    ['with no uuid', Buffer.from('["ConnectionSpecThingConnection",0,"x"]').toString('base64url')],
  ])('%s are refused', async (_, after) => {
    await expect(things.page({ after }, reader)).rejects.toMatchObject({ extensions: { code: 'CURSOR_INVALID' } });
  });

  it('made of any text are refused, never an unexpected error', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(() => decodeCursor('list', text)).toThrow(/does not belong to this list/)));
  });
});
