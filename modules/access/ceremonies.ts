import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type CommandContext, Refusal } from '../commands';
import { type FieldCipher, fieldAad, fieldCipherPort, statement, uuidv7 } from '../database';
import { notify } from '../notifications';
import { type Finding, formFinding } from '../rules';
import { CeremonyEntity, type CodeChannel, type CodePurpose } from './ceremony.entity';
import { codeMessage } from './code-message';
import { type CodePolicy, codePolicyFor } from './code-policy';
import { type Count, countOne, HOUR, lockCount, secondsUntil } from './throttle';

export interface NewCeremony {
  readonly purpose: CodePurpose;
  readonly channel: CodeChannel;
  /** Null when the target belongs to no client: then nothing is sent, and the answer is the same. */
  readonly clientId: string | null;
  /** Phone in E.164 or e-mail address in its one form. */
  readonly target: string;
  /** Names the one operation or document exactly; `digestOf` makes one. */
  readonly operationDigest: Buffer;
  /** False: answer as if a code had been sent. */
  readonly send?: boolean;
  /** The clause that demands the code. */
  readonly clause?: string;
}

export interface OpenCeremony {
  readonly ceremonyId: string;
  readonly expiresAt: Temporal.Instant;
  /** Earliest moment at which another code may be asked for. */
  readonly resendAt: Temporal.Instant;
  readonly codeLength: number;
}

export interface CompletedCeremony {
  readonly ceremonyId: string;
  /** Symbols that stand for this use of the code in the signed document; unique for the lender. */
  readonly identifier: string;
  readonly usedAt: Temporal.Instant;
  readonly clientId: string | null;
  readonly channel: CodeChannel;
  readonly target: string;
}

/** `findings` is empty exactly when the code was right. */
export type CeremonyOutcome =
  | { readonly completed: CompletedCeremony; readonly findings: readonly [] }
  | { readonly completed: null; readonly findings: readonly Finding[] };

type CeremonyRow = Pick<
  CeremonyEntity,
  'purpose' | 'channel' | 'clientId' | 'targetEnc' | 'codeDigest' | 'attempts' | 'maxAttempts' | 'expiresAt' | 'usedAt'
>;

const lockCeremony = statement<CeremonyRow>(
  'ceremony_lock',
  `select purpose, channel, client_id as "clientId", target_enc as "targetEnc", code_digest as "codeDigest", attempts,
     max_attempts as "maxAttempts", expires_at as "expiresAt", used_at as "usedAt"
   from core.ceremony where lender_id = $1 and id = $2 for update`,
);
const countAttempt = statement<never>(
  'ceremony_attempt',
  'update core.ceremony set attempts = attempts + 1 where lender_id = $1 and id = $2',
);
const useCode = statement<never>('ceremony_use', 'update core.ceremony set used_at = $3, identifier = $4 where lender_id = $1 and id = $2');

const latestUsed = statement<{ id: string; identifier: string; usedAt: Date }>(
  'ceremony_latest_used',
  `select id, identifier, used_at as "usedAt" from core.ceremony
   where lender_id = $1 and client_id = $2 and purpose = $3 and channel = any($4) and used_at is not null
   order by used_at desc, id desc limit 1`,
);

/** The last code that a client used for a purpose, sent by one of the channels; null without one. */
export async function latestCeremony(
  context: CommandContext,
  wanted: { readonly clientId: string; readonly purpose: CodePurpose; readonly channels: readonly CodeChannel[] },
): Promise<{ readonly id: string; readonly identifier: string; readonly usedAt: Date } | null> {
  const values = [context.lender.id, wanted.clientId, wanted.purpose, wanted.channels];
  return (await context.transaction.query(latestUsed, values))[0] ?? null;
}

