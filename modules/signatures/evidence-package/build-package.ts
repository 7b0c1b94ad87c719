import { type AuditProof, canonicalJson, type Sealer } from '../../audit';
import { type Files, writeArchive } from './archive';
import { type DocumentStatement, type Manifest, manifestOf, paths, type SignatureStatement } from './manifest';

export interface PackageContent {
  readonly lender: Manifest['lender'];
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  readonly document: DocumentStatement;
  readonly canonicalText: string;
  readonly pdf: Uint8Array;
  readonly signatures: readonly SignatureStatement[];
  /** That what was done stands in the audit log, a proof for each checkpoint. */
  readonly audit: readonly AuditProof[];
  /** Further files of the document's plugin, by path: digital signatures, certificates, records of identification. */
  readonly further: Files;
}

/** An evidence package (доказательственный пакет): a zip that can be judged years later without its maker. The same content gives the same octets. */
export async function buildPackage(content: PackageContent, sealer: Sealer): Promise<Uint8Array> {
  const { lender, document } = content;
  const text = (value: string) => Buffer.from(value, 'utf8');
  const files = new Map<string, Uint8Array>([
    ...content.further,
    [paths.record, canonicalJson(document)],
    [paths.text, text(content.canonicalText)],
    [paths.print, content.pdf],
    ...content.signatures.map((one, i) => [`${paths.signatures}${String(i + 1).padStart(3, '0')}.json`, canonicalJson(one)] as const),
    [paths.audit, canonicalJson(content.audit)],
  ]);
  const manifest = canonicalJson(manifestOf(files, { lender, documentId: document.id, madeAt: content.madeAt }));
  files.set(paths.manifest, manifest);
  files.set(paths.seal, text(await sealer.seal(lender.id, manifest)));
  return writeArchive(files);
}
