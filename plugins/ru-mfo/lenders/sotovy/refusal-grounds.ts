import type { RefusalGround } from '../../../../modules/decisions';
import { cite } from '../../cite';
import { grounds } from '../../validators';

export const refusalGrounds: readonly RefusalGround[] = [
  {
    code: grounds.notEligible,
    title: { en: 'Requirements not met', ru: 'Требования не выполнены', be: 'Патрабаванні не выкананы' },
    clause: cite('ru-mfo/sotovy/2.3').clause,
    noteRequired: false,
  },
  {
    code: grounds.data,
    title: {
      en: 'Forged documents or false data',
      ru: 'Поддельные документы или недостоверные сведения',
      be: 'Падробленыя дакументы або недакладныя звесткі',
    },
    clause: cite('ru-mfo/sotovy/2.5/1').clause,
    noteRequired: false,
  },
  {
    code: grounds.other,
    title: { en: 'Without telling the reason', ru: 'Без объяснения причин', be: 'Без тлумачэння прычын' },
    clause: cite('ru-mfo/sotovy/3.4.4/мотив').clause,
    noteRequired: true,
  },
];
