import { assumedTariffs } from '../assumed-tariffs';
import type { LenderDetails } from '../lender-data';

/** Its rules name neither registration numbers nor a city: nothing is filled in for them, and Moscow time is assumed. */
export const details: LenderDetails = {
  id: '0193a000-0000-7000-8000-000000000103',
  code: 'sotovy',
  name: 'Сотовый',
  legalName: 'Общество с ограниченной ответственностью Микрокредитная компания «СОТОВЫЙ»',
  country: 'RU',
  zone: 'Europe/Moscow',
  currency: 'RUB',
  hosts: ['sotovy.localhost'],
  details: {},
  tariffs: assumedTariffs,
  requirementsVersion: '2023-01-19',
  documents: { GENERAL_TERMS: ['2023-01-19'], SIGNATURE_AGREEMENT: ['2023-01-19'] },
};
