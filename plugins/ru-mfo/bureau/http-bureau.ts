import {
  AnswerReader,
  createPartnerClient,
  DAY,
  type PartnerClient,
  partnerSettingNames,
  REASON,
  readPartnerSettings,
  SUM,
} from '../../../modules/partner-calls';
import type { Adapter } from '../../../schema/base';
import { type CreditBureau, type CreditReport, creditBureauPort, type OpenLoan, type ReportOutcome, type SelfBan } from './ports';

const PARTNER = 'credit bureau';
const SETTINGS = 'RU_MFO_BUREAU';
const PER_CENT = /^\d{1,6}(?:\.\d{1,3})?$/;

/** Asks for reports at the HTTP interface of a bureau, or of a service that asks all (assumed protocol, docs/guides/adapters.md). */
export const httpBureau = (client: PartnerClient): CreditBureau => ({
  async report(request) {
    const { id, subject, consent } = request;
    const body = { id, subject, consent: { reference: consent.reference, givenAt: consent.givenAt.toISOString() } };
    const answer = await client.post('/v1/reports', body, id);
    return readOutcome(new AnswerReader(PARTNER, answer.body), id);
  },
});

function readOutcome(answer: AnswerReader, id: string): ReportOutcome {
  answer.same('id', id);
  const state = answer.oneOf('state', ['READY', 'PENDING', 'REFUSED']);
  if (state === 'PENDING') return { state };
  if (state === 'REFUSED') return { state, reason: answer.text('reason', REASON) };
  return { state, report: readReport(answer.object('report')) };
}

function readReport(report: AnswerReader): CreditReport {
  return {
    number: report.text('number'),
    bureaus: report.texts('bureaus'),
    madeAt: report.instant('madeAt'),
    found: report.flag('found'),
    openLoans: report.each('openLoans', readLoan),
    longestOverdueDays: report.count('longestOverdueDays'),
    selfBans: report.isNull('selfBans') ? null : report.each('selfBans', readBan),
    inquiries: report.texts('inquiries', DAY),
  };
}

const readLoan = (loan: AnswerReader): OpenLoan => ({
  creditor: loan.oneOf('creditor', ['MFO', 'BANK', 'OTHER']),
  concludedOn: loan.text('concludedOn', DAY),
  outstanding: loan.text('outstanding', SUM),
  monthlyPayment: loan.text('monthlyPayment', SUM),
  fullCost: loan.optional('fullCost', PER_CENT),
  overdueDays: loan.count('overdueDays'),
  overdueAmount: loan.text('overdueAmount', SUM),
});

const readBan = (ban: AnswerReader): SelfBan => ({ kind: ban.oneOf('kind', ['FULL', 'MFO', 'REMOTE']), since: ban.text('since', DAY) });

/** Settings: `RU_MFO_BUREAU_URL`, `RU_MFO_BUREAU_KEY`. */
export const bureauAdapter: Adapter<CreditBureau> = {
  port: creditBureauPort,
  name: 'credit-bureau',
  simulated: false,
  needs: partnerSettingNames(SETTINGS),
  create({ settings, onStop }) {
    const client = createPartnerClient({ partner: PARTNER, ...readPartnerSettings(settings, SETTINGS) });
    onStop?.(() => client.close());
    return httpBureau(client);
  },
};
