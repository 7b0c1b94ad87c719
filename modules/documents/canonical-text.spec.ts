import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalText, digestOf } from './canonical-text';

const fields = (...values: string[]) => values.map((value, index) => ({ name: `f${index}`, value }));

describe('the canonical text', () => {
  it('joins the values in order by a line feed', () => {
    expect(canonicalText(fields('10 000,00', '', '30'))).toBe('10 000,00\n\n30');
  });

  it('is the same for composed and decomposed letters', () => {
    expect(canonicalText(fields('Андре\u0438\u0306'))).toBe(canonicalText(fields('Андре\u0439')));
  });

  it('is hashed as UTF-8 by SHA-256', () => {
    expect(digestOf('сумма\n10').toString('hex')).toBe(createHash('sha256').update(Buffer.from('сумма\n10', 'utf8')).digest('hex'));
  });

  it('has as many lines as values, whatever the values hold, so that no value can pass for two', () => {
    const value = fc.string({ unit: fc.constantFrom('a', 'я', '\n', '\r', '\u2028', '\u0085', ' ', '\u0306') });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (values) =>
        expect(canonicalText(fields(...values)).split('\n')).toHaveLength(values.length),
      ),
    );
  });

  it('changes when any value changes by a letter or two values change places', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'я', '1'), minLength: 1 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 6 }), (values) => {
        const digest = (list: string[]) => digestOf(canonicalText(fields(...list))).toString('hex');
        expect(digest([`${values[0]}x`, ...values.slice(1)])).not.toBe(digest(values));
        expect(digest([values[1]!, values[0]!, ...values.slice(2)])).not.toBe(digest(values));
      }),
    );
  });
});
