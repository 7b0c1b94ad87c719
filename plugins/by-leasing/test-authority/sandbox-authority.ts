import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { bignCurve256, fromLittleEndian } from '../digital-signature/curve';
import { SUBJECT } from '../signing/certificate-subject';
import { certify, type KeyHolder, revoke, type Subject, signDetached } from './test-authority';

/** Somebody to whom the sandbox's authority gives a certificate. */
export interface SandboxPerson {
  readonly name: string;
  readonly personalNumber: string;
  readonly organisation?: string;
  readonly position?: string;
  readonly unp?: string;
  /** Ended years ago. */
  readonly expired?: boolean;
}

const FROM = Temporal.Instant.from('2020-01-01T00:00:00Z');
const TO = Temporal.Instant.from('2045-01-01T00:00:00Z');
const LONG_AGO = Temporal.Instant.from('2021-01-01T00:00:00Z');
const HOURS_OF_A_LIST = 24;

/** The one person whose certificate the sandbox's authority has revoked. */
export const REVOKED_PERSON: SandboxPerson = { name: 'Отозванный Пример', personalNumber: '3010190A009PB3' };

const octets = (label: string, length: number) => createHash('sha512').update(`sandbox authority/${label}`).digest().subarray(0, length);
const secretOf = (label: string) => (fromLittleEndian(octets(label, 40)) % (bignCurve256.q - 1n)) + 1n;
// The same keys in every process: a document signed by a tool beside the sandbox is verified by the sandbox. They are worth nothing elsewhere.
const keyed = (label: string) => ({ secret: secretOf(`key/${label}`), serial: octets(`serial/${label}`, 8) });

const root = certify({ [SUBJECT.commonName]: 'Песочница: корневой удостоверяющий центр' }, null, {
  from: FROM,
  to: TO,
  pathLength: 1,
  ...keyed('root'),
});
const authority = certify({ [SUBJECT.commonName]: 'Песочница: удостоверяющий центр' }, root, {
  from: FROM,
  to: TO,
  pathLength: 0,
  ...keyed('authority'),
});

/** Certifies a person's key; the same person always has the same key and serial number. Sandbox and tests only. */
export function sandboxSigner(person: SandboxPerson): KeyHolder {
  const subject: Subject = {
    [SUBJECT.commonName]: person.name,
    [SUBJECT.personalNumber]: person.personalNumber,
    ...(person.organisation ? { [SUBJECT.organisation]: person.organisation } : {}),
    ...(person.position ? { [SUBJECT.position]: person.position } : {}),
    ...(person.unp ? { [SUBJECT.unp]: person.unp } : {}),
  };
  const label = [person.personalNumber, person.unp ?? '', person.expired ? 'expired' : ''].join('/');
  return certify(subject, authority, { from: FROM, to: person.expired ? LONG_AGO : TO, ...keyed(label) });
}

/** A detached signature of the text, with the chain, as a person's own tool or МСИ makes it. */
export const sandboxSign = (text: Uint8Array, person: SandboxPerson, at: Temporal.Instant): Uint8Array =>
  signDetached(text, sandboxSigner(person), [authority.certificate], at);

/** Octets of the authority that is believed in the sandbox (DER). */
export const sandboxAnchors = (): readonly Uint8Array[] => [root.certificate];

/** Lists of revocations current at the moment (DER), one of each authority. */
export function sandboxRevocationLists(at: Temporal.Instant): readonly Uint8Array[] {
  const from = at.round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const to = from.add({ hours: HOURS_OF_A_LIST });
  const revoked = [{ certificate: sandboxSigner(REVOKED_PERSON).certificate, at: LONG_AGO }];
  return [revoke(root, [], from, to), revoke(authority, revoked, from, to)];
}
