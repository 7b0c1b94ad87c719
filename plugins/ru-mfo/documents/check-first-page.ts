import { type CommandContext, Refusal } from '../../../modules/commands';
import type { ContractTerms } from '../../../modules/contracts';
import { type Block, measureDocument, type PageGeometry, type PlacedFrame } from '../../../modules/documents';
import { blocks, runValidators, toFindings } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { FIRST_PAGE } from './first-page';
import { type FirstPageData, firstPageStatements, schedulePayments, scheduleTotalText } from './first-page-text';

/** Columns of the table of individual terms, by the Bank of Russia's form. */
export const termsColumns = ['№', 'Условие', 'Содержание'] as const;

export interface LaidOutTerms {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly terms: ContractTerms;
  readonly firstPage: FirstPageData;
  readonly secured: boolean;
}

/**
 * Lays the terms out as they would be printed and judges their first page: frames, type, statements, table, schedule.
 * @throws Refusal with every clause that the page breaks; nothing is offered then
 */
export function checkFirstPage(context: CommandContext, laidOut: LaidOutTerms): void {
  const resolved = rulesToday(context);
  if (!rules.read(resolved, 'terms.form')) return;
  const facts = rules.factSet(firstPageFacts(measureDocument({ title: laidOut.title, blocks: laidOut.blocks }), laidOut));
  const findings = toFindings(runValidators(resolved.validatorsAt(FIRST_PAGE), facts, resolved), resolved);
  if (findings.some(blocks)) throw new Refusal(findings);
}

/** What the rules ask of a first page, as measured. */
export function firstPageFacts(geometry: PageGeometry, laidOut: LaidOutTerms): Parameters<typeof rules.factSet>[0] {
  const { terms, firstPage, secured } = laidOut;
  const table = geometry.blocks.find(
    ({ block }) => block.kind === 'table' && block.columns.every(({ title }, i) => title === termsColumns[i]),
  );
  const whole = new Set(
    geometry.blocks.flatMap(({ block, lastPage }) => (lastPage === 1 && block.kind === 'paragraph' ? [block.text] : [])),
  );
  const printed = new Set(geometry.blocks.flatMap(({ block }) => (block.kind === 'paragraph' ? [block.text] : [])));
  const stated = firstPageStatements(firstPage).filter(({ text }) => whole.has(text));
  const { rows, total } = schedulePayments(terms);
  const schedule = geometry.blocks.find(
    ({ block }) => block.kind === 'table' && block.columns.some(({ title }) => title.startsWith('Дата')),
  );
  const columns = schedule?.block.kind === 'table' ? schedule.block.columns.map(({ title }) => title) : [];
  const has = (word: string) => columns.some((title) => title.startsWith(word));
  const adds = rows.every((row) => row.principal.plus(row.interest).plus(row.fees).equals(row.total));
  const principal = rows.reduce((sum, row) => sum.plus(row.principal), new Decimal(0));
  const [percent, money] = geometry.frames?.frames ?? [];
  return {
    decidedAmount: [new Decimal(terms.principal), 'DECISION'],
    decidedTermDays: [terms.termDays, 'DECISION'],
    secured: [secured, 'APPLICATION'],
    termsForm: [table ? 'BANK_OF_RUSSIA_TABLE' : 'OTHER', 'LAYOUT'],
    termsBeginOnPage: [table?.firstPage ?? 0, 'LAYOUT'],
    percentFramePlace: [percent && money && isTopRight(geometry, percent, money) ? 'TOP_RIGHT' : 'ELSEWHERE', 'LAYOUT'],
    moneyFramePlace: [
      percent && money && money.x >= percent.x + percent.side && money.y === percent.y ? 'RIGHT_OF_PERCENT' : 'ELSEWHERE',
      'LAYOUT',
    ],
    frameType: [typeOf(geometry), 'LAYOUT'],
    percentFrameShare: [shareOf(geometry, percent), 'LAYOUT'],
    moneyFrameShare: [shareOf(geometry, money), 'LAYOUT'],
    firstPageStatements: [stated.map(({ code }) => code), 'LAYOUT'],
    ...(firstPage.fixedSum && stated.some(({ code }) => code === 'FIXED_SUM_LIMIT')
      ? { statedFixedSum: [new Decimal(firstPage.fixedSum.amount), 'LAYOUT'] as const }
      : {}),
    schedulePayments: [schedule ? rows.length : 0, 'LAYOUT'],
    scheduleColumns: [
      [...(has('Дата') ? ['DATE'] : []), ...(has('Основной долг') ? ['PRINCIPAL'] : []), ...(has('Проценты') ? ['INTEREST'] : [])],
      'LAYOUT',
    ],
    scheduleRowsAddUp: [adds && principal.equals(terms.principal), 'CALCULATION'],
    scheduleTotal: [total, 'CALCULATION'],
    ...(printed.has(`${scheduleTotalText(terms)}.`) ? { scheduleStatedTotal: [total, 'LAYOUT'] as const } : {}),
  };
}

/** The pair stands at the top margin and ends at the right one: the frame in money is to be right of the one in per cent. */
const isTopRight = ({ width, margin }: PageGeometry, percent: PlacedFrame, money: PlacedFrame): boolean =>
  percent.y === margin && Math.abs(money.x + money.side - (width - margin)) < 0.5;

function shareOf({ width, height }: PageGeometry, frame: PlacedFrame | undefined): Decimal {
  return frame ? new Decimal(frame.side).mul(frame.side).mul(100).div(width).div(height) : new Decimal(0);
}

function typeOf({ frames, largestOutside, ink, paper }: PageGeometry): string[] {
  if (!frames) return [];
  return [
    ...(frames.frames.every(({ text }) => text === text.toUpperCase()) ? ['CAPITALS'] : []),
    ...(ink === 'black' && paper === 'white' ? ['BLACK_ON_WHITE'] : []),
    ...(frames.fontSize >= largestOutside ? ['LARGEST_ON_PAGE'] : []),
  ];
}
