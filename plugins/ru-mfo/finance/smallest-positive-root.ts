import { Decimal } from '../../../schema/base';

/** Width of the last bracket: far below what decides the third decimal of a percentage. */
const TOLERANCE = new Decimal('1e-24');
/** First step of the search and its growth: small enough to meet the first of several roots. */
const FIRST_STEP = '0.001';
const STEP_GROWTH = '1.05';
/** No lawful or unlawful loan has a rate of 100 000 % in one base period. */
const LIMIT = 1000;
/** Half of the bracket that is put around a root found in binary floats, as a share of it; their error is far smaller. */
const NEAR = '1e-12';
const BELOW = new Decimal(1).minus(NEAR);
const ABOVE = new Decimal(1).plus(NEAR);
/** Secant steps that bring such a bracket to its last width, with some to spare. */
const SECANT_STEPS = 8;

/**
 * The smallest root above zero of a continuous function that is positive just above zero. `approximate` is the same function
 * in binary floats: it finds where to look. Whatever it says, the answer comes from a bracket whose ends were computed exactly
 * and have different signs; where that fails, the search is exact from the beginning. `null` when there is none up to the limit.
 */
export function smallestPositiveRoot(f: (x: Decimal) => Decimal, approximate?: (x: number) => number): Decimal | null {
  const bracket = (approximate && bracketNear(f, approximate)) ?? exactBracket(f);
  return bracket && refine(f, bracket);
}

/** `f(low)` is above zero, `f(high)` is not. */
interface Bracket {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly atLow: Decimal;
  readonly atHigh: Decimal;
}

function bracketNear(f: (x: Decimal) => Decimal, approximate: (x: number) => number): Bracket | null {
  const rough = roughRoot(approximate);
  if (rough === null) return null;
  const root = new Decimal(String(rough));
  const [low, high] = [root.mul(BELOW), root.mul(ABOVE)];
  const [atLow, atHigh] = [f(low), f(high)];
  return atLow.gt(0) && atHigh.lte(0) ? { low, high, atLow, atHigh } : null;
}

function roughRoot(approximate: (x: number) => number): number | null {
  let low = 0;
  let step = Number(FIRST_STEP);
  let high = step;
  while (approximate(high) > 0) {
    if (high > LIMIT) return null;
    low = high;
    step *= Number(STEP_GROWTH);
    high += step;
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (approximate(middle) > 0) low = middle;
    else high = middle;
  }
}

function exactBracket(f: (x: Decimal) => Decimal): Bracket | null {
  let low = new Decimal(0);
  let atLow = f(low);
  let step = new Decimal(FIRST_STEP);
  let high = step;
  let atHigh = f(high);
  while (atHigh.gt(0)) {
    if (high.gt(LIMIT)) return null;
    [low, atLow] = [high, atHigh];
    step = step.mul(STEP_GROWTH);
    high = high.plus(step);
    atHigh = f(high);
  }
  return { low, high, atLow, atHigh };
}

/** Secant steps that never leave the bracket, and bisection where they do not close it. */
function refine(f: (x: Decimal) => Decimal, { low, high, atLow, atHigh }: Bracket): Decimal {
  let [below, atBelow, above, atAbove] = [low, atLow, high, atHigh];
  for (let step = 0; step < SECANT_STEPS && above.minus(below).gt(TOLERANCE); step++) {
    const slope = atBelow.minus(atAbove);
    if (slope.lte(0)) break;
    const guess = below.plus(above.minus(below).mul(atBelow).div(slope));
    // A little to both sides of the guess: where the signs differ there, the bracket shrinks at both ends at once.
    const width = Decimal.max(TOLERANCE.div(4), above.minus(below).pow(2));
    const [left, right] = [Decimal.max(below, guess.minus(width)), Decimal.min(above, guess.plus(width))];
    const [atLeft, atRight] = [f(left), f(right)];
    if (atLeft.lte(0)) {
      [above, atAbove] = [left, atLeft];
      continue;
    }
    if (atRight.lte(0)) [below, atBelow, above, atAbove] = [left, atLeft, right, atRight];
    else [below, atBelow] = [right, atRight];
  }
  while (above.minus(below).gt(TOLERANCE)) {
    const middle = below.plus(above).div(2);
    if (f(middle).gt(0)) below = middle;
    else above = middle;
  }
  return below.plus(above).div(2);
}
