import type { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import data from './base-value-by.json';

/** The base value (базовая величина) of a year, in BYN; it changes on 1 January. */
export interface BaseValue {
  readonly value: Decimal;
  /** The act that sets it, where it was read; `null` where the figure comes from published tables. */
  readonly act: string | null;
}

const years: Readonly<Record<string, { readonly value: string; readonly act: string | null }>> = data.years;

/** The base value on a day, or `null` outside the years that were published: never a guess. */
export function baseValueOn(day: Temporal.PlainDate): BaseValue | null {
  const found = years[day.year];
  return found ? { value: new Decimal(found.value), act: found.act } : null;
}
