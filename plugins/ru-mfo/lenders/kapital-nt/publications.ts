import type { KnownPublication } from '../../publications/publication-kind';

/** Texts on the lender's site that are not held here; those beside the rules are taken to be of the rules' day. */
export const publications: readonly KnownPublication[] = [
  {
    kind: 'RULES',
    version: '2022-09-20',
    title: 'Правила предоставления микрозаймов',
    effectiveFrom: '2022-09-20',
    editionId: 'ru-mfo/kapital-nt/2022-09-20',
    url: 'https://belkacredit.ru/about/?tab=documents',
  },
  {
    kind: 'GENERAL_TERMS',
    version: '2022-09-20',
    title: 'Общие условия договора потребительского микрозайма',
    effectiveFrom: '2022-09-20',
    url: 'https://belkacredit.ru/about/?tab=documents',
  },
  {
    kind: 'SIGNATURE_AGREEMENT',
    version: '2022-09-20',
    title: 'Соглашение об использовании простой электронной подписи',
    effectiveFrom: '2022-09-20',
    url: 'https://belkacredit.ru/about/?tab=documents',
  },
];
