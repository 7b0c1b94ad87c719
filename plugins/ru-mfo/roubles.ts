import { type MoneyInput, moneyFindings } from '../../modules/money';
import type { Finding } from '../../modules/rules';

/** The currency of loans, services and questionnaires of these lenders. */
export const ROUBLE = 'RUB';

/** A sum as the graph shows it. */
export const roubles = <Amount>(amount: Amount) => ({ amount, currency: ROUBLE });

/** What keeps a sum that a caller sent from being one in roubles; nothing where none was sent. */
export function roubleFindings(sum: MoneyInput | null | undefined, path: readonly string[]): Finding[] {
  return sum ? moneyFindings(sum, { path, currency: ROUBLE }) : [];
}
