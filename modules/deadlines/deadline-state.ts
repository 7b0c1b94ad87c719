/** `PENDING` runs; the others are final. */
export const deadlineStates = ['PENDING', 'MET', 'MISSED', 'CANCELLED'] as const;

export type DeadlineState = (typeof deadlineStates)[number];
