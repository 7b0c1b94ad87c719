import { openSession, type SessionTokens, sessionEvents } from '../../../modules/access';
import { clientEvents, createClient } from '../../../modules/clients';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { enforce, formFinding } from '../../../modules/rules';
import { cite } from '../cite';
import { PLUGIN } from '../ids';

export interface Register {
  /** As typed. */
  readonly phone: string;
  readonly email: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  /** ISO 8601. */
  readonly birthDate: string;
  /** ISO 3166-1 alpha-2. */
  readonly citizenship: string;
  /** Where the person is registered: letters that count go there. */
  readonly registeredAddress: string;
}

export interface RegisterResult extends CommandResult {
  readonly clientId?: string;
  /** Lets the person confirm the contacts at once; nothing is proved by it. */
  readonly session?: SessionTokens;
}

/**
 * A person fills in the questionnaire: name, registered residence, and the mailbox and phone that notices and codes go to. The contacts
 * are confirmed by codes afterwards. Never run with an idempotency key: the tokens must not be stored.
 * @throws Refusal of the form of contacts and names, and BY_PLEDGE_FIELD_INVALID
 */
export const register = defineCommand<Register, RegisterResult>({
  name: 'byPledgeRegister',
  plugin: PLUGIN,
  emits: [...clientEvents, ...sessionEvents],
  async run({ phone, email, registeredAddress, ...person }, context) {
    await context.requirePlugin(PLUGIN, 'START');
    const needed = { phone, email, familyName: person.familyName, givenName: person.givenName, registeredAddress };
    const empty = Object.entries(needed).filter(([, value]) => value.trim() === '');
    if (empty.length > 0) throw new Refusal(empty.map(([field]) => formFinding('BY_PLEDGE_FIELD_INVALID', ['input', field], { field })));
    enforce(cite('by-pledge/5.15/row3.1'));
    const addresses = [{ kind: 'RESIDENCE' as const, country: context.lender.country, text: registeredAddress }];
    const { id } = await createClient(context, { kind: 'INDIVIDUAL', phone, email, profile: { ...person, addresses } });
    return { clientId: id, session: await openSession(context, id, 'REGISTRATION') };
  },
});
