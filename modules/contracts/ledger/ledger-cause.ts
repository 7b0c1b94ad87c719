/** What a posting comes from. The reference beside it names the very thing: a transfer, a payment, a day. */
export const ledgerCauses = [
  'TRANSFER',
  'TRANCHE',
  'ACCRUAL',
  'PAYMENT',
  'REFUND',
  'WAIVER',
  'ADJUSTMENT',
  'FINE',
  'FEE',
  'LOSS',
  'EXPENSE',
  'PROLONGATION',
] as const;

export type LedgerCause = (typeof ledgerCauses)[number];

/** Causes whose lines are posted as they are given. The lines of the other two are computed: by the rule of accrual, by the order of repayment. */
export type DirectCause = Exclude<LedgerCause, 'ACCRUAL' | 'PAYMENT'>;
