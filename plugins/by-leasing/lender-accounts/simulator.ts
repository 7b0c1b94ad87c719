import { Temporal } from 'temporal-polyfill';
import { type Adapter, Decimal } from '../../../schema/base';
import { type LenderAccounts, lenderAccountsPort, type Reconciliation } from './port';

const PAYMENT = '640.25';
const DEBT = '7683.00';

/** The moment at which a request was made: its id begins with it (UUID version 7). */
const madeAt = (id: string): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));

const DAY_OF_PAYMENT = 10;

/** The day of payment of the month after. */
const nextPaymentAfter = (moment: Temporal.Instant): string =>
  moment.toZonedDateTimeISO('UTC').toPlainDate().add({ months: 1 }).with({ day: DAY_OF_PAYMENT }).toString();

/**
 * Accounts of the sandbox: whoever asks with a number that ends in 01 holds one contract, `FL-` and the number's last four digits, with a
 * payment a month; everybody else has none.
 */
export const simulatedAccounts: LenderAccounts = {
  async contractsOf({ id, phone, holder }) {
    const now = madeAt(id);
    const asOf = new Date(now.epochMilliseconds);
    if (!phone.endsWith('01')) return { asOf, contracts: [] };
    const contract = { holder, number: `FL-${phone.slice(-4)}`, concludedOn: '2025-11-10', active: true, debt: DEBT };
    return { asOf, contracts: [{ ...contract, nextPayment: { on: nextPaymentAfter(now), amount: PAYMENT } }] };
  },
  async reconcile({ number, from, to }) {
    return number.startsWith('FL-') ? statementOf(number, from, to) : null;
  },
};

/** The tenth of every month: a charge, and its payment on the same day. */
function statementOf(number: string, from: string, to: string): Reconciliation {
  const months: string[] = [];
  for (let day = new Date(`${from.slice(0, 7)}-10T00:00:00Z`); day.toISOString().slice(0, 10) <= to; day.setUTCMonth(day.getUTCMonth() + 1))
    months.push(day.toISOString().slice(0, 10));
  const entries = months
    .filter((day) => day >= from)
    .flatMap((on) => [
      { on, kind: 'CHARGE' as const, amount: '25.00' },
      { on, kind: 'PAYMENT' as const, amount: PAYMENT },
    ]);
  const paid = new Decimal(PAYMENT).sub('25.00').mul(entries.length / 2);
  return { number, from, to, opening: new Decimal(DEBT).add(paid).toFixed(2), closing: DEBT, entries };
}

export const accountsSimulator: Adapter<LenderAccounts> = {
  port: lenderAccountsPort,
  name: 'lender-accounts-simulator',
  simulated: true,
  create: () => simulatedAccounts,
};
