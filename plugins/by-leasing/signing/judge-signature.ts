import type { Temporal } from 'temporal-polyfill';
import {
  type Certificate,
  judgeDetachedSignature,
  readCertificate,
  readRevocationList,
  type SignatureJudgement,
  type Trust,
} from '../digital-signature';
import { partOf } from '../digital-signature/der';
import type { TrustFiles } from '../trust/port';

const certificatesOf = (ders: readonly Uint8Array[]): Certificate[] => ders.flatMap((der) => readCertificate(der) ?? []);

/** Octets of a trust source, read. What cannot be read counts for nothing: no list, no signature. */
export const trustOf = ({ anchors, intermediates, revocationLists }: TrustFiles): Trust => ({
  anchors: certificatesOf(anchors),
  intermediates: certificatesOf(intermediates),
  revocationLists: revocationLists.flatMap((der) => readRevocationList(der) ?? []),
});

/** Judges a detached signature of a document's text as of now. Pure. */
export const judgeText = (text: string, cms: Uint8Array, trust: TrustFiles, at: Temporal.Instant): SignatureJudgement =>
  judgeDetachedSignature(Buffer.from(text, 'utf8'), cms, trustOf(trust), at);

const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const SEQUENCE = 0x30;
const PEM_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/**
 * Whether octets hold a private key (личный ключ): PEM, PKCS #8 plain or encrypted (RFC 5958), SEC 1, or a container of keys, PKCS #12
 * (RFC 7292). Such octets are never kept, whatever else they are.
 */
export function holdsPrivateKey(octets: Uint8Array): boolean {
  if (PEM_KEY.test(Buffer.from(octets).toString('latin1'))) return true;
  const [first, second] = [tagAt(octets, 0), tagAt(octets, 1)];
  // A version and then an algorithm, a content or the key itself; or an algorithm and then what it encrypted. A signature begins with its type.
  return (first === INTEGER && (second === SEQUENCE || second === OCTET_STRING)) || (first === SEQUENCE && second === OCTET_STRING);
}

function tagAt(octets: Uint8Array, place: number): number | null {
  try {
    return partOf(octets, [place])?.tag ?? null;
  } catch {
    return null;
  }
}
