import { Decimal, type Sentence } from '../../schema/base';
import type { Citation } from './citation';

/** Units in which a parameter counts, and the type of its values. Sums and rates are decimal strings. */
export interface UnitTypes {
  FULL_YEARS: number;
  CALENDAR_MONTHS: number;
  DAYS: number;
  WORKING_DAYS: number;
  BANKING_DAYS: number;
  HOURS: number;
  MINUTES: number;
  COUNT: number;
  MONEY: string;
  PERCENT: string;
  PERCENT_PER_DAY: string;
  PERCENT_PER_YEAR: string;
  /** Multiples of a unit of account that law sets. */
  BASE_VALUES: string;
  FLAG: boolean;
  DATE: string;
  CODE: string;
  TEXT: string;
  CODES: readonly string[];
}

export type Unit = keyof UnitTypes;
export type SetUnit = 'CODES';
export type PlainUnit = 'CODE' | 'TEXT';
export type ScalarUnit = Exclude<Unit, SetUnit | PlainUnit>;
export type DecimalUnit = 'MONEY' | 'PERCENT' | 'PERCENT_PER_DAY' | 'PERCENT_PER_YEAR' | 'BASE_VALUES';

interface Declared {
  readonly title?: Sentence;
  /**
   * What the parameter is for. A recalled, unconfirmed value of a LIMIT is off;
   * a CALCULATION that cannot do without it uses it and shows it as unverified.
   */
  readonly use?: 'LIMIT' | 'CALCULATION';
}

interface ScalarDeclaration extends Declared {
  readonly unit: ScalarUnit;
  /** Which of two values binds more. For FLAG, `HIGHER` means that `true` does. `NONE`: two values never differ. */
  readonly stricter: 'LOWER' | 'HIGHER' | 'NONE';
  /** ISO 4217 code; for MONEY. */
  readonly currency?: string;
  /** A minimum that this maximum may not lie below, after law and edition are laid over each other. */
  readonly notBelow?: string;
}

interface SetDeclaration extends Declared {
  readonly unit: SetUnit;
  /** `INTERSECTION` of what is allowed, `UNION` of what is demanded. */
  readonly stricter: 'INTERSECTION' | 'UNION';
}

interface PlainDeclaration extends Declared {
  readonly unit: PlainUnit;
  readonly stricter: 'NONE';
}

/** A parameter of the rules, declared once: its unit, and which of two values is the stricter. */
export type ParameterDeclaration = ScalarDeclaration | SetDeclaration | PlainDeclaration;
export type ParameterDeclarations = Readonly<Record<string, ParameterDeclaration>>;

export type ParameterValue = UnitTypes[Unit];
export type ValueOf<D extends ParameterDeclaration> = UnitTypes[D['unit']];

/** A value that binds, with the clauses that make it bind. */
export interface BoundParameter<U extends Unit = Unit> {
  readonly name: string;
  readonly unit: U;
  readonly value: UnitTypes[U];
  /** The value as an exact decimal, for units that are sums or rates; of no use for others. */
  readonly decimal: U extends DecimalUnit ? Decimal : null;
  /** Those that bound: the lender's edition, a statute, or both on a tie. */
  readonly citations: readonly Citation[];
  /** Edition of the layer that bound; the lender's on a tie. */
  readonly edition: string;
}

const decimalUnits: ReadonlySet<Unit> = new Set<DecimalUnit>(['MONEY', 'PERCENT', 'PERCENT_PER_DAY', 'PERCENT_PER_YEAR', 'BASE_VALUES']);

export function decimalOf(unit: Unit, value: ParameterValue): Decimal | null {
  return decimalUnits.has(unit) ? new Decimal(value as string) : null;
}

/** One text for one value: `100.00` and `100` are the same rate. */
export function canonicalValue(unit: Unit, value: ParameterValue): ParameterValue {
  return decimalOf(unit, value)?.toFixed() ?? value;
}

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Why a value does not fit its declaration; `null` when it does. */
export function valueFault(declaration: ParameterDeclaration, value: unknown): string | null {
  const { unit } = declaration;
  if (decimalUnits.has(unit)) return typeof value === 'string' && DECIMAL.test(value) ? null : 'is no decimal string';
  switch (unit) {
    case 'FLAG':
      return typeof value === 'boolean' ? null : 'is neither true nor false';
    case 'CODES':
      return Array.isArray(value) && value.every((code) => typeof code === 'string') && new Set(value).size === value.length
        ? null
        : 'is no set of codes';
    case 'DATE':
      return typeof value === 'string' && DAY.test(value) ? null : 'is no calendar day';
    case 'CODE':
    case 'TEXT':
      return typeof value === 'string' && value !== '' ? null : 'is no text';
    default:
      return Number.isSafeInteger(value) ? null : 'is no whole number';
  }
}
