import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { createFieldCipher, FieldDecryptionError, fieldAad, parseKeyRing } from '.';

const [oldKey, newKey] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const cipher = createFieldCipher(parseKeyRing(`1:${oldKey}`));
const rotated = createFieldCipher(parseKeyRing(`2:${newKey},1:${oldKey}`));
const place = { lenderId: 'a', table: 'core.client', id: '1', column: 'phone' };
const aad = fieldAad(place);

describe('encrypted fields', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        (text, where) => cipher.decrypt(cipher.encrypt(text, where), where).toString() === Buffer.from(text).toString(),
      ),
    );
  });

  it('never look the same twice', () => {
    expect(cipher.encrypt('same', aad).equals(cipher.encrypt('same', aad))).toBe(false);
  });

  it('are refused when any one byte was changed', () => {
    const stored = cipher.encrypt('+48 000', aad);
    for (let i = 0; i < stored.length; i++) {
      const changed = Buffer.from(stored);
      changed[i]! ^= 1;
      expect(() => cipher.decrypt(changed, aad)).toThrow(FieldDecryptionError);
    }
    expect(() => cipher.decrypt(stored.subarray(0, 20), aad)).toThrow(FieldDecryptionError);
    expect(() => cipher.decrypt(Buffer.alloc(0), aad)).toThrow(FieldDecryptionError);
  });

  it.each([{ lenderId: 'b' }, { table: 'core.other' }, { id: '2' }, { column: 'email' }])('are refused in another place: %p', (other) => {
    expect(() => cipher.decrypt(cipher.encrypt('x', aad), fieldAad({ ...place, ...other }))).toThrow(FieldDecryptionError);
  });

  it('written before a rotation are read after it, and new ones use the new key', () => {
    expect(rotated.decrypt(cipher.encrypt('old', aad), aad).toString()).toBe('old');
    const stored = rotated.encrypt('new', aad);
    expect(rotated.decrypt(stored, aad).toString()).toBe('new');
    expect(() => cipher.decrypt(stored, aad)).toThrow(/Key 2 is not in LEXGRAPH_KEYS/);
  });
});

describe('blind indexes and digests', () => {
  it('are the same before and after a rotation', () => {
    expect(rotated.blindIndex('v', 'p')).toEqual(cipher.blindIndex('v', 'p'));
    expect(rotated.digest('v', 'p')).toEqual(cipher.digest('v', 'p'));
  });

  it('differ by purpose, by value and from each other', () => {
    const all = [
      cipher.blindIndex('v', 'p'),
      cipher.blindIndex('v', 'q'),
      cipher.blindIndex('w', 'p'),
      cipher.blindIndex('pv', ''),
      cipher.digest('v', 'p'),
    ];
    expect(new Set(all.map((bytes) => bytes.toString('hex'))).size).toBe(all.length);
  });

  it('need the key', () => {
    const other = createFieldCipher(parseKeyRing(`1:${newKey}`));
    expect(other.digest('v', 'p')).not.toEqual(cipher.digest('v', 'p'));
  });
});

describe('the key ring', () => {
  it.each([
    [undefined, /is empty/],
    [' ', /is empty/],
    ['1:short', /entry 1/],
    [`0:${oldKey}`, /entry 1/],
    [`4294967296:${oldKey}`, /entry 1/],
    [`2:${newKey},`, /entry 2/],
    [`2:${newKey},2:${oldKey}`, /key 2 twice/],
  ])('refuses %p', (text, message) => {
    expect(() => parseKeyRing(text)).toThrow(message);
  });

  it('never repeats a key in a message', () => {
    try {
      parseKeyRing(`1:${oldKey.slice(1)}`);
    } catch (error) {
      expect(String(error)).not.toContain(oldKey.slice(1, 20));
    }
    expect.assertions(1);
  });
});
