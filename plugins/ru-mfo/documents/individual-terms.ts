import type { ContractTerms } from '../../../modules/contracts';
import type { Block, DocumentTemplate } from '../../../modules/documents';
import { Decimal } from '../../../schema/base';
import { type FirstPageData, firstPageStatements, purposeText, scheduleBlocks, scheduleTotalText } from './first-page-text';
import { longDate, rubles, ruDate, sum } from './russian-text';

/** Least share of the first page that each frame takes: 353-FZ art. 6 part 1. */
const FRAME_SHARE = 0.05;

const ACCOUNT_SCHEDULE = 'Платежи и их даты — по графику, размещённому в личном кабинете; с каждым траншем он пересчитывается';

/** What stands in the individual terms (индивидуальные условия) of one loan. */
export interface IndividualTermsData {
  readonly number: string;
  /** ISO 8601 day of the offer. */
  readonly formedOn: string;
  readonly lender: { readonly legalName: string; readonly details: Readonly<Record<string, string>> };
  readonly borrower: {
    readonly name: string;
    readonly phone: string;
    readonly email: string;
    /** Lines that identify the signer, where the terms are signed by them and a code. */
    readonly identity?: readonly string[];
  };
  readonly terms: ContractTerms;
  /** Roubles; with a credit line, whose schedule stands in the account only. */
  readonly creditLimit?: string | null;
  /** How the borrower asked for the money, in words. */
  readonly payout: string;
  /** Per cent of the unpaid principal a day or a year, in words; from the lender's general terms. */
  readonly penalty: string;
  /** Changed against the application: decision on other terms. */
  readonly changed: { readonly amount: string | null; readonly termDays: number | null };
  /** Paid services that come with these terms by the borrower's own choice; prices in roubles. */
  readonly addons?: readonly { readonly title: string; readonly price: string }[];
  /** What the lender's rules want stated beside the items. */
  readonly firstPage?: FirstPageData;
  /** Version of the general terms that these terms go with. */
  readonly generalTerms?: string | null;
}

export interface TermsItem {
  /** Number in the table of the Bank of Russia's form. */
  readonly no: string;
  readonly condition: string;
  readonly content: string;
}

/** The two frames of the first page: the full cost of credit per year and in money, 353-FZ art. 6 part 1. */
export function fullCostFrames(terms: ContractTerms): readonly [string, string] {
  if (!terms.fullCost) throw new RangeError('Individual terms need the full cost of credit.');
  return [
    `ПОЛНАЯ СТОИМОСТЬ ПОТРЕБИТЕЛЬСКОГО ЗАЙМА: ${terms.fullCost.percent.replace('.', ',')} ПРОЦЕНТА ГОДОВЫХ`,
    `ПОЛНАЯ СТОИМОСТЬ ПОТРЕБИТЕЛЬСКОГО ЗАЙМА: ${rubles(terms.fullCost.amount).toUpperCase()}`,
  ];
}

/** Lines that name the lender, with every number that must stand in the contract. */
export function lenderLines({ legalName, details }: IndividualTermsData['lender']): readonly string[] {
  return [
    `Кредитор: ${legalName}`,
    ...(details.ogrn ? [`ОГРН ${details.ogrn}, номер в государственном реестре микрофинансовых организаций ${details.mfoRegister}`] : []),
    ...(details.address ? [`Место нахождения: ${details.address}`] : []),
    ...(details.site ? [`Сайт: ${details.site}`] : []),
  ];
}

