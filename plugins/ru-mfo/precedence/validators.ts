import { fail, notApplicable, pass } from '../../../modules/rules';
import { rules } from '../rule-set';

/**
 * Law stands before the contract, the contract before the lender's rules: where the contract sets a term of the transfer itself,
 * keeping to the rules' longer one is no excuse. A late transfer is told, not refused.
 */
export const contractTerm = rules.validator({
  id: 'ru-mfo.contract-term',
  appliesAt: ['TRANSFER'],
  facts: ['actedOn'],
  optionalFacts: ['agreedTransferDays', 'transferDueOn'],
  params: ['precedence.contract'],
  severity: 'WARNING',
  check: ({ actedOn, agreedTransferDays, transferDueOn }, { 'precedence.contract': contractFirst }) => {
    if (!contractFirst.value || agreedTransferDays === undefined || !transferDueOn) return notApplicable;
    return actedOn.since(transferDueOn).sign <= 0
      ? pass
      : fail('RU_MFO_DISBURSEMENT_OVERDUE', contractFirst, { dueOn: transferDueOn.toString(), workingDays: agreedTransferDays });
  },
});
