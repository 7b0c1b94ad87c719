import type { ContractTerms } from '../../../modules/contracts';
import type { Block } from '../../../modules/documents';
import type { ResolvedRules } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { rules } from '../rule-set';
import { fixedSumOf, statements } from './first-page';
import { rubles, ruDate, sum } from './russian-text';

/** What a lender's rules want stated beside the items of the terms; every sum and rate as a decimal string. */
export interface FirstPageData {
  /** Charges stop at so many per cent of the loan. */
  readonly chargesPercent: string | null;
  readonly penaltyOnPrincipal: boolean;
  readonly fixedSum: { readonly percent: string; readonly amount: string; readonly penaltyDaily: string } | null;
  /** Purposes lent for; `null`: any. */
  readonly purposes: readonly string[] | null;
  /** Whether the schedule is a table of its own, with principal, interest and total. */
  readonly scheduleTable: boolean;
}

/** What the first page of these terms must state by the rules of the day. */
export function firstPageData(resolved: ResolvedRules, terms: ContractTerms, secured: boolean): FirstPageData {
  const read = <N extends Parameters<typeof rules.read>[1]>(name: N) => rules.read(resolved, name);
  const within = (bound: { readonly value: number } | null) => bound !== null && terms.termDays <= bound.value;
  const upToDays = read('statement.fixedSum.upToDays');
  const upToAmount = read('statement.fixedSum.upToAmount');
  const percent = read('statement.fixedSum.percent');
  const penaltyDaily = read('specialLoan.penaltyDaily');
  const principal = new Decimal(terms.principal);
  const small = !secured && within(upToDays) && upToAmount !== null && principal.lte(upToAmount.decimal);
  return {
    chargesPercent: within(read('statement.charges.upToDays')) ? (read('charges.max')?.value ?? null) : null,
    penaltyOnPrincipal: within(read('statement.penalty.upToDays')),
    fixedSum:
      small && percent && penaltyDaily
        ? { percent: percent.value, amount: fixedSumOf(principal, percent.decimal).toFixed(2), penaltyDaily: penaltyDaily.value }
        : null,
    purposes: read('purpose.allowed')?.value ?? null,
    scheduleTable: read('schedule.columns') !== null,
  };
}

const comma = (decimal: string) => decimal.replace('.', ',');

/** The statements of the first page, each with its code; they stand between the frames and the table. */
export function firstPageStatements({ chargesPercent, penaltyOnPrincipal, fixedSum }: FirstPageData): readonly {
  readonly code: string;
  readonly text: string;
}[] {
  return [
    ...(chargesPercent
      ? [
          {
            code: statements.charges,
            text:
              'Кредитор не вправе начислять заёмщику проценты, неустойку (штраф, пеню), иные меры ответственности, а также платежи за ' +
              `услуги за отдельную плату после того, как их общая сумма достигнет ${comma(chargesPercent)} процентов суммы предоставленного займа.`,
          },
        ]
      : []),
    ...(penaltyOnPrincipal
      ? [
          {
            code: statements.penalty,
            text: 'После возникновения просрочки неустойка (штраф, пеня) и иные меры ответственности начисляются только на непогашенную часть суммы основного долга.',
          },
        ]
      : []),
    ...(fixedSum
      ? [
          {
            code: statements.fixedSum,
            text:
              `Проценты, меры ответственности и платежи за услуги не начисляются, когда фиксируемая сумма платежей достигнет ${comma(fixedSum.percent)} процентов ` +
              `суммы займа, кроме неустойки ${comma(fixedSum.penaltyDaily)} процента от суммы просроченной задолженности за каждый день нарушения. ` +
              `Максимальное значение фиксируемой суммы платежей: ${rubles(fixedSum.amount)}.`,
          },
        ]
      : []),
  ];
}

const purposeWords: Readonly<Record<string, string>> = { NON_BUSINESS: 'Цели, не связанные с предпринимательской деятельностью' };

export const purposeText = (purposes: readonly string[] | null): string =>
  purposes === null ? 'Не ограничены' : purposes.map((code) => purposeWords[code] ?? code).join('; ');

/** The payments of a schedule as decimals, and what they come to. */
export function schedulePayments({ schedule }: Pick<ContractTerms, 'schedule'>) {
  const rows = schedule.map(({ no, dueOn, principal, interest, fees }) => {
    const total = new Decimal(principal).plus(interest).plus(fees);
    return { no, dueOn, principal: new Decimal(principal), interest: new Decimal(interest), fees: new Decimal(fees), total };
  });
  const add = (of: (row: (typeof rows)[number]) => Decimal) => rows.reduce((all, row) => all.plus(of(row)), new Decimal(0));
  return {
    rows,
    principal: add((row) => row.principal),
    interest: add((row) => row.interest),
    fees: add((row) => row.fees),
    total: add((row) => row.total),
  };
}

export const scheduleTotalText = (terms: Pick<ContractTerms, 'schedule'>): string =>
  `Общая сумма выплат заёмщика в течение срока договора: ${rubles(schedulePayments(terms).total.toFixed(2))}`;

/** The schedule as an integral part of the contract: each payment in its parts, and the total by the terms of the day. */
export function scheduleBlocks(terms: ContractTerms): readonly Block[] {
  const { rows, principal, interest, fees, total } = schedulePayments(terms);
  const withFees = fees.greaterThan(0);
  const money = (value: Decimal) => sum(value.toFixed(2));
  const right = (title: string, width: number) => ({ title, width, align: 'right' as const });
  return [
    { kind: 'heading', text: 'График платежей — неотъемлемая часть договора' },
    {
      kind: 'table',
      columns: [
        { title: '№', width: 1, align: 'center' },
        { title: 'Дата платежа', width: 3 },
        right('Основной долг, ₽', 4),
        right('Проценты, ₽', 4),
        ...(withFees ? [right('Услуги, ₽', 3)] : []),
        right('Всего, ₽', 4),
      ],
      rows: [
        ...rows.map((row) => [
          String(row.no),
          ruDate(row.dueOn),
          money(row.principal),
          money(row.interest),
          ...(withFees ? [money(row.fees)] : []),
          money(row.total),
        ]),
        ['', 'Итого', money(principal), money(interest), ...(withFees ? [money(fees)] : []), money(total)],
      ],
    },
    { kind: 'paragraph', text: `${scheduleTotalText(terms)}.` },
  ];
}
