import { randomBytes } from 'node:crypto';
import { type ClientDetails, lockClient } from '../clients';
import type { CommandContext } from '../commands';
import { fieldCipherPort, type Queryable, statement, uuidv7 } from '../database';
import { blocks, type Finding, formFinding } from '../rules';
import { type LoginContact, signInGuards } from './extension-points';
import { isGenuine, makeRefreshToken, readRefreshToken } from './refresh-token';
import { type SessionEnd, SessionEntity, type SessionMethod } from './session.entity';
import { tokenIssuerPort } from './token-issuer';

/** What a client's application keeps; never stored or logged. */
export interface SessionTokens {
  readonly sessionId: string;
  readonly clientId: string;
  readonly accessToken: string;
  readonly accessExpiresAt: Date;
  /** Good once: every refresh answers a new one. */
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
}

type SessionRow = Pick<
  SessionEntity,
  'id' | 'clientId' | 'refreshSeed' | 'refreshGeneration' | 'refreshExpiresAt' | 'expiresAt' | 'endedAt'
>;

const lockSession = statement<SessionRow>(
  'session_lock',
  `select id, client_id as "clientId", refresh_seed as "refreshSeed", refresh_generation as "refreshGeneration",
     refresh_expires_at as "refreshExpiresAt", expires_at as "expiresAt", ended_at as "endedAt"
   from core.session where lender_id = $1 and id = $2 for update`,
);
const rotate = statement<never>(
  'session_rotate',
  'update core.session set refresh_generation = $3, refresh_expires_at = $4 where lender_id = $1 and id = $2',
);
const endOne = statement<never>(
  'session_end',
  'update core.session set ended_at = $3, end_reason = $4 where lender_id = $1 and id = $2 and ended_at is null',
);
const lockOpenOfClient = statement<{ id: string }>(
  'session_lock_open_of_client',
  'select id from core.session where lender_id = $1 and client_id = $2 and ended_at is null and expires_at > $3 order by id for update',
);
const isOpen = statement<{ id: string }>(
  'session_is_open',
  `select s.id from core.session s join core.client c on c.lender_id = s.lender_id and c.id = s.client_id
   where s.lender_id = $1 and s.id = $2 and s.ended_at is null and s.expires_at > $3 and c.status <> 'BLOCKED'`,
);
const stillOpen = statement<{ id: string }>(
  'sessions_still_open',
  `select s.id from core.session s join core.client c on c.lender_id = s.lender_id and c.id = s.client_id
   where s.lender_id = $1 and s.id = any($2::uuid[]) and s.ended_at is null and s.expires_at > $3 and c.status <> 'BLOCKED'`,
);

const REFRESH_HOURS = 24;
const SESSION_HOURS = 30 * 24;

/** Begins a session of a client. Tells `SessionOpened`. */
export async function openSession(context: CommandContext, clientId: string, method: SessionMethod): Promise<SessionTokens> {
  const id = uuidv7(context.now.epochMilliseconds);
  const expiresAt = later(context, SESSION_HOURS);
  const session = {
    id,
    clientId,
    refreshSeed: randomBytes(32),
    refreshGeneration: 1,
    refreshExpiresAt: later(context, REFRESH_HOURS),
    expiresAt,
  };
  await context.transaction.insert(SessionEntity, {
    lenderId: context.lender.id,
    ...session,
    method,
    createdAt: new Date(context.now.epochMilliseconds),
    endedAt: null,
    endReason: null,
  });
  context.emit({ type: 'SessionOpened', subject: { type: 'Session', id }, clientId, payload: { method } });
  return tokensOf(context, session);
}

/** Answers `findings` when the session cannot go on. **Return** them: the end of a session whose token was reused must be committed. */
export type RefreshOutcome =
  | { readonly tokens: SessionTokens; readonly findings: readonly [] }
  | { readonly tokens: null; readonly findings: readonly Finding[] };

