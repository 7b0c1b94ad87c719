/**
 * `FORM`: the partner's form is open. `CHARGING`: a check is being charged. `CHARGED`: the client is to type the sum.
 * `VERIFIED`: usable. `REFUSED`: not accepted, or the check failed. `REMOVED`: taken out with the account.
 */
export const cardStatuses = ['FORM', 'CHARGING', 'CHARGED', 'VERIFIED', 'REFUSED', 'REMOVED'] as const;
export type CardStatus = (typeof cardStatuses)[number];

/** State of a charge or of a refund at the partner. */
export const operationStatuses = ['ORDERED', 'SETTLED', 'FAILED'] as const;
export type OperationStatus = (typeof operationStatuses)[number];
