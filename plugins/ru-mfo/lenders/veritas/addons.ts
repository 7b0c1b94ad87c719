import type { AddonService } from '../../addons/addon-service';

/** Clause 1.23 names the insurance; its price, insurer and covered sum stand in documents that are not held. */
export const addons: readonly AddonService[] = [
  {
    code: 'ACCIDENT_INSURANCE',
    kind: 'INSURANCE',
    title: {
      en: 'Collective life insurance against accidents',
      ru: 'Присоединение к коллективному договору страхования жизни от несчастных случаев',
      be: 'Далучэнне да калектыўнага дагавора страхавання жыцця ад няшчасных выпадкаў',
    },
    terms: 'Страховые случаи: смерть и инвалидность в результате несчастного случая в течение срока займа.',
    provider: 'Страховщик, указанный кредитором',
    occasions: ['LOAN'],
    from: '2023-03-13',
    to: null,
    price: { kind: 'PERCENT_OF_PRINCIPAL', percent: '3' },
    dailyRatePercent: '0.6',
    links: { terms: 'https://www.ezaem.ru', cost: 'https://www.ezaem.ru', documents: 'https://www.ezaem.ru' },
    verified: false,
  },
];
