import { type CompletedCeremony, completeCeremony } from '../../../modules/access';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { lockDocument, markSent, markSigned } from '../../../modules/documents';
import { type Citation, type Finding, findingOf, formFinding, uphold } from '../../../modules/rules';
import { recordSignature } from '../../../modules/signatures';
import { readRegistration } from '../registration/registration.record';
import { REQUEST_CODE } from './request-code';

/** The document of a request, and the code that is to sign it. */
export interface RequestSignature {
  readonly documentId: string;
  readonly clientId: string;
  /** SHA-256 of the document that the client read, hexadecimal. */
  readonly documentSha256: string;
  readonly ceremonyId: string;
  readonly code: string;
  /** Clauses that let a right code alone sign. */
  readonly citations: readonly Citation[];
}

/** `findings` are to be **returned** when there was no right code: the attempt is counted with them. */
export type SignedRequest =
  | { readonly signed: CompletedCeremony; readonly findings: readonly [] }
  | { readonly signed: null; readonly findings: readonly Finding[] };

/**
 * Checks the code that was sent for a request's document, and signs the document with it. What the request belongs to is locked.
 * `allow` runs between the two, with the way that the code came by; it may throw a `Refusal`.
 * @throws Refusal RU_MFO_DOCUMENT_CHANGED
 */
export async function signRequest(
  context: CommandContext,
  { documentId, clientId, documentSha256, ceremonyId, code, citations }: RequestSignature,
  allow: (channel: string) => void,
): Promise<SignedRequest> {
  const document = await lockDocument(context, documentId);
  if (document.sha256 !== documentSha256.toLowerCase())
    throw new Refusal([formFinding('RU_MFO_DOCUMENT_CHANGED', ['input', 'documentSha256'])]);
  const operationDigest = Buffer.from(document.sha256, 'hex');
  const outcome = await completeCeremony(context, { ceremonyId, code, purpose: 'SIGN_DOCUMENT', operationDigest });
  if (!outcome.completed) {
    const [reason] = outcome.findings;
    const facts = { reason: reason!.code, ...reason!.facts };
    return { signed: null, findings: [findingOf('RU_MFO_SMS_CODE_INVALID', citations, facts, { path: ['input', 'code'] })] };
  }
  uphold(citations, true, 'RU_MFO_SMS_CODE_INVALID');
  const { identifier, usedAt, channel } = outcome.completed;
  allow(channel);
  const [registration] = await context.transaction.query(readRegistration, [[clientId]]);
  await recordSignature(context, {
    documentId,
    shownSha256: document.sha256,
    signer: { kind: 'CLIENT', id: clientId },
    method: REQUEST_CODE,
    ceremonyId,
    identifier,
    evidence: {
      codeEnteredAt: usedAt.toString(),
      codeChannel: channel,
      session: context.caller.sessionId,
      agreement: registration?.signatureAgreementVersion ?? null,
    },
  });
  await markSigned(context, documentId);
  await markSent(context, documentId);
  context.audit({ document: documentId, sha256: document.sha256 });
  return { signed: outcome.completed, findings: [] };
}
