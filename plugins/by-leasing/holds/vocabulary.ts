/**
 * What stands in the way of a client's operations until it is ended. `PROHIBITION`: another case of law or agreement,
 * `DATA_UNRELIABLE`: the lender knows that the data given are false.
 */
export const clientHoldKinds = ['SUSPENSION', 'INCIDENT', 'DATA_UNRELIABLE', 'CAPACITY_RESTRICTED', 'PROHIBITION'] as const;
export type ClientHoldKind = (typeof clientHoldKinds)[number];

/** The same for everybody at once: work on the system, an incident in it, its end. */
export const systemHoldKinds = ['MAINTENANCE', 'INCIDENT', 'SDO_DISCONTINUED', 'CABINET_DISCONTINUED'] as const;
export type SystemHoldKind = (typeof systemHoldKinds)[number];

/** Why an account may be suspended. */
export const suspensionGrounds = ['BREACH', 'SUSPECTED_THIRD_PARTY_USE'] as const;
export type SuspensionGround = (typeof suspensionGrounds)[number];

/** What an incident proved to be caused by; all of it outside the lender's liability. */
export const incidentCauses = [
  'THIRD_PARTY_FAILURE',
  'CONNECTION',
  'CLIENT_SOFTWARE',
  'MALWARE',
  'INTERCEPTION',
  'DEVICE_TAMPERING',
  'OUTSIDE_CONTROL',
] as const;
export type IncidentCause = (typeof incidentCauses)[number];
