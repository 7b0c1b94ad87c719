import type { DocumentTemplate } from '../../../modules/documents';
import type { Reconciliation } from './port';

export interface StatementValues extends Reconciliation {
  readonly lender: string;
  readonly currency: string;
  /** ISO 8601 day. */
  readonly madeOn: string;
}

const KIND = { CHARGE: 'Начислено', PAYMENT: 'Оплачено' } as const;

/** Charges and payments of a contract within a time, as the lender's accounts have them (акт сверки). */
export const statementTemplate: DocumentTemplate<StatementValues> = {
  id: 'by-leasing/reconciliation-statement',
  version: 1,
  kind: 'RECONCILIATION_STATEMENT',
  title: { en: 'Reconciliation statement', ru: 'Акт сверки', be: 'Акт зверкі' },
  locale: 'ru',
  fields: ({ lender, currency, madeOn, number, from, to, opening, closing, entries }) => [
    { name: 'lender', value: lender },
    { name: 'madeOn', value: madeOn },
    { name: 'number', value: number },
    { name: 'from', value: from },
    { name: 'to', value: to },
    { name: 'currency', value: currency },
    { name: 'opening', value: opening },
    ...entries.flatMap(({ on, kind, amount }, i) => [
      { name: `entries.${i}.on`, value: on },
      { name: `entries.${i}.kind`, value: kind },
      { name: `entries.${i}.amount`, value: amount },
    ]),
    { name: 'closing', value: closing },
  ],
  layout: ({ lender, currency, madeOn, number, from, to, opening, closing, entries }) => [
    {
      kind: 'fields',
      fields: [
        { label: 'Лизингодатель', value: lender },
        { label: 'Договор', value: number },
        { label: 'Период', value: `${from} — ${to}` },
        { label: 'Составлен', value: madeOn },
        { label: `Долг на начало, ${currency}`, value: opening },
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: 'Дата', width: 2 },
        { title: 'Операция', width: 3 },
        { title: currency, width: 2, align: 'right' },
      ],
      rows: entries.map(({ on, kind, amount }) => [on, KIND[kind], amount]),
    },
    { kind: 'fields', fields: [{ label: `Долг на конец, ${currency}`, value: closing }] },
  ],
};
