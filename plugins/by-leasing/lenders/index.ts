import type { LenderData } from './lender-data';
import { mikroLeasingData } from './mikro-leasing.data';

export type { KnownTerms, LenderData } from './lender-data';

const byCode = new Map([mikroLeasingData].map((lender) => [lender.code, lender]));

/** What is known of a lender of this plugin. */
export function lenderData(code: string): LenderData {
  const found = byCode.get(code);
  if (!found) throw new Error(`by-leasing knows nothing of the lender ${code}.`);
  return found;
}
