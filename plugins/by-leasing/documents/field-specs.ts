import type { ClientKind } from '../../../modules/clients';
import type { DocumentKind } from './kinds';

export type FieldType = 'TEXT' | 'MONEY' | 'WHOLE' | 'DATE' | 'CHOICE';

/** Facts that the lender has and fills in for the client, who confirms that they are current. */
export const autoSources = [
  'PERSON_NAME',
  'BIRTH_DATE',
  'ADDRESS',
  'PHONE',
  'ORGANISATION',
  'UNP',
  'APPLICATION_NUMBER',
  'CONTRACT_NUMBER',
  'AMOUNT',
  'TERM_DAYS',
  'POLICY_VERSION',
  'MAIN_TERMS',
] as const;
export type AutoSource = (typeof autoSources)[number];

/** One value of a document: what it is called on paper, what may stand there, whether it may be left out. */
export interface FieldSpec {
  readonly name: string;
  /** As printed. */
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** Of CHOICE: codes with the words that are printed. */
  readonly options?: Readonly<Record<string, string>>;
  /** Filled in for the client from what the lender knows. */
  readonly auto?: AutoSource;
}

const field = (name: string, label: string, type: FieldType, more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  label,
  type,
  required: true,
  ...more,
});
const auto = (name: string, label: string, source: AutoSource, more: Partial<FieldSpec> = {}) =>
  field(name, label, 'TEXT', { auto: source, ...more });

const person: readonly FieldSpec[] = [
  auto('fullName', 'Фамилия, собственное имя, отчество', 'PERSON_NAME'),
  auto('birthDate', 'Дата рождения', 'BIRTH_DATE', { type: 'DATE' }),
  auto('address', 'Адрес регистрации', 'ADDRESS'),
];
const organisation: readonly FieldSpec[] = [
  auto('organisationName', 'Наименование организации', 'ORGANISATION'),
  auto('address', 'Место нахождения', 'ADDRESS', { required: false }),
];
const unp = auto('unp', 'УНП', 'UNP');
const phone = auto('phone', 'Телефон', 'PHONE');

/** What identifies whoever gives a document, by kind of client. */
const partyFields: Readonly<Record<ClientKind, readonly FieldSpec[]>> = {
  INDIVIDUAL: [...person, phone],
  SOLE_PROPRIETOR: [...person, unp, phone],
  LEGAL_ENTITY: [...organisation, unp, phone],
};

const incomeSources = {
  EMPLOYMENT: 'работа по найму',
  BUSINESS: 'предпринимательская деятельность',
  PENSION: 'пенсия',
  OTHER: 'иной доход',
};
const relations = { RELATIVE: 'родственник', EMPLOYER: 'наниматель', FOUNDER: 'учредитель', OTHER: 'иное лицо' };

const finances = (kind: ClientKind): readonly FieldSpec[] =>
  kind === 'LEGAL_ENTITY'
    ? [
        field('income', 'Выручка за последний квартал, BYN', 'MONEY'),
        field('activity', 'Вид деятельности', 'TEXT'),
        field('employees', 'Численность работников', 'WHOLE', { required: false }),
      ]
    : [
        field('income', 'Среднемесячный доход, BYN', 'MONEY'),
        field('incomeSource', 'Источник дохода', 'CHOICE', { options: incomeSources }),
        field('expenses', 'Ежемесячные платежи по обязательствам, BYN', 'MONEY', { required: false }),
      ];

const item: readonly FieldSpec[] = [field('item', 'Предмет лизинга', 'TEXT'), field('price', 'Стоимость предмета лизинга, BYN', 'MONEY')];
const request: readonly FieldSpec[] = [
  auto('amount', 'Сумма финансирования', 'AMOUNT', { type: 'MONEY' }),
  auto('termDays', 'Срок, календарных дней', 'TERM_DAYS', { type: 'WHOLE' }),
];
const application = auto('applicationNumber', 'Номер заявки', 'APPLICATION_NUMBER');
const contract = auto('contractNumber', 'Номер договора финансовой аренды (лизинга)', 'CONTRACT_NUMBER');

const dealTerms: readonly FieldSpec[] = [
  ...item,
  field('seller', 'Продавец', 'TEXT'),
  field('advance', 'Аванс, BYN', 'MONEY'),
  field('buyoutPrice', 'Выкупная стоимость, BYN', 'MONEY'),
];

const own: Readonly<Record<DocumentKind, (kind: ClientKind) => readonly FieldSpec[]>> = {
  QUESTIONNAIRE: (kind) => [application, ...request, ...item, ...finances(kind)],
  GUARANTOR_QUESTIONNAIRE: (kind) => [
    application,
    ...finances(kind),
    field('relation', 'Отношение к лизингополучателю', 'CHOICE', { options: relations }),
  ],
  CREDIT_REPORT_CONSENT: () => [application],
  FSZN_CONSENT: () => [application],
  PERSONAL_DATA_CONSENT: () => [auto('policyVersion', 'Политика обработки персональных данных, версия', 'POLICY_VERSION')],
  FINANCING_TERMS_CONFIRMATION: () => [application, auto('mainTerms', 'SHA-256 основных условий', 'MAIN_TERMS')],
  GUARANTOR_CONSENT: () => [application],
  LEASING_MAIN_TERMS: () => [application, ...dealTerms],
  LEASING_CONTRACT: () => [application, ...dealTerms],
  PURCHASE_CONTRACT: () => [application, ...item, field('seller', 'Продавец', 'TEXT'), field('deliveryTerm', 'Срок поставки', 'DATE')],
  SURETY_CONTRACT: () => [
    application,
    field('obligation', 'Обеспечиваемое обязательство', 'TEXT'),
    field('limit', 'Предел ответственности, BYN', 'MONEY'),
  ],
  ACCEPTANCE_CERTIFICATE: () => [
    contract,
    field('item', 'Предмет лизинга', 'TEXT'),
    field('acceptedOn', 'Дата приёмки', 'DATE'),
    field('condition', 'Состояние', 'TEXT'),
  ],
  ADDENDUM: () => [contract, field('change', 'Изменение условий', 'TEXT'), field('effectiveFrom', 'Действует с', 'DATE')],
  BUYOUT_DOCUMENT: () => [contract, field('item', 'Предмет лизинга', 'TEXT'), field('buyoutPrice', 'Выкупная стоимость, BYN', 'MONEY')],
};

/** All values of a document of this kind, given or signed by such a client, in the order in which they are hashed and printed. */
export const fieldSpecs = (kind: DocumentKind, client: ClientKind): readonly FieldSpec[] => [...partyFields[client], ...own[kind](client)];

const MAX_TEXT = 500;
const MONEY = /^\d{1,13}\.\d{2}$/;
const WHOLE = /^\d{1,9}$/;

/** Whether a value may stand in a field: its form, and for a choice one of the options. */
export function isSoundValue(spec: FieldSpec, value: string): boolean {
  if (spec.type === 'CHOICE') return spec.options !== undefined && Object.hasOwn(spec.options, value);
  if (spec.type === 'MONEY') return MONEY.test(value);
  if (spec.type === 'WHOLE') return WHOLE.test(value);
  if (spec.type === 'DATE') return isDay(value);
  return value.length > 0 && value.length <= MAX_TEXT && !/\p{C}/u.test(value);
}

function isDay(value: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}
