import { type CommandContext, Refusal } from '../commands';
import { statement } from '../database';
import { type Finding, formFinding } from '../rules';
import { hashPassword, isAcceptablePassword, matchesPassword, type PasswordHash } from './password';
import { type Count, countOne, forget, HOUR, lockCount, secondsUntil } from './throttle';

const readCredential = statement<PasswordHash>(
  'credential_read',
  'select scheme, salt, hash from core.credential where lender_id = $1 and client_id = $2',
);
const writeCredential = statement<never>(
  'credential_write',
  `insert into core.credential (lender_id, client_id, scheme, salt, hash, set_at) values ($1, $2, $3, $4, $5, $6)
   on conflict on constraint credential_pkey do update set scheme = excluded.scheme, salt = excluded.salt, hash = excluded.hash, set_at = excluded.set_at`,
);
const deleteCredential = statement<{ clientId: string }>(
  'credential_delete',
  'delete from core.credential where lender_id = $1 and client_id = $2 returning client_id as "clientId"',
);

const MAX_FAILURES = 5;

/** Gives a client a password, or another one. @throws Refusal PASSWORD_WEAK */
export async function setPassword(
  context: CommandContext,
  clientId: string,
  password: string,
  path: readonly string[] = ['input', 'password'],
): Promise<void> {
  if (!isAcceptablePassword(password)) throw new Refusal([formFinding('PASSWORD_WEAK', path)]);
  const { scheme, salt, hash } = await hashPassword(password);
  await context.transaction.query(writeCredential, [
    context.lender.id,
    clientId,
    scheme,
    salt,
    hash,
    new Date(context.now.epochMilliseconds),
  ]);
}

export async function hasPassword(context: CommandContext, clientId: string): Promise<boolean> {
  return (await context.transaction.query(readCredential, [context.lender.id, clientId])).length > 0;
}

/** Takes a client's password away; answers whether there was one. */
export async function dropPassword(context: CommandContext, clientId: string): Promise<boolean> {
  return (await context.transaction.query(deleteCredential, [context.lender.id, clientId])).length > 0;
}

/**
 * Checks a password; empty when it is right. Five failures within an hour lock the login for the rest of it: guesses for one login follow each other,
 * and a login that nobody has is counted and locked like any other. **Return** findings, do not throw them: the count must be committed.
 * @param login what the guesses are counted by: the contact as typed in its one form, or the client's id
 */
export async function verifyPassword(
  context: CommandContext,
  login: string,
  clientId: string | null,
  password: string,
): Promise<readonly Finding[]> {
  const failures: Count = await lockCount(context, 'password', login);
  if (failures.count >= MAX_FAILURES) {
    return [formFinding('ACCOUNT_LOCKED', ['input'], { retryAfterSeconds: secondsUntil(context, failures.since, HOUR) })];
  }
  const [stored] = clientId ? await context.transaction.query(readCredential, [context.lender.id, clientId]) : [];
  if (await matchesPassword(password, stored ?? null)) {
    await forget(context, failures);
    return [];
  }
  await countOne(context, failures);
  return [formFinding('CREDENTIALS_INVALID', ['input'])];
}
