import { cite } from '../cite';

export const documentEntries = {
  'documents.byClient': [
    [
      'QUESTIONNAIRE',
      'GUARANTOR_QUESTIONNAIRE',
      'CREDIT_REPORT_CONSENT',
      'FSZN_CONSENT',
      'PERSONAL_DATA_CONSENT',
      'FINANCING_TERMS_CONFIRMATION',
      'GUARANTOR_CONSENT',
    ],
    cite('by-leasing/3.10/p2/kinds'),
  ],
  'documents.byLender': [['LEASING_MAIN_TERMS', 'LEASING_CONTRACT', 'PURCHASE_CONTRACT', 'SURETY_CONTRACT'], cite('by-leasing/3.11/p2')],
  'documents.underContract': [['ACCEPTANCE_CERTIFICATE', 'ADDENDUM', 'BUYOUT_DOCUMENT'], cite('by-leasing/3.13.7')],
  'consent.fszn.for': [['INDIVIDUAL', 'SOLE_PROPRIETOR'], cite('by-leasing/3.10/p2/fszn-consent')],
  'consent.personalData.for': [['INDIVIDUAL', 'SOLE_PROPRIETOR'], cite('by-leasing/3.10/p2/personal-data-consent')],
  'consent.creditReport.for': [['INDIVIDUAL', 'LEGAL_ENTITY', 'SOLE_PROPRIETOR'], cite('by-leasing/3.10/p2/credit-report-consent')],
  'signing.designatedFactors': [['CODE_WORD', 'OTP'], cite('by-leasing/1/handwritten-signature-analogue')],
  'signing.electronicForm.factors': [['CODE_WORD', 'OTP'], cite('by-leasing/6.3'), { interpretation: 'I-02' }],
  'signing.electronicForm.items': [
    ['LOGIN_PHONE', 'PASSWORD', 'OTP', 'AUTHORISED_AT_UTC', 'SIGNED_AT_UTC', 'CODE_WORD'],
    cite('by-leasing/6.4'),
    { interpretation: 'I-04' },
  ],
  'fingerprint.algorithm': ['SHA-256', cite('by-leasing/7.6'), { interpretation: 'I-05' }],
} as const;
