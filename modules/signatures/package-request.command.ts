import { type CommandResult, defineCommand, Refusal } from '../commands';
import { uuidv7 } from '../database';
import { lockDocument } from '../documents';
import { formFinding } from '../rules';
import { EvidencePackageEntity } from './evidence-package.entity';
import { evidencedSignatures } from './signature.record';

export interface PackageRequested extends CommandResult {
  readonly packageId?: string;
}

/** Asks for a document's evidence package; it is made behind the request, once the audit log has taken up what it is to prove. */
export const requestEvidencePackage = defineCommand<{ readonly documentId: string }, PackageRequested>({
  name: 'requestEvidencePackage',
  emits: [],
  async run({ documentId }, context) {
    const document = await lockDocument(context, documentId);
    const signatures = await context.transaction.query(evidencedSignatures.statement, [[document.id]]);
    if (signatures.length === 0) throw new Refusal([formFinding('EVIDENCE_NOTHING_SIGNED', ['input', 'documentId'])]);
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(EvidencePackageEntity, {
      lenderId: context.lender.id,
      id,
      documentId: document.id,
      clientId: document.clientId,
      requestedBy: `${context.caller.kind}:${context.caller.subject}`,
      requestedAt: new Date(context.now.epochMilliseconds),
    });
    context.audit({ packageId: id, documentId: document.id });
    return { packageId: id };
  },
});
