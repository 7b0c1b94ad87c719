import { type AccrualPolicy, inOrder, type RepaymentPolicy, repaymentBuckets } from '../../../modules/contracts';
import { Decimal } from '../../../schema/base';
import { perform } from '../lenders';
import { rules } from '../rule-set';
import { chargeRules, rulesOfContract } from './charge-rules';
import { type ChargeRules, chargesOf } from './charges';
import { allocationBy, respread } from './repayment';
import { readFacts, type ServicingFacts } from './servicing-facts';

/** What each day of a loan costs, by its edition, the law of its day and the lender's tariff. */
export const ruMfoAccrual: AccrualPolicy<ServicingFacts> = {
  facts: readFacts,
  ruleFor(contract, scope, facts) {
    let known: ChargeRules | null = null;
    return (day) => {
      // Interest and penalty are charged apart from each other and from the principal, and are kept so.
      perform(scope.lender.code, 'debt.parts');
      known ??= chargeRules(scope, contract, day.firstTerms, facts?.services ?? new Decimal(0));
      return chargesOf(known)(day);
    };
  },
};

/** How payments are split: by the order of 353-FZ art. 5 part 20, or the lender's own where its edition has one. */
export const ruMfoRepayment: RepaymentPolicy<ServicingFacts> = {
  facts: readFacts,
  ruleFor(contract, scope, facts) {
    const order = rules.read(rulesOfContract(scope, contract), 'repayment.order');
    return {
      // An edition whose text is not held says nothing: what is overdue first.
      allocate: order ? allocationBy(order.value) : inOrder(repaymentBuckets),
      reschedule: respread,
      // A line of credit waits for further tranches until its last day.
      closesAtZero: (on, { dueOn }) => !facts?.isLine || on >= dueOn,
    };
  },
};
