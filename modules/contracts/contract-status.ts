/** `AWAITING_TRANSFER`: accepted, money not yet provided. `ACTIVE`: concluded. */
export const contractStatuses = ['AWAITING_TRANSFER', 'ACTIVE', 'CLOSED', 'CANCELLED'] as const;

export type ContractStatus = (typeof contractStatuses)[number];

/** SQL: exactly the contracts whose money was provided have a moment and a day of conclusion. */
export const concludedCheck = "(status in ('ACTIVE', 'CLOSED')) = (concluded_at is not null and concluded_on is not null)";

/** Parts of a debt, each kept apart. `COST`: fees, fines, losses and expenses. */
export const debtComponents = ['PRINCIPAL', 'INTEREST', 'PENALTY', 'COST'] as const;

export type DebtComponent = (typeof debtComponents)[number];

/** What a ledger keeps: the parts of the debt, and beside them money paid above it that waits to be given back (`SURPLUS`). */
export const ledgerComponents = [...debtComponents, 'SURPLUS'] as const;

export type LedgerComponent = (typeof ledgerComponents)[number];
