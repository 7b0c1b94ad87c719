import type { Temporal } from 'temporal-polyfill';
import { type ClientDetails, findClientByContact, readClient, readContacts } from '../clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../commands';
import { formFinding } from '../rules';
import { digestOf, type NewCeremony, openCeremony } from './ceremonies';
import type { CodeChannel, CodePurpose } from './ceremony.entity';
import { guardContact } from './contact-guard';
import { codeOperations } from './extension-points';
import { reasonsToRefuse } from './sessions';

export interface RequestCode {
  readonly purpose: CodePurpose;
  readonly channel: CodeChannel;
  readonly phone: string | null;
  readonly email: string | null;
  /** Type and row of the thing to confirm. */
  readonly operation: { readonly type: string; readonly id: string } | null;
}

export interface RequestCodeResult extends CommandResult {
  readonly ceremonyId?: string;
  readonly expiresAt?: Temporal.Instant;
  readonly resendAt?: Temporal.Instant;
  readonly codeLength?: number;
}

/** What a sign-in code is bound to; its target and client are the ceremony's own. */
export const signInDigest = digestOf('SIGN_IN');

/** What a code that confirms a contact is bound to. */
export const contactDigest = (purpose: CodePurpose, clientId: string) => digestOf(purpose, clientId);

/** Sends a confirmation code. For SIGN_IN the answer is the same whether or not the target is known. */
export const requestCode = defineCommand<RequestCode, RequestCodeResult>({
  name: 'requestCode',
  emits: [],
  async run(input, context) {
    const ceremony = await ceremonyFor(context, input);
    const opened = await openCeremony(context, ceremony);
    context.audit({ purpose: input.purpose, channel: input.channel, ceremony: opened.ceremonyId });
    return opened;
  },
});

async function ceremonyFor(context: CommandContext, input: RequestCode): Promise<NewCeremony> {
  const { purpose, channel } = input;
  if (purpose === 'SIGN_IN') return signInCeremony(context, input);
  const { clientId } = context.caller;
  if (!clientId) throw new Refusal([formFinding('CLIENT_SESSION_REQUIRED', ['input', 'purpose'])]);
  const client = await readClient(context, clientId);
  if (purpose === 'CONFIRM_PHONE' || purpose === 'CONFIRM_EMAIL') {
    const mail = purpose === 'CONFIRM_EMAIL';
    if (mail !== (channel === 'EMAIL')) throw channelRefusal(channel);
    const given = readGiven(context, mail ? { email: input.email } : { phone: input.phone });
    const target = given ?? (mail ? client.email : client.phone);
    if (!target) throw new Refusal([formFinding('CONTACT_REQUIRED', ['input', mail ? 'email' : 'phone'])]);
    await guardContact(context, client, mail ? 'EMAIL' : 'PHONE', target);
    return { purpose, channel, clientId, target, operationDigest: contactDigest(purpose, clientId) };
  }
  const operation = input.operation;
  const definition = context.extensions
    .all(codeOperations)
    .find(({ value }) => value.type === operation?.type && value.purpose === purpose);
  const found = operation && definition ? await definition.value.resolve(context, operation.id) : null;
  if (found?.clientId !== clientId) throw new Refusal([formFinding('CODE_OPERATION_UNKNOWN', ['input', 'operationId'])]);
  return { purpose, channel, clientId, target: verifiedContact(client, channel), operationDigest: found.digest };
}

async function signInCeremony(context: CommandContext, input: RequestCode): Promise<NewCeremony> {
  const { channel } = input;
  const target = readGiven(context, input);
  if (!target) throw new Refusal([formFinding('CONTACT_REQUIRED', ['input'])]);
  if ((input.email != null) !== (channel === 'EMAIL')) throw channelRefusal(channel);
  const id = await findClientByContact(context, input.email != null ? { email: target } : { phone: target });
  const client = id ? await readClient(context, id) : null;
  const welcome = client !== null && leadsIn(client, channel) && (await reasonsToRefuse(context, client, loginBy(channel))).length === 0;
  return { purpose: 'SIGN_IN', channel, clientId: client?.id ?? null, target, operationDigest: signInDigest, send: welcome };
}

/** The contact that a code of this channel goes to. */
export const loginBy = (channel: CodeChannel) => (channel === 'EMAIL' ? 'EMAIL' : 'PHONE');

/**
 * Whether a contact may lead into the account: it is confirmed, or nothing of the account is. Where the other contact is confirmed
 * and this one is not, two people may have named them: one who registers with another's number must not be joined there by its owner.
 */
export function leadsIn(client: ClientDetails, channel: CodeChannel): boolean {
  const [own, other] =
    channel === 'EMAIL' ? [client.emailVerifiedAt, client.phoneVerifiedAt] : [client.phoneVerifiedAt, client.emailVerifiedAt];
  return own !== null || other === null;
}

/** The one contact that was given, in its one form; null when none was. */
function readGiven(context: CommandContext, input: { readonly phone?: string | null; readonly email?: string | null }): string | null {
  if (input.phone != null && input.email != null) throw new Refusal([formFinding('CONTACT_REQUIRED', ['input'])]);
  const { phone, email, findings } = readContacts(context.lender.country, input, ['input']);
  if (findings.length > 0) throw new Refusal(findings);
  return phone ?? email;
}

/** Operations are confirmed through a confirmed contact only. */
function verifiedContact(client: ClientDetails, channel: CodeChannel): string {
  const mail = channel === 'EMAIL';
  const contact = mail ? client.emailVerifiedAt && client.email : client.phoneVerifiedAt && client.phone;
  if (!contact) throw new Refusal([formFinding('CONTACT_NOT_VERIFIED', ['input', 'channel'])]);
  return contact;
}

const channelRefusal = (channel: CodeChannel) => new Refusal([formFinding('CODE_CHANNEL_INVALID', ['input', 'channel'], { channel })]);
