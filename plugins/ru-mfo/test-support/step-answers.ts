import type { GiveAdditionalInfo } from '../registration/additional-info.command';
import type { DeclarationGiven } from '../registration/declarations';
import type { GivePassportData } from '../registration/passport-data.command';

const VERSION = '2022-09-20';

/** All ten boxes, ticked. */
export const boxes = (changes: Readonly<Record<string, boolean>> = {}): DeclarationGiven[] =>
  [
    'RULES_ACCEPTED',
    'REMOTE_AGREEMENT_ACCEPTED',
    'PERSONAL_DATA',
    'CREDIT_REPORT',
    'ADVERTISING',
    'NOT_PEP',
    'NOT_PEP_RELATIVE',
    'NO_BENEFICIARY',
    'NO_BENEFICIAL_OWNER',
    'NO_REPRESENTATIVE',
  ].map((code) => ({ code, version: VERSION, value: changes[code] ?? true }));

/** What a person writes into the step on the passport. */
export const passportAnswers: Omit<GivePassportData, 'clientId'> = {
  passportSeries: '3609',
  passportNumber: '123456',
  passportIssuedOn: '2010-06-01',
  passportUnitCode: '630-001',
  passportIssuedBy: 'Отделом внутренних дел города',
  birthDate: '1990-05-10',
  birthPlace: 'г. Самара',
  landlinePhone: '+7 846 332-12-34',
  sex: 'FEMALE',
  registeredAddress: 'г. Самара, ул. Примерная, д. 1',
  actualAddressDiffers: false,
  actualAddress: null,
  insuranceNumber: '112-233-445 95',
  taxpayerNumber: null,
  contactPersonName: 'Образцов Пробный Примерович',
  contactPersonPhone: '+7 927 000-99-99',
  contactPersonRelation: 'SPOUSE',
  thirdPartyConsentConfirmed: true,
};

/** What a person writes into the step on work and income. */
export const additionalAnswers: Omit<GiveAdditionalInfo, 'clientId'> = {
  employment: 'EMPLOYED',
  profession: 'Инженер',
  employerName: 'ООО «Пример»',
  jobTenureMonths: 36,
  employerAddress: 'г. Самара, ул. Заводская, д. 2',
  employerIndustry: 'Машиностроение',
  employerHeadcount: 120,
  employerPhone: '+7 846 332-12-35',
  incomeMain: '45000.00',
  incomeAdditional: '0',
  incomeFamily: '30000',
  financialObligations: 'Нет',
  creditHistoryStatement: 'Просрочек не было',
  education: 'HIGHER',
  maritalStatus: 'MARRIED',
  ownsCar: false,
};
