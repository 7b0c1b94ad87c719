import type { RefusalGround } from '../../../../modules/decisions';
import { cite } from '../../cite';
import { grounds } from '../../validators';

export const refusalGrounds: readonly RefusalGround[] = [
  {
    code: grounds.notEligible,
    title: { en: 'Requirements not met', ru: 'Требования не выполнены', be: 'Патрабаванні не выкананы' },
    clause: cite('ru-mfo/veritas/3.12.2/a').clause,
    noteRequired: false,
  },
  {
    code: grounds.creditHistory,
    title: { en: 'Credit history', ru: 'Кредитная история', be: 'Крэдытная гісторыя' },
    clause: cite('ru-mfo/veritas/3.12.2/b').clause,
    noteRequired: false,
  },
  {
    code: grounds.data,
    title: { en: 'False or erroneous data', ru: 'Недостоверные или ошибочные данные', be: 'Недакладныя або памылковыя даныя' },
    clause: cite('ru-mfo/veritas/3.12.2/c').clause,
    noteRequired: false,
  },
  {
    code: grounds.other,
    title: { en: 'Another lawful ground', ru: 'Иное законное основание', be: 'Іншая законная падстава' },
    clause: cite('ru-mfo/veritas/3.12.2/d').clause,
    noteRequired: false,
  },
];
