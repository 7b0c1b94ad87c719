/** Documents of both flows, who may give them, and how they are signed. */
export const documentParameters = {
  /** Kinds that a client may write. */
  'documents.byClient': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Kinds that the lender may form before a contract. */
  'documents.byLender': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Kinds that the lender may form under a contract. */
  'documents.underContract': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Kinds of clients that may give a consent. */
  'consent.fszn.for': { unit: 'CODES', stricter: 'INTERSECTION' },
  'consent.personalData.for': { unit: 'CODES', stricter: 'INTERSECTION' },
  'consent.creditReport.for': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Factors of which the lender lets an analogue of the handwritten signature be made. */
  'signing.designatedFactors': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Factors that signing a document in electronic form takes. */
  'signing.electronicForm.factors': { unit: 'CODES', stricter: 'UNION' },
  /** Items that stand in every signed document in electronic form. */
  'signing.electronicForm.items': { unit: 'CODES', stricter: 'UNION' },
  /** The hash by which a document's text is told from any other. */
  'fingerprint.algorithm': { unit: 'CODE', stricter: 'NONE' },
} as const;

export const documentFacts = {
  /** Kinds of documents that were signed and sent with an application. */
  documentsSent: 'CODES',
  /** Kinds of documents of an application that were sent and bear no whole, sound signature. */
  documentsUnproven: 'CODES',
  /** Whether the applicant's questionnaire was sent. */
  questionnaireSent: 'FLAG',
} as const;
