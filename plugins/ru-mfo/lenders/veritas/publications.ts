import type { KnownPublication } from '../../publications/publication-kind';

/** Texts on the lender's site that are not held here; those beside the rules are taken to be of the rules' day. */
export const publications: readonly KnownPublication[] = [
  {
    kind: 'RULES',
    version: '2023-03-13',
    title: 'Правила предоставления микрозаймов',
    effectiveFrom: '2023-03-13',
    editionId: 'ru-mfo/veritas/2023-03-13',
    url: 'https://www.ezaem.ru',
  },
  {
    kind: 'GENERAL_TERMS',
    version: '2023-03-13',
    title: 'Общие условия договора потребительского микрозайма',
    effectiveFrom: '2023-03-13',
    url: 'https://www.ezaem.ru',
  },
  {
    kind: 'SIGNATURE_AGREEMENT',
    version: '2023-03-13',
    title: 'Соглашение об использовании простой электронной подписи',
    effectiveFrom: '2023-03-13',
    url: 'https://www.ezaem.ru',
  },
];
