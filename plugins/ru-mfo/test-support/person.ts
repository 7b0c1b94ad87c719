import { lenderData } from '../lenders';
import type { SolvencyInput } from '../solvency/count-solvency';

/** A questionnaire that meets every requirement, as commands and the graph take it. */
export const questionnaire = {
  familyName: 'Примерова',
  givenName: 'Проба',
  birthDate: '1990-05-10',
  citizenship: 'RU',
  addresses: [{ kind: 'RESIDENCE' as const, country: 'RU', postcode: '115114', text: 'г. Москва, ул. Примерная, д. 1' }],
  passport: { series: '4510', number: '123456', issuedOn: '2010-06-01', unitCode: '770-001' },
  taxpayerNumber: '500100732259',
  insuranceNumber: '112-233-445 95',
  payoutKinds: ['BANK_ACCOUNT_RU'],
  fullCapacity: true,
  ownInterest: true,
  officialTies: [] as string[],
};

/** What a new person sends to register with a lender, beside contacts of its own: the texts are those that it shows now. */
export function registrant(lender: string) {
  const { requirementsVersion, documents } = lenderData(lender)!;
  return {
    password: 'correct horse 7',
    requirementsConfirmed: true,
    requirementsVersion,
    consents: ['PERSONAL_DATA', 'CREDIT_BUREAU_TRANSFER'],
    generalTermsVersion: documents.GENERAL_TERMS?.at(-1) ?? '—',
    signatureAgreementVersion: documents.SIGNATURE_AGREEMENT?.at(-1) ?? '—',
  };
}

/** What makes an applicant solvent for a small loan. */
export const solvent: SolvencyInput = {
  monthlyIncome: '45000.00',
  incomeLossRisk: '10',
  incomeSources: ['SALARY'],
  officialEmployment: 'Трудовой договор, 3 года',
  familyComposition: 'Двое взрослых, один ребёнок',
  category: 'WORKING',
  capable: true,
  externalConditions: ['COUNTRY', 'REGION', 'INDUSTRY'].map((level) => ({ level, note: 'Без существенных изменений' })),
};
