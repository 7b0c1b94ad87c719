import { Temporal } from 'temporal-polyfill';
import type { ApplicationLifecycle, ApplicationRecord, TransitionEffect } from '../../../modules/applications';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { verifiedCanonical, voidDocument } from '../../../modules/documents';
import { enforce, findingOf } from '../../../modules/rules';
import { accountOf } from '../accounts/account.record';
import { cite } from '../cite';
import { lockLeasingDocument, saveDocument, tellStep } from '../documents/change';
import { type LeasingDocumentRecord, leasingDocumentsByApplication } from '../documents/document.record';
import { latestAtMsi } from '../identification/identification.record';
import { openPerson } from '../identification/vault';
import { LEASING } from '../ids';
import { requireOperation } from '../operations/require-operation';
import { endParticipations } from '../participants/participant.record';
import { tellApproval, tellRefusal } from '../results';
import { rules } from '../rules';
import { signaturesOfDocument } from '../signing/signature.record';

/** How a lease lives, from the questionnaire to the contract. */
export const leasingLifecycle: ApplicationLifecycle = {
  products: [
    {
      code: LEASING,
      title: { en: 'Financial leasing', ru: 'Финансовая аренда (лизинг)', be: 'Фінансавая арэнда (лізінг)' },
    },
  ],
  rulesOn: (_context, _application, _stage, on) => on,
  gatherFacts: async (context, application) => {
    const documents = await context.transaction.query(leasingDocumentsByApplication.statement, [[application.id]]);
    const sent = documents.filter(({ state }) => state === 'SENT' || state === 'RETURNED');
    const unproven: string[] = [];
    for (const document of sent) if (!(await isProven(context, document))) unproven.push(document.kind);
    enforce(cite('by-leasing/3.13.3'));
    const identified = await latestAtMsi(context, application.clientId);
    const person = identified && openPerson(context, 'identification_record', identified.id, identified.personEnc);
    return rules.factSet({
      ...(person ? { personalNumber: [person.personalNumber, 'MSI'] as const } : {}),
      ...(await windowFacts(context, application)),
      documentsSent: [[...new Set(sent.map(({ kind }) => kind))], 'DOCUMENTS'],
      documentsUnproven: [[...new Set(unproven)], 'DOCUMENTS'],
      questionnaireSent: [sent.some(({ kind }) => kind === 'QUESTIONNAIRE'), 'DOCUMENTS'],
    });
  },
  effects: { START: begin, OFFER: tellApproval, REFUSE: refuse, WITHDRAW: cancel, EXPIRE: cancel },
};

/** When and how the applicant was identified last: the window runs from there. */
async function windowFacts(context: CommandContext, { clientId }: ApplicationRecord): Promise<Parameters<typeof rules.factSet>[0]> {
  const account = await accountOf(context, clientId);
  if (!account?.identifiedAt || !account.identifiedBy) return {};
  return {
    identifiedBy: [account.identifiedBy, 'MSI'],
    identifiedAt: [Temporal.Instant.fromEpochMilliseconds(account.identifiedAt.getTime()), 'MSI'],
    operationAt: [context.now, 'CLOCK'],
  };
}

/** Whether a document that came in bears a signature with a whole record, over the text that is stored (7.1). */
export async function isProven(context: CommandContext, document: LeasingDocumentRecord): Promise<boolean> {
  const signatures = await context.transaction.query(signaturesOfDocument.statement, [[document.id]]);
  const whole = signatures.some(({ signerKind, form, complete }) => signerKind !== 'LENDER' && (form === 'EDS' || complete));
  const text = await verifiedCanonical(context, { id: document.coreDocumentId!, sha256: document.sha256! });
  return whole && text !== null;
}

/** A client opens an application only as one who may use the remote service (4.5). */
async function begin(context: CommandContext, application: ApplicationRecord): Promise<void> {
  if (context.caller.kind !== 'CLIENT') return;
  const account = await accountOf(context, application.clientId);
  if (!account) throw new Refusal([findingOf('BY_LEASING_ACCOUNT_REQUIRED', cite('by-leasing/3.5/p1'), {}, { path: ['input'] })]);
  const refused = await requireOperation(context, account, { service: 'QUESTIONNAIRE', reference: application.id });
  if (refused.length > 0) throw new Refusal(refused);
}

/** The lender refuses: the deal comes to nothing, and the client is told. */
async function refuse(...refused: Parameters<TransitionEffect>): Promise<void> {
  await cancel(refused[0], refused[1]);
  await tellRefusal(...refused);
}

/** The deal came to nothing: what is not signed takes no effect, and nobody takes part any more. */
async function cancel(context: CommandContext, application: ApplicationRecord): Promise<void> {
  const documents = await context.transaction.query(leasingDocumentsByApplication.statement, [[application.id]]);
  for (const { id } of documents.filter(({ state, signedAt }) => state !== 'VOID' && signedAt === null)) {
    const document = await lockLeasingDocument(context, id);
    if (document.signedAt) continue;
    if (document.coreDocumentId) await voidDocument(context, document.coreDocumentId);
    tellStep(context, await saveDocument(context, { ...document, state: 'VOID' }), 'VOID');
  }
  await endParticipations(context, application.id);
}