/** The table of individual terms: the numbered rows of 353-FZ art. 5 part 9, the schedule being item 6. */
export function termsItems(data: IndividualTermsData): readonly TermsItem[] {
  const { terms, changed } = data;
  return [
    {
      no: '1',
      condition: data.creditLimit ? 'Лимит кредитования' : 'Сумма займа',
      content: `${data.creditLimit ? `${rubles(data.creditLimit)}; первый транш: ` : ''}${rubles(terms.principal)}${note(changed.amount && `в заявлении: ${rubles(changed.amount)}`)}`,
    },
    {
      no: '2',
      condition: 'Срок действия договора и срок возврата займа',
      content:
        `${terms.termDays} календарных дней; возврат до ${longDate(terms.dueOn)} включительно. ` +
        `Даты указаны для займа, предоставленного ${longDate(terms.startOn)}; если он предоставлен позже, они сдвигаются на столько же дней. ` +
        `Договор действует до полного исполнения обязательств${note(changed.termDays && `в заявлении: ${changed.termDays} дней`)}`,
    },
    { no: '3', condition: 'Валюта', content: 'Российский рубль' },
    {
      no: '4',
      condition: 'Процентная ставка',
      content: `${yearly(terms.dailyRate!)} процента годовых от непогашенного основного долга: ${comma(terms.dailyRate!)} процента в день, год — 365 дней`,
    },
    { no: '5', condition: 'Пересчёт валюты при переводе третьему лицу', content: 'Не применяется: займ выдаётся и возвращается в рублях' },
    {
      no: '6',
      condition: 'Количество, размер и сроки платежей (график платежей)',
      content: data.creditLimit ? ACCOUNT_SCHEDULE : paymentsText(data),
    },
    {
      no: '7',
      condition: 'Платежи при частичном досрочном возврате',
      content: 'Проценты уплачиваются за фактическое время пользования; остаток платежей пересчитывается и размещается в личном кабинете',
    },
    {
      no: '8',
      condition: 'Способы исполнения обязательств',
      content: 'В личном кабинете на сайте: платёжной картой или переводом на счёт кредитора',
    },
    { no: '8.1', condition: 'Бесплатный способ исполнения', content: 'Платёжной картой в личном кабинете' },
    { no: '9', condition: 'Обязанность заключить другие договоры', content: 'Отсутствует' },
    { no: '10', condition: 'Обеспечение', content: 'Не требуется' },
    { no: '11', condition: 'Цели использования займа', content: purposeText(data.firstPage?.purposes ?? null) },
    { no: '12', condition: 'Ответственность за просрочку', content: data.penalty },
    {
      no: '13',
      condition: 'Уступка прав третьим лицам',
      content: 'Возможна в пользу лиц, которым закон разрешает приобретать такие права',
    },
    {
      no: '14',
      condition: 'Согласие с общими условиями',
      content: `Принимая индивидуальные условия, заёмщик соглашается с общими условиями, размещёнными на сайте${data.generalTerms ? ` (редакция ${data.generalTerms})` : ''}`,
    },
    { no: '15', condition: 'Платные услуги, без которых займ не выдаётся', content: 'Отсутствуют' },
    {
      no: '16',
      condition: 'Способ обмена информацией',
      content: `Личный кабинет, телефон ${data.borrower.phone}, электронная почта ${data.borrower.email}`,
    },
    { no: '17', condition: 'Способ получения займа', content: data.payout },
    ...addonItems(data.addons ?? []),
  ];
}

/** Services of the borrower's own choice: what is paid for them out of the loan on the day of issue. */
function addonItems(addons: NonNullable<IndividualTermsData['addons']>): readonly TermsItem[] {
  if (addons.length === 0) return [];
  const content = [
    ...addons.map(({ title, price }) => `${title}: ${rubles(price)}`),
    'Стоимость удерживается из суммы займа при её предоставлении и учтена в полной стоимости. Без этих услуг займ предоставляется также.',
  ].join('\n');
  return [{ no: '18', condition: 'Дополнительные услуги по выбору заёмщика', content }];
}

/** Who offers and how the offer is accepted. */
export function offerLines({ lender, borrower }: IndividualTermsData): readonly string[] {
  return [
    `Индивидуальные условия — оферта кредитора: ${lender.legalName}. Место их получения — место нахождения кредитора.`,
    `Акцепт — нажатие заёмщиком (${borrower.name}) кнопки «Продолжить со страховкой» или «Продолжить без страховки» в личном кабинете. ` +
      'Подписью служит аналог собственноручной подписи (простая электронная подпись, Федеральный закон № 63-ФЗ): её идентификатор стоит на листе подписей.',
    'Договор заключён со дня предоставления займа.',
  ];
}

