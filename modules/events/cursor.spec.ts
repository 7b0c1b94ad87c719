import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor';

const position = fc.record({ epoch: fc.uuid(), pos: fc.nat({ max: Number.MAX_SAFE_INTEGER }), id: fc.option(fc.uuid()) });
const refused = (cursor: string) => {
  try {
    decodeCursor(cursor);
    return null;
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code;
  }
};

describe('cursor of the event log', () => {
  it('says the same position again', () => {
    fc.assert(fc.property(position, (place) => expect(decodeCursor(encodeCursor(place))).toEqual(place)));
  });

  it.each([
    ['nothing', ''],
    ['a word', 'latest'],
    ['a number', '42'],
    ['a cursor of another list', Buffer.from('["ThingConnection",1,"x"]').toString('base64url')],
    ['another version', Buffer.alloc(41, 2).toString('base64url')],
    ['a position that no log reaches', Buffer.from([1, ...Array(40).fill(255)]).toString('base64url')],
    ['other spelling of the same bytes', `${Buffer.from([1, ...Array(40).fill(0)]).toString('base64url')}=`],
  ])('refuses %s with CURSOR_INVALID', (_, cursor) => {
    expect(refused(cursor)).toBe('CURSOR_INVALID');
  });

  it('refuses a cut or lengthened one', () => {
    fc.assert(
      fc.property(position, fc.integer({ min: 1, max: 54 }), (place, cut) => {
        const cursor = encodeCursor(place);
        expect(refused(cursor.slice(0, cut))).toBe('CURSOR_INVALID');
        expect(refused(`${cursor}AAAA`)).toBe('CURSOR_INVALID');
      }),
    );
  });

  it('never fails otherwise on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => expect([null, 'CURSOR_INVALID']).toContain(refused(text))));
  });
});
