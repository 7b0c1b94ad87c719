import { type CommandContext, Refusal } from '../../../modules/commands';
import { verifiedCanonical } from '../../../modules/documents';
import { formFinding, uphold } from '../../../modules/rules';
import type { AccountRecord } from '../accounts/account.record';
import { lockAccount } from '../accounts/account.record';
import { cite } from '../cite';
import { DOCUMENT_PATH, lockOwnDocument, requireNext, requireUnsigned } from '../documents/change';
import { ownClient } from '../documents/create.command';
import { type LeasingDocumentRecord, leasingDocumentsByApplication } from '../documents/document.record';
import { readiness } from '../documents/fill.commands';
import { openFilling } from '../documents/filled-fields';
import { kindRules } from '../documents/kinds';
import { serviceOf } from '../documents/service-of';
import { formOfPath, pathOf } from '../factors/step-up';
import { refuse } from '../judge';
import { type Asked, type Recorded, recorded } from '../operations/recorded';
import type { Service } from '../services/service-list';

export interface ToSign {
  readonly account: AccountRecord;
  readonly document: LeasingDocumentRecord;
  readonly asked: Asked & { readonly operation: Service };
  /** Null where the stored text is not the one that was formed. */
  readonly text: string | null;
}

/**
 * What must be done before a client's signature, whatever its form: everything filled and marked, the lender's document opened for
 * reading, the summary confirmed, the text the one that was shown, and the client's path the one that it was formed for; then what the
 * form asks for besides. What is refused is recorded: **return** the findings.
 * @throws Refusal BY_LEASING_DOCUMENT_NOT_FOUND for what the caller does not have
 */
export async function documentToSign(
  context: CommandContext,
  documentId: string,
  sha256: string,
  alsoRequire: (account: AccountRecord) => void | Promise<void>,
): Promise<Recorded<ToSign>> {
  const account = await lockAccount(context, ownClient(context));
  const document = await lockOwnDocument(context, documentId);
  const asked = { operation: serviceOf(document.kind, document.role), reference: document.id };
  return recorded(context, account, asked, async () => {
    await requireSignable(context, account, document, sha256);
    await alsoRequire(account);
    return { account, document, asked, text: await verifiedCanonical(context, { id: document.coreDocumentId!, sha256: document.sha256! }) };
  });
}

async function requireSignable(
  context: CommandContext,
  account: AccountRecord,
  document: LeasingDocumentRecord,
  sha256: string,
): Promise<void> {
  requireUnsigned(document);
  const filling = openFilling(context, document.id, document.fieldsEnc);
  if (document.flow === 'CLIENT_ORIGINATED') refuse(...readiness(document, account, filling));
  requireNext(document, 'SIGNED');
  await requireRead(context, document);
  if (document.sha256 !== sha256.toLowerCase()) throw new Refusal([formFinding('BY_LEASING_DOCUMENT_CHANGED', DOCUMENT_PATH)]);
  if (document.flow === 'CLIENT_ORIGINATED' && document.path !== pathOf(account))
    throw new Refusal([
      formFinding('BY_LEASING_DOCUMENT_PATH_CHANGED', DOCUMENT_PATH, { form: formOfPath[document.path ?? 'PERSONAL_DATA'] }),
    ]);
}

/** Nobody signs what was not read: the document, its summary, and before the contract its main terms. */
async function requireRead(context: CommandContext, document: LeasingDocumentRecord): Promise<void> {
  const options = { path: [...DOCUMENT_PATH] };
  const unread = 'BY_LEASING_DOCUMENT_NOT_REVIEWED';
  if (document.flow === 'LENDER_ORIGINATED') {
    refuse(uphold(cite('by-leasing/3.11/p1/client-signs'), document.reviewedAt !== null, unread, { what: document.kind }, options));
    if (document.kind === 'LEASING_CONTRACT' || document.kind === 'PURCHASE_CONTRACT') {
      const all = await context.transaction.query(leasingDocumentsByApplication.statement, [[document.applicationId!]]);
      const terms = all.filter((one) => kindRules[one.kind].action === 'REVIEW' && one.state === 'OFFERED');
      const read = terms.every(({ reviewedAt }) => reviewedAt !== null);
      refuse(uphold(cite('by-leasing/3.13.6'), read, unread, { what: 'LEASING_MAIN_TERMS' }, options));
    }
  }
  refuse(uphold(cite('by-leasing/9.2.5'), document.summaryConfirmedAt !== null, unread, { what: 'SUMMARY' }, options));
}
