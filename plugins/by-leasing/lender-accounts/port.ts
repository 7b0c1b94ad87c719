import { Decimal, definePort } from '../../../schema/base';
import type { ContractHolder } from './holder';

/** A contract as the lender's accounts have it. Sums are decimal strings in the lender's currency. */
export interface AccountedContract {
  readonly holder: ContractHolder;
  readonly number: string;
  /** ISO 8601 days. */
  readonly concludedOn: string;
  readonly active: boolean;
  readonly nextPayment: { readonly on: string; readonly amount: string } | null;
  readonly debt: string;
}

export const entryKinds = ['CHARGE', 'PAYMENT'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What was charged and paid within a time, and the debt before and after it (акт сверки). */
export interface Reconciliation {
  readonly number: string;
  readonly from: string;
  readonly to: string;
  readonly opening: string;
  readonly closing: string;
  readonly entries: readonly { readonly on: string; readonly kind: EntryKind; readonly amount: string }[];
}

export interface CustomerContracts {
  /** When the lender's accounts stood so. */
  readonly asOf: Date;
  readonly contracts: readonly AccountedContract[];
}

/** The lender's own accounts. Calls go out of transactions, and throw where no usable answer came. */
export interface LenderAccounts {
  /**
   * Contracts of a holder with a contact number. `id`: of the request; a repeat is the same request. Each contract names its holder in
   * the answer too: a number may have gone to somebody else.
   */
  contractsOf(request: { readonly id: string; readonly phone: string; readonly holder: ContractHolder }): Promise<CustomerContracts>;
  /** `null`: the accounts know no such contract. */
  reconcile(request: {
    readonly id: string;
    readonly number: string;
    readonly from: string;
    readonly to: string;
  }): Promise<Reconciliation | null>;
}

export const lenderAccountsPort = definePort<LenderAccounts>('by-leasing.lender-accounts');

/** Whether the entries lead from the opening debt to the closing one, in order and within the time: what does not add up is not shown. */
export function addsUp({ opening, closing, entries, from, to }: Reconciliation): boolean {
  const sum = entries.reduce((debt, { kind, amount }) => (kind === 'CHARGE' ? debt.add(amount) : debt.sub(amount)), new Decimal(opening));
  const inOrder = entries.every(({ on }, i) => on >= (entries[i - 1]?.on ?? from) && on <= to);
  return inOrder && sum.equals(closing);
}
