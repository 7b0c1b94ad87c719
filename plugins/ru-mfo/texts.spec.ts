import fc from 'fast-check';
import { MAX_TEXT, textFaults } from './texts';

describe('a text that people write', () => {
  it.each(['2200000000000004', 'карта 2200 0000 0000 0004, срок 05/27', '2200-0000-0000-0004'])(
    'with a card number is refused: %s',
    (text) => {
      expect(textFaults({ a: [{ b: text }] })).toMatchObject([{ code: 'RU_MFO_CARD_NUMBER_REFUSED', path: ['input', 'a', '0', 'b'] }]);
    },
  );

  it.each(['40817810138050013199', '112-233-445 95', '+7 (846) 332-12-34', 'a2200000000000004', '2010-06-01', '2200000000000005'])(
    'with another number is taken: %s',
    (text) => expect(textFaults({ text })).toEqual([]),
  );

  it('is as long as the limit and not a character longer', () => {
    expect(textFaults({ text: 'я'.repeat(MAX_TEXT) })).toEqual([]);
    expect(textFaults({ text: 'я'.repeat(MAX_TEXT + 1) })).toMatchObject([{ code: 'RU_MFO_TEXT_TOO_LONG' }]);
  });

  it('holds no control characters but line breaks', () => {
    expect(textFaults({ text: 'a\nb' })).toEqual([]);
    expect(textFaults({ text: 'a\u0000b' })).toMatchObject([{ code: 'RU_MFO_TEXT_UNPRINTABLE' }]);
  });

  it('is left alone in the fields that have checks of their own, and never throws', () => {
    expect(textFaults({ password: '2200000000000004' }, ['input'], ['password'])).toEqual([]);
    fc.assert(fc.property(fc.jsonValue(), (value) => Array.isArray(textFaults(value))));
  });
});
