import { randomInt } from 'node:crypto';
import { type CommandContext, Refusal } from '../commands';
import { fieldCipherPort, statement, uuidv7 } from '../database';
import { formFinding } from '../rules';
import type { ClientKind, ClientStatus } from './client.entity';
import type { ClientRecord } from './client.record';
import { readContacts, refuseTaken } from './client-contacts';
import { type ClientDetails, sealEmail, sealPhone, sealProfile } from './client-vault';
import { lockClient } from './lock-client';
import { type ClientProfile, profileFindings, tidyProfile } from './profile';

export interface NewClient {
  readonly kind: ClientKind;
  /** As typed; numbers without `+` are read as the lender's country's. */
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly profile?: ClientProfile;
  /** Where these values stand in the caller's input, for findings; `['input']` unless said. */
  readonly path?: readonly string[];
}

const insertClient = statement<never>(
  'client_insert',
  `insert into core.client
     (lender_id, id, number, kind, status, phone_enc, phone_index, email_enc, email_index, profile_enc, created_at, version)
   values ($1, $2, $3, $4, 'REGISTERING', $5, $6, $7, $8, $9, $10, 1)`,
);
const writeProfile = statement<never>(
  'client_write_profile',
  'update core.client set profile_enc = $3, version = version + 1 where lender_id = $1 and id = $2',
);
const writeStatus = statement<never>(
  'client_write_status',
  'update core.client set status = $3, version = version + 1 where lender_id = $1 and id = $2',
);

/**
 * Makes a client in state REGISTERING, contacts unverified; holds the row's lock.
 * @throws Refusal PHONE_INVALID, EMAIL_INVALID, PHONE_TAKEN, EMAIL_TAKEN, and the findings of the profile's form
 */
export async function createClient(context: CommandContext, input: NewClient): Promise<ClientRecord> {
  const path = input.path ?? ['input'];
  const lenderId = context.lender.id;
  const contacts = readContacts(context.lender.country, input, path);
  const profile = tidyProfile(input.profile ?? {});
  const findings = [...contacts.findings, ...profileFindings(profile, context.today, [...path, 'profile'])];
  if (findings.length > 0) throw new Refusal(findings);

  const cipher = context.ports.get(fieldCipherPort);
  const id = uuidv7(context.now.epochMilliseconds);
  const phone = contacts.phone ? sealPhone(cipher, lenderId, id, contacts.phone) : null;
  const email = contacts.email ? sealEmail(cipher, lenderId, id, contacts.email) : null;
  const number = reference();
  const createdAt = new Date(context.now.epochMilliseconds);
  const values = [
    lenderId,
    id,
    number,
    input.kind,
    phone?.phoneEnc ?? null,
    phone?.phoneIndex ?? null,
    email?.emailEnc ?? null,
    email?.emailIndex ?? null,
    sealProfile(cipher, lenderId, id, profile),
    createdAt,
  ];
  await refuseTaken(path, () => context.transaction.query(insertClient, values));
  return { id, number, kind: input.kind, status: 'REGISTERING', phoneVerifiedAt: null, emailVerifiedAt: null, createdAt, version: 1 };
}

/** Replaces the given fields of the profile and keeps the others. @throws Refusal CLIENT_NOT_FOUND and the findings of the form */
export async function updateProfile(
  context: CommandContext,
  id: string,
  changes: ClientProfile,
  path: readonly string[] = ['input'],
): Promise<ClientDetails> {
  const client = await lockClient(context, id);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const profile = tidyProfile({ ...client.profile, ...given });
  const findings = profileFindings(profile, context.today, path);
  if (findings.length > 0) throw new Refusal(findings);
  const sealed = sealProfile(context.ports.get(fieldCipherPort), context.lender.id, id, profile);
  await context.transaction.query(writeProfile, [context.lender.id, id, sealed]);
  return { ...client, profile, version: client.version + 1 };
}

const NEXT: Readonly<Record<ClientStatus, readonly ClientStatus[]>> = {
  REGISTERING: ['REGISTERED', 'BLOCKED'],
  REGISTERED: ['BLOCKED'],
  BLOCKED: ['REGISTERING', 'REGISTERED'],
};

/**
 * Ends a registration, blocks or unblocks a client. Tells `ClientRegistered` or `ClientStatusChanged`; the same status again tells nothing.
 * @throws Refusal CLIENT_NOT_FOUND, CLIENT_STATUS_INVALID
 */
export async function setClientStatus(context: CommandContext, id: string, to: ClientStatus): Promise<void> {
  const client = await lockClient(context, id);
  const from = client.status;
  if (from === to) return;
  if (!NEXT[from].includes(to)) throw new Refusal([formFinding('CLIENT_STATUS_INVALID', ['input'], { status: from, to })]);
  await context.transaction.query(writeStatus, [context.lender.id, id, to]);
  const subject = { type: 'Client', id };
  if (from === 'REGISTERING' && to === 'REGISTERED') {
    context.emit({ type: 'ClientRegistered', subject, clientId: id, payload: { kind: client.kind, number: client.number } });
  } else {
    context.emit({ type: 'ClientStatusChanged', subject, clientId: id, payload: { from, to } });
  }
}

// Crockford's alphabet: nothing that is mistaken when read aloud.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight random characters: says nothing about how many clients there are. */
function reference(): string {
  return `C-${Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
}
