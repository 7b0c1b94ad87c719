import { lockApplication } from '../../../modules/applications';
import { readClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { fieldAad, fieldCipherPort, uuidv7 } from '../../../modules/database';
import { moneyFindings } from '../../../modules/money';
import { formFinding } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { readLoanApplication } from '../application/loan-application.record';
import type { ReportOutcome, ReportRequest } from '../bureau';
import { PLUGIN } from '../ids';
import { readPersonal } from '../profile/profile.record';
import { BureauInquiryEntity } from './bureau-inquiry.entity';
import { lockInquiryRow, readInquiries, setInquiryAnswer } from './law.record';
import { sealReport } from './sealed-report';

export interface OpenInquiry {
  readonly applicationId: string;
  /** Decimal string, roubles; null where it is not known. */
  readonly monthlyIncome: string | null;
}

export interface OpenedInquiry extends CommandResult {
  readonly applicationId?: string;
  /** What to ask. Holds personal data: for the call alone, never stored as a result. */
  readonly request?: ReportRequest;
}

/**
 * Notes that the bureaus are asked about an applicant, and answers what to ask. An inquiry that has no answer yet is asked again
 * under its own id, so that the person's history shows one.
 */
export const openInquiry = defineCommand<OpenInquiry, OpenedInquiry>({
  name: 'ruMfoOpenBureauInquiry',
  plugin: PLUGIN,
  emits: [],
  async run({ applicationId, monthlyIncome }, context) {
    const application = await lockApplication(context, applicationId);
    if (application.status !== 'SUBMITTED' && application.status !== 'IN_REVIEW') {
      const facts = { status: application.status, transition: 'ASK_BUREAUS' };
      throw new Refusal([formFinding('APPLICATION_TRANSITION_INVALID', ['input', 'applicationId'], facts)]);
    }
    if (monthlyIncome !== null) {
      const sum = { amount: new Decimal(monthlyIncome), currency: application.currency };
      const malformed = moneyFindings(sum, { path: ['input', 'monthlyIncome'], positive: true });
      if (malformed.length > 0) throw new Refusal(malformed);
    }
    const [own] = await context.transaction.query(readLoanApplication, [[applicationId]]);
    if (!own?.bureauConsentAt) {
      throw new Refusal([formFinding('RU_MFO_CONSENT_MISSING', ['input', 'applicationId'], { consent: 'CREDIT_REPORT' })]);
    }
    const [earlier] = await context.transaction.query(readInquiries, [[applicationId]]);
    const id = earlier?.state === 'OPEN' ? earlier.id : uuidv7(context.now.epochMilliseconds);
    if (earlier?.state !== 'OPEN') {
      await context.transaction.insert(BureauInquiryEntity, {
        lenderId: context.lender.id,
        id,
        applicationId,
        clientId: application.clientId,
        state: 'OPEN',
        reason: null,
        monthlyIncome,
        reportEnc: null,
        askedAt: new Date(context.now.epochMilliseconds),
        answeredAt: null,
      });
    }
    context.audit({ inquiry: id, purpose: 'CREDIT_REPORT' });
    const consent = { reference: application.number, givenAt: own.bureauConsentAt };
    return { applicationId, request: { id, subject: await subjectOf(context, application.clientId), consent } };
  },
});

async function subjectOf(context: CommandContext, clientId: string): Promise<ReportRequest['subject']> {
  const { profile } = await readClient(context, clientId);
  const [row] = await context.transaction.query(readPersonal, [clientId]);
  const { familyName, givenName, patronymic, birthDate } = profile;
  if (!row || !familyName || !givenName || !birthDate) {
    throw new Refusal([formFinding('RU_MFO_REGISTRATION_INCOMPLETE', ['input', 'applicationId'], { missing: 'questionnaire' })]);
  }
  const aad = fieldAad({ lenderId: context.lender.id, table: 'ru_mfo.profile', id: clientId, column: 'personal' });
  const { passport, taxpayerNumber, insuranceNumber } = JSON.parse(
    context.ports.get(fieldCipherPort).decrypt(row.personalEnc, aad).toString('utf8'),
  ) as { passport: { series: string; number: string }; taxpayerNumber: string | null; insuranceNumber: string | null };
  return {
    lastName: familyName,
    firstName: givenName,
    middleName: patronymic ?? null,
    bornOn: birthDate,
    passport: `${passport.series}${passport.number}`,
    taxpayerNumber,
    insuranceNumber,
  };
}

export interface BookReport {
  readonly inquiryId: string;
  readonly outcome: ReportOutcome;
}

/** Keeps what the bureaus answered. The first answer stands; one that says to ask again changes nothing. */
export const bookReport = defineCommand<BookReport, CommandResult & { readonly applicationId?: string }>({
  name: 'ruMfoBookBureauReport',
  plugin: PLUGIN,
  emits: ['RuMfoBureausAnswered'],
  async run({ inquiryId, outcome }, context) {
    const [inquiry] = await context.transaction.query(lockInquiryRow, [inquiryId]);
    if (!inquiry) throw new Refusal([formFinding('RU_MFO_INQUIRY_NOT_FOUND', ['input', 'inquiryId'])]);
    const { applicationId, clientId } = inquiry;
    if (inquiry.state !== 'OPEN') return { applicationId };
    if (outcome.state === 'PENDING') return { applicationId, findings: [formFinding('RU_MFO_BUREAUS_PENDING', ['input'])] };
    const at = new Date(context.now.epochMilliseconds);
    const refused = outcome.state === 'REFUSED';
    const sealed = refused ? null : sealReport(context, inquiryId, outcome.report);
    const state = refused ? 'REFUSED' : 'ANSWERED';
    await context.transaction.query(setInquiryAnswer, [inquiryId, state, refused ? outcome.reason : null, sealed, at]);
    context.emit({
      type: 'RuMfoBureausAnswered',
      subject: { type: 'Application', id: applicationId },
      applicationId,
      clientId,
      plugin: PLUGIN,
      payload: { applicationId, state, bureaus: refused ? 0 : outcome.report.bureaus.length },
    });
    return refused
      ? { applicationId, findings: [formFinding('RU_MFO_BUREAUS_REFUSED', ['input'], { reason: outcome.reason })] }
      : { applicationId };
  },
});
