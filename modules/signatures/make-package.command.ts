import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { proveEntries, sealPort } from '../audit';
import { type Command, type CommandContext, type CommandResult, defineCommand } from '../commands';
import { statement } from '../database';
import { CANONICAL_FORM, type DocumentRecord, documentById, objectStoragePort, printedBytes, verifiedCanonical } from '../documents';
import { openEvidence } from './evidence';
import { buildPackage, type Files, type SignatureStatement } from './evidence-package';
import { evidenceParts } from './extension-points';
import { type EvidencedSignature, evidencedSignatures } from './signature.record';
import { signatureBlocksOf } from './signature-page';

const takeWaiting = statement<{ id: string; documentId: string; clientId: string }>(
  'evidence_package_take',
  `select id, document_id as "documentId", client_id as "clientId" from core.evidence_package
   where lender_id = $1 and id = $2 and made_at is null and failure is null for update skip locked`,
);
const setMade = statement<never>(
  'evidence_package_made',
  'update core.evidence_package set made_at = $3, storage_key = $4, size = $5, sha256 = $6 where lender_id = $1 and id = $2',
);

const setFailed = statement<never>(
  'evidence_package_failed',
  'update core.evidence_package set failure = $3 where lender_id = $1 and id = $2',
);

/** The stored text is not the one that was signed: it is never packed as evidence. */
const TAMPERED = 'DOCUMENT_TAMPERED';

/** Makes one package; does nothing while the audit log has not yet taken up the signatures, and is asked again. */
export const makeEvidencePackage: Command<{ readonly packageId: string }, CommandResult> = defineCommand({
  name: 'job:makeEvidencePackage',
  emits: ['EvidencePackageMade'],
  async run({ packageId }, context) {
    const { transaction, lender, ports } = context;
    const [waiting] = await transaction.query(takeWaiting, [lender.id, packageId]);
    const [document] = waiting ? await transaction.query(documentById.statement, [[waiting.documentId]]) : [];
    if (!waiting || !document) return {};
    const rows = await transaction.query(evidencedSignatures.statement, [[document.id]]);
    const audit = await proveEntries(context, [...new Set(rows.flatMap(({ auditEntryId }) => auditEntryId ?? []))]);
    if (!audit) return {};
    const canonicalText = await verifiedCanonical(context, document);
    if (canonicalText === null) {
      await transaction.query(setFailed, [lender.id, packageId, TAMPERED]);
      context.audit({ packageId, documentId: document.id, failure: TAMPERED });
      return {};
    }
    const signatures = rows.map((row) => statementOf(context, row));
    const zip = await buildPackage(
      {
        lender: { id: lender.id, code: lender.code, name: lender.name },
        madeAt: context.now.toString(),
        document: statementOfDocument(document),
        canonicalText,
        pdf: await printedBytes(context, document, signatureBlocksOf(context, document, rows)),
        signatures,
        audit,
        further: await furtherFiles(context, document, signatures),
      },
      ports.get(sealPort),
    );
    const key = `evidence/${lender.id}/${packageId}.zip`;
    await ports.get(objectStoragePort).write(key, Readable.from([zip]), { contentType: 'application/zip', size: zip.length });
    const sha256 = createHash('sha256').update(zip).digest();
    await transaction.query(setMade, [lender.id, packageId, new Date(context.now.epochMilliseconds), key, zip.length, sha256]);
    context.emit({
      type: 'EvidencePackageMade',
      subject: { type: 'Document', id: document.id },
      ...(document.applicationId ? { applicationId: document.applicationId } : {}),
      clientId: document.clientId,
      plugin: document.pluginId,
      payload: { packageId, documentId: document.id, sha256: sha256.toString('hex') },
    });
    context.audit({ packageId, documentId: document.id, sha256: sha256.toString('hex') });
    return {};
  },
});

const statementOfDocument = ({ id, pluginId, kind, form, title, sha256, createdAt }: DocumentRecord) => ({
  id,
  plugin: pluginId,
  kind,
  form,
  title,
  canonicalForm: CANONICAL_FORM,
  sha256,
  createdAt: createdAt.toISOString(),
});

function statementOf({ ports, lender }: CommandContext, row: EvidencedSignature): SignatureStatement {
  const { signerName, evidence } = openEvidence(ports, lender.id, row.id, row.evidence);
  return {
    id: row.id,
    signer: { kind: row.signerKind, id: row.signerId, name: signerName },
    method: row.method,
    identifier: row.identifier,
    digest: row.digest,
    signedAt: row.signedAt.toISOString(),
    evidence,
  };
}

async function furtherFiles(context: CommandContext, document: DocumentRecord, signatures: readonly SignatureStatement[]): Promise<Files> {
  const parts = context.extensions.of(evidenceParts, document.pluginId);
  const files = await Promise.all(parts.map((part) => part.collect(context, document, signatures)));
  return new Map(files.flatMap((some) => [...some]));
}
