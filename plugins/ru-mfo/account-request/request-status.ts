export const prolongationStatuses = ['OFFERED', 'ACCEPTED', 'VOID'] as const;
/** `OFFERED`: asked for, and the lender's offer can be accepted. `VOID`: another one took its place. */
export type ProlongationStatus = (typeof prolongationStatuses)[number];

export const prolongationActions = ['PROLONG', 'REPAY'] as const;
/** The button that began it: «Продлить» or «Погасить». */
export type ProlongationAction = (typeof prolongationActions)[number];

export const trancheStatuses = ['DRAFT', 'ORDERED', 'PAID', 'FAILED', 'VOID'] as const;
/** `ORDERED`: signed, and the money is on its way. `FAILED`: the settlement partner refused it. */
export type TrancheStatus = (typeof trancheStatuses)[number];

export const topUpStatuses = ['DRAFT', 'SIGNED', 'ORDERED', 'PAID', 'FAILED', 'REFUSED', 'VOID'] as const;
/** `SIGNED`: sent to the lender, which orders the money or refuses. `FAILED`: the settlement partner refused it. */
export type TopUpStatus = (typeof topUpStatuses)[number];
