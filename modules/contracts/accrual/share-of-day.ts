import { Decimal } from '../../../schema/base';
import { type RoundingMode, round } from '../../money';

/**
 * What the last of `days` equal days adds, when the sum of them all is rounded once to two places: the rounded sum of all days
 * less the rounded sum of all but the last. Added up, days of a stretch give exactly the rounded whole, however they are batched.
 * `perDay`: exact, not rounded.
 */
export function shareOfDay(perDay: Decimal, days: number, mode: RoundingMode): Decimal {
  if (!Number.isInteger(days) || days < 1) throw new RangeError('A stretch has at least one day.');
  return round(perDay.mul(days), 2, mode).minus(round(perDay.mul(days - 1), 2, mode));
}

/** As much of a sum of two places as a cap leaves room for; room for a part of the smallest unit is none. Never below zero. */
export const withinRoom = (amount: Decimal, room: Decimal): Decimal => Decimal.max(0, Decimal.min(amount, round(room, 2, 'DOWN')));
