import { assumedTariffs } from '../assumed-tariffs';
import type { LenderDetails } from '../lender-data';

/** Details from the terms of its rules, order 2009/3 of 2022-09-20. */
export const details: LenderDetails = {
  id: '0193a000-0000-7000-8000-000000000102',
  code: 'kapital-nt',
  name: 'КапиталЪ-НТ',
  legalName: 'Общество с ограниченной ответственностью Микрокредитная компания «КапиталЪ-НТ»',
  country: 'RU',
  zone: 'Europe/Samara',
  currency: 'RUB',
  hosts: ['kapital-nt.localhost'],
  details: {
    ogrn: '1146623008707',
    mfoRegister: '001603465007766',
    address: '443095, г. Самара, Стара-Загора, влд.202а, офис 301',
    site: 'https://belkacredit.ru',
    contactCentre: '8 800 222 42 22',
  },
  tariffs: assumedTariffs,
  requirementsVersion: '2022-09-20',
  // Texts beside the rules are not held; they are taken to be of the rules’ day.
  documents: {
    RULES: ['2022-09-20'],
    REMOTE_AGREEMENT: ['2022-09-20'],
    PERSONAL_DATA_CONSENT: ['2022-09-20'],
    CREDIT_REPORT_CONSENT: ['2022-09-20'],
    ADVERTISING_CONSENT: ['2022-09-20'],
    DECLARATIONS: ['2022-09-20'],
  },
};
