import { applicationsOpen, dataConfirmed, dataTruthful } from '../validators/account';
import type { RuleCase } from './process-cases';

/** Rules of an account, under the lender whose registration goes in steps. */
export const accountCases: readonly RuleCase[] = [
  {
    clause: '9/1',
    sentence: 'an application whose data nobody confirmed is refused',
    validator: dataConfirmed,
    good: [{ dataConfirmed: true }],
    bad: [{ dataConfirmed: false }],
    code: 'RU_MFO_DATA_NOT_CONFIRMED',
  },
  {
    clause: '33/5',
    sentence: 'an unanswered demand blocks applications, none lets them pass',
    validator: applicationsOpen,
    good: [{ unansweredRequests: 0 }],
    bad: [{ unansweredRequests: 1 }, { unansweredRequests: 3 }],
    code: 'RU_MFO_APPLICATIONS_BLOCKED',
  },
  {
    clause: '7/1',
    sentence: 'data that proved false forbid an approval',
    validator: dataTruthful,
    good: [{ falseData: [] }],
    bad: [{ falseData: ['PASSPORT_DATA.passportNumber'] }],
    code: 'RU_MFO_DATA_UNRELIABLE',
  },
];
