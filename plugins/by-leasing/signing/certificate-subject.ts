/** Attributes of a certificate's subject, as the state system of public keys fills them. */
export const SUBJECT = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  /** Идентификационный номер of a person. */
  personalNumber: '2.5.4.5',
  organisation: '2.5.4.10',
  position: '2.5.4.12',
  /** УНП of an organisation or sole proprietor (organizationIdentifier). */
  unp: '2.5.4.97',
} as const;
