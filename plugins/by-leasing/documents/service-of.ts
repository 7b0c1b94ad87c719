import type { Service } from '../services/service-list';
import type { DealRole, DocumentKind } from './kinds';

const ofKind: Readonly<Record<DocumentKind, Service>> = {
  QUESTIONNAIRE: 'QUESTIONNAIRE',
  GUARANTOR_QUESTIONNAIRE: 'GUARANTOR',
  CREDIT_REPORT_CONSENT: 'DEAL_DOCUMENTS',
  FSZN_CONSENT: 'FSZN_CONSENT',
  PERSONAL_DATA_CONSENT: 'DEAL_DOCUMENTS',
  FINANCING_TERMS_CONFIRMATION: 'CONCLUDE',
  GUARANTOR_CONSENT: 'GUARANTOR',
  LEASING_MAIN_TERMS: 'CONCLUDE',
  LEASING_CONTRACT: 'CONCLUDE',
  PURCHASE_CONTRACT: 'CONCLUDE',
  SURETY_CONTRACT: 'GUARANTOR',
  ACCEPTANCE_CERTIFICATE: 'PERFORM',
  ADDENDUM: 'PERFORM',
  BUYOUT_DOCUMENT: 'BUYOUT',
};

/** The service of the cabinet by which a document is written or signed: that of whom it is for, or of what it is. */
export const serviceOf = (kind: DocumentKind, role: DealRole): Service => (role === 'LESSEE' ? ofKind[kind] : role);
