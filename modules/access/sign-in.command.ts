import { type ClientDetails, clientEvents, findClientByContact, lockClient, readContacts, setContactVerified } from '../clients';
import { type CommandContext, type CommandResult, defineCommand } from '../commands';
import { type Finding, formFinding } from '../rules';
import { sessionEvents } from './access-events';
import { type CompletedCeremony, completeCeremony } from './ceremonies';
import { dropPassword, verifyPassword } from './credentials';
import { leadsIn, loginBy, signInDigest } from './request-code.command';
import { openSession, reasonsToRefuse, revokeSessions, type SessionTokens } from './sessions';

export interface SignInResult extends CommandResult {
  readonly tokens?: SessionTokens;
}

/** Lets a client in by a code that was sent to its contact, which is confirmed by that. */
export const signIn = defineCommand<{ readonly ceremonyId: string; readonly code: string }, SignInResult>({
  name: 'signIn',
  emits: [...sessionEvents, ...clientEvents],
  async run({ ceremonyId, code }, context) {
    const { completed, findings } = await completeCeremony(context, {
      ceremonyId,
      code,
      purpose: 'SIGN_IN',
      operationDigest: signInDigest,
    });
    if (!completed) return { findings };
    const client = completed.clientId ? await lockClient(context, completed.clientId) : null;
    // Nobody's contact, or no longer this client's: as good as a wrong code.
    if (!client || !contactsOf(client).includes(completed.target) || !leadsIn(client, completed.channel))
      return { findings: [formFinding('CODE_INVALID', ['input', 'code'])] };
    const reasons = await reasonsToRefuse(context, client, loginBy(completed.channel));
    if (reasons.length > 0) return { findings: reasons };
    const warnings = await proveContact(context, client, completed);
    const tokens = await openSession(context, client.id, 'CODE');
    context.audit({ client: client.id, session: tokens.sessionId });
    return { tokens, findings: warnings };
  },
});

export interface SignInWithPassword {
  /** Phone number or e-mail address. */
  readonly login: string;
  readonly password: string;
}

/** Lets a client in by a confirmed contact and the password. */
export const signInWithPassword = defineCommand<SignInWithPassword, SignInResult>({
  name: 'signInWithPassword',
  emits: sessionEvents,
  async run({ login, password }, context) {
    const isMail = login.includes('@');
    const { phone, email } = readContacts(context.lender.country, isMail ? { email: login } : { phone: login }, ['input']);
    const contact = phone ?? email;
    const id = contact ? await findClientByContact(context, isMail ? { email: contact } : { phone: contact }) : null;
    const counted = (contact ?? login.slice(0, 100)).toLowerCase();
    const failures = await verifyPassword(context, counted, id, password);
    if (failures.length > 0 || !id) return { findings: failures };
    const client = await lockClient(context, id);
    if (!(isMail ? client.emailVerifiedAt : client.phoneVerifiedAt))
      return { findings: [formFinding('CONTACT_NOT_VERIFIED', ['input', 'login'])] };
    const reasons = await reasonsToRefuse(context, client, isMail ? 'EMAIL' : 'PHONE');
    if (reasons.length > 0) return { findings: reasons };
    const tokens = await openSession(context, id, 'PASSWORD');
    context.audit({ client: id, session: tokens.sessionId });
    return { tokens, findings: [] };
  },
});

/**
 * A contact proved for the first time: whoever registered it before may have been somebody else, so their password
 * and sessions end here. Who enters the code in the session of that registration is the same person and keeps both.
 */
async function proveContact(context: CommandContext, client: ClientDetails, { channel, target }: CompletedCeremony): Promise<Finding[]> {
  const mail = channel === 'EMAIL';
  if (mail ? client.emailVerifiedAt : client.phoneVerifiedAt) return [];
  await setContactVerified(context, client.id, mail ? { email: target } : { phone: target });
  if (context.caller.clientId === client.id) return [];
  await revokeSessions(context, client.id);
  const dropped = await dropPassword(context, client.id);
  return dropped ? [{ ...formFinding('PASSWORD_REMOVED'), severity: 'WARNING' }] : [];
}

const contactsOf = (client: ClientDetails) => [client.phone, client.email];
