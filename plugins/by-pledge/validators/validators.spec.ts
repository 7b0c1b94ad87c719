import fc from 'fast-check';
import { RuleBook, runValidator, type Validator } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { zubrLeasingRules } from '../editions/zubr-leasing';
import { rules } from '../rules';
import { validators } from '.';
import { fine, selfSale } from './enforcement';
import { manufactureYear, pledgeValue, vin } from './inventory';

const book = new RuleBook(rules, [zubrLeasingRules], [], validators);
const resolved = book.resolve('zubr-leasing', '2026-06-01');
const run = (validator: Validator, facts: Parameters<typeof rules.factSet>[0]) => runValidator(validator, rules.factSet(facts), resolved);
const sum = (text: string) => [new Decimal(text), 'CONTRACT'] as const;

const sale = (valuation: string, baseValue = '45.00') => run(selfSale, { valuation: sum(valuation), baseValueAtLoan: sum(baseValue) });
const fined = (amount: string, alreadyFined = false) =>
  run(fine, { fine: sum(amount), baseValueAtViolation: sum('45.00'), alreadyFined: [alreadyFined, 'REGISTER'] });

describe('inventory of a pledge', () => {
  it('by-pledge/A1/row2 · a VIN of 17 characters is accepted, one of 16 refused', () => {
    expect(run(vin, { vin: ['XTA210990Y1234567', 'FORM'] })).toMatchObject({ verdict: 'PASS' });
    expect(run(vin, { vin: ['WVWZZZ6RZHY12345', 'FORM'] })).toMatchObject({
      code: 'BY_PLEDGE_VIN_INVALID',
      clauses: ['by-pledge/A1/row2'],
      edition: 'by-pledge/zubr-leasing/2023-11-14',
      facts: { length: 17, excluded: 'I, O, Q' },
    });
  });

  it.each(['I', 'O', 'Q', 'x', ' ', 'Ж'])('by-pledge/A1/row2 · the character %p is not of a VIN', (letter) => {
    expect(run(vin, { vin: [`${letter}TA210990Y1234567`, 'FORM'] })).toMatchObject({ code: 'BY_PLEDGE_VIN_INVALID' });
  });

  it('by-pledge/A1/row2 · another form needs a recorded exception, and still a number', () => {
    expect(run(vin, { vin: ['GAZ-1965-112', 'FORM'], vinException: ['MADE_BEFORE_1981', 'OFFICER'] })).toMatchObject({ verdict: 'PASS' });
    expect(run(vin, { vin: ['', 'FORM'], vinException: ['MADE_BEFORE_1981', 'OFFICER'] })).toMatchObject({ verdict: 'FAIL' });
  });

  it('by-pledge/A1/row3 · a vehicle of a later year than the pledge is refused', () => {
    const made = (year: number) => run(manufactureYear, { manufacturedIn: [year, 'FORM'], pledgeYear: [2026, 'CONTRACT'] });
    expect(made(2027)).toMatchObject({ code: 'BY_PLEDGE_INVENTORY_INVALID', clauses: ['by-pledge/A1/row3'] });
    expect([made(2026).verdict, made(2017).verdict]).toEqual(['PASS', 'PASS']);
  });

  it('by-pledge/A1/row6 · a pledge value other than the valuation is refused', () => {
    const agreed = (value: string, valuation: string) => run(pledgeValue, { pledgeValue: sum(value), valuation: sum(valuation) });
    expect(agreed('12500.00', '12500')).toMatchObject({ verdict: 'PASS' });
    for (const [value, valuation] of [
      ['13000.00', '12500.00'],
      ['0', '0'],
      ['-1', '-1'],
      ['1.001', '1.001'],
    ] as const) {
      expect(agreed(value, valuation)).toMatchObject({ code: 'BY_PLEDGE_VALUE_MISMATCH', clauses: ['by-pledge/A1/row6'] });
    }
  });
});

describe('sale without a court', () => {
  it('by-pledge/5.6/threshold · a valuation of exactly 100 base values may be sold', () => {
    expect(sale('4500.00')).toMatchObject({ verdict: 'PASS' });
  });

  it('by-pledge/5.6/threshold · a kopeck more needs a court', () => {
    expect(sale('4500.01')).toMatchObject({
      code: 'BY_PLEDGE_SELF_SALE_NOT_ALLOWED',
      clauses: ['by-pledge/5.6/threshold'],
      facts: { valuation: '4500.01', limit: '4500.00' },
    });
  });

  it('by-pledge/5.6/threshold · the base value of the loan contract’s day counts', () => {
    expect(sale('4500.00', '42.00')).toMatchObject({ verdict: 'FAIL', facts: { limit: '4200.00' } });
  });

  it('by-pledge/5.6/threshold · without a published base value nothing is decided', () => {
    expect(run(selfSale, { valuation: sum('1.00') })).toMatchObject({ reason: 'FACT_MISSING', missing: ['baseValueAtLoan'] });
  });

  it('by-pledge/5.6/threshold · a lower valuation is never worse', () => {
    const kopecks = fc.integer({ min: 1, max: 900_000 });
    fc.assert(
      fc.property(kopecks, kopecks, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((value) => new Decimal(value).div(100).toFixed(2)) as [string, string];
        return sale(high).verdict === 'FAIL' || sale(low).verdict === 'PASS';
      }),
    );
  });
});

describe('fine for a violation', () => {
  it('by-pledge/4.1 · is five base values', () => {
    expect(fined('225.00')).toMatchObject({ verdict: 'PASS' });
    expect(fined('225.01')).toMatchObject({ code: 'BY_PLEDGE_FINE_NOT_CHARGEABLE', clauses: ['by-pledge/4.1'], facts: { due: '225.00' } });
    expect(fined('224.99')).toMatchObject({ verdict: 'FAIL' });
  });

  it('by-pledge/4.1 · is charged once for one violation', () => {
    expect(fined('225.00', true)).toMatchObject({ code: 'BY_PLEDGE_FINE_NOT_CHARGEABLE', facts: { alreadyFined: true } });
  });
});

describe('edition', () => {
  it('by-pledge/0/pledgee · is in force from the lender’s entry in the register', () => {
    expect(book.resolve('zubr-leasing', '2023-11-14').edition).toMatchObject({ id: 'by-pledge/zubr-leasing/2023-11-14' });
    expect(book.resolve('zubr-leasing', '2023-11-13').finding).toMatchObject({ code: 'BY_PLEDGE_EDITION_GAP' });
  });
});
