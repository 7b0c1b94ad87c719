import { type ApplicationRecord, guard, lifecycleEvents, lockApplication, transition } from '../../../modules/applications';
import { type CommandContext, defineCommand } from '../../../modules/commands';
import { ledgerEvents } from '../../../modules/contracts';
import { markSent, verifiedCanonical } from '../../../modules/documents';
import { enforce, uphold } from '../../../modules/rules';
import { lockAccount } from '../accounts/account.record';
import { cite } from '../cite';
import { ACCOUNT_EVENTS } from '../factors/security-event';
import { PLUGIN } from '../ids';
import { momentOf, refuse } from '../judge';
import { concludeLeasing } from '../leasing/conclude';
import { recorded } from '../operations/recorded';
import { requireOperation } from '../operations/require-operation';
import { DOCUMENT_PATH, lockOwnDocument, logExchange, requireNext, saveDocument, tellStep } from './change';
import { type DocumentResult, ownClient } from './create.command';
import { type LeasingDocumentRecord, leasingDocumentById } from './document.record';
import type { DocumentStepInput } from './fill.commands';
import { openFilling } from './filled-fields';
import type { DocumentState } from './kinds';
import { serviceOf } from './service-of';
import { truthFinding } from './truth';

/**
 * The client hands a signed document over, or returns the lender's (agreement, 3.9–3.11): forming, signing and sending are steps of
 * their own. A questionnaire that is sent submits its application (3.13.2); a contract that is returned is concluded.
 */
export const sendDocument = defineCommand<DocumentStepInput, DocumentResult>({
  name: 'byLeasingSendDocument',
  plugin: PLUGIN,
  emits: [...lifecycleEvents, ...ledgerEvents, ...ACCOUNT_EVENTS, 'ByLeasingDocumentStep'],
  async run({ documentId }, context) {
    const account = await lockAccount(context, ownClient(context));
    const application = await applicationMoved(context, documentId);
    const document = await lockOwnDocument(context, documentId);
    const service = serviceOf(document.kind, document.role);
    const byLender = document.flow === 'LENDER_ORIGINATED';
    const to = byLender ? 'RETURNED' : 'SENT';
    const due = await recorded(context, account, { operation: service, reference: document.id }, () => requireSendable(document, to));
    if (due.findings) return due;
    const text = await verifiedCanonical(context, { id: document.coreDocumentId!, sha256: document.sha256! });
    const refused = await requireOperation(context, account, {
      service,
      reference: document.id,
      documentIntact: text !== null,
    });
    if (refused.length > 0) return { findings: refused };
    const untrue = await truthFinding(context, document, account, openFilling(context, document.id, document.fieldsEnc));
    if (untrue) return { findings: [untrue] };
    await markSent(context, document.coreDocumentId!);
    const sent = await saveDocument(context, { ...document, state: to, sentAt: momentOf(context) });
    await logExchange(context, sent, 'CLIENT_TO_LENDER');
    tellStep(context, sent, to, enforce(byLender ? cite('by-leasing/3.11/p1/client-signs') : cite('by-leasing/3.10/p1')));
    if (application) await follow(context, application, sent);
    return { documentId };
  },
});

/** Signed first, and not sent yet (3.9). @throws Refusal */
function requireSendable(document: LeasingDocumentRecord, to: DocumentState): void {
  refuse(uphold(cite('by-leasing/3.9/p1'), document.signedAt !== null, 'BY_LEASING_DOCUMENT_NOT_SIGNED', {}, { path: [...DOCUMENT_PATH] }));
  requireNext(document, to);
}

/** The application that moves when this document is handed over, locked before the document is; null where none does. */
async function applicationMoved(context: CommandContext, documentId: string): Promise<ApplicationRecord | null> {
  const [document] = await context.transaction.query(leasingDocumentById.statement, [[documentId]]);
  const moves = document?.applicationId && (document.kind === 'QUESTIONNAIRE' || document.kind === 'LEASING_CONTRACT');
  return moves ? lockApplication(context, document.applicationId!) : null;
}

/** What follows from a document that came in. */
async function follow(context: CommandContext, application: ApplicationRecord, document: LeasingDocumentRecord): Promise<void> {
  if (document.kind === 'LEASING_CONTRACT') await concludeLeasing(context, application, document);
  else if (application.status === 'DRAFT') {
    await guard(context, application, 'SUBMIT');
    await transition(context, application, 'SUBMIT', { clause: enforce(cite('by-leasing/3.13.2')) });
  }
}
