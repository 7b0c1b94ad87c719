import { lockApplication } from '../../../modules/applications';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { listLoader, statement, uuidv7 } from '../../../modules/database';
import { formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { leasingDocumentsByApplication } from '../documents/document.record';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { CreditReportEntity } from './credit-report.entity';
import { isProven } from './lifecycle';

export type CreditReportRecord = Readonly<Omit<CreditReportEntity, 'lenderId'>>;

const columns = `id, application_id as "applicationId", client_id as "clientId", consent_id as "consentId", requested_by as "requestedBy",
  requested_at as "requestedAt", report_number as "reportNumber", received_at as "receivedAt"`;

export const creditReportsByApplication = listLoader(
  statement<CreditReportRecord>(
    'by_leasing_credit_reports',
    `select ${columns} from by_leasing.credit_report where application_id = any($1) order by requested_at, id`,
  ),
  (row) => row.applicationId,
);
const receive = statement<{ id: string }>(
  'by_leasing_credit_report_receive',
  'update by_leasing.credit_report set report_number = $2, received_at = $3 where id = $1 and received_at is null returning id',
);

export interface CreditReportResult extends CommandResult {
  readonly applicationId?: string;
  readonly creditReportId?: string;
}

/**
 * An officer asks for the credit report of the applicant or of a guarantor: only on a consent that was signed and sent
 * (agreement, 3.10). The Credit Register is asked by hand; the request waits until its report is entered.
 */
export const requestCreditReport = defineCommand<{ readonly applicationId: string; readonly clientId: string | null }, CreditReportResult>({
  name: 'byLeasingRequestCreditReport',
  plugin: PLUGIN,
  emits: [],
  async run({ applicationId, clientId }, context) {
    const application = await lockApplication(context, applicationId);
    const subject = clientId ?? application.clientId;
    const documents = await context.transaction.query(leasingDocumentsByApplication.statement, [[applicationId]]);
    const sent = documents.filter((one) => one.kind === 'CREDIT_REPORT_CONSENT' && one.clientId === subject && one.state === 'SENT');
    const consent = sent.at(-1);
    const proven = consent !== undefined && (await isProven(context, consent));
    refuse(uphold(cite('by-leasing/3.10/p2/credit-report-consent'), proven, 'BY_LEASING_CREDIT_REPORT_CONSENT_MISSING'));
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(CreditReportEntity, {
      lenderId: context.lender.id,
      id,
      applicationId,
      clientId: subject,
      consentId: consent!.id,
      requestedBy: whoOf(context),
      requestedAt: momentOf(context),
      reportNumber: null,
      receivedAt: null,
    });
    context.audit({ applicationId, creditReportId: id });
    return { applicationId, creditReportId: id };
  },
});

const NUMBER = /^[A-Za-z0-9/-]{1,40}$/;

/** Enters the number of the report that came. */
export const recordCreditReport = defineCommand<{ readonly creditReportId: string; readonly number: string }, CreditReportResult>({
  name: 'byLeasingRecordCreditReport',
  plugin: PLUGIN,
  emits: [],
  async run({ creditReportId, number }, context) {
    if (!NUMBER.test(number)) throw new Refusal([formFinding('BY_LEASING_FIELD_INVALID', ['input', 'number'], { field: 'number' })]);
    const rows = await context.transaction.query(receive, [creditReportId, number, momentOf(context)]);
    if (rows.length === 0) throw new Refusal([formFinding('BY_LEASING_CREDIT_REPORT_UNKNOWN', ['input', 'creditReportId'])]);
    context.audit({ creditReportId });
    return { creditReportId };
  },
});
