import type { DocumentTemplate } from '../../../modules/documents';
import { ruDate } from '../agreement/text';

/** What a demand to a third party is formed from; days ISO 8601. */
export interface CeaseDemandData {
  readonly addressee: string;
  readonly ground: string;
  readonly on: string;
  readonly lender: string;
  readonly item: string;
  readonly clause: string;
}

export const ceaseDemandTemplate: DocumentTemplate<CeaseDemandData> = Object.freeze({
  id: 'by-pledge/cease-demand',
  version: 1,
  kind: 'CEASE_DEMAND',
  title: { en: 'Demand to cease', ru: 'Требование о прекращении посягательств', be: 'Патрабаванне аб спыненні замахаў' },
  locale: 'ru' as const,
  fields: ({ addressee, ground, on, lender, item, clause }: CeaseDemandData) => [
    { name: 'lender', value: lender },
    { name: 'addressee', value: addressee },
    { name: 'on', value: on },
    { name: 'item', value: item },
    { name: 'ground', value: ground },
    { name: 'clause', value: clause },
  ],
  layout: ({ addressee, ground, on, lender, item }: CeaseDemandData) => [
    { kind: 'paragraph' as const, text: ruDate(on) },
    {
      kind: 'fields' as const,
      fields: [
        { label: 'Залогодержатель', value: lender },
        { label: 'Кому', value: addressee },
        { label: 'Предмет залога', value: item },
      ],
    },
    { kind: 'paragraph' as const, text: 'Требуем прекратить действия, которые угрожают предмету залога утратой или повреждением.' },
    { kind: 'paragraph' as const, text: `Основание: ${ground}` },
  ],
});
