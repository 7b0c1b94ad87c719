import type { DocumentTemplate } from '../../../modules/documents';
import { ruDate } from '../agreement/text';
import type { AddendumChanges } from './addendum.record';

interface AddendumData {
  readonly loan: string;
  readonly no: number;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly changes: AddendumChanges;
}

const LABELS: Readonly<Record<string, string>> = {
  pledgeValue: 'Залоговая стоимость, BYN',
  dailyRate: 'Процентная ставка, % в день',
  plate: 'Регистрационный знак',
  storageAddress: 'Место хранения',
  vin: 'VIN',
  propertyName: 'Наименование предмета залога',
  terms: 'Иные условия',
};

export const addendumTemplate: DocumentTemplate<AddendumData> = Object.freeze({
  id: 'by-pledge/addendum',
  version: 1,
  kind: 'ADDENDUM',
  title: { en: 'Addendum', ru: 'Дополнительное соглашение', be: 'Дадатковае пагадненне' },
  locale: 'ru' as const,
  fields: ({ loan, no, effectiveOn, reason, changes }: AddendumData) => [
    { name: 'loan', value: loan },
    { name: 'no', value: String(no) },
    { name: 'effectiveOn', value: effectiveOn },
    { name: 'reason', value: reason },
    ...Object.entries(changes).map(([name, value]) => ({ name, value })),
  ],
  layout: ({ loan, no, effectiveOn, reason, changes }: AddendumData) => [
    { kind: 'paragraph' as const, text: `№ ${no} к договору залога по договору микрозайма № ${loan}, действует с ${ruDate(effectiveOn)}` },
    { kind: 'paragraph' as const, text: `Основание: ${reason}` },
    { kind: 'fields' as const, fields: Object.entries(changes).map(([name, value]) => ({ label: LABELS[name] ?? name, value })) },
  ],
});
