import { type CommandResult, defineCommand, Refusal } from '../commands';
import { statement, uuidv7 } from '../database';
import { lockDocument } from '../documents';
import { formFinding } from '../rules';
import { EvidencePackageEntity } from './evidence-package.entity';
import { evidencedSignatures } from './signature.record';

export interface PackageRequested extends CommandResult {
  readonly packageId?: string;
}

/** Packages of one document in a day; what was made stays readable. */
const MOST = 10;
const HOURS = 24;

const askedLately = statement<{ waiting: string | null; count: number }>(
  'evidence_package_asked_lately',
  `select (select id from core.evidence_package where document_id = $1 and made_at is null and failure is null order by id limit 1) as waiting,
     (select count(*)::int from core.evidence_package where document_id = $1 and requested_at > $2) as count`,
);

/** Asks for a document's evidence package; it is made behind the request, once the audit log has taken up what it is to prove. One waits at a time: asking again names it. */
export const requestEvidencePackage = defineCommand<{ readonly documentId: string }, PackageRequested>({
  name: 'requestEvidencePackage',
  emits: [],
  async run({ documentId }, context) {
    const document = await lockDocument(context, documentId);
    const signatures = await context.transaction.query(evidencedSignatures.statement, [[document.id]]);
    if (signatures.length === 0) throw new Refusal([formFinding('EVIDENCE_NOTHING_SIGNED', ['input', 'documentId'])]);
    const since = new Date(context.now.subtract({ hours: HOURS }).epochMilliseconds);
    const [asked] = await context.transaction.query(askedLately, [document.id, since]);
    if (asked?.waiting) return { packageId: asked.waiting };
    if (asked && asked.count >= MOST) throw new Refusal([formFinding('EVIDENCE_ASKED_OFTEN', ['input', 'documentId'], { most: MOST })]);
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
