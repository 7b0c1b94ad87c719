import { isSessionOpen } from '../../../modules/access';
import type { CommandContext } from '../../../modules/commands';
import { fieldCipherPort, listLoader, statement, uuidv7 } from '../../../modules/database';
import { enforce, type Finding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { momentOf } from '../judge';
import type { AccountRecord } from './account.record';
import { AuthorisationEntity } from './authorisation.entity';

/** A client was let into the cabinet. */
export interface AuthorisationRecord {
  readonly id: string;
  readonly clientId: string;
  readonly sessionId: string;
  /** Keyed digests of the login and of the password or code that were used: `authorisationDigest` makes them again. */
  readonly loginDigest: Buffer;
  readonly passwordDigest: Buffer;
  readonly authorisedAt: Date;
}

const columns = `authorisation.id, client_id as "clientId", session_id as "sessionId", login_digest as "loginDigest", password_digest as "passwordDigest",
  authorised_at as "authorisedAt"`;

const bySession = statement<AuthorisationRecord>(
  'by_leasing_authorisation_of_session',
  `select ${columns} from by_leasing.authorisation where session_id = $1`,
);

export const authorisationsByClient = listLoader(
  statement<AuthorisationRecord>(
    'by_leasing_authorisations',
    `select a.* from unnest($1::uuid[]) as wanted(id) cross join lateral (
       select ${columns} from by_leasing.authorisation where client_id = wanted.id order by authorised_at desc, authorisation.id desc limit 200
     ) a order by a."authorisedAt" desc, a.id desc`,
  ),
  (row) => row.clientId,
);

/** The keyed digest that an authorisation keeps of what was used to come in. */
export const authorisationDigest = (
  context: Pick<CommandContext, 'ports' | 'lender'>,
  id: string,
  item: 'login' | 'password',
  value: string,
): Buffer => context.ports.get(fieldCipherPort).digest(value, `${context.lender.id}/by_leasing.authorisation/${id}/${item}`);

/** Keeps that a client was let in now, by the server's clock. */
export async function keepAuthorisation(
  context: CommandContext,
  clientId: string,
  sessionId: string,
  used: { readonly login: string; readonly password: string },
): Promise<void> {
  enforce(cite('by-leasing/1/authorisation'));
  const id = uuidv7(context.now.epochMilliseconds);
  await context.transaction.insert(AuthorisationEntity, {
    lenderId: context.lender.id,
    id,
    clientId,
    sessionId,
    loginDigest: authorisationDigest(context, id, 'login', used.login),
    passwordDigest: authorisationDigest(context, id, 'password', used.password),
    authorisedAt: momentOf(context),
  });
}

/** The authorisation of the caller's session, for evidence; null where the caller is no client in a session of the cabinet. */
export async function authorisationOf(context: CommandContext): Promise<AuthorisationRecord | null> {
  const { sessionId } = context.caller;
  return sessionId ? ((await context.transaction.query(bySession, [sessionId]))[0] ?? null) : null;
}

/** Whether the caller is the account's own client, in a session that it came in by and that stands. */
export async function sessionFindings(context: CommandContext, account: AccountRecord): Promise<Finding[]> {
  const { caller, transaction, lender } = context;
  const own = uphold(cite('by-leasing/1/cabinet'), caller.clientId === account.clientId, 'BY_LEASING_FOREIGN_RESOURCE');
  const authorised = await authorisationOf(context);
  const open = authorised !== null && (await isSessionOpen(transaction, lender.id, authorised.sessionId, momentOf(context)));
  const clauses = [cite('by-leasing/5.7/each-login'), cite('by-leasing/1/authorisation'), cite('by-leasing/11.6/b1')];
  return [own, uphold(clauses, open, 'BY_LEASING_AUTHENTICATION_REQUIRED')].filter((finding) => finding !== null);
}
