import { Decimal as Library } from 'decimal.js';

/**
 * Exact decimals with 40 significant digits: sums, rates and their products fit without silent rounding.
 * Never made from a binary float; `new Decimal('0.1')`, not `new Decimal(0.1)`.
 */
export const Decimal = Library.clone({ precision: 40, rounding: Library.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Decimal = Library;
