import type { CreditReport } from '../bureau';
import { checkPayee } from '../law/check-payee.command';
import { bookReport, openInquiry } from '../law/inquiry.commands';
import type { LoanBench } from './loan-bench';

/** From this day on an approval needs the bureaus' answer: debt burden, later self-bans and the rest. */
export const BUREAUS_NEEDED_FROM = '2024-01-01';

export const cleanReport = (bench: LoanBench): CreditReport => ({
  number: 'report-1',
  bureaus: ['first', 'second', 'third', 'fourth'],
  madeAt: new Date(bench.clock.now().epochMilliseconds),
  found: true,
  openLoans: [],
  longestOverdueDays: 0,
  selfBans: [],
  inquiries: [],
});

/** The bureaus are asked about an applicant and answer: nothing against a loan unless said. */
export async function bureausAnswer(
  bench: LoanBench,
  applicationId: string,
  changes: Partial<CreditReport> = {},
  monthlyIncome: string | null = '60000.00',
): Promise<void> {
  const { request, findings } = await bench.execute(openInquiry, { applicationId, monthlyIncome });
  if (!request) throw new Error(`Not asked: ${JSON.stringify(findings)}`);
  const report = { ...cleanReport(bench), ...changes };
  await bench.execute(bookReport, { inquiryId: request.id, outcome: { state: 'READY', report } });
}

/** Somebody told that account or card is the borrower's. */
export const payeeConfirmed = (bench: LoanBench, applicationId: string, holderName = 'ПРИМЕРОВА ПРОБА') =>
  bench.execute(checkPayee, { applicationId, holderName, source: 'BANK' });
