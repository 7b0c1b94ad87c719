import { listLoader, loader, statement } from '../database';
import type { SignerKind } from './signature.entity';

/** A signature's row as commands, plugins and resolvers read it; its evidence is read apart. */
export interface SignatureRecord {
  readonly id: string;
  readonly documentId: string;
  readonly signerKind: SignerKind;
  readonly signerId: string;
  readonly method: string;
  readonly ceremonyId: string | null;
  readonly identifier: string;
  /** Hexadecimal. */
  readonly digest: string;
  readonly signedAt: Date;
}

const columns = `id, document_id as "documentId", signer_kind as "signerKind", signer_id as "signerId", method,
  ceremony_id as "ceremonyId", identifier, encode(digest, 'hex') as digest, signed_at as "signedAt"`;

export const signatureById = loader(
  statement<SignatureRecord>('signature_by_id', `select ${columns} from core.signature where id = any($1)`),
  (row) => row.id,
);

/** Signatures in the order in which they were given. */
export const signaturesByDocument = listLoader(
  statement<SignatureRecord>(
    'signatures_by_document',
    `select ${columns} from core.signature where document_id = any($1) order by signed_at, id`,
  ),
  (row) => row.documentId,
);

/** The same with the encrypted evidence. */
export interface EvidencedSignature extends SignatureRecord {
  readonly auditEntryId: string | null;
  readonly evidence: Buffer;
}

export const evidencedSignatures = listLoader(
  statement<EvidencedSignature>(
    'evidenced_signatures_by_document',
    `select ${columns}, evidence, audit_entry_id as "auditEntryId" from core.signature where document_id = any($1) order by signed_at, id`,
  ),
  (row) => row.documentId,
);

export const countSignaturesOf = statement<{ count: number }>(
  'signature_count_of_signer',
  'select count(*)::int as count from core.signature where document_id = $1 and signer_kind = $2 and signer_id = $3',
);
