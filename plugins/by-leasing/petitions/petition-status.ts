export const petitionStatuses = ['RECEIVED', 'IN_REVIEW', 'GRANTED', 'REFUSED', 'WITHDRAWN'] as const;
/** `GRANTED` and `REFUSED` are the lender's answers; `WITHDRAWN` by the client before one. */
export type PetitionStatus = (typeof petitionStatuses)[number];

/** Where a petition may go from each state. */
export const nextPetitionStatuses: Readonly<Record<PetitionStatus, readonly PetitionStatus[]>> = {
  RECEIVED: ['IN_REVIEW', 'GRANTED', 'REFUSED', 'WITHDRAWN'],
  IN_REVIEW: ['GRANTED', 'REFUSED', 'WITHDRAWN'],
  GRANTED: [],
  REFUSED: [],
  WITHDRAWN: [],
};

/** What clients ask for. */
export const petitionSubjects = ['PAYMENT_DATE', 'SCHEDULE', 'EARLY_BUYOUT', 'OTHER'] as const;
export type PetitionSubject = (typeof petitionSubjects)[number];
