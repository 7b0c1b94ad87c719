import { AsnConvert } from '@peculiar/asn1-schema';
import {
  BasicConstraints,
  Certificate as CertificateSchema,
  type Extension,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_subjectKeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  type Name,
} from '@peculiar/asn1-x509';
import { Temporal } from 'temporal-polyfill';
import { publicPoint } from './bign';
import { bignCurve256 } from './curve';
import { bytesOf, objectIdentifierIn, parseDer, sameBytes } from './der';

/** bign over belt-hash: the algorithm of a signature. */
export const BIGN_WITH_BELT_HASH = '1.2.112.0.2.0.34.101.45.12';
const BIGN_KEY = '1.2.112.0.2.0.34.101.45.2.1';

/** Extensions whose demands are kept here; another one that is critical makes a certificate unusable (RFC 5280, 4.2). */
const understood = new Set([id_ce_basicConstraints, id_ce_keyUsage, id_ce_authorityKeyIdentifier, id_ce_subjectKeyIdentifier]);

/** A certificate of a bign key (X.509 as profiled by STB 34.101.19), read and not judged. */
export interface Certificate {
  readonly der: Uint8Array;
  /** What the issuer signed. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  /** Hexadecimal, without leading zeros. */
  readonly serial: string;
  /** DER of the names, to be compared octet by octet. */
  readonly issuerName: Uint8Array;
  readonly subjectName: Uint8Array;
  /** Values of the subject by object identifier, e.g. `2.5.4.3` is the common name. */
  readonly subject: ReadonlyMap<string, string>;
  readonly notBefore: Temporal.Instant;
  readonly notAfter: Temporal.Instant;
  readonly publicKey: Uint8Array;
  /** May certify others; `pathLength`: how many authorities may stand below it. */
  readonly authority: { readonly pathLength: number | null } | null;
  readonly usage: { readonly signsDocuments: boolean; readonly signsCertificates: boolean; readonly signsRevocations: boolean };
}

/** Reads DER; `null` for anything else than a version 3 certificate of a bign key on bign-curve256v1 that this code wholly understands. */
export function readCertificate(der: Uint8Array): Certificate | null {
  const parsed = parseDer(der, CertificateSchema);
  if (!parsed?.tbsCertificateRaw) return null;
  const { tbsCertificate: body, signatureAlgorithm, signatureValue } = parsed;
  const { subjectPublicKeyInfo: key, extensions = [] } = body;
  const publicKey = bytesOf(key.subjectPublicKey);
  const supported =
    signatureAlgorithm.algorithm === BIGN_WITH_BELT_HASH &&
    body.signature.algorithm === BIGN_WITH_BELT_HASH &&
    key.algorithm.algorithm === BIGN_KEY &&
    objectIdentifierIn(key.algorithm.parameters) === bignCurve256.oid &&
    publicPoint(publicKey) !== null;
  const kinds = extensions.map(({ extnID }) => extnID);
  const clear = new Set(kinds).size === kinds.length && extensions.every(({ critical, extnID }) => !critical || understood.has(extnID));
  if (!supported || !clear) return null;
  const basic = extensionOf(extensions, id_ce_basicConstraints, BasicConstraints);
  const usage = extensionOf(extensions, id_ce_keyUsage, KeyUsage);
  if (basic === null || usage === null) return null;
  const flags = usage?.toNumber() ?? 0;
  return {
    der,
    signed: bytesOf(parsed.tbsCertificateRaw),
    signature: bytesOf(signatureValue),
    serial: serialOf(body.serialNumber),
    issuerName: nameOf(body.issuer),
    subjectName: nameOf(body.subject),
    subject: new Map(body.subject.flat().map(({ type, value }) => [type, value.toString()])),
    notBefore: Temporal.Instant.fromEpochMilliseconds(body.validity.notBefore.getTime().getTime()),
    notAfter: Temporal.Instant.fromEpochMilliseconds(body.validity.notAfter.getTime().getTime()),
    publicKey,
    authority: basic?.cA ? { pathLength: basic.pathLenConstraint ?? null } : null,
    usage: {
      signsDocuments: (flags & (KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation)) !== 0,
      signsCertificates: (flags & KeyUsageFlags.keyCertSign) !== 0,
      signsRevocations: (flags & KeyUsageFlags.cRLSign) !== 0,
    },
  };
}

/** `undefined` where it is absent, `null` where it cannot be read. */
function extensionOf<T>(extensions: readonly Extension[], id: string, schema: new () => T): T | null | undefined {
  const found = extensions.find(({ extnID }) => extnID === id);
  return found && parseDer(bytesOf(found.extnValue), schema);
}

export const serialOf = (serial: ArrayBuffer): string =>
  Buffer.from(serial)
    .toString('hex')
    .replace(/^0+(?=.)/, '');

export const nameOf = (name: Name): Uint8Array => bytesOf(AsnConvert.serialize(name));

/** Whether the name of an issuer is that of a subject, octet by octet. */
export const isIssuedBy = (certificate: Certificate, issuer: Certificate): boolean => sameBytes(certificate.issuerName, issuer.subjectName);