/** Trades a refresh token for a new pair. An old token ends the session: one of two holders took it from the other. */
export async function renewSession(context: CommandContext, refreshToken: string): Promise<RefreshOutcome> {
  const refused = (code: string): RefreshOutcome => ({ tokens: null, findings: [formFinding(code, ['input', 'refreshToken'])] });
  const token = readRefreshToken(refreshToken);
  if (!token) return refused('REFRESH_TOKEN_INVALID');
  const { transaction, lender } = context;
  const [session] = await transaction.query(lockSession, [lender.id, token.sessionId]);
  if (!session || !isGenuine(context.ports.get(fieldCipherPort), lender.id, session, token)) return refused('REFRESH_TOKEN_INVALID');
  if (session.endedAt || isPast(context, session.expiresAt) || isPast(context, session.refreshExpiresAt)) return refused('SESSION_ENDED');
  if (token.generation !== session.refreshGeneration) {
    await end(context, session, 'REUSED');
    return refused('REFRESH_TOKEN_REUSED');
  }
  const client = await lockClient(context, session.clientId);
  const reasons = await reasonsToRefuse(context, client);
  if (reasons.length > 0) return { tokens: null, findings: reasons };
  const next = { ...session, refreshGeneration: session.refreshGeneration + 1, refreshExpiresAt: later(context, REFRESH_HOURS) };
  await transaction.query(rotate, [lender.id, session.id, next.refreshGeneration, next.refreshExpiresAt]);
  return { tokens: await tokensOf(context, next), findings: [] };
}

/** Ends one session; does nothing when it has ended. Tells `SessionClosed`. */
export async function endSession(context: CommandContext, sessionId: string, reason: SessionEnd): Promise<void> {
  const [session] = await context.transaction.query(lockSession, [context.lender.id, sessionId]);
  if (session && !session.endedAt) await end(context, session, reason);
}

/** Ends all sessions of a client, save one: after a change of password, a block, a report of loss. */
export async function revokeSessions(context: CommandContext, clientId: string, except: string | null = null): Promise<void> {
  const now = new Date(context.now.epochMilliseconds);
  for (const { id } of await context.transaction.query(lockOpenOfClient, [context.lender.id, clientId, now])) {
    if (id !== except) await end(context, { id, clientId }, 'REVOKED');
  }
}

/** Why a client may not come in now; empty when it may. */
export async function reasonsToRefuse(
  context: CommandContext,
  client: ClientDetails,
  by: LoginContact | null = null,
): Promise<readonly Finding[]> {
  const reasons: Finding[] = client.status === 'BLOCKED' ? [formFinding('ACCOUNT_BLOCKED', ['input'])] : [];
  for (const { plugin, value } of context.extensions.all(signInGuards)) {
    if ((context.lender.plugins.get(plugin) ?? 'DISABLED') !== 'DISABLED') reasons.push(...(await value.check(context, client, by)));
  }
  return reasons.filter(blocks);
}

/** Whether an access token's session still stands and its client is not blocked; the lender is the one in the token. */
export async function isSessionOpen(database: Queryable, lenderId: string, sessionId: string, at: Date): Promise<boolean> {
  return (await database.query(isOpen, [lenderId, sessionId, at])).length > 0;
}

/** Of several sessions of one lender, those that `isSessionOpen` would refuse. */
export async function endedSessions(
  database: Queryable,
  lenderId: string,
  sessionIds: readonly string[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const open = new Set((await database.query(stillOpen, [lenderId, sessionIds, at])).map(({ id }) => id));
  return new Set(sessionIds.filter((id) => !open.has(id)));
}

async function end(context: CommandContext, session: { id: string; clientId: string }, reason: SessionEnd): Promise<void> {
  await context.transaction.query(endOne, [context.lender.id, session.id, new Date(context.now.epochMilliseconds), reason]);
  context.emit({ type: 'SessionClosed', subject: { type: 'Session', id: session.id }, clientId: session.clientId, payload: { reason } });
}

async function tokensOf(context: CommandContext, session: Omit<SessionRow, 'endedAt'>): Promise<SessionTokens> {
  const { id: sessionId, clientId } = session;
  const cipher = context.ports.get(fieldCipherPort);
  const issuer = context.ports.get(tokenIssuerPort);
  const access = await issuer.issue({ kind: 'CLIENT', subject: clientId, clientId, sessionId, lender: context.lender.code });
  return {
    sessionId,
    clientId,
    accessToken: access.token,
    accessExpiresAt: access.expiresAt,
    refreshToken: makeRefreshToken(cipher, context.lender.id, session, session.refreshGeneration),
    refreshExpiresAt: session.refreshExpiresAt,
  };
}

const later = (context: CommandContext, hours: number) => new Date(context.now.add({ hours }).epochMilliseconds);
const isPast = (context: CommandContext, at: Date) => at.getTime() <= context.now.epochMilliseconds;
