import { randomInt } from 'node:crypto';
import { completeCeremony, openSession, type SessionTokens, sessionEvents, setPassword } from '../../../modules/access';
import { clientEvents, lockClient, setContactVerified } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { notify } from '../../../modules/notifications';
import { findingOf, formFinding, uphold } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { entryDigest } from './open-account.command';

export interface EnterAccount {
  readonly ceremonyId: string;
  readonly code: string;
  /** Which contact the code went to. */
  readonly contact: 'PHONE' | 'EMAIL';
}

export interface EnterAccountResult extends CommandResult {
  readonly clientId?: string;
  readonly session?: SessionTokens;
}

/**
 * The first entry: the code proves the contact and opens a session, and login and password for later go to the same contact.
 * Never run with an idempotency key: the tokens must not be stored.
 */
export const enterAccount = defineCommand<EnterAccount, EnterAccountResult>({
  name: 'ruMfoEnterAccount',
  plugin: PLUGIN,
  emits: [...clientEvents, ...sessionEvents, 'RuMfoRegistered'],
  async run({ ceremonyId, code, contact }, context) {
    const channels = rules.read(rulesToday(context), 'entry.code.channels');
    if (!channels) throw new Refusal([formFinding('RU_MFO_ACCOUNT_ENTRY_UNAVAILABLE', ['input'])]);
    const purpose = contact === 'PHONE' ? 'CONFIRM_PHONE' : 'CONFIRM_EMAIL';
    const { completed, findings } = await completeCeremony(context, { ceremonyId, code, purpose, operationDigest: entryDigest });
    if (!completed) {
      const [{ code: reason, facts } = { code: 'CODE_INVALID', facts: {} }] = findings;
      return { findings: [findingOf('RU_MFO_SMS_CODE_INVALID', channels.citations, { reason, ...facts }, { path: ['input', 'code'] })] };
    }
    uphold(channels.citations, true, 'RU_MFO_SMS_CODE_INVALID');
    const client = await lockClient(context, completed.clientId!);
    await setContactVerified(context, client.id, contact === 'PHONE' ? { phone: completed.target } : { email: completed.target });
    await sendCredentials(context, client.id, completed.channel === 'EMAIL' ? 'EMAIL' : 'SMS', completed.target);
    context.emit({
      type: 'RuMfoRegistered',
      subject: { type: 'Client', id: client.id },
      clientId: client.id,
      plugin: PLUGIN,
      payload: { clientId: client.id, requirementsVersion: null },
    });
    context.audit({ client: client.id });
    return { clientId: client.id, session: await openSession(context, client.id, 'REGISTRATION'), findings: [] };
  },
});

// Nothing that is mistaken for something else.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 12;

/** The password is removed from the message once it was sent. */
async function sendCredentials(context: CommandContext, clientId: string, channel: 'SMS' | 'EMAIL', login: string): Promise<void> {
  const ways = rules.read(rulesToday(context), 'credentials.channels');
  if (!ways?.value.includes(channel)) return;
  const password = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  await setPassword(context, clientId, password);
  await notify(context, {
    clientId,
    channel,
    kind: 'CREDENTIALS',
    text: `${context.lender.name}: логин ${login}, пароль {secret}. Смените пароль после входа в личный кабинет.`,
    secret: password,
    clause: ways.citations[0]!.clause,
  });
}
