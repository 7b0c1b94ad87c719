/** `VERIFICATION`: to check data that were given. `SERVICE`: demanded while the client is served. `YEARLY`: that data still hold. */
export const requestPurposes = ['VERIFICATION', 'SERVICE', 'YEARLY'] as const;
export type RequestPurpose = (typeof requestPurposes)[number];

/** `ANSWERED`: data or documents came, and hold. `FALSE`: they showed that something was false. */
export const requestStatuses = ['OPEN', 'ANSWERED', 'FALSE', 'WITHDRAWN'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** On whom data are asked. */
export const requestSubjects = ['CLIENT', 'REPRESENTATIVE', 'BENEFICIARY', 'BENEFICIAL_OWNER'] as const;
export type RequestSubject = (typeof requestSubjects)[number];
