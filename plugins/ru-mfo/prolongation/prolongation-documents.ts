import type { ContractTerms } from '../../../modules/contracts';
import type { Block, DocumentTemplate } from '../../../modules/documents';
import type { Sentence } from '../../../schema/base';
import { longDate, rubles, ruDate, sum } from '../documents/russian-text';

/** What stands in the supplementary agreement and, once it is accepted, in the amended individual terms. */
export interface ProlongationData {
  /** Number of the contract, and the day on which it was concluded, ISO 8601. */
  readonly contract: string;
  readonly concludedOn: string;
  readonly formedOn: string;
  readonly lender: string;
  /** Lines that name the borrower. */
  readonly borrower: readonly string[];
  readonly fromDueOn: string;
  readonly terms: ContractTerms;
  /** Principal owed, and the interest that is to be paid before acceptance; null where none is. Roubles. */
  readonly principalOwed: string;
  readonly interestToPay: string | null;
  /** Symbols of the signature by which it was accepted; null before. */
  readonly signature: string | null;
}

export const SUPPLEMENTARY_AGREEMENT = 'SUPPLEMENTARY_AGREEMENT';
export const AMENDED_INDIVIDUAL_TERMS = 'AMENDED_INDIVIDUAL_TERMS';

const fieldsOf = (data: ProlongationData) => [
  { name: 'lender', label: 'Кредитор', value: data.lender },
  ...data.borrower.map((value, i) => ({ name: `borrower${i + 1}`, label: '', value })),
  { name: 'contract', label: 'Договор займа', value: `№ ${data.contract}, заключён ${longDate(data.concludedOn)}` },
  { name: 'principal', label: 'Основной долг', value: rubles(data.principalOwed) },
  { name: 'rate', label: 'Процентная ставка', value: `${(data.terms.dailyRate ?? '0').replace('.', ',')} процента в день` },
  { name: 'fromDueOn', label: 'Прежний срок возврата', value: longDate(data.fromDueOn) },
  { name: 'dueOn', label: 'Новый срок возврата', value: longDate(data.terms.dueOn) },
  ...(data.interestToPay === null
    ? []
    : [{ name: 'interest', label: 'Проценты, начисленные к моменту заявки, уплачиваются до акцепта', value: rubles(data.interestToPay) }]),
  ...(data.signature === null ? [] : [{ name: 'signature', label: 'Акцептовано подписью', value: data.signature }]),
];

const scheduleRows = ({ terms }: ProlongationData) =>
  terms.schedule.map(({ no, dueOn, principal, interest }) => [String(no), ruDate(dueOn), sum(principal), sum(interest)]);

const template = (id: string, kind: string, title: Sentence, opening: string): DocumentTemplate<ProlongationData> =>
  Object.freeze({
    id,
    version: 1,
    kind,
    title,
    locale: 'ru' as const,
    fields: (data: ProlongationData) => [
      { name: 'formedOn', value: data.formedOn },
      ...fieldsOf(data).map(({ name, value }) => ({ name, value })),
      ...scheduleRows(data).map((row, i) => ({ name: `payment${i + 1}`, value: row.join(' ') })),
    ],
    layout: (data: ProlongationData): readonly Block[] => [
      { kind: 'paragraph', text: `${opening} ${longDate(data.formedOn)}` },
      { kind: 'fields', fields: fieldsOf(data).map(({ label, value }) => ({ label, value })) },
      { kind: 'heading', text: 'График платежей' },
      {
        kind: 'table',
        columns: [
          { title: '№', width: 1 },
          { title: 'Дата', width: 3 },
          { title: 'Основной долг, руб.', width: 4, align: 'right' },
          { title: 'Проценты, руб.', width: 4, align: 'right' },
        ],
        rows: scheduleRows(data),
      },
    ],
  });

/** The lender's offer to change the term of a contract (дополнительное соглашение). */
export const supplementaryAgreement = template(
  'ru-mfo/supplementary-agreement',
  SUPPLEMENTARY_AGREEMENT,
  {
    en: 'Supplementary agreement to the individual terms',
    ru: 'Дополнительное соглашение к индивидуальным условиям',
    be: 'Дадатковае пагадненне да індывідуальных умоў',
  },
  'Оферта кредитора, сформирована',
);

/** The accepted offer, in the form of the terms that now stand (изменённые индивидуальные условия). */
export const amendedTerms = template(
  'ru-mfo/amended-individual-terms',
  AMENDED_INDIVIDUAL_TERMS,
  { en: 'Amended individual terms', ru: 'Изменённые индивидуальные условия договора', be: 'Змененыя індывідуальныя ўмовы дагавора' },
  'Оферта акцептована',
);
