import type { Block, DocumentTemplate } from '../../../../modules/documents';
import type { Sentence } from '../../../../schema/base';
import { longDate, rubles } from '../../documents/russian-text';

/** What stands in the documents of one paid service. */
export interface AddonDocumentData {
  /** Number of the application or contract that it is sold with. */
  readonly number: string;
  /** ISO 8601 day. */
  readonly formedOn: string;
  readonly lender: string;
  readonly client: string;
  readonly service: { readonly title: string; readonly terms: string; readonly provider: string };
  /** Roubles for its whole term, decimal string. */
  readonly price: string;
  /** Where terms and costs are disclosed. */
  readonly links: readonly string[];
  /** Days after the conclusion in which it can be given up; `null` where neither lender nor law says. */
  readonly withdrawalDays: number | null;
  /** To whom the request goes, in words. */
  readonly addressees: readonly string[];
}

const about = (data: AddonDocumentData): readonly string[] => [
  `Услуга: ${data.service.title}. ${data.service.terms}`,
  `Услугу оказывает: ${data.service.provider}.`,
  `Стоимость за весь срок: ${rubles(data.price)}. Иных расходов услуга не влечёт.`,
  ...(data.links.length > 0 ? [`Условия и стоимость раскрыты на страницах: ${data.links.join(', ')}`] : []),
];

const givingUp = (data: AddonDocumentData): readonly string[] => [
  'Услуга необязательна: займ предоставляется и без неё.',
  ...(data.withdrawalDays === null
    ? []
    : [
        `От услуги можно отказаться в течение ${data.withdrawalDays} календарных дней после заключения договора письменным заявлением` +
          `${data.addressees.length > 0 ? ` (${data.addressees.join(' или ')})` : ''}; уплаченное возвращается.`,
      ]),
];

/** Памятка: what the service is, what it costs and how to give it up. */
const memoLines = (data: AddonDocumentData): readonly string[] => [
  `К заявлению № ${data.number} от ${longDate(data.formedOn)}. Кредитор: ${data.lender}.`,
  ...about(data),
  ...givingUp(data),
];

/** Заявление: the client asks to join. */
const requestLines = (data: AddonDocumentData): readonly string[] => [
  `К заявлению № ${data.number} от ${longDate(data.formedOn)}. Кредитор: ${data.lender}.`,
  `${data.client}: прошу оказать мне дополнительную услугу и согласен с её условиями и стоимостью.`,
  ...about(data),
  ...givingUp(data),
  'Датой присоединения является момент ввода кода подтверждения на сайте.',
];

function template(
  kind: string,
  title: Sentence,
  lines: (data: AddonDocumentData) => readonly string[],
): DocumentTemplate<AddonDocumentData> {
  return Object.freeze({
    id: `ru-mfo/${kind.toLowerCase().replaceAll('_', '-')}`,
    version: 1,
    kind,
    title,
    locale: 'ru' as const,
    fields: (data: AddonDocumentData) => lines(data).map((value, i) => ({ name: `line${i + 1}`, value })),
    layout: (data: AddonDocumentData): readonly Block[] => lines(data).map((text) => ({ kind: 'paragraph' as const, text })),
  });
}

export const insuranceMemo = template(
  'INSURANCE_MEMO',
  { en: 'Memo on the terms of insurance', ru: 'Памятка об условиях страхования', be: 'Памятка аб умовах страхавання' },
  memoLines,
);

export const insuranceRequest = template(
  'INSURANCE_APPLICATION',
  { en: 'Application for insurance', ru: 'Заявление о заключении договора страхования', be: 'Заява аб заключэнні дагавора страхавання' },
  requestLines,
);

export const serviceMemo = template(
  'ADDON_MEMO',
  { en: 'Memo on a paid service', ru: 'Памятка о дополнительной услуге', be: 'Памятка аб дадатковай паслузе' },
  memoLines,
);

export const serviceRequest = template(
  'ADDON_APPLICATION',
  {
    en: 'Application for a paid service',
    ru: 'Заявление о предоставлении дополнительной услуги',
    be: 'Заява аб прадастаўленні дадатковай паслугі',
  },
  requestLines,
);
