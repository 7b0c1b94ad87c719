import {
  type Attribute,
  ContentInfo,
  id_contentType,
  id_data,
  id_messageDigest,
  id_signedData,
  id_signingTime,
  SignedData,
} from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { Time } from '@peculiar/asn1-x509';
import { Temporal } from 'temporal-polyfill';
import { beltHash } from './belt-hash';
import { verifyBign } from './bign';
import { BIGN_WITH_BELT_HASH, type Certificate, nameOf, readCertificate, serialOf } from './certificate';
import { judgePath, type PathFault, type Trust } from './certificate-path';
import { bufferOf, bytesOf, objectIdentifierIn, parseBer, parseDer, partOf, sameBytes } from './der';

/** belt-hash256 as the digest of a message. */
export const BELT_HASH = '1.2.112.0.2.0.34.101.31.81';
/** SignedData, its signers (the last part), the first of them and its fourth part, the signed attributes. */
const SIGNED_ATTRIBUTES = [1, 0, -1, 0, 3];
const ATTRIBUTES_TAG = 0xa0;
const SET_TAG = 0x31;

export type SignatureFault =
  | 'MALFORMED'
  | 'ALGORITHM_UNSUPPORTED'
  | 'SIGNER_MISSING'
  | 'CONTENT_CHANGED'
  | 'SIGNATURE_INVALID'
  | 'USAGE_FORBIDDEN'
  | PathFault;

export type SignatureJudgement =
  | {
      readonly holds: true;
      readonly signer: Certificate;
      /** From the signer up to the anchor. */
      readonly path: readonly Certificate[];
      /** What the signer says; nobody else vouches for it. */
      readonly claimedAt: Temporal.Instant | null;
    }
  | {
      readonly holds: false;
      readonly fault: SignatureFault;
      /** Whose certificate does not hold, when it is about one. */
      readonly certificate: Certificate | null;
    };

const fails = (fault: SignatureFault, certificate: Certificate | null = null): SignatureJudgement => ({ holds: false, fault, certificate });

/**
 * Judges a detached digital signature (ЭЦП): a CMS SignedData (RFC 5652, profiled by STB 34.101.23) of one signer, with signed
 * attributes, bign over belt-hash. `at`: the moment for which certificates and revocations are judged. Pure; never throws.
 */
export function judgeDetachedSignature(content: Uint8Array, cms: Uint8Array, trust: Trust, at: Temporal.Instant): SignatureJudgement {
  const data = signedDataOf(cms);
  const [info, ...more] = data?.signerInfos ?? [];
  if (!data || !info || more.length > 0) return fails('MALFORMED');
  if (info.digestAlgorithm.algorithm !== BELT_HASH || info.signatureAlgorithm.algorithm !== BIGN_WITH_BELT_HASH) {
    return fails('ALGORITHM_UNSUPPORTED');
  }
  const embedded = (data.certificates ?? []).flatMap(({ certificate }) => {
    const read = certificate && readCertificate(bytesOf(AsnConvert.serialize(certificate)));
    return read ? [read] : [];
  });
  const { issuerAndSerialNumber: wanted } = info.sid;
  const signer =
    wanted && embedded.find((one) => one.serial === serialOf(wanted.serialNumber) && sameBytes(one.issuerName, nameOf(wanted.issuer)));
  if (!signer) return fails('SIGNER_MISSING');
  const attributes = attributesOf(info.signedAttrs ?? []);
  const digest = attributes?.get(id_messageDigest);
  const type = attributes?.get(id_contentType);
  const attributeSet = signedAttributesOf(cms);
  if (!attributes || !attributeSet || !digest || !type || objectIdentifierIn(bufferOf(type)) !== id_data) return fails('MALFORMED');
  const stated = parseDer(digest, OctetString);
  if (!stated) return fails('MALFORMED');
  if (!sameBytes(bytesOf(stated), beltHash(content))) return fails('CONTENT_CHANGED', signer);
  if (!verifyBign(beltHash(attributeSet), bytesOf(info.signature), signer.publicKey)) return fails('SIGNATURE_INVALID', signer);
  if (!signer.usage.signsDocuments || signer.authority) return fails('USAGE_FORBIDDEN', signer);
  const judged = judgePath(signer, { ...trust, intermediates: [...trust.intermediates, ...embedded] }, at);
  if (!judged.holds) return fails(judged.fault, judged.certificate);
  const time = attributes.get(id_signingTime);
  const claimed = time && parseDer(time, Time)?.getTime();
  return {
    holds: true,
    signer,
    path: judged.path,
    claimedAt: claimed ? Temporal.Instant.fromEpochMilliseconds(claimed.getTime()) : null,
  };
}

function signedDataOf(cms: Uint8Array): SignedData | null {
  const info = parseBer(cms, ContentInfo);
  if (info?.contentType !== id_signedData) return null;
  const data = parseBer(bytesOf(info.content), SignedData);
  const { eContent, eContentType } = data?.encapContentInfo ?? {};
  return data && eContentType === id_data && !eContent ? data : null;
}

/** What the signer signed. RFC 5652, 5.4: the SET itself, not the field's implicit tag. */
export function signedAttributesOf(cms: Uint8Array): Uint8Array | null {
  const part = partOf(cms, SIGNED_ATTRIBUTES);
  if (part?.tag !== ATTRIBUTES_TAG) return null;
  part.bytes[0] = SET_TAG;
  return part.bytes;
}

/** DER of each attribute's one value; `null` where one has several or stands twice. */
function attributesOf(attributes: readonly Attribute[]): ReadonlyMap<string, Uint8Array> | null {
  const values = new Map<string, Uint8Array>();
  for (const { attrType, attrValues } of attributes) {
    if (attrValues.length !== 1 || values.has(attrType)) return null;
    values.set(attrType, bytesOf(attrValues[0]!));
  }
  return values;
}
