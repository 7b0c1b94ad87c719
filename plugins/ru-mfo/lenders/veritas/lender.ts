import { assumedTariffs } from '../assumed-tariffs';
import type { LenderDetails } from '../lender-data';

/** Clause 1.20 and 1.28 of its rules, edition of 2023-03-13. */
export const details: LenderDetails = {
  id: '0193a000-0000-7000-8000-000000000101',
  code: 'veritas',
  name: 'Веритас',
  legalName: 'Общество с ограниченной ответственностью Микрокредитная компания «Веритас»',
  country: 'RU',
  zone: 'Europe/Moscow',
  currency: 'RUB',
  hosts: ['veritas.localhost'],
  details: {
    ogrn: '1127746672130',
    mfoRegister: '651303045003161',
    address: '115114, г. Москва, ул. Летниковская, д. 10, стр. 4, 2 этаж, помещение I, часть комнаты 15',
    site: 'https://www.ezaem.ru',
    account: 'https://www.ezaem.ru/login',
    phone: '+74956476565',
  },
  tariffs: assumedTariffs,
  requirementsVersion: '2023-03-13',
  // The general terms and the agreement are not held; they are taken to be of the edition’s day.
  documents: { GENERAL_TERMS: ['2023-03-13'], SIGNATURE_AGREEMENT: ['2023-03-13'] },
};
