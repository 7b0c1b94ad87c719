import fc from 'fast-check';
import { isPersonalNumber, isUnp, mobileNumber } from '.';

describe('УНП', () => {
  it('of a real company is accepted', () => {
    expect(isUnp('193498948')).toBe(true);
  });

  it.each(['193498949', '19349894', '1934989480', 'УНП 193498948', '193 498 948', '', '491234567'])('%p is refused', (text) => {
    expect(isUnp(text)).toBe(false);
  });

  it('with any one digit changed is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = [...'193498948'];
        digits[place] = String((Number(digits[place]) + by) % 10);
        return !isUnp(digits.join(''));
      }),
    );
  });
});

describe('identification number', () => {
  it.each(['3110190A001PB2', '3010185A001PB3'])('%s is accepted', (text) => {
    expect(isPersonalNumber(text)).toBe(true);
  });

  it.each([
    ['a wrong check digit', '3110190A001PB3'],
    ['a day that does not exist', '3310290A001PB2'],
    ['29 February of a common year', '3290285A001PB0'],
    ['a region letter that is not used', '3110190Z001PB2'],
    ['a century to come', '7110190A001PB2'],
    ['thirteen characters', '3110190A001PB'],
    ['small letters', '3110190a001pb2'],
  ])('with %s is refused', (_, text) => {
    expect(isPersonalNumber(text)).toBe(false);
  });

  it('has one right check digit out of ten', () => {
    const days = fc.integer({ min: 1, max: 28 }).map((day) => String(day).padStart(2, '0'));
    const serials = fc.integer({ min: 0, max: 999 }).map((serial) => String(serial).padStart(3, '0'));
    fc.assert(
      fc.property(fc.constantFrom('3', '4', '5', '6'), days, serials, fc.constantFrom(...'ABCHKEM'), (century, day, serial, region) => {
        const right = [...'0123456789'].filter((digit) => isPersonalNumber(`${century}${day}0101${region}${serial}PB${digit}`));
        return right.length === 1;
      }),
    );
  });
});

describe('phone of a client', () => {
  it('by-leasing/1/phone-number · a Belarusian mobile number is accepted in any usual spelling', () => {
    expect(mobileNumber('+375291234567')).toBe('+375291234567');
    expect(mobileNumber('8 029 123-45-67')).toBe('+375291234567');
  });

  it.each(['+79161234567', '+375173364805', '+37529123456', 'phone'])('by-leasing/1/phone-number · %p is refused', (text) => {
    expect(mobileNumber(text)).toBeNull();
  });
});