/** SHA-256 over parts that cannot run into each other; for operations that have no hash of their own. */
export function digestOf(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/**
 * Makes a code for one operation and sends it with the commit.
 * @throws Refusal CODE_THROTTLED with `retryAfterSeconds`
 */
export async function openCeremony(context: CommandContext, input: NewCeremony): Promise<OpenCeremony> {
  const policy = codePolicyFor(context, input.purpose);
  await throttle(context, input, policy);
  const cipher = context.ports.get(fieldCipherPort);
  const lenderId = context.lender.id;
  const id = uuidv7(context.now.epochMilliseconds);
  const code = Array.from({ length: policy.length }, () => randomInt(10)).join('');
  const expiresAt = context.now.add({ seconds: policy.lifetimeSeconds });
  await context.transaction.insert(CeremonyEntity, {
    lenderId,
    id,
    purpose: input.purpose,
    channel: input.channel,
    clientId: input.clientId,
    targetEnc: cipher.encrypt(input.target, targetAad(lenderId, id)),
    operationDigest: input.operationDigest,
    codeDigest: digestCode(cipher, lenderId, id, code, input.purpose, input.operationDigest),
    attempts: 0,
    maxAttempts: policy.maxAttempts,
    createdAt: new Date(context.now.epochMilliseconds),
    expiresAt: new Date(expiresAt.epochMilliseconds),
  });
  if (input.send ?? true) {
    await notify(context, {
      clientId: input.clientId,
      channel: input.channel,
      kind: 'CONFIRMATION_CODE',
      to: input.target,
      text: codeMessage(context.locale, input.purpose, context.lender.name, policy.lifetimeSeconds),
      secret: code,
      expiresAt,
      ...(input.clause ? { clause: input.clause } : {}),
    });
  }
  return { ceremonyId: id, expiresAt, resendAt: context.now.add({ seconds: policy.resendPauseSeconds }), codeLength: policy.length };
}

export interface CodeEntry {
  readonly ceremonyId: string;
  readonly code: string;
  readonly purpose: CodePurpose;
  readonly operationDigest: Buffer;
}

/**
 * Checks a code and uses it up. Whatever else is wrong with the command must be found before or after a right code:
 * when findings come back, **return** them at once. A thrown `Refusal` would undo the count of the attempt.
 */
export async function completeCeremony(context: CommandContext, entry: CodeEntry): Promise<CeremonyOutcome> {
  const lenderId = context.lender.id;
  const [row] = await context.transaction.query(lockCeremony, [lenderId, entry.ceremonyId]);
  if (!row) return refused('CODE_INVALID');
  if (row.usedAt) return refused('CODE_USED');
  if (row.expiresAt.getTime() <= context.now.epochMilliseconds) return refused('CODE_EXPIRED');
  if (row.attempts >= row.maxAttempts) return refused('CODE_ATTEMPTS_EXHAUSTED');

  const cipher = context.ports.get(fieldCipherPort);
  // The digest covers purpose and operation: a right code for something else is a wrong code.
  const digest = digestCode(cipher, lenderId, entry.ceremonyId, entry.code.trim(), entry.purpose, entry.operationDigest);
  if (!timingSafeEqual(digest, row.codeDigest)) {
    await context.transaction.query(countAttempt, [lenderId, entry.ceremonyId]);
    const attemptsLeft = row.maxAttempts - row.attempts - 1;
    return attemptsLeft > 0 ? refused('CODE_INVALID', { attemptsLeft }) : refused('CODE_ATTEMPTS_EXHAUSTED');
  }
  const identifier = makeIdentifier();
  await context.transaction.query(useCode, [lenderId, entry.ceremonyId, new Date(context.now.epochMilliseconds), identifier]);
  const target = cipher.decrypt(row.targetEnc, targetAad(lenderId, entry.ceremonyId)).toString('utf8');
  const { clientId, channel } = row;
  return { completed: { ceremonyId: entry.ceremonyId, identifier, usedAt: context.now, clientId, channel, target }, findings: [] };
}

/** Counts per operation, per target and per client, whether or not anything is sent. */
async function throttle(context: CommandContext, input: NewCeremony, policy: CodePolicy): Promise<void> {
  const { purpose, target, clientId, operationDigest } = input;
  const limits = [
    {
      subject: `operation/${purpose}/${operationDigest.toString('hex')}/${target}`,
      pause: policy.resendPauseSeconds * 1000,
      max: Infinity,
    },
    { subject: `target/${target}`, pause: 0, max: policy.maxPerHour },
    // Sign-in does not count here: what a client did elsewhere would show that the target is known.
    ...(clientId && purpose !== 'SIGN_IN' ? [{ subject: `client/${clientId}`, pause: 0, max: policy.maxPerHour }] : []),
  ];
  const counts: Count[] = [];
  let retryAfterSeconds = 0;
  // Kinds are always locked in this order, so that two commands never wait for each other.
  for (const { subject, pause, max } of limits) {
    const counted = await lockCount(context, 'code', subject);
    counts.push(counted);
    if (counted.lastAt) retryAfterSeconds = Math.max(retryAfterSeconds, secondsUntil(context, counted.lastAt, pause));
    if (counted.count >= max) retryAfterSeconds = Math.max(retryAfterSeconds, secondsUntil(context, counted.since, HOUR));
  }
  if (retryAfterSeconds > 0) throw new Refusal([formFinding('CODE_THROTTLED', ['input'], { retryAfterSeconds })]);
  for (const counted of counts) await countOne(context, counted);
}

function digestCode(cipher: FieldCipher, lenderId: string, id: string, code: string, purpose: CodePurpose, operation: Buffer): Buffer {
  return cipher.digest(code, `${lenderId}/core.ceremony/${id}/${purpose}/${operation.toString('hex')}`);
}

const targetAad = (lenderId: string, id: string) => fieldAad({ lenderId, table: 'core.ceremony', id, column: 'target' });

const refused = (code: string, facts: Finding['facts'] = {}): CeremonyOutcome => ({
  completed: null,
  findings: [formFinding(code, ['input', 'code'], facts)],
});

// Crockford's alphabet: nothing that is mistaken when read aloud.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 random bits in four groups. */
function makeIdentifier(): string {
  const symbols = Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}
