import type { Block, DocumentTemplate } from '../../../modules/documents';
import type { Sentence } from '../../../schema/base';
import { type IndividualTermsData, lenderLines } from '../documents/individual-terms';
import { longDate, rubles } from '../documents/russian-text';
import { type Borrower, borrowerLines } from './borrower';

/** What stands in every document that a client signs with an application or with the terms. */
export interface PacketDocumentData {
  /** Number of the application. */
  readonly number: string;
  /** ISO 8601 day. */
  readonly formedOn: string;
  readonly lender: IndividualTermsData['lender'];
  readonly borrower: Borrower;
  /** What is applied for; amount as a decimal string. */
  readonly amount: string;
  readonly termDays: number;
  /** How the money is wanted, in words. */
  readonly payout: string;
  /** Version of the agreement on the simple electronic signature. */
  readonly agreementVersion: string;
  /** Edition of the lender's rules, as it is approved. */
  readonly rules: string;
}

function template(
  kind: string,
  title: Sentence,
  body: (data: PacketDocumentData) => readonly string[],
): DocumentTemplate<PacketDocumentData> {
  const lines = (data: PacketDocumentData) => [...lenderLines(data.lender), ...borrowerLines(data.borrower), ...body(data)];
  return Object.freeze({
    id: `ru-mfo/${kind.toLowerCase().replaceAll('_', '-')}`,
    version: 1,
    kind,
    title,
    locale: 'ru' as const,
    fields: (data: PacketDocumentData) => [
      { name: 'number', value: data.number },
      { name: 'formedOn', value: data.formedOn },
      ...lines(data).map((value, i) => ({ name: `line${i + 1}`, value })),
    ],
    layout: (data: PacketDocumentData): readonly Block[] => [
      { kind: 'paragraph', text: `К заявлению № ${data.number}, ${longDate(data.formedOn)} (${data.formedOn})` },
      ...lines(data).map((text) => ({ kind: 'paragraph' as const, text })),
    ],
  });
}

/** Consent to the processing of personal data: 152-FZ art. 9. */
export const personalDataConsent = template(
  'PERSONAL_DATA_CONSENT',
  {
    en: 'Consent to the processing of personal data',
    ru: 'Согласие на обработку персональных данных заёмщика',
    be: 'Згода на апрацоўку персанальных даных пазычальніка',
  },
  () => [
    'Заёмщик свободно, своей волей и в своём интересе соглашается на обработку кредитором своих персональных данных: сбор, запись, хранение, уточнение, использование, передачу платёжному партнёру для перечисления займа, обезличивание и уничтожение.',
    'Цель — рассмотрение заявления, заключение и исполнение договора займа. Состав — сведения, указанные заёмщиком при регистрации и в заявлении.',
    'Согласие действует до исполнения обязательств по договору и истечения сроков хранения, установленных законом; его можно отозвать письменным заявлением кредитору.',
  ],
);

/** Consent to a credit report: 218-FZ art. 6. */
export const creditReportConsent = template(
  'CREDIT_REPORT_CONSENT',
  {
    en: 'Consent to a credit report',
    ru: 'Согласие на получение кредитного отчёта',
    be: 'Згода на атрыманне крэдытнай справаздачы',
  },
  ({ number }) => [
    `Заёмщик соглашается на получение кредитором его кредитного отчёта в бюро кредитных историй для рассмотрения заявления № ${number}, заключения и исполнения договора займа.`,
    'Согласие действует шесть месяцев со дня подписания, а если договор займа заключён — до конца срока его действия.',
  ],
);

export const loanApplication = template(
  'LOAN_APPLICATION',
  { en: 'Application for a loan', ru: 'Заявка на получение займа', be: 'Заяўка на атрыманне пазыкі' },
  ({ amount, termDays, payout, rules }) => [
    `Заёмщик просит предоставить заём: ${rubles(amount)} на ${termDays} календарных дней. ${payout}.`,
    `Правила предоставления займов (${rules}) прочитаны, понятны и приняты.`,
    'Заёмщик отвечает за достоверность и точность сведений: риск последствий неверных сведений несёт он сам, и ему известно об уголовной ответственности за ложные сведения и поддельные документы.',
  ],
);

/** Agreement on the signature: 63-FZ art. 9. */
export const signatureAgreement = template(
  'ESIGN_AGREEMENT',
  {
    en: 'Agreement on the use of the simple electronic signature',
    ru: 'Соглашение об использовании простой электронной подписи',
    be: 'Пагадненне аб выкарыстанні простага электроннага подпісу',
  },
  ({ agreementVersion }) => [
    `Стороны признают документы, подписанные простой электронной подписью по соглашению в редакции ${agreementVersion}, равнозначными бумажным документам с собственноручной подписью.`,
    'Ключ подписи — одноразовый код, отправленный на подтверждённый номер заёмщика для этого пакета документов. Подпись — символы, сформированные системой кредитора при верном вводе кода; они стоят на листе подписей каждого документа.',
    'Заёмщик хранит код и пароль в тайне и никому их не сообщает.',
  ],
);

/** Offered, never demanded: 38-FZ art. 18. */
export const advertisingConsent = template(
  'ADVERTISING_CONSENT',
  { en: 'Consent to advertising', ru: 'Согласие на получение рекламы', be: 'Згода на атрыманне рэкламы' },
  () => [
    'Заёмщик соглашается получать рекламу услуг кредитора по телефону и электронной почте. Согласие не обязательно и отзывается в любое время.',
  ],
);

export const packetTemplates = [personalDataConsent, creditReportConsent, loanApplication, signatureAgreement, advertisingConsent] as const;

/** The template of a kind of document; undefined for kinds that are formed elsewhere. */
export const packetTemplate = (kind: string): DocumentTemplate<PacketDocumentData> | undefined =>
  packetTemplates.find((one) => one.kind === kind);
