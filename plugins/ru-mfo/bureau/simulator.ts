import { Temporal } from 'temporal-polyfill';
import type { Adapter } from '../../../schema/base';
import { type CreditBureau, type CreditReport, creditBureauPort, type OpenLoan, type ReportOutcome, type ReportRequest } from './ports';

/** As many as there are qualified bureaus; they are nobody's names. */
const BUREAUS = ['BUREAU-1', 'BUREAU-2', 'BUREAU-3', 'BUREAU-4'];

type Told = Pick<CreditReport, 'found' | 'openLoans' | 'longestOverdueDays' | 'selfBans'>;

const BANK_LOAN = loan({ creditor: 'BANK', fullCost: '21.500', outstanding: '120000.00', monthlyPayment: '4000.00' });
const DEAR_LOAN = loan({ fullCost: '292.000', outstanding: '10000.00', monthlyPayment: '3500.00' });
const GOOD: Told = { found: true, openLoans: [BANK_LOAN], longestOverdueDays: 0, selfBans: [] };

/** What people are like by the last two digits of their taxpayer number; everybody else is as `GOOD`. */
const BY_ENDING: Readonly<Record<string, Told>> = {
  '01': { found: false, openLoans: [], longestOverdueDays: 0, selfBans: [] },
  '02': { ...GOOD, openLoans: [loan({ overdueDays: 45, overdueAmount: '8000.00' })], longestOverdueDays: 45 },
  '03': { ...GOOD, openLoans: [DEAR_LOAN, DEAR_LOAN] },
  '06': { ...GOOD, openLoans: [loan({ creditor: 'BANK', outstanding: '1900000.00', monthlyPayment: '250000.00', fullCost: '24.000' })] },
  '07': { ...GOOD, selfBans: [{ kind: 'FULL', since: '2025-03-01' }] },
  '08': { ...GOOD, selfBans: [{ kind: 'MFO', since: '2025-03-01' }] },
  '09': { ...GOOD, selfBans: [{ kind: 'REMOTE', since: '2025-03-01' }] },
};
const SLOW = '04';
const REFUSED = '05';

/**
 * A bureau that knows everybody, by the last two digits of the taxpayer number: 01 no history, 02 overdue, 03 two loans above 200 per cent,
 * 04 answers at the second time, 05 refuses, 06 heavy payments, 07 to 09 self-bans (full, microfinance, remote). Days follow the consent's.
 */
export function simulatedBureau(): CreditBureau {
  const asked = new Set<string>();
  return {
    async report(request): Promise<ReportOutcome> {
      const ending = request.subject.taxpayerNumber?.slice(-2) ?? '';
      if (ending === REFUSED) return { state: 'REFUSED', reason: 'CONSENT_NOT_ACCEPTED' };
      if (ending === SLOW && !asked.has(request.id)) {
        asked.add(request.id);
        return { state: 'PENDING' };
      }
      return { state: 'READY', report: reportOn(request, BY_ENDING[ending] ?? GOOD) };
    },
  };
}

function reportOn({ id, subject, consent }: ReportRequest, told: Told): CreditReport {
  const day = Temporal.Instant.fromEpochMilliseconds(consent.givenAt.getTime()).toZonedDateTimeISO('UTC').toPlainDate();
  return {
    number: `sandbox-${id}`,
    bureaus: BUREAUS,
    madeAt: consent.givenAt,
    ...told,
    // Who cannot be told apart from namesakes cannot be told to be free of a ban.
    selfBans: subject.taxpayerNumber ? told.selfBans : null,
    inquiries: told.found ? [day.subtract({ days: 20 }).toString()] : [],
  };
}

function loan(part: Partial<OpenLoan>): OpenLoan {
  return {
    creditor: 'MFO',
    concludedOn: '2022-11-01',
    outstanding: '8000.00',
    monthlyPayment: '8000.00',
    fullCost: '180.000',
    overdueDays: 0,
    overdueAmount: '0.00',
    ...part,
  };
}

export const bureauSimulator: Adapter<CreditBureau> = {
  port: creditBureauPort,
  name: 'bureau-simulator',
  simulated: true,
  create: simulatedBureau,
};
