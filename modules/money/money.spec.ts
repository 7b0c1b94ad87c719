import 'reflect-metadata';
import fc from 'fast-check';
import { graphql } from 'graphql';
import { Arg, buildSchema, Query, Resolver } from 'type-graphql';
import { Decimal } from '../../schema/base';
import { Refusal } from '../commands';
import {
  add,
  allocate,
  amountText,
  compare,
  equals,
  MoneyInput,
  MoneyType,
  minorUnit,
  money,
  moneyFindings,
  moneyFromInput,
  round,
  roundedMoney,
  subtract,
  total,
} from '.';
import { moneyErrors } from './money.errors';
import { MoneyResolver } from './money.resolver';

const cents = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
const euros = cents.map((units) => money(new Decimal(units.toString()).div(100), 'EUR'));
const weights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
  .filter((list) => list.some((weight) => weight > 0));

describe('money', () => {
  it('is written with all decimal places of its currency', () => {
    expect(amountText(money('10', 'EUR'))).toBe('10.00');
    expect(amountText(money('10', 'JPY'))).toBe('10');
    expect(amountText(money('-0', 'EUR'))).toBe('0.00');
    expect(minorUnit('KWD')).toBe(3);
  });

  it.each([
    ['10.005', 'EUR'],
    ['0.1', 'JPY'],
    ['NaN', 'EUR'],
    ['Infinity', 'EUR'],
    ['1', 'QQQ'],
  ])('refuses to be %s %s', (amount, currency) => {
    expect(() => money(amount, currency)).toThrow(RangeError);
  });

  it('does not mix currencies', () => {
    for (const operation of [add, subtract, compare]) expect(() => operation(money('1', 'EUR'), money('1', 'XTS'))).toThrow(/do not mix/);
    expect(equals(money('1', 'EUR'), money('1', 'XTS'))).toBe(false);
  });

  it('adds and takes away exactly, in any order', () => {
    fc.assert(
      fc.property(euros, euros, euros, (a, b, c) => {
        expect(equals(subtract(add(a, b), b), a)).toBe(true);
        expect(equals(add(add(a, b), c), add(a, add(b, c)))).toBe(true);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(equals(total([a, b, c], 'EUR'), add(c, add(b, a)))).toBe(true);
      }),
    );
  });

  it('splits without losing or making a unit, each part within one unit of its share', () => {
    fc.assert(
      fc.property(euros, weights, (sum, list) => {
        const parts = allocate(sum, list);
        const whole = list.reduce((a, b) => a + b, 0);
        expect(equals(total(parts, 'EUR'), sum)).toBe(true);
        parts.forEach((part, index) => {
          const share = sum.amount.mul(list[index]!).div(whole);
          expect(part.amount.minus(share).abs().lt('0.01')).toBe(true);
        });
      }),
    );
    expect(allocate(money('0.05', 'EUR'), [3, 7]).map(amountText)).toEqual(['0.02', '0.03']);
    expect(allocate(money('100', 'EUR'), [1, 1, 1]).map(amountText)).toEqual(['33.34', '33.33', '33.33']);
    for (const wrong of [[], [0, 0], [-1, 2]]) expect(() => allocate(money('1', 'EUR'), wrong)).toThrow(RangeError);
  });
});

describe('rounding', () => {
  it.each([
    ['2.345', 'HALF_UP', '2.35'],
    ['-2.345', 'HALF_UP', '-2.35'],
    ['2.345', 'HALF_EVEN', '2.34'],
    ['2.341', 'UP', '2.35'],
    ['2.349', 'DOWN', '2.34'],
  ] as const)('%s %s is %s', (value, mode, result) => {
    expect(round(value, 2, mode).toFixed(2)).toBe(result);
    expect(amountText(roundedMoney(value, 'EUR', mode))).toBe(result);
  });

  it('is never further than half a step from the value, and rounding twice changes nothing', () => {
    const values = fc
      .tuple(cents, fc.integer({ min: 0, max: 10 ** 9 }))
      .map(([whole, part]) => new Decimal(`${whole}.${String(part).padStart(10, '0')}`));
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 6 }), (value, places) => {
        const rounded = round(value, places, 'HALF_UP');
        expect(rounded.minus(value).abs().lte(new Decimal(10).pow(-places).div(2))).toBe(true);
        expect(round(rounded, places, 'HALF_UP').eq(rounded)).toBe(true);
      }),
    );
  });
});

describe('a sum that a caller sends', () => {
  const codes = (amount: string, currency = 'EUR', more = {}) =>
    moneyFindings({ amount: new Decimal(amount), currency }, { path: ['input', 'amount'], ...more }).map((finding) => finding.code);

  it('is refused with a code of its own for each fault', () => {
    expect(codes('10.00')).toEqual([]);
    expect(codes('0')).toEqual([]);
    expect(codes('10.001')).toEqual(['MONEY_TOO_PRECISE']);
    expect(codes('10.1', 'JPY')).toEqual(['MONEY_TOO_PRECISE']);
    expect(codes('-0.01')).toEqual(['MONEY_NEGATIVE']);
    expect(codes('0', 'EUR', { positive: true })).toEqual(['MONEY_NOT_POSITIVE']);
    expect(codes('9999999999999999.99')).toEqual([]);
    expect(codes('10000000000000000')).toEqual(['MONEY_TOO_LARGE']);
    expect(codes('1', 'XTS', { currency: 'EUR' })).toEqual(['MONEY_CURRENCY_WRONG']);
    const defined = new Set(moneyErrors.definitions.map(({ code }) => code));
    for (const code of codes('-10000000000000000.001', 'XTS', { currency: 'EUR' })) expect(defined).toContain(code);
  });

  it('throws a refusal with path and facts, or is money', () => {
    const input = { amount: new Decimal('10.001'), currency: 'EUR' };
    const refused = (() => {
      try {
        return moneyFromInput(input, { path: ['input', 'amount'] });
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).findings).toEqual([
      { code: 'MONEY_TOO_PRECISE', severity: 'BLOCKING', path: ['input', 'amount'], clauses: [], facts: { currency: 'EUR', places: 2 } },
    ]);
    expect(amountText(moneyFromInput({ amount: new Decimal('10.5'), currency: 'EUR' }, { path: [] }))).toBe('10.50');
  });
});

describe('Money in the graph', () => {
  @Resolver()
  class EchoResolver {
    @Query(() => MoneyType)
    echo(@Arg('sum', () => MoneyInput) sum: MoneyInput): MoneyType {
      return moneyFromInput(sum, { path: ['sum'] });
    }

    @Query(() => MoneyType)
    row(): MoneyType {
      return { amount: '7.50', currency: 'EUR' };
    }
  }

  it('comes as a string with both decimals, from decimals and from rows', async () => {
    const schema = await buildSchema({ resolvers: [EchoResolver, MoneyResolver], validate: false });
    const { data, errors } = await graphql({
      schema,
      source: '{ echo(sum: {amount: "10.5", currency: "EUR"}) { amount currency } row { amount } }',
    });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ echo: { amount: '10.50', currency: 'EUR' }, row: { amount: '7.50' } });
  });
});
