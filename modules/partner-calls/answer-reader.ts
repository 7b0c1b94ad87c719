import { PartnerCallError } from './partner-call-error';

type Values = Readonly<Record<string, unknown>>;

/** A sum: two places, no sign. */
export const SUM = /^(?:0|[1-9]\d{0,14})\.\d{2}$/;
/** A code in capitals. */
export const REASON = /^[A-Z][A-Z0-9_]{1,39}$/;
/** A calendar day or a month of one. */
export const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
export const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const CLOCKS_DIFFER_MILLISECONDS = 300_000;
const NAME = /^[^\p{Cc}]{1,200}$/u;

/** Takes values out of a partner's answer; what is not as agreed is PARTNER_ANSWER_MALFORMED, without being repeated. */
export class AnswerReader {
  constructor(
    private readonly partner: string,
    private readonly values: Values,
  ) {}

  text(key: string, pattern: RegExp = NAME): string {
    const value = this.values[key];
    if (typeof value !== 'string' || !pattern.test(value)) throw this.malformed();
    return value;
  }

  /** Null where it is null or absent. */
  optional(key: string, pattern?: RegExp): string | null {
    return this.values[key] === undefined || this.values[key] === null ? null : this.text(key, pattern);
  }

  oneOf<const T extends string>(key: string, allowed: readonly T[]): T {
    const value = this.values[key];
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw this.malformed();
    return found;
  }

  instant(key: string): Date {
    const value = new Date(this.text(key, INSTANT));
    if (Number.isNaN(value.getTime())) throw this.malformed();
    return value;
  }

  /** A moment that is not still to come; clocks may differ by some minutes. */
  pastInstant(key: string): Date {
    const value = this.instant(key);
    if (value.getTime() > Date.now() + CLOCKS_DIFFER_MILLISECONDS) throw this.malformed();
    return value;
  }

  /** A whole number from 0. */
  count(key: string): number {
    const value = this.values[key];
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw this.malformed();
    return value;
  }

  flag(key: string): boolean {
    const value = this.values[key];
    if (typeof value !== 'boolean') throw this.malformed();
    return value;
  }

  /** Texts of a list. */
  texts(key: string, pattern: RegExp = NAME): string[] {
    return this.list(key).map((value) => {
      if (typeof value !== 'string' || !pattern.test(value)) throw this.malformed();
      return value;
    });
  }

  /** Objects of a list, each with a reader of its own. */
  each<T>(key: string, read: (item: AnswerReader) => T): T[] {
    return this.list(key).map((value) => read(this.within(value)));
  }

  object(key: string): AnswerReader {
    return this.within(this.values[key]);
  }

  isNull(key: string): boolean {
    return this.values[key] === null;
  }

  /** The answer must speak of what was asked. @throws PARTNER_ANSWER_FOREIGN */
  same(key: string, expected: string): void {
    if (this.text(key) !== expected) throw new PartnerCallError(this.partner, 'PARTNER_ANSWER_FOREIGN');
  }

  private within(value: unknown): AnswerReader {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.malformed();
    return new AnswerReader(this.partner, value as Values);
  }

  private list(key: string): readonly unknown[] {
    const value = this.values[key];
    if (!Array.isArray(value)) throw this.malformed();
    return value;
  }

  private malformed(): PartnerCallError {
    return new PartnerCallError(this.partner, 'PARTNER_ANSWER_MALFORMED');
  }
}
