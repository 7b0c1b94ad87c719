import pg from 'pg';

const TIMESTAMPTZ = pg.types.builtins.TIMESTAMPTZ;
const otherwise: (text: string) => Date | number = pg.types.getTypeParser(TIMESTAMPTZ, 'text');
const digitAt = (text: string, place: number): number => text.charCodeAt(place) - 48;
const twoAt = (text: string, place: number): number => digitAt(text, place) * 10 + digitAt(text, place + 1);

/**
 * Reads `timestamptz` as sessions in UTC write it, `2026-03-31 09:00:00.123456+00`, down to milliseconds.
 * A page of rows holds hundreds of moments: pg's own reader, for any zone and style, takes several times as long
 * and reads what is left, such as years before 1000 or after 9999 and `infinity`.
 */
export function readInstant(text: string): Date | number {
  const { length } = text;
  const usual =
    length >= 22 && text.charCodeAt(4) === 45 && text.charCodeAt(10) === 32 && text.charCodeAt(0) !== 48 && text.endsWith('+00');
  if (!usual) return otherwise(text);
  let milliseconds = 0;
  for (let place = 20, weight = 100; place < 23 && place < length - 3; place++, weight /= 10) milliseconds += digitAt(text, place) * weight;
  return new Date(
    Date.UTC(
      twoAt(text, 0) * 100 + twoAt(text, 2),
      twoAt(text, 5) - 1,
      twoAt(text, 8),
      twoAt(text, 11),
      twoAt(text, 14),
      twoAt(text, 17),
      milliseconds,
    ),
  );
}

/** pg's readers of column values, with this one for moments; for a pool's `types`. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === TIMESTAMPTZ && format !== 'binary' ? readInstant : pg.types.getTypeParser(oid, format)),
};
