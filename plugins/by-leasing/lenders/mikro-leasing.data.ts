import type { LenderData } from './lender-data';

const TERMS_URL = 'https://mikro-leasing.by/obshhie-usloviya-dogovora';

export const mikroLeasingData: LenderData = {
  code: 'mikro-leasing',
  termsUrl: TERMS_URL,
  territory: 'BY',
  governingLaw: 'BY',
  forum: 'Судебная коллегия по делам интеллектуальной собственности Верховного Суда Республики Беларусь',
  registrationProcedure: '1',
  deletionMailbox: 'dro@mikro-leasing.by',
  deletionAddress: '246050, г. Гомель, пр-т Ленина, 33',
  terms: [
    {
      kind: 'AGREEMENT',
      version: '236/2026-05-12',
      orderNumber: '236',
      approvedOn: '2026-05-12',
      title: 'Соглашение об использовании Личного кабинета и системы дистанционного обслуживания',
      url: TERMS_URL,
      publishedAt: '2026-05-11T21:00:00Z',
    },
  ],
};
