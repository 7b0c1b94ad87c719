import type { CommandContext } from '../../../modules/commands';
import { enforce } from '../../../modules/rules';
import type { EvidenceParts, Files } from '../../../modules/signatures';
import { cite } from '../cite';
import { leasingDocumentByCore } from '../documents/document.record';
import { recordOf } from '../identification/identification.record';
import { evidenceByOperation } from '../identification/operation-evidence';
import { openXml } from '../identification/vault';
import { openCms } from '../signing/keep-signature';
import { signaturesOfDocument } from '../signing/signature.record';
import { keptTrust } from '../trust/kept-trust';
import { evidencePath } from './paths';

/**
 * What proves a document of this plugin beside what every package holds: each ЭЦП with the authorities and revocation lists by which it was
 * judged, and as XML the identification of whoever signed and the operation (agreement, 1, 3.12, 11.6).
 */
export const leasingEvidence: EvidenceParts = {
  async collect(context, core) {
    const [document] = await context.transaction.query(leasingDocumentByCore.statement, [[core.id]]);
    if (!document) return new Map();
    const signatures = await context.transaction.query(signaturesOfDocument.statement, [[document.id]]);
    const files: [string, Uint8Array][] = [];
    for (const { id, cmsEnc } of signatures) {
      if (!cmsEnc) continue;
      enforce(cite('by-leasing/1/eds'));
      files.push([evidencePath.signature(id), openCms(context, id, cmsEnc)]);
    }
    for (const { sha256, kind, der } of await keptTrust(context, [...new Set(signatures.flatMap(({ trust }) => trust))]))
      files.push([kind === 'AUTHORITY' ? evidencePath.authority(sha256) : evidencePath.revocationList(sha256), der]);
    return new Map([...files, ...(await operationFiles(context, document.id))]);
  },
};

async function operationFiles(context: CommandContext, documentId: string): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  const text = (xml: string) => Buffer.from(xml, 'utf8');
  for (const { id, identificationId, xmlEnc } of await context.transaction.query(evidenceByOperation.statement, [[documentId]])) {
    enforce(cite('by-leasing/11.6/b1'));
    files.set(evidencePath.operation(id), text(openXml(context, 'operation_evidence', id, xmlEnc)));
    const record = await recordOf(context, identificationId);
    if (record)
      files.set(evidencePath.identification(identificationId), text(openXml(context, 'identification_record', record.id, record.xmlEnc)));
  }
  return files;
}
