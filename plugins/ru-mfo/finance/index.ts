export { type BasePeriod, basePeriod, type IntervalUnit, periodsPerYear } from './base-period';
export { type CashFlow, type FullCostOfCredit, fullCostOfCredit } from './full-cost-of-credit';
export {
  instalmentSchedule,
  kopecks,
  type LoanTerms,
  type ScheduleRow,
  scheduleFlows,
  simpleInterest,
  singlePaymentSchedule,
} from './schedule';
