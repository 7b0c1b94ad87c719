/** What a factor proves: that its bearer knows something, or has something. */
export const factorClasses = ['KNOWLEDGE', 'POSSESSION'] as const;
export type FactorClass = (typeof factorClasses)[number];

export const factors = ['CODE_WORD', 'OTP', 'SMS_PASSWORD', 'PHONE_POSSESSION', 'GOSSUOK_CERT', 'MSI_DATA', 'OFFICE_SIGNATURE'] as const;
export type Factor = (typeof factors)[number];

/** `MSI_DATA`: data of the person compared with those of MSI. `OFFICE_SIGNATURE`: compared by an employee's eye. */
export const classOf: Readonly<Record<Factor, FactorClass>> = {
  CODE_WORD: 'KNOWLEDGE',
  OTP: 'POSSESSION',
  SMS_PASSWORD: 'POSSESSION',
  PHONE_POSSESSION: 'POSSESSION',
  GOSSUOK_CERT: 'POSSESSION',
  MSI_DATA: 'KNOWLEDGE',
  OFFICE_SIGNATURE: 'POSSESSION',
};

export const factorResults = ['MATCH', 'MISMATCH'] as const;
export type FactorVerdict = (typeof factorResults)[number];

/** Who compared. */
export const factorSources = ['SDO', 'MSI', 'OFFICE'] as const;
export type FactorSource = (typeof factorSources)[number];
