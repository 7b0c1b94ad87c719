import { Decimal } from '../../../../schema/base';
import {
  chargesStatement,
  fixedSumStated,
  fixedSumStatement,
  frameType,
  moneyFramePlace,
  moneyFrameShare,
  penaltyStatement,
  percentFramePlace,
  percentFrameShare,
  scheduleGiven,
  scheduleSplit,
  scheduleTotal,
  termsOnFirstPage,
} from '../../documents/first-page';
import type { ReceptionCase } from './reception-case';

const of = (text: string) => new Decimal(text);
const small = { decidedTermDays: 15, decidedAmount: of('10000.00'), secured: false };

/** The first page of printed terms and the schedule: facts that pass and facts that fail. */
export const firstPageCases: readonly ReceptionCase[] = [
  {
    point: '4.2/1',
    sentence: 'the table begins on the first page',
    validator: termsOnFirstPage,
    good: [{ termsBeginOnPage: 1 }],
    bad: [{ termsBeginOnPage: 2 }],
    code: 'RU_MFO_INDIVIDUAL_TERMS_FORM',
  },
  {
    point: '4.2/2/место',
    sentence: 'the frame in per cent stands at the top right',
    validator: percentFramePlace,
    good: [{ percentFramePlace: 'TOP_RIGHT' }],
    bad: [{ percentFramePlace: 'ELSEWHERE' }],
    code: 'RU_MFO_PSK_BOX_POSITION',
  },
  {
    point: '4.2/2/шрифт',
    sentence: 'its type is in capitals, black on white, the largest of the page',
    validator: frameType,
    good: [{ frameType: ['CAPITALS', 'BLACK_ON_WHITE', 'LARGEST_ON_PAGE'] }],
    bad: [{ frameType: ['CAPITALS', 'BLACK_ON_WHITE'] }, { frameType: ['LARGEST_ON_PAGE', 'BLACK_ON_WHITE'] }, { frameType: [] }],
    code: 'RU_MFO_PSK_BOX_FONT',
  },
  {
    point: '4.2/2/площадь',
    sentence: 'the frame in per cent of 56 mm is large enough on A4, one of 55 is not',
    validator: percentFrameShare,
    good: [{ percentFrameShare: share(56) }, { percentFrameShare: of('5') }],
    bad: [{ percentFrameShare: share(55) }, { percentFrameShare: of('4.999') }],
    code: 'RU_MFO_PSK_BOX_AREA',
  },
  {
    point: '4.2/3/место',
    sentence: 'the frame in money stands right of the one in per cent',
    validator: moneyFramePlace,
    good: [{ moneyFramePlace: 'RIGHT_OF_PERCENT' }],
    bad: [{ moneyFramePlace: 'ELSEWHERE' }],
    code: 'RU_MFO_PSK_BOX_POSITION',
  },
  {
    point: '4.2/3/площадь',
    sentence: 'the frame in money of 50 mm is too small on A4',
    validator: moneyFrameShare,
    good: [{ moneyFrameShare: share(56) }],
    bad: [{ moneyFrameShare: share(50) }],
    code: 'RU_MFO_PSK_BOX_AREA',
  },
  {
    point: '4.3/1/текст',
    sentence: 'a contract of up to a year states the limit of charges on its first page',
    validator: chargesStatement,
    good: [{ decidedTermDays: 365, firstPageStatements: ['CHARGES_LIMIT'] }],
    bad: [{ decidedTermDays: 365, firstPageStatements: [] }],
    code: 'RU_MFO_FIRST_PAGE_STATEMENT_MISSING',
  },
  {
    point: '4.3/2/текст',
    sentence: 'a contract of up to a year states that penalties count on unpaid principal',
    validator: penaltyStatement,
    good: [{ decidedTermDays: 365, firstPageStatements: ['PENALTY_ON_PRINCIPAL'] }],
    bad: [{ decidedTermDays: 365, firstPageStatements: ['CHARGES_LIMIT'] }],
    code: 'RU_MFO_FIRST_PAGE_STATEMENT_MISSING',
  },
  {
    point: '4.4/1/текст',
    sentence: '10 000 for 15 days without security states the limit of the fixed sum',
    validator: fixedSumStatement,
    good: [{ ...small, firstPageStatements: ['FIXED_SUM_LIMIT'] }],
    bad: [{ ...small, firstPageStatements: [] }],
    code: 'RU_MFO_FIRST_PAGE_STATEMENT_MISSING',
  },
  {
    point: '4.4/2',
    sentence: '8 000 for 14 days states 1 200 as its largest fixed sum, and no other',
    validator: fixedSumStated,
    good: [{ decidedTermDays: 14, decidedAmount: of('8000'), secured: false, statedFixedSum: of('1200.00') }],
    bad: [
      { decidedTermDays: 14, decidedAmount: of('8000'), secured: false },
      { decidedTermDays: 14, decidedAmount: of('8000'), secured: false, statedFixedSum: of('1200.01') },
    ],
    code: 'RU_MFO_FIRST_PAGE_STATEMENT_MISSING',
  },
  {
    point: '4.10/а',
    sentence: 'terms without a schedule are not offered',
    validator: scheduleGiven,
    good: [{ schedulePayments: 1 }],
    bad: [{ schedulePayments: 0 }],
    code: 'RU_MFO_SCHEDULE_MISSING',
  },
  {
    point: '4.10/б',
    sentence: 'a payment of 12 000 that is 10 000 and 2 400 is not split',
    validator: scheduleSplit,
    good: [{ scheduleColumns: ['DATE', 'PRINCIPAL', 'INTEREST'], scheduleRowsAddUp: true }],
    bad: [
      { scheduleColumns: ['DATE', 'PRINCIPAL', 'INTEREST'], scheduleRowsAddUp: false },
      { scheduleColumns: ['DATE', 'TOTAL'], scheduleRowsAddUp: true },
    ],
    code: 'RU_MFO_SCHEDULE_NOT_SPLIT',
  },
  {
    point: '4.10/в',
    sentence: 'the schedule states what all payments come to',
    validator: scheduleTotal,
    good: [{ scheduleTotal: of('12400.00'), scheduleStatedTotal: of('12400') }],
    bad: [{ scheduleTotal: of('12400.00'), scheduleStatedTotal: of('12000.00') }, { scheduleTotal: of('12400.00') }],
    code: 'RU_MFO_SCHEDULE_TOTAL_MISMATCH',
  },
];

/** Per cent of A4 that a square of so many millimetres takes. */
function share(side: number): Decimal {
  return of(String(side * side))
    .mul(100)
    .div(210 * 297);
}
