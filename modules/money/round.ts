import { Decimal } from '../../schema/base';

/** How a value that lies between two steps is rounded; named at every use, since the source of a rule decides it. */
export type RoundingMode = 'HALF_UP' | 'HALF_EVEN' | 'UP' | 'DOWN';

const MODES = {
  // Away from zero on a tie, also below zero.
  HALF_UP: Decimal.ROUND_HALF_UP,
  HALF_EVEN: Decimal.ROUND_HALF_EVEN,
  // Away from zero and towards zero.
  UP: Decimal.ROUND_UP,
  DOWN: Decimal.ROUND_DOWN,
} as const satisfies Record<RoundingMode, number>;

/** Rounds to a number of decimal places. */
export function round(value: Decimal | string, places: number, mode: RoundingMode): Decimal {
  return new Decimal(value).toDecimalPlaces(places, MODES[mode]);
}
