import { CertificateList, id_ce_authorityKeyIdentifier, id_ce_cRLNumber } from '@peculiar/asn1-x509';
import { Temporal } from 'temporal-polyfill';
import { beltHash } from './belt-hash';
import { verifyBign } from './bign';
import { BIGN_WITH_BELT_HASH, type Certificate, nameOf, serialOf } from './certificate';
import { bytesOf, parseDer, sameBytes } from './der';

/** Extensions of a list that are understood; a critical other one, such as that of a partial list, makes it unusable. */
const understood = new Set([id_ce_authorityKeyIdentifier, id_ce_cRLNumber]);

/** A list of revoked certificates (список отозванных сертификатов, RFC 5280, 5), read and not judged. */
export interface RevocationList {
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly issuerName: Uint8Array;
  readonly issuedAt: Temporal.Instant;
  /** A list without the moment of the next one is never current. */
  readonly nextAt: Temporal.Instant | null;
  /** When each serial number was revoked. */
  readonly revoked: ReadonlyMap<string, Temporal.Instant>;
}

/** Reads DER; `null` for anything else than a full list signed with bign. */
export function readRevocationList(der: Uint8Array): RevocationList | null {
  const parsed = parseDer(der, CertificateList);
  if (!parsed?.tbsCertListRaw) return null;
  const { tbsCertList: body, signatureAlgorithm, signature } = parsed;
  const extensions = [
    body.crlExtensions ?? [],
    ...(body.revokedCertificates ?? []).map(({ crlEntryExtensions }) => crlEntryExtensions ?? []),
  ];
  const clear = extensions.flat().every(({ critical, extnID }) => !critical || understood.has(extnID));
  if (signatureAlgorithm.algorithm !== BIGN_WITH_BELT_HASH || body.signature.algorithm !== BIGN_WITH_BELT_HASH || !clear) return null;
  return {
    signed: bytesOf(parsed.tbsCertListRaw),
    signature: bytesOf(signature),
    issuerName: nameOf(body.issuer),
    issuedAt: instantOf(body.thisUpdate.getTime()),
    nextAt: body.nextUpdate ? instantOf(body.nextUpdate.getTime()) : null,
    revoked: new Map(
      (body.revokedCertificates ?? []).map((entry) => [serialOf(entry.userCertificate), instantOf(entry.revocationDate.getTime())]),
    ),
  };
}

/** Whether the list is the issuer's own, signed with its key, and was current at that moment. */
export function speaksFor(list: RevocationList, issuer: Certificate, at: Temporal.Instant): boolean {
  return (
    sameBytes(list.issuerName, issuer.subjectName) &&
    issuer.usage.signsRevocations &&
    list.nextAt !== null &&
    Temporal.Instant.compare(list.issuedAt, at) <= 0 &&
    Temporal.Instant.compare(at, list.nextAt) <= 0 &&
    verifyBign(beltHash(list.signed), list.signature, issuer.publicKey)
  );
}

const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
