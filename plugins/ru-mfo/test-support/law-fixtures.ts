import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import type { PluginConformance } from '../../kit/conformance';
import { factsOf, type PlainFacts } from './rule-book';

type Fixtures = NonNullable<PluginConformance['fixtures']['validators']>;

const of = (text: string) => new Decimal(text);
const day = (iso: string) => Temporal.PlainDate.from(iso);

function fixture(lender: string, on: string, good: PlainFacts, bad: PlainFacts, code: string): Fixtures[string] {
  const under = (facts: PlainFacts) => ({ lender, on, facts: factsOf(facts) });
  return { passing: [under(good)], failing: [{ ...under(bad), code }] };
}
const byLaw = (good: PlainFacts, bad: PlainFacts, code: string, on = '2026-11-20') => fixture('veritas', on, good, bad, code);
const byRules = (good: PlainFacts, bad: PlainFacts, code: string) => fixture('sotovy', '2024-06-10', good, bad, code);

const burden = { decidedAmount: of('10000'), monthlyDebt: of('0'), monthlyIncome: of('40000'), monthlyPayment: of('20000') };
const small = { decidedAmount: of('10000'), decidedTermDays: 15, dailyRate: of('0.8') };
const ended = { obligationsEndedOn: day('2024-06-30') };

/** Of the rules that law asks before a loan, and of those on keeping, telling and precedence: what passes and what fails. */
export const lawFixtures: Fixtures = {
  'ru-mfo.self-ban': byLaw({ selfBans: [] }, { selfBans: ['MFO'] }, 'RU_MFO_SELF_BAN'),
  'ru-mfo.self-ban-asked': byLaw({ selfBans: [] }, {}, 'RU_MFO_BUREAUS_NOT_ASKED'),
  'ru-mfo.bureaus-asked': byLaw({ bureausAsked: 4 }, { bureausAsked: 3 }, 'RU_MFO_BUREAUS_TOO_FEW'),
  'ru-mfo.expensive-loans': byLaw(
    { fullCost: of('292'), openFullCosts: ['292'] },
    { fullCost: of('292'), openFullCosts: ['292', '292'] },
    'RU_MFO_EXPENSIVE_LOANS',
  ),
  'ru-mfo.expensive-pause': byLaw(
    { fullCost: of('150'), concludedOn: day('2027-04-10'), expensiveRepaidOn: day('2027-04-06'), expensiveRepaidCost: of('150') },
    { fullCost: of('150'), concludedOn: day('2027-04-10'), expensiveRepaidOn: day('2027-04-07'), expensiveRepaidCost: of('150') },
    'RU_MFO_EXPENSIVE_PAUSE',
    '2027-04-10',
  ),
  'ru-mfo.debt-burden-computed': byLaw(burden, { decidedAmount: of('10000') }, 'RU_MFO_DEBT_BURDEN_UNKNOWN'),
  'ru-mfo.debt-burden-warned': byLaw(
    { ...burden, debtBurdenWarned: false },
    { ...burden, debtBurdenWarned: false, monthlyPayment: of('20004') },
    'RU_MFO_DEBT_BURDEN_NOT_WARNED',
  ),
  'ru-mfo.cooling-off': byLaw(
    { loanAmount: of('50000'), minutesSinceSigning: 240 },
    { loanAmount: of('50000'), minutesSinceSigning: 239 },
    'RU_MFO_COOLING_OFF',
  ),
  'ru-mfo.payee': byLaw({ loansToPayee: 0, payeeMatches: true }, { loansToPayee: 0, payeeMatches: false }, 'RU_MFO_PAYEE_DIFFERS'),
  'ru-mfo.biometric-identification': byLaw(
    { identificationMethods: ['BIOMETRIC'], applicationPlace: 'SITE' },
    { identificationMethods: ['DOCUMENT_PHOTOS'], applicationPlace: 'SITE' },
    'RU_MFO_BIOMETRIC_REQUIRED',
    '2027-03-01',
  ),
  'ru-mfo.special-loan': byRules({ ...small, charges: of('1500.00') }, { ...small, charges: of('1500.01') }, 'RU_MFO_FIXED_SUM_ABOVE_CAP'),
  'ru-mfo.assessment-kept': byRules(
    { ...ended, deletedOn: day('2027-07-01') },
    { ...ended, deletedOn: day('2027-06-29') },
    'RU_MFO_RETENTION_VIOLATION',
  ),
  'ru-mfo.edition-kept': byRules(
    { ...ended, deletedOn: day('2027-07-01') },
    { ...ended, deletedOn: day('2026-01-01') },
    'RU_MFO_RETENTION_VIOLATION',
  ),
  'ru-mfo.disclosure-grounded': byRules(
    { disclosureGround: '151-FZ art. 9 part 3' },
    { disclosureGround: '' },
    'RU_MFO_DISCLOSURE_NOT_ALLOWED',
  ),
  'ru-mfo.reporting-restricted': byRules(
    { reportingRestrictions: [] },
    { reportingRestrictions: ['GOVERNMENT_RESTRICTION'] },
    'RU_MFO_BUREAU_REPORT_RESTRICTED',
  ),
  'ru-mfo.contract-reported': byRules(
    { bureausTold: 1, reportingRestrictions: [] },
    { bureausTold: 0, reportingRestrictions: [] },
    'RU_MFO_BUREAU_REPORT_MISSING',
  ),
  'ru-mfo.contract-term': byRules(
    { actedOn: day('2024-06-11'), agreedTransferDays: 1, transferDueOn: day('2024-06-11') },
    { actedOn: day('2024-06-13'), agreedTransferDays: 1, transferDueOn: day('2024-06-11') },
    'RU_MFO_DISBURSEMENT_OVERDUE',
  ),
};
