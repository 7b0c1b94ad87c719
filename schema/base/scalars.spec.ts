import 'reflect-metadata';
import fc from 'fast-check';
import { GraphQLObjectType, GraphQLSchema, graphql, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { Temporal } from 'temporal-polyfill';
import { CurrencyCodeScalar, DateTimeScalar, Decimal, DecimalScalar, JSONObjectScalar, LexgraphError, LocalDateScalar } from '.';

const scalars = [LocalDateScalar, DateTimeScalar, DecimalScalar, CurrencyCodeScalar, JSONObjectScalar];
const echo = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: Object.fromEntries(
      scalars.map((type) => [
        type.name,
        { type, args: { value: { type } }, resolve: (_: unknown, args: { value?: unknown }) => args.value },
      ]),
    ),
  }),
});

async function both(scalar: string, value: unknown): Promise<unknown[]> {
  const source = `query q($value: ${scalar}!) { ${scalar}(value: $value) }`;
  const plain = await graphql({ schema: echo, source, variableValues: { value } });
  const compiled = compileQuery(echo, parse(source), 'q');
  if (!isCompiledQuery(compiled)) throw new Error('not compiled');
  const jit = await compiled.query({}, {}, { value });
  return [plain, jit].map((result) => {
    const { data, errors } = result as { data?: Record<string, unknown>; errors?: readonly { message: string }[] };
    return errors ? errors[0]!.message : data?.[scalar];
  });
}

const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof LexgraphError ? error.extensions.code : error;
  }
  return 'no error';
};

describe('scalars', () => {
  it.each([
    ['LocalDate', '2024-02-29', '2024-02-29'],
    ['DateTime', '2026-03-31T12:00:00.5+03:00', '2026-03-31T09:00:00.500Z'],
    ['Decimal', '1250.5', '1250.5'],
    ['Decimal', '-0.00', '0'],
    ['Decimal', '99999999999999999999.123456789012345678', '99999999999999999999.123456789012345678'],
    ['CurrencyCode', 'EUR', 'EUR'],
    ['JSONObject', { a: [1, null] }, { a: [1, null] }],
  ])('%s takes %j and answers %j, compiled or not', async (scalar, value, answer) => {
    expect(await both(scalar, value)).toEqual([answer, answer]);
  });

  it.each([
    ['LocalDate', '2026-02-29'],
    ['LocalDate', '2026-2-3'],
    ['LocalDate', '0000-01-01'],
    ['LocalDate', '2026-03-31T00:00:00Z'],
    ['LocalDate', 20260331],
    ['DateTime', '2026-03-31'],
    ['DateTime', '2026-03-31T09:00:00'],
    ['DateTime', '2026-13-31T09:00:00Z'],
    ['DateTime', '2026-03-31T09:00:00Z[Europe/Paris]'],
    ['Decimal', 12.5],
    ['Decimal', 12],
    ['Decimal', '1e3'],
    ['Decimal', ' 1'],
    ['Decimal', '1,5'],
    ['Decimal', '01'],
    ['Decimal', 'NaN'],
    ['Decimal', '9'.repeat(21)],
    ['CurrencyCode', 'eur'],
    ['CurrencyCode', 'QQQ'],
    ['JSONObject', [1]],
    ['JSONObject', 'text'],
  ])('%s refuses %j with a sentence, compiled or not', async (scalar, value) => {
    const [plain, jit] = await both(scalar, value);
    expect(plain).toContain(`${scalar}: write`);
    // The compiler answers a sentence of its own; the executor asks graphql-js for the better one.
    expect(jit).toContain(`Expected type ${scalar}`);
    const type = scalars.find((s) => s.name === scalar)!;
    expect(codeOf(() => type.parseValue(value))).toBe('BAD_USER_INPUT');
  });

  it('refuse a number literal where a decimal stands, and never repeat a value', async () => {
    const { errors } = await graphql({ schema: echo, source: '{ Decimal(value: 12.5) }' });
    expect(errors?.[0]?.message).toContain('a JSON number');
    const [message] = await both('LocalDate', 'secret');
    expect(message).not.toMatch(/: LocalDate: .*secret/);
    expect(codeOf(() => LocalDateScalar.parseValue('secret'))).toBe('BAD_USER_INPUT');
  });

  it('serialise what rows hold: dates, numerics as text, instants', () => {
    expect(DateTimeScalar.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(DateTimeScalar.serialize(Temporal.Instant.from('2026-01-01T00:00:00.123456Z'))).toBe('2026-01-01T00:00:00.123Z');
    expect(LocalDateScalar.serialize('2026-01-31')).toBe('2026-01-31');
    expect(DecimalScalar.serialize('10.00')).toBe('10.00');
    expect(DecimalScalar.serialize(new Decimal('10.00'))).toBe('10');
    for (const wrong of [new Date(Number.NaN), 5, null, 'tomorrow']) expect(() => DateTimeScalar.serialize(wrong)).toThrow(TypeError);
    expect(() => LocalDateScalar.serialize(new Date())).toThrow(TypeError);
    expect(() => DecimalScalar.serialize(0.1)).toThrow(TypeError);
  });

  it('keep every decimal of up to 20 and 18 digits exactly', () => {
    const digits = (max: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: max }).map((d) => d.join(''));
    fc.assert(
      fc.property(digits(20), digits(18), fc.boolean(), (whole, fraction, negative) => {
        const text = `${negative ? '-' : ''}${whole.replace(/^0+(?=\d)/, '')}.${fraction}`;
        const written = DecimalScalar.serialize(DecimalScalar.parseValue(text));
        expect(new Decimal(written).eq(new Decimal(text))).toBe(true);
      }),
    );
  });
});
