import type { ContractTerms } from '../../../modules/contracts';
import type { Block, DocumentTemplate } from '../../../modules/documents';
import type { Sentence } from '../../../schema/base';
import { byn, ruDate } from './text';

/** What an agreement and its annexes are formed from. Days ISO 8601, sums decimal strings in BYN. */
export interface AgreementData {
  readonly formedOn: string;
  readonly rulesVersion: string;
  /** Lines of the lender's block: name, register entry, УНП, address, account, bank, contacts, signer with authority. */
  readonly pledgee: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  readonly pledgor: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  readonly loan: { readonly number: string; readonly on: string; readonly amount: string };
  readonly terms: ContractTerms;
  /** Per cent a year, as shown. */
  readonly yearlyRate: string;
  readonly plannedInterest: string;
  readonly inventory: {
    readonly version: number;
    readonly name: string;
    readonly vin: string;
    readonly manufacturedIn: string;
    readonly plate: string;
    readonly storageAddress: string;
    readonly pledgeValue: string;
    readonly sumInsured: string | null;
  };
  readonly insuranceDemanded: boolean;
  /** Who keeps income from the item; null where the edition does not say. */
  readonly incomeOwner: string | null;
}

type Line = { readonly name: string; readonly label: string; readonly value: string };

const INCOME: Readonly<Record<string, string>> = { PLEDGOR: 'Принадлежат залогодателю и в счёт займа не засчитываются' };

/** Points that bind without a figure; each is shown, so that it is signed with the rest. */
const points = (data: AgreementData): readonly Line[] => [
  {
    name: 'possession',
    label: 'Владение и риск',
    value: 'Предмет остаётся у залогодателя; риск случайной гибели и повреждения несёт залогодатель',
  },
  { name: 'income', label: 'Доходы от предмета', value: INCOME[data.incomeOwner ?? ''] ?? '—' },
  { name: 'lawfulness', label: 'Правомерность передачи в залог', value: 'Отвечает залогодатель' },
  { name: 'rules', label: 'Термины', value: `В значении Правил предоставления микрозаймов, редакция ${data.rulesVersion}` },
  {
    name: 'insurance',
    label: 'Страхование АвтоКАСКО',
    value: data.insuranceDemanded ? 'По требованию залогодержателя заключается в день подписания' : 'Не потребовано',
  },
  { name: 'end', label: 'Прекращение залога', value: 'Дата поступления последнего платежа в погашение займа, процентов и неустойки' },
];

const loanLines = ({ loan, terms, yearlyRate }: AgreementData): readonly Line[] => [
  { name: 'loanNumber', label: 'Договор микрозайма', value: `№ ${loan.number} от ${ruDate(loan.on)}` },
  { name: 'loanAmount', label: 'Сумма микрозайма', value: byn(loan.amount) },
  {
    name: 'rate',
    label: 'Процентная ставка',
    value: `${(terms.dailyRate ?? '0').replace('.', ',')} % в день, ${yearlyRate.replace('.', ',')} % в год`,
  },
  { name: 'dueOn', label: 'Последняя дата возврата', value: ruDate(terms.dueOn) },
];

const inventoryRows = ({ inventory }: AgreementData): readonly Line[] => [
  { name: 'row1', label: '1. Наименование', value: inventory.name },
  { name: 'row2', label: '2. VIN', value: inventory.vin },
  { name: 'row3', label: '3. Год выпуска', value: inventory.manufacturedIn },
  { name: 'row4', label: '4. Регистрационный знак', value: inventory.plate },
  { name: 'row5', label: '5. Место хранения в неэксплуатационный период', value: inventory.storageAddress },
  { name: 'row6', label: '6. Залоговая стоимость', value: byn(inventory.pledgeValue) },
  { name: 'row7', label: '7. Страховая сумма', value: inventory.sumInsured ? byn(inventory.sumInsured) : '—' },
];

const scheduleRows = ({ terms }: AgreementData) =>
  terms.schedule.map(({ no, dueOn, principal, interest }) => [String(no), ruDate(dueOn), byn(principal), byn(interest)]);

const list = (lines: readonly Line[]): Block => ({ kind: 'fields', fields: lines.map(({ label, value }) => ({ label, value })) });
const values = (lines: readonly Line[]) => lines.map(({ name, value }) => ({ name, value }));

const template = (
  id: string,
  kind: string,
  title: Sentence,
  fields: (data: AgreementData) => readonly { name: string; value: string }[],
  layout: (data: AgreementData) => readonly Block[],
): DocumentTemplate<AgreementData> => Object.freeze({ id, version: 1, kind, title, locale: 'ru' as const, fields, layout });

const dated = ({ formedOn, loan }: AgreementData) => [
  { name: 'formedOn', value: formedOn },
  { name: 'loan', value: loan.number },
];
const opening = ({ formedOn }: AgreementData): Block => ({ kind: 'paragraph', text: `г. Минск, ${ruDate(formedOn)}` });

export const pledgeAgreement = template(
  'by-pledge/pledge-agreement',
  'PLEDGE_AGREEMENT',
  { en: 'Pledge agreement', ru: 'Договор залога', be: 'Дагавор залогу' },
  (data) => [...dated(data), ...values(data.pledgee), ...values(data.pledgor), ...values(loanLines(data)), ...values(points(data))],
  (data) => [
    opening(data),
    { kind: 'heading', text: 'Залогодержатель' },
    list(data.pledgee),
    { kind: 'heading', text: 'Залогодатель' },
    list(data.pledgor),
    { kind: 'heading', text: 'Обеспеченное обязательство' },
    list(loanLines(data)),
    { kind: 'heading', text: 'Условия' },
    list(points(data)),
    { kind: 'paragraph', text: `Приложения: опись предмета залога (версия ${data.inventory.version}) и график платежей.` },
  ],
);

export const inventoryAnnex = template(
  'by-pledge/inventory',
  'PLEDGE_INVENTORY',
  { en: 'Inventory of the pledged item', ru: 'Опись предмета залога', be: 'Вопіс прадмета залогу' },
  (data) => [...dated(data), { name: 'version', value: String(data.inventory.version) }, ...values(inventoryRows(data))],
  (data) => [
    opening(data),
    { kind: 'paragraph', text: `Приложение 1 к договору залога; версия ${data.inventory.version}` },
    list(inventoryRows(data)),
  ],
);

export const scheduleAnnex = template(
  'by-pledge/payment-schedule',
  'PAYMENT_SCHEDULE',
  { en: 'Schedule of payments', ru: 'График платежей', be: 'Графік плацяжоў' },
  (data) => [
    ...dated(data),
    ...scheduleRows(data).map((row, i) => ({ name: `payment${i + 1}`, value: row.join(' ') })),
    { name: 'total', value: data.plannedInterest },
  ],
  (data) => [
    opening(data),
    { kind: 'paragraph', text: `Приложение к договору микрозайма № ${data.loan.number}` },
    {
      kind: 'table',
      columns: [
        { title: '№', width: 1 },
        { title: 'Дата', width: 3 },
        { title: 'Основной долг', width: 4, align: 'right' },
        { title: 'Проценты', width: 4, align: 'right' },
      ],
      rows: scheduleRows(data),
    },
    { kind: 'paragraph', text: `Проценты всего по графику: ${byn(data.plannedInterest)}` },
  ],
);
