import type { PayoutMethod } from '../application/loan-application.entity';

export const sexes = ['FEMALE', 'MALE'] as const;
export const relations = ['SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'RELATIVE', 'FRIEND', 'COLLEAGUE', 'OTHER'] as const;
export const employments = ['EMPLOYED', 'SELF_EMPLOYED', 'PENSIONER', 'STUDENT', 'UNEMPLOYED', 'OTHER'] as const;
export const educations = ['BASIC', 'SECONDARY', 'VOCATIONAL', 'INCOMPLETE_HIGHER', 'HIGHER', 'DEGREE'] as const;
export const maritalStatuses = ['SINGLE', 'MARRIED', 'COHABITING', 'DIVORCED', 'WIDOWED'] as const;

/** Texts are as people wrote them; days are ISO 8601, sums decimal strings of roubles. A field that was not given is null. */
type Given<T> = { readonly [K in keyof T]: T[K] | null };

export type ContactInfo = Given<{
  desiredAmount: string;
  desiredTermDays: number;
  familyName: string;
  givenName: string;
  patronymic: string;
  email: string;
  phone: string;
}>;

export type PassportData = Given<{
  passportSeries: string;
  passportNumber: string;
  passportIssuedOn: string;
  passportUnitCode: string;
  passportIssuedBy: string;
  birthDate: string;
  birthPlace: string;
  landlinePhone: string;
  sex: (typeof sexes)[number];
  registeredAddress: string;
  actualAddressDiffers: boolean;
  actualAddress: string;
  insuranceNumber: string;
  taxpayerNumber: string;
  contactPersonName: string;
  contactPersonPhone: string;
  contactPersonRelation: (typeof relations)[number];
}>;

export type AdditionalInfo = Given<{
  employment: (typeof employments)[number];
  profession: string;
  employerName: string;
  jobTenureMonths: number;
  employerAddress: string;
  employerIndustry: string;
  employerHeadcount: number;
  employerPhone: string;
  incomeMain: string;
  incomeAdditional: string;
  incomeFamily: string;
  financialObligations: string;
  creditHistoryStatement: string;
  education: (typeof educations)[number];
  maritalStatus: (typeof maritalStatuses)[number];
  ownsCar: boolean;
}>;

export interface MoneyReceipt {
  readonly method: PayoutMethod;
  readonly account: string | null;
  readonly bankCode: string | null;
  /** Our id of the verified card. */
  readonly cardId: string | null;
}
