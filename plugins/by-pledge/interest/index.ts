export { type DayRounding, dailyInterest, kopecks, yearlyRate } from './daily-interest';
export { equalParts, loanTerms, paymentDays, plannedInterest, scheduleOf } from './schedule';
export { byPledgeAccrual, byPledgeRepayment, interestRule, repaymentRule, roundingOf } from './servicing';
export { type SupposedPayment, type Supposition, suppose } from './what-if';
