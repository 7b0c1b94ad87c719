export { type BasePeriod, basePeriod, type IntervalUnit, periodsPerYear } from './base-period';
export { type CashFlow, type FullCostOfCredit, fullCostOfCredit, fullCostOfCreditLine } from './full-cost-of-credit';
export { loanTerms, tariffOn, type WantedLoan } from './loan-terms';
export {
  instalmentSchedule,
  kopecks,
  type LoanTerms,
  paymentSchedule,
  type ScheduleRow,
  scheduleFlows,
  simpleInterest,
  singlePaymentSchedule,
} from './schedule';
