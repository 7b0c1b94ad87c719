/** `AWAITING_TRANSFER`: accepted, money not yet provided. `ACTIVE`: concluded. */
export const contractStatuses = ['AWAITING_TRANSFER', 'ACTIVE', 'CLOSED', 'CANCELLED'] as const;

export type ContractStatus = (typeof contractStatuses)[number];

/** Parts of a debt, each kept apart. */
export const debtComponents = ['PRINCIPAL', 'INTEREST', 'PENALTY'] as const;

export type DebtComponent = (typeof debtComponents)[number];
