import { Temporal } from 'temporal-polyfill';
import { beltHash } from './belt-hash';
import { verifyBign } from './bign';
import { type Certificate, isIssuedBy } from './certificate';
import { sameBytes } from './der';
import { type RevocationList, speaksFor } from './revocation-list';

/** Longer chains than this are not followed. */
const LONGEST_PATH = 8;

/** Whom a verifier believes, and what it knows of revocations. */
export interface Trust {
  /** Authorities believed without a further certificate. */
  readonly anchors: readonly Certificate[];
  /** Certificates of authorities between a signer and an anchor. */
  readonly intermediates: readonly Certificate[];
  readonly revocationLists: readonly RevocationList[];
}

export type PathFault =
  | 'NOT_YET_VALID'
  | 'EXPIRED'
  | 'UNTRUSTED'
  | 'ISSUER_SIGNATURE_INVALID'
  | 'ISSUER_NOT_AUTHORITY'
  | 'REVOKED'
  | 'REVOCATION_UNKNOWN';

/** A certificate's chain up to an anchor, the anchor last; or the first thing that does not hold, and of which subject. */
export type PathResult =
  | { readonly holds: true; readonly path: readonly Certificate[] }
  | { readonly holds: false; readonly fault: PathFault; readonly certificate: Certificate };

/**
 * Judges a certificate as of a moment (RFC 5280, 6, for chains of bign keys): every certificate valid and not revoked then,
 * every issuer an authority whose signature holds, the last of them believed.
 */
export function judgePath(certificate: Certificate, trust: Trust, at: Temporal.Instant): PathResult {
  const path: Certificate[] = [];
  let current = certificate;
  for (;;) {
    path.push(current);
    const broken = (fault: PathFault): PathResult => ({ holds: false, fault, certificate: current });
    if (Temporal.Instant.compare(at, current.notBefore) < 0) return broken('NOT_YET_VALID');
    if (Temporal.Instant.compare(at, current.notAfter) > 0) return broken('EXPIRED');
    if (trust.anchors.some(({ der }) => sameBytes(der, current.der))) return { holds: true, path };
    const issuer = [...trust.anchors, ...trust.intermediates].find((one) => isIssuedBy(current, one) && !path.includes(one));
    if (!issuer || path.length === LONGEST_PATH) return broken('UNTRUSTED');
    const below = path.length - 1;
    const { authority } = issuer;
    if (!authority || !issuer.usage.signsCertificates || (authority.pathLength !== null && authority.pathLength < below)) {
      return { holds: false, fault: 'ISSUER_NOT_AUTHORITY', certificate: issuer };
    }
    if (!verifyBign(beltHash(current.signed), current.signature, issuer.publicKey)) return broken('ISSUER_SIGNATURE_INVALID');
    const list = trust.revocationLists.find((one) => speaksFor(one, issuer, at));
    if (!list) return broken('REVOCATION_UNKNOWN');
    const revokedAt = list.revoked.get(current.serial);
    if (revokedAt && Temporal.Instant.compare(revokedAt, at) <= 0) return broken('REVOKED');
    current = issuer;
  }
}
