import { defineErrors, ErrorCatalogue } from '.';

const text = { en: 'Wait {minutes} minutes.', ru: 'Подождите {minutes} мин.', be: 'Пачакайце {minutes} хв.' };
const one = defineErrors('one', { TOO_SOON: { kind: 'FINDING', ...text } });
const two = defineErrors('two', { A_CODE: { kind: 'ERROR', ...text } });

describe('the list of error codes', () => {
  const list = new ErrorCatalogue([one, two]);

  it('holds the codes of all owners, sorted', () => {
    expect(list.all.map(({ code, owner }) => [code, owner])).toEqual([
      ['A_CODE', 'two'],
      ['TOO_SOON', 'one'],
    ]);
  });

  it('makes the sentence of a code in each language', () => {
    expect(list.message('TOO_SOON', 'be', { minutes: 5 })).toBe('Пачакайце 5 хв.');
  });

  it('refuses a code that two owners define, naming both', () => {
    const double = defineErrors('three', { TOO_SOON: { kind: 'ERROR', ...text } });
    expect(() => new ErrorCatalogue([one, double])).toThrow('TOO_SOON is defined by one and by three.');
  });

  it('knows what it does not know', () => {
    expect(list.find('NOBODY')).toBeNull();
    expect(() => list.describe('NOBODY')).toThrow('NOBODY is not in the list');
  });
});
