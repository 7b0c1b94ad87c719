import { Temporal } from 'temporal-polyfill';
import type { CheckedPackage, EvidenceCheck, Step } from '../../../modules/signatures';
import {
  type Certificate,
  judgeDetachedSignature,
  type RevocationList,
  readCertificate,
  readRevocationList,
  type SignatureFault,
} from '../digital-signature';
import { EVIDENCE_FOLDERS, evidencePath } from './paths';

const COMMON_NAME = '2.5.4.3';
const STEP = 'digital-signature';

/** Why a digital signature does not hold, for whoever reads the verdict. */
const sentences: Readonly<Record<SignatureFault, string>> = {
  MALFORMED: 'It is no detached signature of one signer (CMS).',
  ALGORITHM_UNSUPPORTED: 'It is made by another algorithm than bign over belt-hash.',
  SIGNER_MISSING: 'It does not carry the certificate of its signer.',
  CONTENT_CHANGED: 'It was made for another text.',
  SIGNATURE_INVALID: 'The signature does not fit the key of its certificate.',
  USAGE_FORBIDDEN: 'The certificate is not for signing documents.',
  NOT_YET_VALID: 'A certificate of its chain was not valid yet when it was signed.',
  EXPIRED: 'A certificate of its chain was not valid any more when it was signed.',
  UNTRUSTED: 'Its chain ends at no authority that is believed.',
  ISSUER_SIGNATURE_INVALID: 'A certificate of its chain was not signed by its issuer.',
  ISSUER_NOT_AUTHORITY: 'A certificate of its chain was issued by somebody who may not.',
  REVOKED: 'A certificate of its chain was revoked when it was signed.',
  REVOCATION_UNKNOWN: 'The package has no list of revocations that was current when it was signed.',
};

/** Judges every digital signature (ЭЦП) of a package as of the moment at which it was recorded, with the revocations of that moment. */
export const digitalSignaturesCheck: EvidenceCheck = {
  id: 'by-leasing.digital-signatures',
  check(checked) {
    const signed = checked.signatures.filter(({ id }) => checked.files.has(evidencePath.signature(id)));
    const believed = filesIn(checked, EVIDENCE_FOLDERS.anchors, readCertificate);
    const anchors = checked.anchors.length > 0 ? checked.anchors.flatMap((der) => readCertificate(der) ?? []) : believed;
    const revocationLists = filesIn(checked, EVIDENCE_FOLDERS.revocations, readRevocationList);
    return signed.map(({ id, signedAt }) => judge(checked, id, Temporal.Instant.from(signedAt), anchors, revocationLists));
  },
};

function judge(
  { files, anchors: trusted }: CheckedPackage,
  id: string,
  at: Temporal.Instant,
  anchors: readonly Certificate[],
  revocationLists: readonly RevocationList[],
): Step {
  const part = evidencePath.signature(id);
  const text = files.get('document/canonical.txt') ?? new Uint8Array();
  const judged = judgeDetachedSignature(text, files.get(part)!, { anchors, intermediates: [], revocationLists }, at);
  if (!judged.holds) return { step: STEP, part, holds: false, says: sentences[judged.fault] };
  const nameOf = (certificate: Certificate) => certificate.subject.get(COMMON_NAME) ?? certificate.serial;
  const authority = nameOf(judged.path.at(-1)!);
  const belief = trusted.length > 0 ? 'whom you trust' : 'whom the package names and nobody else vouches for';
  return {
    step: STEP,
    part,
    holds: true,
    says: `${nameOf(judged.signer)} signed this text with a key that was certified and not revoked at ${at}; its chain ends at ${authority}, ${belief}.`,
  };
}

function filesIn<T>({ files }: CheckedPackage, folder: string, read: (bytes: Uint8Array) => T | null): T[] {
  return [...files].filter(([path]) => path.startsWith(folder)).flatMap(([, bytes]) => read(bytes) ?? []);
}
