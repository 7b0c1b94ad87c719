import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  balanceAccountOf,
  cardNumber,
  insuranceNumber,
  isAccountOfBank,
  isRegistrationNumber,
  isTaxpayerNumber,
  landlineNumber,
  mobileNumber,
  passportFaults,
  phoneNumber,
} from '.';

/** Any other digit at any place. */
const oneDigitOff = (text: string) =>
  fc
    .tuple(fc.integer({ min: 0, max: text.length - 1 }), fc.integer({ min: 1, max: 9 }))
    .map(([at, by]) => text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1));

describe('a taxpayer number', () => {
  it.each(['7707083893', '500100732259'])('%s is taken', (number) => expect(isTaxpayerNumber(number)).toBe(true));
  it.each(['7707083894', '500100732250', '500100732249', '770708389', '77070838933', '770708389x', '', ' 7707083893'])(
    '"%s" is refused',
    (number) => expect(isTaxpayerNumber(number)).toBe(false),
  );
});

describe('a state registration number', () => {
  it.each(['1127746672130', '1146623008707', '304500116000157'])('%s is taken', (number) =>
    expect(isRegistrationNumber(number)).toBe(true),
  );
  it.each(['1127746672131', '304500116000158', '112774667213', ''])('"%s" is refused', (number) =>
    expect(isRegistrationNumber(number)).toBe(false),
  );
});

describe('a pension insurance number', () => {
  it('is taken with hyphens and spaces and answered in digits', () => expect(insuranceNumber('112-233-445 95')).toBe('11223344595'));
  it('is not checked up to 001-001-998', () => expect(insuranceNumber('001-001-998 12')).toBe('00100199812'));
  it.each(['112-233-445 96', '001-001-999 12', '000-000-000 00', '1122334459', '11223344595a'])('"%s" is refused', (number) =>
    expect(insuranceNumber(number)).toBeNull(),
  );
});

describe('a bank account', () => {
  it('belongs to the bank whose code goes into its key', () => {
    expect(isAccountOfBank('40702810638050013199', '044525225')).toBe(true);
    expect(isAccountOfBank('40702810638050013199', '044525226')).toBe(false);
  });
  it('with one wrong digit is refused', () => {
    fc.assert(fc.property(oneDigitOff('40702810638050013199'), (account) => !isAccountOfBank(account, '044525225')));
  });
  it.each([
    ['4070281063805001319', '044525225'],
    ['40702810638050013199', '44525225'],
    ['40702810638050013199', '144525225'],
  ])('%s at %s is refused for its form', (account, bank) => expect(isAccountOfBank(account, bank)).toBe(false));
});

describe('a payment card', () => {
  it('is taken with spaces and answered in digits', () => expect(cardNumber('2200 0000 0000 0004')).toBe('2200000000000004'));
  it('with one wrong digit is refused', () => {
    fc.assert(fc.property(oneDigitOff('2200000000000004'), (number) => cardNumber(number) === null));
  });
  it.each(['', '0000000000000000', '220000000000', '2200-0000-0000-0004'])('"%s" is refused', (number) =>
    expect(cardNumber(number)).toBeNull(),
  );
});

describe('a passport', () => {
  const on = Temporal.PlainDate.from('2023-04-01');
  const birthDate = Temporal.PlainDate.from('1990-05-10');
  const passport = { series: '4510', number: '123456', unitCode: '770-001', issuedOn: Temporal.PlainDate.from('2010-06-01') };

  it('of the right form has no faults', () => expect(passportFaults(passport, birthDate, on)).toEqual([]));
  it.each([
    ['SERIES', { series: '451' }],
    ['NUMBER', { number: '12345x' }],
    ['NUMBER', { number: '000000' }],
    ['UNIT_CODE', { unitCode: '770001' }],
    ['ISSUED_ON', { issuedOn: Temporal.PlainDate.from('2023-04-02') }],
    ['ISSUED_ON', { issuedOn: Temporal.PlainDate.from('2004-05-09') }],
    ['ISSUED_ON', { issuedOn: Temporal.PlainDate.from('1997-09-30') }],
  ])('names %s as what is wrong', (fault, change) => expect(passportFaults({ ...passport, ...change }, birthDate, on)).toContain(fault));
});

describe('a mobile number', () => {
  it.each(['+7 916 123-45-67', '8 (916) 123-45-67', '+79161234567'])('%s is taken and written in one way', (text) =>
    expect(mobileNumber(text)).toBe('+79161234567'),
  );
  it.each(['+7 495 647-65-65', '+375291234567', '+77011234567', '916', 'abc', ''])('"%s" is refused', (text) =>
    expect(mobileNumber(text)).toBeNull(),
  );
});

describe('a fixed-line number', () => {
  it.each(['+7 846 332-12-34', '8 (846) 332-12-34', '+7 495 647-65-65'])('%s is taken', (text) =>
    expect(landlineNumber(text)).toMatch(/^\+7\d{10}$/),
  );
  it.each(['+7 916 123-45-67', '+375172123456', '846', '+7 846 332-12-34 доб. 5'])('"%s" is refused', (text) =>
    expect(landlineNumber(text)).toBeNull(),
  );
  it('or a mobile one is a phone of a person', () => {
    expect(phoneNumber('+7 916 123-45-67')).toBe('+79161234567');
    expect(phoneNumber('+7 846 332-12-34')).toBe('+78463321234');
    expect(phoneNumber('12')).toBeNull();
  });
});

it('an account tells by its first five digits whose money it holds', () => {
  expect(balanceAccountOf('40817810138050013199')).toBe('40817');
  expect(isAccountOfBank('40817810138050013199', '044525225')).toBe(true);
});
