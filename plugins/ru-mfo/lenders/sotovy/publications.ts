import type { KnownPublication } from '../../publications/publication-kind';

/** Texts that the lender publishes and that are not held here; its rules name no address of its site. */
export const publications: readonly KnownPublication[] = [
  {
    kind: 'RULES',
    version: '2023-01-19',
    title: 'Правила предоставления микрозаймов',
    effectiveFrom: '2023-01-19',
    editionId: 'ru-mfo/sotovy/2023-01-19',
    url: null,
  },
  {
    kind: 'GENERAL_TERMS',
    version: '2023-01-19',
    title: 'Общие условия договора потребительского микрозайма',
    effectiveFrom: '2023-01-19',
    url: null,
  },
  {
    kind: 'INFORMATION',
    version: '2023-01-19',
    title: 'Информация об условиях предоставления, использования и возврата микрозайма',
    effectiveFrom: '2023-01-19',
    url: null,
  },
  {
    kind: 'SIGNATURE_AGREEMENT',
    version: '2023-01-19',
    title: 'Соглашение об использовании простой электронной подписи',
    effectiveFrom: '2023-01-19',
    url: null,
  },
];
