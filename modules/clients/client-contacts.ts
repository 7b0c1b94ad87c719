import { type CommandContext, Refusal } from '../commands';
import { fieldCipherPort, statement } from '../database';
import { type Finding, formFinding } from '../rules';
import { emailIndex, phoneIndex, sealEmail, sealPhone } from './client-vault';
import { normalizeEmail, normalizePhone } from './contact';
import { lockClient } from './lock-client';

/** A phone number or a mailbox, as typed. */
export type Contact = { readonly phone: string; readonly email?: null } | { readonly email: string; readonly phone?: null };

const findByPhone = statement<{ id: string }>(
  'client_find_by_phone',
  'select id from core.client where lender_id = $1 and phone_index = $2',
);
const findByEmail = statement<{ id: string }>(
  'client_find_by_email',
  'select id from core.client where lender_id = $1 and email_index = $2',
);
const writePhone = statement<never>(
  'client_write_phone',
  `update core.client set phone_enc = $3, phone_index = $4, phone_verified_at = $5, version = version + 1 where lender_id = $1 and id = $2`,
);
const writeEmail = statement<never>(
  'client_write_email',
  `update core.client set email_enc = $3, email_index = $4, email_verified_at = $5, version = version + 1 where lender_id = $1 and id = $2`,
);

export interface ReadContacts {
  readonly phone: string | null;
  readonly email: string | null;
  readonly findings: readonly Finding[];
}

/** Contacts in their one form, with what is wrong with them. */
export function readContacts(
  country: string,
  input: { readonly phone?: string | null; readonly email?: string | null },
  path: readonly string[],
): ReadContacts {
  const phone = input.phone == null ? null : normalizePhone(input.phone, country);
  const email = input.email == null ? null : normalizeEmail(input.email.trim());
  const findings: Finding[] = [];
  if (input.phone != null && !phone) findings.push(formFinding('PHONE_INVALID', [...path, 'phone']));
  if (input.email != null && !email) findings.push(formFinding('EMAIL_INVALID', [...path, 'email']));
  return { phone, email, findings };
}

/** The id of the client who gave this contact, verified or not; null when nobody did. `contact` is normalised. */
export async function findClientByContact(context: CommandContext, contact: Contact): Promise<string | null> {
  const [lenderId, cipher] = [context.lender.id, context.ports.get(fieldCipherPort)];
  const [row] =
    contact.phone != null
      ? await context.transaction.query(findByPhone, [lenderId, phoneIndex(cipher, lenderId, contact.phone)])
      : await context.transaction.query(findByEmail, [lenderId, emailIndex(cipher, lenderId, contact.email)]);
  return row?.id ?? null;
}

/**
 * Records that a contact is the client's: the one on file, or a new one that replaces it. Tells `ClientContactVerified`.
 * Call it only after the code sent to that very contact was entered.
 * @throws Refusal CLIENT_NOT_FOUND, PHONE_INVALID, EMAIL_INVALID, PHONE_TAKEN, EMAIL_TAKEN
 */
export async function setContactVerified(
  context: CommandContext,
  id: string,
  contact: Contact,
  path: readonly string[] = ['input'],
): Promise<void> {
  await writeContact(context, id, contact, path, new Date(context.now.epochMilliseconds));
  const payload = { contact: contact.phone != null ? 'PHONE' : 'EMAIL' };
  context.emit({ type: 'ClientContactVerified', subject: { type: 'Client', id }, clientId: id, payload });
}

/**
 * Puts a contact that nobody confirmed yet in the place of the one on file.
 * @throws Refusal CLIENT_NOT_FOUND, PHONE_INVALID, EMAIL_INVALID, PHONE_TAKEN, EMAIL_TAKEN
 */
export function setContactStated(
  context: CommandContext,
  id: string,
  contact: Contact,
  path: readonly string[] = ['input'],
): Promise<void> {
  return writeContact(context, id, contact, path, null);
}

const clearContacts = statement<never>(
  'client_clear_contacts',
  `update core.client set phone_enc = null, phone_index = null, phone_verified_at = null, email_enc = null, email_index = null,
     email_verified_at = null, version = version + 1 where lender_id = $1 and id = $2`,
);

/** Takes both contacts off a client who has left: they lead to it no more, and another may give them. @throws Refusal CLIENT_NOT_FOUND */
export async function releaseContacts(context: CommandContext, id: string): Promise<void> {
  await lockClient(context, id);
  await context.transaction.query(clearContacts, [context.lender.id, id]);
}

async function writeContact(
  context: CommandContext,
  id: string,
  contact: Contact,
  path: readonly string[],
  verifiedAt: Date | null,
): Promise<void> {
  const contacts = readContacts(context.lender.country, contact, path);
  if (contacts.findings.length > 0) throw new Refusal(contacts.findings);
  await lockClient(context, id);
  const [lenderId, cipher] = [context.lender.id, context.ports.get(fieldCipherPort)];
  if (contacts.phone) {
    const sealed = sealPhone(cipher, lenderId, id, contacts.phone);
    await refuseTaken(path, () => context.transaction.query(writePhone, [lenderId, id, sealed.phoneEnc, sealed.phoneIndex, verifiedAt]));
  } else if (contacts.email) {
    const sealed = sealEmail(cipher, lenderId, id, contacts.email);
    await refuseTaken(path, () => context.transaction.query(writeEmail, [lenderId, id, sealed.emailEnc, sealed.emailIndex, verifiedAt]));
  }
}

const TAKEN: Readonly<Record<string, readonly [code: string, field: string]>> = {
  client_phone_key: ['PHONE_TAKEN', 'phone'],
  client_email_key: ['EMAIL_TAKEN', 'email'],
};

/**
 * Turns the violation of a contact's uniqueness into a refusal. The constraint decides, not a look-up before:
 * a borrower's session does not see the rows of others, and two commands may come at once.
 */
export async function refuseTaken<T>(path: readonly string[], write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const [code, field] = TAKEN[(error as { constraint?: string }).constraint ?? ''] ?? [];
    throw code && field ? new Refusal([formFinding(code, [...path, field])]) : error;
  }
}
