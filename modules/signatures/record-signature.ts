import { type CommandContext, Refusal } from '../commands';
import { uuidv7 } from '../database';
import { type DocumentRecord, lockDocument, verifiedCanonical } from '../documents';
import { type Finding, formFinding } from '../rules';
import { type Evidence, sealEvidence } from './evidence';
import { signingMethods } from './extension-points';
import { SignatureEntity, type SignerKind } from './signature.entity';
import { countSignaturesOf, type SignatureRecord } from './signature.record';

export interface Signer {
  readonly kind: SignerKind;
  /** Client id, employee or party id. */
  readonly id: string;
  /** As printed on the signature page; kept encrypted. */
  readonly name?: string;
}

export interface SignatureToRecord {
  readonly documentId: string;
  /** Hexadecimal SHA-256 of the document that the signer was shown. */
  readonly shownSha256: string;
  readonly signer: Signer;
  /** Id of a method that the document's plugin contributes. */
  readonly method: string;
  readonly ceremonyId: string | null;
  /** Printed as the signature's identifier; nothing personal, no secret. */
  readonly identifier: string;
  readonly evidence: Evidence;
}

/**
 * Keeps a signature that was given, under the document's row lock. Whether the document is now signed in full the caller knows:
 * it calls `markSigned` then.
 * @throws Refusal DOCUMENT_NOT_FOUND, DOCUMENT_VOID, DOCUMENT_ALREADY_SIGNED, DOCUMENT_NOT_OPEN_FOR_SIGNING, DOCUMENT_HASH_DIFFERS,
 * SIGNING_METHOD_NOT_ALLOWED
 */
export async function recordSignature(context: CommandContext, request: SignatureToRecord): Promise<SignatureRecord> {
  const document = await lockDocument(context, request.documentId);
  const refusal = await refusalOf(context, document, request);
  if (refusal) throw new Refusal([refusal]);
  const id = uuidv7(context.now.epochMilliseconds);
  const { signer, method, ceremonyId, identifier, evidence } = request;
  const row = {
    id,
    documentId: document.id,
    signerKind: signer.kind,
    signerId: signer.id,
    method,
    ceremonyId,
    identifier,
    signedAt: new Date(context.now.epochMilliseconds),
  };
  await context.transaction.insert(SignatureEntity, {
    ...row,
    lenderId: context.lender.id,
    clientId: document.clientId,
    digest: Buffer.from(document.sha256, 'hex'),
    auditEntryId: context.auditEntryId,
    evidence: sealEvidence(context.ports, context.lender.id, id, { signerName: signer.name ?? null, evidence }),
  });
  context.audit({ signatureId: id, documentId: document.id, method });
  return { ...row, digest: document.sha256 };
}

async function refusalOf(context: CommandContext, document: DocumentRecord, request: SignatureToRecord): Promise<Finding | null> {
  const { signer, method } = request;
  const path = ['input', 'documentId'];
  if (document.status === 'VOID') return formFinding('DOCUMENT_VOID', path);
  const [earlier] = await context.transaction.query(countSignaturesOf, [document.id, signer.kind, signer.id]);
  if (earlier!.count > 0) return formFinding('DOCUMENT_ALREADY_SIGNED', path);
  if (document.status !== 'PUBLISHED') return formFinding('DOCUMENT_NOT_OPEN_FOR_SIGNING', path, { status: document.status });
  const allowed = context.extensions
    .of(signingMethods, document.pluginId)
    .some(({ id, forms }) => id === method && forms.includes(document.form));
  if (!allowed) return formFinding('SIGNING_METHOD_NOT_ALLOWED', path, { method });
  // What was shown, what the row says and what its text really hashes to are one and the same.
  const same = request.shownSha256 === document.sha256 && (await verifiedCanonical(context, document)) !== null;
  return same ? null : formFinding('DOCUMENT_HASH_DIFFERS', path);
}
