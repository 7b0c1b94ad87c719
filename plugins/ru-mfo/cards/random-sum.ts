import { randomInt } from 'node:crypto';
import { Decimal } from '../../../schema/base';

/** A sum of whole kopecks, each from the least to the greatest as likely as any other. */
export function randomSum(min: Decimal, max: Decimal): string {
  const [from, to] = [min.mul(100).ceil().toNumber(), max.mul(100).floor().toNumber()];
  return new Decimal(randomInt(from, to + 1)).div(100).toFixed(2);
}
