import fc from 'fast-check';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { statement } from '.';
import { readInstant } from './read-instant';

const usual: (text: string) => Date | number = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text');

describe('moments of rows', () => {
  it('are read as pg reads them, with any number of decimals', () => {
    const moment = fc.date({ noInvalidDate: true, min: new Date('1000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z') });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 999_999 }), (date, fraction) => {
        const decimals = fraction === 0 ? '' : `.${String(fraction).padStart(6, '0').replace(/0+$/, '')}`;
        const text = `${date.toISOString().slice(0, 19).replace('T', ' ')}${decimals}+00`;
        expect(readInstant(text)).toEqual(new Date(`${text.slice(0, 19)}.${String(fraction).padStart(6, '0').slice(0, 3)}Z`));
      }),
    );
  });

  it.each([
    '0044-03-15 12:00:00+00 BC',
    '0099-01-01 00:00:00+00',
    '12026-01-01 00:00:00+00',
    '2026-01-01 00:00:00+03',
    '2026-01-01 00:00:00.5+05:30',
    'infinity',
    '-infinity',
  ])('written %s are left to pg', (text) => {
    expect(readInstant(text)).toEqual(usual(text));
  });

  describe('from PostgreSQL', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createTestDatabase();
    });
    afterAll(() => database.close());

    it('are read this way by every connection of the project', () => {
      expect(new pg.Client(database.app.pool.options).getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text')).toBe(readInstant);
    });

    it.each(['2026-03-31T12:00:00.123456+03:00', '2026-12-31T23:59:59.999Z', '1999-12-31T23:59:59Z'])('come back: %s', async (text) => {
      const read = statement<{ at: Date }>('test_read_instant', 'select $1::timestamptz as at');
      expect(await database.app.scoped({ lenderId: null }).query(read, [text])).toEqual([{ at: new Date(text) }]);
    });
  });
});
