import type { Block, DocumentTemplate } from '../../../../modules/documents';
import { longDate, rubles } from '../../documents/russian-text';

/** The client's written request to give a service up (заявление об отказе). */
export interface AddonWithdrawalData {
  readonly contractNumber: string;
  readonly madeOn: string;
  readonly client: string;
  readonly addressee: string;
  readonly service: string;
  readonly price: string;
}

const lines = (data: AddonWithdrawalData): readonly string[] => [
  `${data.addressee}. ${longDate(data.madeOn)}`,
  `${data.client}: отказываюсь от дополнительной услуги «${data.service}» по договору № ${data.contractNumber}.`,
  `Прошу вернуть уплаченную стоимость услуги: ${rubles(data.price)}.`,
];

export const withdrawalRequest: DocumentTemplate<AddonWithdrawalData> = Object.freeze({
  id: 'ru-mfo/addon-withdrawal',
  version: 1,
  kind: 'ADDON_WITHDRAWAL',
  title: {
    en: 'Request to give up a paid service',
    ru: 'Заявление об отказе от дополнительной услуги',
    be: 'Заява аб адмове ад дадатковай паслугі',
  },
  locale: 'ru' as const,
  fields: (data: AddonWithdrawalData) => lines(data).map((value, i) => ({ name: `line${i + 1}`, value })),
  layout: (data: AddonWithdrawalData): readonly Block[] => lines(data).map((text) => ({ kind: 'paragraph' as const, text })),
});
