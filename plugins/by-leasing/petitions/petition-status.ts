export const petitionStatuses = ['DRAFT', 'RECEIVED', 'IN_REVIEW', 'GRANTED', 'REFUSED', 'WITHDRAWN'] as const;
/** `DRAFT`: written, and not yet confirmed by an authentication of its own. `GRANTED` and `REFUSED` are the lender's answers; `WITHDRAWN` by the client before one. */
export type PetitionStatus = (typeof petitionStatuses)[number];

/** Where a petition may go from each state. */
export const nextPetitionStatuses: Readonly<Record<PetitionStatus, readonly PetitionStatus[]>> = {
  DRAFT: ['RECEIVED', 'WITHDRAWN'],
  RECEIVED: ['IN_REVIEW', 'GRANTED', 'REFUSED', 'WITHDRAWN'],
  IN_REVIEW: ['GRANTED', 'REFUSED', 'WITHDRAWN'],
  GRANTED: [],
  REFUSED: [],
  WITHDRAWN: [],
};

/** What clients ask for. */
export const petitionSubjects = ['PAYMENT_DATE', 'SCHEDULE', 'EARLY_BUYOUT', 'CERTIFICATE', 'OTHER'] as const;
export type PetitionSubject = (typeof petitionSubjects)[number];

/** The service of the cabinet that a petition is filed by. */
export const serviceOf = (subject: PetitionSubject): 'PETITION' | 'REQUEST_CERTIFICATE' =>
  subject === 'CERTIFICATE' ? 'REQUEST_CERTIFICATE' : 'PETITION';
