import { listLoader, statement } from '../../../modules/database';
import type { SignatureForm } from '../documents/kinds';
import type { SignatureTool, SignatureVerifier } from './signature.entity';

/** A signature as it is kept, without what is secret or personal in it. */
export interface LeasingSignatureRecord {
  readonly id: string;
  readonly documentId: string;
  readonly signerKind: 'CLIENT' | 'LENDER' | 'OTHER_PARTY';
  readonly method: string;
  readonly identifier: string;
  /** Hexadecimal SHA-256 of the text that was signed. */
  readonly digest: string;
  readonly form: SignatureForm;
  /** Whether all six items of 6.4 are there. */
  readonly complete: boolean;
  readonly authorisedAt: Date | null;
  readonly signedAt: Date;
  readonly cmsEnc: Buffer | null;
  /** Hexadecimal belt-hash of the text, with a digital signature. */
  readonly signedHash: string | null;
  readonly certificateSerial: string | null;
  readonly madeBy: SignatureTool | null;
  readonly verifiedBy: SignatureVerifier | null;
  readonly trust: readonly string[];
  readonly authorityId: string | null;
  readonly ceremonyId: string | null;
}

export const signaturesOfDocument = listLoader(
  statement<LeasingSignatureRecord>(
    'by_leasing_signatures_of_document',
    `select s.id, s.document_id as "documentId", c.signer_kind as "signerKind", c.method, c.identifier, encode(c.digest, 'hex') as digest, s.form,
       (s.login_digest is not null and s.password_digest is not null and s.code_digest is not null and s.code_word_digest is not null
         and s.authorised_at is not null) as complete,
       s.authorised_at as "authorisedAt", s.signed_at as "signedAt", s.cms_enc as "cmsEnc", encode(s.signed_hash, 'hex') as "signedHash",
       s.certificate_serial as "certificateSerial", s.made_by as "madeBy", s.verified_by as "verifiedBy", s.trust,
       s.authority_id as "authorityId", c.ceremony_id as "ceremonyId"
     from by_leasing.signature s join core.signature c on c.lender_id = s.lender_id and c.id = s.id
     where s.document_id = any($1) order by s.signed_at, s.id`,
  ),
  (row) => row.documentId,
);
