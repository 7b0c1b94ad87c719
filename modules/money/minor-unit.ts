import { isCurrencyCode } from '../../schema/base';

// ISO 4217, list one: the currencies whose minor unit is not a hundredth.
const OTHER_THAN_TWO: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
]);

/** Decimal places of a currency's smallest unit (ISO 4217). Throws RangeError for what is no currency. */
export function minorUnit(currency: string): number {
  if (!isCurrencyCode(currency)) throw new RangeError(`${currency} is no currency of ISO 4217.`);
  return OTHER_THAN_TWO.get(currency) ?? 2;
}
