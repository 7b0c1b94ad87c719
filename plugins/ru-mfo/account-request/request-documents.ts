import type { DocumentTemplate } from '../../../modules/documents';
import type { Sentence } from '../../../schema/base';
import type { PayoutMethod } from '../application/loan-application.entity';
import { longDate, rubles } from '../documents/russian-text';

/** What stands in an application for money on a running contract: the profile's data and the client's wish. */
export interface MoneyRequestData {
  /** Number of the contract. */
  readonly contract: string;
  /** ISO 8601 day. */
  readonly formedOn: string;
  readonly lender: string;
  /** Lines that name the borrower. */
  readonly borrower: readonly string[];
  /** Decimal string, roubles. */
  readonly amount: string;
  readonly payoutMethod: PayoutMethod;
  readonly payoutMask: string;
}

export const TRANCHE_APPLICATION = 'TRANCHE_APPLICATION';
export const TOP_UP_APPLICATION = 'TOP_UP_APPLICATION';

const ways: Readonly<Record<PayoutMethod, string>> = {
  BANK_ACCOUNT: 'на банковский счёт',
  PAYMENT_CARD: 'на платёжную карту',
};

function template(id: string, kind: string, title: Sentence, asks: string): DocumentTemplate<MoneyRequestData> {
  const lines = ({ contract, lender, borrower, amount, payoutMethod, payoutMask }: MoneyRequestData) => [
    { name: 'lender', label: 'Кредитор', value: lender },
    ...borrower.map((value, i) => ({ name: `borrower${i + 1}`, label: i === 0 ? 'Заявитель' : '', value })),
    { name: 'contract', label: 'Договор', value: `№ ${contract}` },
    { name: 'amount', label: asks, value: rubles(amount) },
    { name: 'payout', label: 'Способ получения', value: `${ways[payoutMethod]} ${payoutMask}` },
  ];
  return Object.freeze({
    id,
    version: 1,
    kind,
    title,
    locale: 'ru' as const,
    fields: (data: MoneyRequestData) => [
      { name: 'formedOn', value: data.formedOn },
      ...lines(data).map(({ name, value }) => ({ name, value })),
    ],
    layout: (data: MoneyRequestData) => [
      { kind: 'paragraph' as const, text: `Сформировано ${longDate(data.formedOn)} по данным профиля` },
      { kind: 'fields' as const, fields: lines(data).map(({ label, value }) => ({ label, value })) },
    ],
  });
}

/** The application for a tranche under a credit line (заявление на транш). */
export const trancheApplication = template(
  'ru-mfo/tranche-application',
  TRANCHE_APPLICATION,
  { en: 'Application for a tranche', ru: 'Заявление на получение транша', be: 'Заява на атрыманне транша' },
  'Сумма транша',
);

/** The application for an additional sum (заявление на дополнительную сумму). */
export const topUpApplication = template(
  'ru-mfo/top-up-application',
  TOP_UP_APPLICATION,
  { en: 'Application for an additional sum', ru: 'Заявление на дополнительную сумму займа', be: 'Заява на дадатковую суму пазыкі' },
  'Дополнительная сумма',
);
