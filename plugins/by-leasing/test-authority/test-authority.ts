import { randomBytes } from 'node:crypto';
import {
  Attribute,
  CertificateChoices,
  CertificateSet,
  CMSVersion,
  ContentInfo,
  DigestAlgorithmIdentifiers,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  id_contentType,
  id_data,
  id_messageDigest,
  id_signedData,
  id_signingTime,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  CertificateList,
  Extension,
  Extensions,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  RevokedCertificate,
  SubjectPublicKeyInfo,
  TBSCertificate,
  TBSCertList,
  Time,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { ObjectIdentifier } from 'asn1js';
import type { Temporal } from 'temporal-polyfill';
import { beltHash } from '../digital-signature';
import { BIGN_WITH_BELT_HASH } from '../digital-signature/certificate';
import { bignCurve256, fromLittleEndian } from '../digital-signature/curve';
import { bufferOf, bytesOf } from '../digital-signature/der';
import { BELT_HASH, signedAttributesOf } from '../digital-signature/detached-signature';
import { bignPublicKey, signBign } from './sign-bign';

/** Whose key it is, values by object identifier (`2.5.4.3` is the common name). */
export type Subject = Readonly<Record<string, string>>;

/** A private key with its certificate. */
export interface KeyHolder {
  readonly secret: bigint;
  readonly certificate: Uint8Array;
}

export interface CertificateOptions {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  /** Set for an authority: how many authorities may stand below it. */
  readonly pathLength?: number;
  readonly usage?: KeyUsageFlags;
  readonly extensions?: readonly Extension[];
  readonly secret?: bigint;
  /** Serial number; a random one unless said. */
  readonly serial?: Uint8Array;
}

const dateOf = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds);
const algorithm = () => new AlgorithmIdentifier({ algorithm: BIGN_WITH_BELT_HASH });
const newSecret = () => (fromLittleEndian(randomBytes(40)) % (bignCurve256.q - 1n)) + 1n;
const sign = (bytes: ArrayBuffer, secret: bigint) => bufferOf(signBign(beltHash(bytesOf(bytes)), secret));

function nameOf(subject: Subject): Name {
  return new Name(
    Object.entries(subject).map(
      ([type, utf8String]) =>
        new RelativeDistinguishedName([new AttributeTypeAndValue({ type, value: new AttributeValue({ utf8String }) })]),
    ),
  );
}

function extensionsOf({ pathLength, usage, extensions = [] }: CertificateOptions): Extension[] {
  const isAuthority = pathLength !== undefined;
  const flags = usage ?? (isAuthority ? KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign : KeyUsageFlags.digitalSignature);
  const critical = (extnID: string, value: object) =>
    new Extension({ extnID, critical: true, extnValue: new OctetString(AsnConvert.serialize(value)) });
  return [
    ...(isAuthority ? [critical(id_ce_basicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: pathLength }))] : []),
    critical(id_ce_keyUsage, new KeyUsage(flags)),
    ...extensions,
  ];
}

/** Certifies a key, the issuer's own where no issuer is given. Sandbox and tests only. */
export function certify(subject: Subject, issuer: KeyHolder | null, options: CertificateOptions): KeyHolder {
  const secret = options.secret ?? newSecret();
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: bufferOf(Buffer.concat([Buffer.from([1]), options.serial ?? randomBytes(8)])),
    signature: algorithm(),
    issuer: issuer ? AsnConvert.parse(issuer.certificate, Certificate).tbsCertificate.subject : nameOf(subject),
    validity: new Validity({ notBefore: dateOf(options.from), notAfter: dateOf(options.to) }),
    subject: nameOf(subject),
    subjectPublicKeyInfo: new SubjectPublicKeyInfo({
      algorithm: new AlgorithmIdentifier({
        algorithm: '1.2.112.0.2.0.34.101.45.2.1',
        parameters: new ObjectIdentifier({ value: bignCurve256.oid }).toBER(),
      }),
      subjectPublicKey: bufferOf(bignPublicKey(secret)),
    }),
    extensions: new Extensions(extensionsOf(options)),
  });
  const certificate = new Certificate({
    tbsCertificate,
    signatureAlgorithm: algorithm(),
    signatureValue: sign(AsnConvert.serialize(tbsCertificate), (issuer ?? { secret }).secret),
  });
  return { secret, certificate: bytesOf(AsnConvert.serialize(certificate)) };
}

/** A list of what the authority revoked, current from one moment to another. */
export function revoke(
  authority: KeyHolder,
  revoked: readonly { readonly certificate: Uint8Array; readonly at: Temporal.Instant }[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Uint8Array {
  const tbsCertList = new TBSCertList({
    version: Version.v2,
    signature: algorithm(),
    issuer: AsnConvert.parse(authority.certificate, Certificate).tbsCertificate.subject,
    thisUpdate: new Time(dateOf(from)),
    nextUpdate: new Time(dateOf(to)),
    ...(revoked.length > 0 && {
      revokedCertificates: revoked.map(
        ({ certificate, at }) =>
          new RevokedCertificate({
            userCertificate: AsnConvert.parse(certificate, Certificate).tbsCertificate.serialNumber,
            revocationDate: new Time(dateOf(at)),
          }),
      ),
    }),
  });
  const list = new CertificateList({
    tbsCertList,
    signatureAlgorithm: algorithm(),
    signature: sign(AsnConvert.serialize(tbsCertList), authority.secret),
  });
  return bytesOf(AsnConvert.serialize(list));
}

/** A detached signature of the content (CMS), as a signer's own tool makes it. */
export function signDetached(content: Uint8Array, signer: KeyHolder, chain: readonly Uint8Array[], at: Temporal.Instant): Uint8Array {
  const attribute = (attrType: string, value: ArrayBuffer) => new Attribute({ attrType, attrValues: [value] });
  const { tbsCertificate } = AsnConvert.parse(signer.certificate, Certificate);
  const info = new SignerInfo({
    version: CMSVersion.v1,
    sid: new SignerIdentifier({
      issuerAndSerialNumber: new IssuerAndSerialNumber({ issuer: tbsCertificate.issuer, serialNumber: tbsCertificate.serialNumber }),
    }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithm: BELT_HASH }),
    signedAttrs: [
      attribute(id_contentType, new ObjectIdentifier({ value: id_data }).toBER()),
      attribute(id_signingTime, AsnConvert.serialize(new Time(dateOf(at)))),
      attribute(id_messageDigest, AsnConvert.serialize(new OctetString(beltHash(content)))),
    ],
    signatureAlgorithm: algorithm(),
    signature: new OctetString(new Uint8Array(0)),
  });
  const message = () => {
    const data = new SignedData({
      version: CMSVersion.v1,
      digestAlgorithms: new DigestAlgorithmIdentifiers([new AlgorithmIdentifier({ algorithm: BELT_HASH })]),
      encapContentInfo: new EncapsulatedContentInfo({ eContentType: id_data }),
      certificates: new CertificateSet(
        [signer.certificate, ...chain].map((der) => new CertificateChoices({ certificate: AsnConvert.parse(der, Certificate) })),
      ),
      signerInfos: new SignerInfos([info]),
    });
    return bytesOf(AsnConvert.serialize(new ContentInfo({ contentType: id_signedData, content: AsnConvert.serialize(data) })));
  };
  info.signature = new OctetString(signBign(beltHash(signedAttributesOf(message())!), signer.secret));
  return message();
}
