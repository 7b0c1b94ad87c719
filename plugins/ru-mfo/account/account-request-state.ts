export const accountRequestKinds = ['DELETION', 'RESTORATION'] as const;
export type AccountRequestKind = (typeof accountRequestKinds)[number];

/** `REQUESTED`: the form of a statement was sent. `STATEMENT_RECEIVED`: the term runs. */
export const accountRequestStatuses = ['REQUESTED', 'STATEMENT_RECEIVED', 'DONE'] as const;
export type AccountRequestStatus = (typeof accountRequestStatuses)[number];