/** The individual terms as a document: its values are hashed and signed, its first page bears the two frames. */
export const individualTerms: DocumentTemplate<IndividualTermsData> = Object.freeze({
  id: 'ru-mfo/individual-terms',
  version: 1,
  kind: 'INDIVIDUAL_TERMS',
  title: {
    en: 'Individual terms of a consumer microloan',
    ru: 'Индивидуальные условия договора потребительского микрозайма',
    be: 'Індывідуальныя ўмовы дагавора спажывецкай мікрапазыкі',
  },
  locale: 'ru' as const,
  fields: (data: IndividualTermsData) => [
    { name: 'number', value: data.number },
    { name: 'formedOn', value: data.formedOn },
    ...fullCostFrames(data.terms).map((value, i) => ({ name: `fullCost${i + 1}`, value })),
    ...lenderLines(data.lender).map((value, i) => ({ name: `lender${i + 1}`, value })),
    { name: 'borrower', value: data.borrower.name },
    ...statementsOf(data).map((value, i) => ({ name: `statement${i + 1}`, value })),
    ...termsItems(data).map(({ no, content }) => ({ name: `item${no}`, value: content })),
    ...(data.firstPage?.scheduleTable ? [{ name: 'schedule', value: scheduleText(data.terms) }] : []),
    ...offerLines(data).map((value, i) => ({ name: `offer${i + 1}`, value })),
  ],
  layout: (data: IndividualTermsData): readonly Block[] => [
    { kind: 'frames', frames: fullCostFrames(data.terms).map((text) => ({ text })), minPageShare: FRAME_SHARE },
    { kind: 'paragraph', text: `№ ${data.number} от ${longDate(data.formedOn)}` },
    ...lenderLines(data.lender).map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'paragraph', text: `Заёмщик: ${data.borrower.name}` },
    ...statementsOf(data).map((text) => ({ kind: 'paragraph' as const, text })),
    {
      kind: 'table',
      columns: [
        { title: '№', width: 1 },
        { title: 'Условие', width: 5 },
        { title: 'Содержание', width: 10 },
      ],
      rows: termsItems(data).map(({ no, condition, content }) => [no, condition, content]),
    },
    ...(data.firstPage?.scheduleTable ? scheduleBlocks(data.terms) : []),
    ...offerLines(data).map((text) => ({ kind: 'paragraph' as const, text })),
  ],
});

const statementsOf = ({ firstPage }: IndividualTermsData) => (firstPage ? firstPageStatements(firstPage).map(({ text }) => text) : []);

/** Item 6: the payments themselves, or where the table of them stands. */
function paymentsText({ terms, firstPage }: IndividualTermsData): string {
  if (!firstPage?.scheduleTable) return scheduleText(terms);
  return `Платежей: ${terms.schedule.length}, даты и суммы — в графике платежей, неотъемлемой части договора. ${scheduleTotalText(terms)}`;
}

function scheduleText(terms: ContractTerms): string {
  const rows = terms.schedule.map(
    (row) => `${row.no}) ${ruDate(row.dueOn)}: ${sum(addUp(row))} (основной долг ${sum(row.principal)}, проценты ${sum(row.interest)})`,
  );
  return [`Платежей: ${rows.length}`, ...rows].join('\n');
}

function addUp(row: ContractTerms['schedule'][number]): string {
  const cents = [row.principal, row.interest, row.fees].reduce((total, part) => total + BigInt(part.replace('.', '')), 0n);
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}

const comma = (decimal: string) => decimal.replace('.', ',');

/** Per cent a year, as 353-FZ art. 5 part 9 item 4 asks, by the year of art. 6 part 2. */
const yearly = (daily: string) => comma(new Decimal(daily).mul(365).toFixed(3));

const note = (text: string | null | false | 0 | undefined) => (text ? ` (изменено, ${text})` : '');
