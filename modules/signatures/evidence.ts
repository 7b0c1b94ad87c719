import type { Ports } from '../../schema/base';
import { fieldAad, fieldCipherPort } from '../database';

/** JSON facts of a ceremony: ids, moments, digests, results. It is encrypted, yet holds no secret that was typed. */
export type Evidence = Readonly<Record<string, unknown>>;

export interface SealedEvidence {
  /** As printed; null where the signer is not a person. */
  readonly signerName: string | null;
  readonly evidence: Evidence;
}

const aad = (lenderId: string, id: string) => fieldAad({ lenderId, table: 'core.signature', id, column: 'evidence' });

export const sealEvidence = (ports: Ports, lenderId: string, id: string, sealed: SealedEvidence): Buffer =>
  ports.get(fieldCipherPort).encrypt(JSON.stringify(sealed), aad(lenderId, id));

export const openEvidence = (ports: Ports, lenderId: string, id: string, cipher: Buffer): SealedEvidence =>
  JSON.parse(ports.get(fieldCipherPort).decrypt(cipher, aad(lenderId, id)).toString('utf8')) as SealedEvidence;
