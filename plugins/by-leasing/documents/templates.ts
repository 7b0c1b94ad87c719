import type { Block, DocumentTemplate } from '../../../modules/documents';
import type { Sentence } from '../../../schema/base';
import { type DocumentKind, documentKinds } from './kinds';

type Line = { readonly name: string; readonly label: string; readonly value: string };

/** What a document is formed from. All values as they are printed and hashed. */
export interface DocumentData {
  /** ISO 8601 day. */
  readonly formedOn: string;
  readonly lender: readonly Line[];
  /** Values in the order of the kind's fields. */
  readonly rows: readonly Line[];
  readonly payments: readonly { readonly dueOn: string; readonly principal: string; readonly reward: string }[];
}

const titles: Readonly<Record<DocumentKind, Sentence>> = {
  QUESTIONNAIRE: { en: 'Questionnaire', ru: 'Анкета', be: 'Анкета' },
  GUARANTOR_QUESTIONNAIRE: { en: 'Questionnaire of the guarantor', ru: 'Анкета поручителя', be: 'Анкета паручыцеля' },
  CREDIT_REPORT_CONSENT: {
    en: 'Consent to a credit report',
    ru: 'Согласие на предоставление кредитного отчёта',
    be: 'Згода на прадстаўленне крэдытнай справаздачы',
  },
  FSZN_CONSENT: {
    en: 'Consent to data of the social protection fund',
    ru: 'Согласие на получение данных ФСЗН',
    be: 'Згода на атрыманне даных ФСАН',
  },
  PERSONAL_DATA_CONSENT: {
    en: 'Consent to the processing of personal data',
    ru: 'Согласие на обработку персональных данных',
    be: 'Згода на апрацоўку персанальных даных',
  },
  FINANCING_TERMS_CONFIRMATION: {
    en: 'Confirmation of the financing terms',
    ru: 'Подтверждение условий финансирования',
    be: 'Пацвярджэнне ўмоў фінансавання',
  },
  GUARANTOR_CONSENT: { en: 'Consent to stand surety', ru: 'Согласие выступить поручителем', be: 'Згода выступіць паручыцелем' },
  LEASING_MAIN_TERMS: {
    en: 'Main terms of the leasing contract',
    ru: 'Основные условия договора финансовой аренды (лизинга)',
    be: 'Асноўныя ўмовы дагавора фінансавай арэнды (лізінгу)',
  },
  LEASING_CONTRACT: {
    en: 'Leasing contract',
    ru: 'Договор финансовой аренды (лизинга)',
    be: 'Дагавор фінансавай арэнды (лізінгу)',
  },
  PURCHASE_CONTRACT: {
    en: 'Purchase contract for the leased item',
    ru: 'Договор купли-продажи предмета лизинга',
    be: 'Дагавор куплі-продажу прадмета лізінгу',
  },
  SURETY_CONTRACT: { en: 'Surety contract', ru: 'Договор поручительства', be: 'Дагавор паручыцельства' },
  ACCEPTANCE_CERTIFICATE: { en: 'Acceptance certificate', ru: 'Акт приёмки-передачи', be: 'Акт прыёмкі-перадачы' },
  ADDENDUM: { en: 'Addendum', ru: 'Дополнительное соглашение', be: 'Дадатковае пагадненне' },
  BUYOUT_DOCUMENT: {
    en: 'Buy-out of the leased item',
    ru: 'Документ о выкупе предмета лизинга',
    be: 'Дакумент аб выкупе прадмета лізінгу',
  },
};

/** What is declared by signing, beside the values. */
const statements: Partial<Readonly<Record<DocumentKind, readonly string[]>>> = {
  QUESTIONNAIRE: ['Указанные сведения достоверны и проверены мной перед подписанием.'],
  GUARANTOR_QUESTIONNAIRE: ['Указанные сведения достоверны и проверены мной перед подписанием.'],
  CREDIT_REPORT_CONSENT: [
    'Согласен на предоставление лизингодателю моего кредитного отчёта из Кредитного регистра для рассмотрения заявки и исполнения сделки.',
  ],
  FSZN_CONSENT: ['Согласен на получение лизингодателем сведений обо мне из Фонда социальной защиты населения.'],
  PERSONAL_DATA_CONSENT: ['Согласен на обработку моих персональных данных лизингодателем по указанной версии политики.'],
  FINANCING_TERMS_CONFIRMATION: ['С основными условиями финансирования ознакомлен, они мне понятны и мной подтверждены.'],
  GUARANTOR_CONSENT: ['Согласен выступить поручителем по сделке, указанной в заявке.'],
  PURCHASE_CONTRACT: ['Предмет лизинга и продавец выбраны лизингополучателем и с ним согласованы.'],
  ACCEPTANCE_CERTIFICATE: ['Предмет лизинга передан лизингодателем и принят лизингополучателем.'],
};

const paymentRows = ({ payments }: DocumentData) =>
  payments.map(({ dueOn, principal, reward }, i) => [String(i + 1), dueOn, principal, reward]);
const lineValues = (lines: readonly Line[]) => lines.map(({ name, value }) => ({ name, value }));
const list = (lines: readonly Line[]): Block => ({ kind: 'fields', fields: lines.map(({ label, value }) => ({ label, value })) });

function template(kind: DocumentKind): DocumentTemplate<DocumentData> {
  const said = statements[kind] ?? [];
  return Object.freeze({
    id: `by-leasing/${kind.toLowerCase().replaceAll('_', '-')}`,
    version: 1,
    kind,
    title: titles[kind],
    locale: 'ru' as const,
    fields: (data: DocumentData) => [
      { name: 'formedOn', value: data.formedOn },
      ...lineValues(data.lender),
      ...lineValues(data.rows),
      ...paymentRows(data).map((row, i) => ({ name: `payment${i + 1}`, value: row.join(' ') })),
      ...said.map((value, i) => ({ name: `statement${i + 1}`, value })),
    ],
    layout: (data: DocumentData): readonly Block[] => [
      { kind: 'paragraph', text: data.formedOn },
      { kind: 'heading', text: 'Лизингодатель' },
      list(data.lender),
      { kind: 'heading', text: 'Сведения' },
      list(data.rows),
      ...(data.payments.length > 0
        ? [
            { kind: 'heading' as const, text: 'График лизинговых платежей' },
            {
              kind: 'table' as const,
              columns: [
                { title: '№', width: 1 },
                { title: 'Дата', width: 3 },
                { title: 'Возмещение стоимости, BYN', width: 4, align: 'right' as const },
                { title: 'Вознаграждение, BYN', width: 4, align: 'right' as const },
              ],
              rows: paymentRows(data),
            },
          ]
        : []),
      ...said.map((text) => ({ kind: 'paragraph' as const, text })),
    ],
  });
}

const byKind = new Map(documentKinds.map((kind) => [kind, template(kind)]));

/** Templates of all kinds, one each. */
export const leasingTemplates: readonly DocumentTemplate<DocumentData>[] = [...byKind.values()];

export const templateOf = (kind: DocumentKind): DocumentTemplate<DocumentData> => byKind.get(kind)!;
