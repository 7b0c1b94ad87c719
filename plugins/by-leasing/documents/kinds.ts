/** Documents that the client writes, signs and sends (agreement, 3.10). */
export const clientDocumentKinds = [
  'QUESTIONNAIRE',
  'GUARANTOR_QUESTIONNAIRE',
  'CREDIT_REPORT_CONSENT',
  'FSZN_CONSENT',
  'PERSONAL_DATA_CONSENT',
  'FINANCING_TERMS_CONFIRMATION',
  'GUARANTOR_CONSENT',
] as const;

/** Documents that the lender forms and signs first (3.11), before a contract and under one (3.13.7). */
export const lenderDocumentKinds = [
  'LEASING_MAIN_TERMS',
  'LEASING_CONTRACT',
  'PURCHASE_CONTRACT',
  'SURETY_CONTRACT',
  'ACCEPTANCE_CERTIFICATE',
  'ADDENDUM',
  'BUYOUT_DOCUMENT',
] as const;

export const documentKinds = [...clientDocumentKinds, ...lenderDocumentKinds] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentFlows = ['CLIENT_ORIGINATED', 'LENDER_ORIGINATED'] as const;
export type DocumentFlow = (typeof documentFlows)[number];

/** In what part somebody takes part in a deal: the applicant, who guarantees, who sells the item. */
export const dealRoles = ['LESSEE', 'GUARANTOR', 'SELLER'] as const;
export type DealRole = (typeof dealRoles)[number];

/**
 * `DRAFT`: is being filled. `FORMED`: its text is fixed. `OFFERED`: the lender signed it and shows it. `SIGNED`: by the client.
 * `SENT`: handed over by the client. `RETURNED`: the lender's document, signed, is back. `VOID`: never takes effect.
 */
export const documentStates = ['DRAFT', 'FORMED', 'OFFERED', 'SIGNED', 'SENT', 'RETURNED', 'VOID'] as const;
export type DocumentState = (typeof documentStates)[number];

/** What may follow what. What is signed stays for good (7.1). */
export const nextStates: Readonly<Record<DocumentState, readonly DocumentState[]>> = {
  DRAFT: ['FORMED', 'VOID'],
  FORMED: ['DRAFT', 'OFFERED', 'SIGNED', 'VOID'],
  OFFERED: ['SIGNED', 'RETURNED', 'VOID'],
  SIGNED: ['SENT', 'RETURNED'],
  SENT: [],
  RETURNED: [],
  VOID: [],
};

/** What the client does with a lender's document: main terms are read, the purchase is agreed, all else is signed (3.13.6). */
export const clientActions = ['REVIEW', 'SIGN', 'AGREE'] as const;
export type ClientAction = (typeof clientActions)[number];

interface KindRules {
  readonly flow: DocumentFlow;
  /** Who may write or sign it on the client's side. */
  readonly roles: readonly DealRole[];
  readonly action: ClientAction;
  /** Belongs to a contract in force, not to an application. */
  readonly performing?: true;
}

const byClient = (...roles: readonly DealRole[]): KindRules => ({ flow: 'CLIENT_ORIGINATED', roles, action: 'SIGN' });
const byLender = (action: ClientAction, ...roles: readonly DealRole[]): KindRules => ({ flow: 'LENDER_ORIGINATED', roles, action });

export const kindRules: Readonly<Record<DocumentKind, KindRules>> = {
  QUESTIONNAIRE: byClient('LESSEE'),
  GUARANTOR_QUESTIONNAIRE: byClient('GUARANTOR'),
  CREDIT_REPORT_CONSENT: byClient('LESSEE', 'GUARANTOR'),
  FSZN_CONSENT: byClient('LESSEE', 'GUARANTOR'),
  PERSONAL_DATA_CONSENT: byClient('LESSEE', 'GUARANTOR', 'SELLER'),
  FINANCING_TERMS_CONFIRMATION: byClient('LESSEE'),
  GUARANTOR_CONSENT: byClient('GUARANTOR'),
  LEASING_MAIN_TERMS: byLender('REVIEW', 'LESSEE'),
  LEASING_CONTRACT: byLender('SIGN', 'LESSEE'),
  PURCHASE_CONTRACT: byLender('AGREE', 'LESSEE', 'SELLER'),
  SURETY_CONTRACT: byLender('SIGN', 'GUARANTOR'),
  ACCEPTANCE_CERTIFICATE: { ...byLender('SIGN', 'LESSEE'), performing: true },
  ADDENDUM: { ...byLender('SIGN', 'LESSEE'), performing: true },
  BUYOUT_DOCUMENT: { ...byLender('SIGN', 'LESSEE'), performing: true },
};

/** Forms of a signature: by code word and code (документ в электронном виде), or a digital signature (ЭЦП). */
export const signatureForms = ['ELECTRONIC_FORM', 'EDS'] as const;
export type SignatureForm = (typeof signatureForms)[number];

/** Who put a value into a document: the client typed or chose it, it was filled in for the client, or the lender wrote it. */
export const fieldOrigins = ['CLIENT_INPUT', 'CLIENT_CHOICE', 'AUTO_FILLED', 'LENDER'] as const;
export type FieldOrigin = (typeof fieldOrigins)[number];
