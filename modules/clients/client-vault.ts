import { type FieldCipher, fieldAad } from '../database';
import type { ClientRecord, SealedClient } from './client.record';
import { emailKey } from './contact';
import type { ClientProfile } from './profile';

/** A client with everything readable; for rules, documents and notices. Never logged. */
export interface ClientDetails extends ClientRecord {
  /** E.164. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly profile: ClientProfile;
}

const TABLE = 'core.client';

const aad = (lenderId: string, id: string, column: string) => fieldAad({ lenderId, table: TABLE, id, column });

/** Reads the encrypted fields of a row. */
export function openClient(cipher: FieldCipher, sealed: SealedClient): ClientDetails {
  const { lenderId, phoneEnc, emailEnc, profileEnc, ...record } = sealed;
  const read = (value: Buffer | null, column: string) => value && cipher.decrypt(value, aad(lenderId, record.id, column)).toString('utf8');
  return {
    ...record,
    phone: read(phoneEnc, 'phone'),
    email: read(emailEnc, 'email'),
    profile: JSON.parse(read(profileEnc, 'profile')!) as ClientProfile,
  };
}

export function sealPhone(cipher: FieldCipher, lenderId: string, id: string, phone: string) {
  return { phoneEnc: cipher.encrypt(phone, aad(lenderId, id, 'phone')), phoneIndex: phoneIndex(cipher, lenderId, phone) };
}

export function sealEmail(cipher: FieldCipher, lenderId: string, id: string, email: string) {
  return { emailEnc: cipher.encrypt(email, aad(lenderId, id, 'email')), emailIndex: emailIndex(cipher, lenderId, email) };
}

export function sealProfile(cipher: FieldCipher, lenderId: string, id: string, profile: ClientProfile): Buffer {
  return cipher.encrypt(JSON.stringify(profile), aad(lenderId, id, 'profile'));
}

/** Blind index of a phone in E.164; differs from lender to lender. */
export const phoneIndex = (cipher: FieldCipher, lenderId: string, phone: string) => cipher.blindIndex(phone, `${lenderId}/phone`);

/** Blind index of a normalised e-mail address, whatever its letters' case. */
export const emailIndex = (cipher: FieldCipher, lenderId: string, email: string) => cipher.blindIndex(emailKey(email), `${lenderId}/email`);
