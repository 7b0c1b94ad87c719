import type { AddonService } from '../../addons/addon-service';

const documents = 'https://belkacredit.ru/about/?tab=documents';
const links = { terms: documents, cost: documents, documents };

/** Clauses 24 and 35 name paid services and an insurer; kinds and prices stand on the site and are not held. */
export const addons: readonly AddonService[] = [
  {
    code: 'ACCIDENT_INSURANCE',
    kind: 'INSURANCE',
    title: {
      en: 'Insurance against accidents',
      ru: 'Страхование от несчастных случаев',
      be: 'Страхаванне ад няшчасных выпадкаў',
    },
    terms: 'Страховые случаи: смерть и инвалидность в результате несчастного случая в течение срока займа.',
    provider: 'Страховщик, указанный кредитором',
    occasions: ['LOAN', 'PROLONGATION'],
    from: '2022-09-20',
    to: null,
    price: { kind: 'FIXED', amount: '990.00' },
    dailyRatePercent: '0.5',
    links,
    verified: false,
  },
  {
    code: 'LEGAL_ADVICE',
    kind: 'SERVICE',
    title: { en: 'Legal advice by phone', ru: 'Юридическая консультация по телефону', be: 'Юрыдычная кансультацыя па тэлефоне' },
    terms: 'Две устные консультации юриста в течение срока займа.',
    provider: 'Исполнитель, указанный кредитором',
    occasions: ['LOAN', 'PROLONGATION'],
    from: '2022-09-20',
    to: null,
    price: { kind: 'FIXED', amount: '450.00' },
    dailyRatePercent: '0.5',
    links,
    verified: false,
  },
];
