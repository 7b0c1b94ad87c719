import { type Finding, formFinding } from '../rules';

/** A century: whatever is longer was not meant. */
const MAX_TERM_DAYS = 36_525;

/** What is wrong with a term in days that a caller sent; empty when nothing is. */
export function termFindings(termDays: number, path: readonly string[]): Finding[] {
  return termDays >= 1 && termDays <= MAX_TERM_DAYS ? [] : [formFinding('TERM_INVALID', path, { max: MAX_TERM_DAYS })];
}
