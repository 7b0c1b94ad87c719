import fc from 'fast-check';
import { maskEmail, maskName, maskPhone, normalizeEmail, normalizePhone } from '.';

describe('phone numbers', () => {
  it.each([
    ['+33612345678', '+33612345678'],
    ['06 12 34 56 78', '+33612345678'],
    [' +33 (6) 12-34-56-78', '+33612345678'],
    ['+44 7400 123456', '+447400123456'],
  ])('%p becomes %p', (typed, normalized) => {
    expect(normalizePhone(typed, 'FR')).toBe(normalized);
  });

  it.each(['', '+', '12345', '+33 6 12 34 56', '+999612345678', 'call +33612345678', '+33612345678 ext. 5', '+33612345678'.padEnd(60)])(
    '%p is refused',
    (typed) => {
      expect(normalizePhone(typed, 'FR')).toBeNull();
    },
  );

  it('in any text are refused or come out in E.164, and stay as they are when read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\+?[\d ()-]{0,18}$/)), (text) => {
        const phone = normalizePhone(text, 'FR');
        return phone === null || (/^\+[1-9]\d{5,14}$/.test(phone) && normalizePhone(phone, 'US') === phone);
      }),
    );
  });

  it('are masked but for the country and the last four digits', () => {
    expect(maskPhone('+33612345678')).toBe('+33 ** ***-56-78');
    expect(maskPhone('+14155552671')).toBe('+1 *** ***-26-71');
  });
});

describe('e-mail addresses', () => {
  it.each([
    ['Name.Sur+tag@Example.ORG', 'Name.Sur+tag@example.org'],
    ['a@пример.example', 'a@xn--e1afmkfd.example'],
  ])('%p becomes %p', (typed, normalized) => {
    expect(normalizeEmail(typed)).toBe(normalized);
  });

  it.each([
    '',
    'a',
    '@example.org',
    'a@',
    'a@example',
    'a@@example.org',
    'a b@example.org',
    '.a@example.org',
    'a..b@example.org',
    'a@-example.org',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    '"a"@example.org',
    'a@example.org\nBcc: b@example.org',
    'a\r\n@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.org`,
    'ж@example.org',
  ])('%p is refused', (typed) => {
    expect(normalizeEmail(typed)).toBeNull();
  });

  it('of any kind never hold white space or control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (local, domain) => {
        const email = normalizeEmail(`${local}@${domain}.org`);
        return email === null || /^[!-~]+@[a-z0-9.-]+$/.test(email);
      }),
    );
  });

  it('of any length are read or refused at once', () => {
    const strange = String.fromCodePoint(...Array.from({ length: 40_000 }, (_, i) => 0x4e00 + ((i * 7919) % 20_000)));
    const started = performance.now();
    expect(normalizeEmail(`a@${strange}`)).toBeNull();
    expect(performance.now() - started).toBeLessThan(100);
  });

  it('are masked but for first letters', () => {
    expect(maskEmail('name@example.org')).toBe('n***@e…');
  });
});

describe('names', () => {
  it('of people are shown as initials, of entities in full', () => {
    expect(maskName('INDIVIDUAL', { familyName: 'Acmeson', givenName: 'Ada' })).toBe('A. A.');
    expect(maskName('SOLE_PROPRIETOR', { familyName: 'Ёлкин', givenName: 'Я', legalName: 'Shop' })).toBe('Я. Ё.');
    expect(maskName('LEGAL_ENTITY', { legalName: 'Acme Ltd' })).toBe('Acme Ltd');
    expect(maskName('INDIVIDUAL', {})).toBeNull();
  });
});
