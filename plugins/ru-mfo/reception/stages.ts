import type { ApplicationRecord } from '../../../modules/applications';
import { calendarOf, lastMomentOf } from '../../../modules/calendar';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { cancelDeadlines, meetDeadline, startDeadline } from '../../../modules/deadlines';
import { latestDecision } from '../../../modules/decisions';
import { lockDocument, verifiedCanonical } from '../../../modules/documents';
import { notify } from '../../../modules/notifications';
import { uphold } from '../../../modules/rules';
import { readLoanApplication } from '../application/loan-application.record';
import { APPROVAL_TERM, DECISION_TARGET } from '../ids';
import { dutyOf } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';

/** Kind of the notice that individual terms were provided. */
export const TERMS_PROVIDED = 'TERMS_PROVIDED';

const subjectOf = ({ id }: ApplicationRecord) => ({ type: 'Application', id });

/** The decision was in time for its target; an approval gets a term of its own, and the terms are told to be there. */
export async function approved(context: CommandContext, application: ApplicationRecord): Promise<void> {
  await meetDeadline(context, { kind: DECISION_TARGET, subject: subjectOf(application) });
  const resolved = rulesToday(context);
  const term = rules.read(resolved, 'approval.within');
  if (term) {
    const lastDay = calendarOf(context.extensions, context.lender.country).addWorkingDays(context.today, term.value);
    await startDeadline(context, {
      kind: APPROVAL_TERM,
      subject: subjectOf(application),
      application,
      dueAt: lastMomentOf(lastDay, context.lender.zone),
      clause: term.citations[0]!.clause,
      ...(resolved.edition ? { editionId: resolved.edition.id } : {}),
    });
  }
  const ways = rules.read(resolved, 'terms.delivered.anyOf');
  if (!ways?.value.includes('CABINET')) return;
  await notify(context, {
    clientId: application.clientId,
    applicationId: application.id,
    kind: TERMS_PROVIDED,
    channel: 'CABINET',
    text: `Индивидуальные условия по заявлению № ${application.number} и документы к ним размещены в личном кабинете. Прочитайте их до подписания.`,
    clause: ways.citations[0]!.clause,
  });
}

export async function refused(context: CommandContext, application: ApplicationRecord): Promise<void> {
  await meetDeadline(context, { kind: DECISION_TARGET, subject: subjectOf(application) });
  await cancelDeadlines(context, { subject: subjectOf(application), kind: APPROVAL_TERM });
}

/** Signed in time: the offer is not closed by itself, and the text that was signed is the one that was hashed. */
export async function signed(context: CommandContext, application: ApplicationRecord): Promise<void> {
  uphold(dutyOf(context.lender.code, 'offer.closed'), true, 'RU_MFO_OFFER_NOT_SIGNED');
  const [own] = await context.transaction.query(readLoanApplication, [[application.id]]);
  const text = own?.termsDocumentId ? await verifiedCanonical(context, await lockDocument(context, own.termsDocumentId)) : null;
  const altered = uphold(dutyOf(context.lender.code, 'documents.unaltered'), text !== null, 'RU_MFO_DOCUMENT_ALTERED', {
    document: 'INDIVIDUAL_TERMS',
  });
  if (altered) throw new Refusal([altered]);
  await meetDeadline(context, { kind: APPROVAL_TERM, subject: subjectOf(application) });
}

/** Reasons of a refusal that law obliges to tell, in the words of the notice. */
const lawfulReasons: Readonly<Record<string, string>> = {
  RU_MFO_SELF_BAN: 'в бюро кредитных историй есть сведения о запрете на заключение договоров',
};

/** What the applicant reads of a refusal: the reasons stand in the account unless the lender's rules keep them back. */
export async function refusalText(context: CommandContext, application: ApplicationRecord): Promise<string> {
  const refusal = `По заявлению № ${application.number} в займе отказано`;
  if (rules.read(rulesToday(context), 'refusal.disclosed')?.value !== false)
    return `${refusal} (подп. 2 п. 1 ст. 9 Федерального закона № 151-ФЗ). Причины — в личном кабинете.`;
  const [decision] = await context.transaction.query(latestDecision, [application.id]);
  const owed = [...(decision?.findings ?? []), ...(decision?.grounds ?? [])].flatMap(({ code }) => lawfulReasons[code] ?? []);
  return owed.length > 0 ? `${refusal}: ${owed.join('; ')}.` : `${refusal}.`;
}

/** Codes of the reasons that law obliges to tell. */
export const toldByLaw = (code: string): boolean => code in lawfulReasons;
