import { Decimal } from '../../../schema/base';

/** Width of the last bracket: far below what decides the third decimal of a percentage. */
const TOLERANCE = new Decimal('1e-24');
/** First step of the search and its growth: small enough to meet the first of several roots. */
const FIRST_STEP = new Decimal('0.001');
const STEP_GROWTH = new Decimal('1.05');
/** No lawful or unlawful loan has a rate of 100 000 % in one base period. */
const LIMIT = new Decimal(1000);

/**
 * The smallest root above zero of a continuous function that is positive just above zero, by a search for the first
 * change of sign and bisection inside it: it cannot leave its bracket. `null` when there is none up to the limit.
 */
export function smallestPositiveRoot(f: (x: Decimal) => Decimal): Decimal | null {
  let low = new Decimal(0);
  let step = FIRST_STEP;
  let high = step;
  while (f(high).gt(0)) {
    if (high.gt(LIMIT)) return null;
    low = high;
    step = step.mul(STEP_GROWTH);
    high = high.plus(step);
  }
  while (high.minus(low).gt(TOLERANCE)) {
    const middle = low.plus(high).div(2);
    if (f(middle).gt(0)) low = middle;
    else high = middle;
  }
  return low.plus(high).div(2);
}
