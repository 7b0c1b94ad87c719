import { type CommandResult, defineCommand, Refusal } from '../commands';
import { formFinding } from '../rules';
import { sessionEvents } from './access-events';
import { hasPassword, setPassword, verifyPassword } from './credentials';
import { endSession, renewSession, revokeSessions } from './sessions';
import type { SignInResult } from './sign-in.command';

/** Trades a refresh token for new tokens. */
export const refreshSession = defineCommand<{ readonly refreshToken: string }, SignInResult>({
  name: 'refreshSession',
  emits: sessionEvents,
  async run({ refreshToken }, context) {
    const { tokens, findings } = await renewSession(context, refreshToken);
    if (!tokens) return { findings };
    context.audit({ session: tokens.sessionId });
    return { tokens, findings: [] };
  },
});

/** Ends the caller's own session. */
export const signOut = defineCommand<null, CommandResult>({
  name: 'signOut',
  emits: sessionEvents,
  async run(_, context) {
    const { sessionId } = context.caller;
    if (!sessionId) throw new Refusal([formFinding('CLIENT_SESSION_REQUIRED', ['input'])]);
    await endSession(context, sessionId, 'SIGNED_OUT');
    context.audit({ session: sessionId });
    return { findings: [] };
  },
});

export interface ChangePassword {
  /** Required when there is a password. */
  readonly currentPassword: string | null;
  readonly newPassword: string;
}

/** Sets the caller's own password; only the client can. Other sessions of the client end. */
export const changePassword = defineCommand<ChangePassword, CommandResult>({
  name: 'changePassword',
  emits: sessionEvents,
  async run({ currentPassword, newPassword }, context) {
    const { clientId, sessionId } = context.caller;
    if (context.caller.kind !== 'CLIENT' || !clientId) throw new Refusal([formFinding('CLIENT_SESSION_REQUIRED', ['input'])]);
    if (await hasPassword(context, clientId)) {
      const failures = await verifyPassword(context, clientId, clientId, currentPassword ?? '');
      if (failures.length > 0) return { findings: failures };
    }
    await setPassword(context, clientId, newPassword, ['input', 'newPassword']);
    await revokeSessions(context, clientId, sessionId);
    context.audit({ client: clientId });
    return { findings: [] };
  },
});
