export const visitPlaces = ['HOME', 'WORK'] as const;

/** Where a client was visited. */
export type VisitPlace = (typeof visitPlaces)[number];
