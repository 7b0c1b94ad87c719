import { GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import { badUserInput } from './bad-user-input';
import { Decimal } from './decimal';
import type { Sentence } from './errors';

const expected = (scalar: string, en: string, ru: string, be: string): Sentence => ({
  en: `${scalar}: ${en}`,
  ru: `${scalar}: ${ru}`,
  be: `${scalar}: ${be}`,
});

interface TextScalar<Inner> {
  readonly name: string;
  readonly description: string;
  readonly specifiedByURL?: string;
  readonly sentence: Sentence;
  /** `null` when the text is not of the scalar's form. */
  read(text: string): Inner | null;
  /** `null` when the value cannot be of this scalar. */
  write(value: unknown): string | null;
}

/** A scalar that is a string in JSON. Nothing but a string is taken, neither as a variable nor as a literal. */
function textScalar<Inner>(definition: TextScalar<Inner>): GraphQLScalarType<Inner, string> {
  const parse = (value: unknown): Inner => {
    const inner = typeof value === 'string' ? definition.read(value) : null;
    if (inner === null) throw badUserInput(definition.sentence, { scalar: definition.name });
    return inner;
  };
  return new GraphQLScalarType<Inner, string>({
    name: definition.name,
    description: definition.description,
    specifiedByURL: definition.specifiedByURL,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null),
    serialize: (value) => {
      const text = definition.write(value);
      // A wrong value here is a mistake of the gateway's own code, not of the caller.
      if (text === null) throw new TypeError(`A resolver answered a value that is no ${definition.name}.`);
      return text;
    },
  });
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function readDay(text: string): Temporal.PlainDate | null {
  if (!DAY.test(text) || text.startsWith('0000')) return null;
  return attempt(() => Temporal.PlainDate.from(text));
}

/** A legal day without a time or zone: `Temporal.PlainDate` inside, `2026-03-31` in JSON. */
export const LocalDateScalar = textScalar<Temporal.PlainDate>({
  name: 'LocalDate',
  description: "A calendar day in the lender's time zone, `YYYY-MM-DD` (дата).",
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  sentence: expected(
    'LocalDate',
    'write an existing day as "YYYY-MM-DD", such as "2026-03-31".',
    'укажите существующий день в виде "ГГГГ-ММ-ДД", например "2026-03-31".',
    'укажыце існуючы дзень у выглядзе "ГГГГ-ММ-ДД", напрыклад "2026-03-31".',
  ),
  read: readDay,
  write: (value) =>
    value instanceof Temporal.PlainDate
      ? value.toString({ calendarName: 'never' })
      : typeof value === 'string' && readDay(value)
        ? value
        : null,
});

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

function readInstant(text: string): Temporal.Instant | null {
  return INSTANT.test(text) && !text.startsWith('0000') ? attempt(() => Temporal.Instant.from(text)) : null;
}

function instantOf(value: unknown): Temporal.Instant | null {
  if (value instanceof Temporal.Instant) return value;
  return typeof value === 'string' ? readInstant(value) : null;
}

/** A moment: `Temporal.Instant` inside, UTC with milliseconds in JSON. Takes any offset, answers `Z`. */
export const DateTimeScalar = textScalar<Temporal.Instant>({
  name: 'DateTime',
  description: 'A moment in UTC, RFC 3339 with milliseconds (момент времени).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  sentence: expected(
    'DateTime',
    'write a moment with its offset, such as "2026-03-31T09:00:00Z" or "2026-03-31T12:00:00+03:00".',
    'укажите момент со смещением, например "2026-03-31T09:00:00Z" или "2026-03-31T12:00:00+03:00".',
    'укажыце момант са зрушэннем, напрыклад "2026-03-31T09:00:00Z" або "2026-03-31T12:00:00+03:00".',
  ),
  read: readInstant,
  // Rows hold `Date`, which writes the very same text for a fifth of the work.
  write: (value) =>
    value instanceof Date ? attempt(() => value.toISOString()) : (instantOf(value)?.toString({ smallestUnit: 'millisecond' }) ?? null),
});

// At most 20 digits before and 18 after the point: longer texts only serve to burn time.
const DECIMAL = /^-?(0|[1-9]\d{0,19})(\.\d{1,18})?$/;

function readDecimal(text: string): Decimal | null {
  if (!DECIMAL.test(text)) return null;
  const decimal = new Decimal(text);
  return decimal.isZero() ? new Decimal(0) : decimal;
}

/** An exact decimal: `Decimal` inside, a string in JSON. A JSON number is refused, since it may have lost digits on its way. */
export const DecimalScalar = textScalar<Decimal>({
  name: 'Decimal',
  description: 'An exact decimal as a string, such as `"1250.00"`; never a JSON number (десятичное число).',
  sentence: expected(
    'Decimal',
    'write the number as a string with a point, such as "1250.00"; a JSON number, an exponent or spaces are not taken.',
    'укажите число строкой с точкой, например "1250.00"; число JSON, экспонента и пробелы не принимаются.',
    'укажыце лік радком з кропкай, напрыклад "1250.00"; лік JSON, экспанента і прабелы не прымаюцца.',
  ),
  read: readDecimal,
  write: (value) =>
    Decimal.isDecimal(value)
      ? value.isFinite()
        ? value.toFixed()
        : null
      : typeof value === 'string' && DECIMAL.test(value)
        ? value
        : null,
});

// XTS is ISO 4217's code for tests.
const CURRENCIES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency'), 'XTS']);

/** Whether ISO 4217 knows this code. */
export const isCurrencyCode = (text: string): boolean => CURRENCIES.has(text);

/** Three capital letters of ISO 4217. */
export const CurrencyCodeScalar = textScalar<string>({
  name: 'CurrencyCode',
  description: 'A currency by its three letters of ISO 4217, such as `EUR` (код валюты).',
  specifiedByURL: 'https://www.iso.org/iso-4217-currency-codes.html',
  sentence: expected(
    'CurrencyCode',
    'write a currency by its three capital letters of ISO 4217, such as "EUR".',
    'укажите валюту тремя прописными буквами ISO 4217, например "EUR".',
    'укажыце валюту трыма вялікімі літарамі ISO 4217, напрыклад "EUR".',
  ),
  read: (text) => (isCurrencyCode(text) ? text : null),
  write: (value) => (typeof value === 'string' && isCurrencyCode(value) ? value : null),
});

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

function readObject(value: unknown): JsonObject {
  if (isObject(value)) return value;
  throw badUserInput(expected('JSONObject', 'write a JSON object.', 'укажите объект JSON.', "укажыце аб'ект JSON."), {
    scalar: 'JSONObject',
  });
}

/** Any JSON object; only for what has no fixed shape, such as an event's payload. */
export const JSONObjectScalar = new GraphQLScalarType<JsonObject, JsonObject>({
  name: 'JSONObject',
  description: 'A JSON object whose shape its type and version tell (объект JSON).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259#section-4',
  parseValue: readObject,
  parseLiteral: (node, variables) => readObject(valueFromASTUntyped(node, variables)),
  serialize: (value) => {
    if (!isObject(value)) throw new TypeError('A resolver answered a value that is no JSONObject.');
    return value;
  },
});
