/** What the cabinet or the exchange of documents is interrupted by (9.1.3). */
export const outageKinds = ['PLANNED_INTERRUPTION', 'FAULT', 'UNAVAILABILITY'] as const;
export type OutageKind = (typeof outageKinds)[number];

/** Causes for which the lender does not answer (11.5). */
export const outageCauses = [
  'THIRD_PARTY_FAILURE',
  'CONNECTION',
  'CLIENT_SOFTWARE',
  'MALWARE',
  'INTERCEPTION',
  'DEVICE_TAMPERING',
  'OUTSIDE_CONTROL',
] as const;
export type OutageCause = (typeof outageCauses)[number];

/** `OUTSIDE`: by one of the causes for which the lender does not answer. */
export const outageOrigins = ['OWN', 'OUTSIDE'] as const;
export type OutageOrigin = (typeof outageOrigins)[number];
