/**
 * `AT_MSI`: the browser was sent there. `TAKEN`: an answer came and is being checked. `IDENTIFIED`: done. `OFFICE_ONLY`: МСИ has no data on
 * the person. `DECLINED`: given up there. `REFUSED`: the answer does not hold. `EXPIRED`: no answer in time, or begun anew.
 */
export const identificationStatuses = ['AT_MSI', 'TAKEN', 'IDENTIFIED', 'OFFICE_ONLY', 'DECLINED', 'REFUSED', 'EXPIRED'] as const;
export type IdentificationStatus = (typeof identificationStatuses)[number];

/** Where the data were confirmed. */
export { type IdentificationSource, identificationSources } from '../accounts/vocabulary';

/** Whose data: the client's own, or those of who acts for it. */
export const identifiedSubjects = ['CLIENT', 'REPRESENTATIVE'] as const;
export type IdentifiedSubject = (typeof identifiedSubjects)[number];

/** What may follow a state; the others are ends. */
export const nextStatuses: Readonly<Partial<Record<IdentificationStatus, readonly IdentificationStatus[]>>> = {
  AT_MSI: ['TAKEN', 'EXPIRED'],
  TAKEN: ['IDENTIFIED', 'OFFICE_ONLY', 'DECLINED', 'REFUSED', 'EXPIRED'],
};
