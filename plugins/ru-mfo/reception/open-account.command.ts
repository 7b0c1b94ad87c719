import { type CodeChannel, digestOf, openCeremony } from '../../../modules/access';
import { clientEvents, createClient, findClientByContact, readClient, readContacts } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { notify } from '../../../modules/notifications';
import { blocks, formFinding, runValidators, toFindings } from '../../../modules/rules';
import { mobileNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { type PublicationKind, publicationKinds, publishedKinds, publishedOn } from '../publications';
import { RegistrationEntity } from '../registration/registration.entity';
import { rules } from '../rule-set';
import { AgreementEntity } from './agreement.entity';

export interface OpenAccount {
  readonly phone: string | null;
  readonly email: string | null;
  /** Versions of the published documents that the person read and agrees to. */
  readonly agreed: readonly { readonly kind: PublicationKind; readonly version: string }[];
}

export interface OpenAccountResult extends CommandResult {
  readonly ceremonyId?: string;
}

/** What the code that lets a person in for the first time is bound to; target and client are the ceremony's own. */
export const entryDigest = digestOf('ru-mfo/enter-account');

/**
 * A person agrees to the published documents and leaves a phone number or an e-mail address: a code goes there, and entering it
 * opens the account. Where the lender's rules know no such way, nobody is registered by it.
 */
export const openAccount = defineCommand<OpenAccount, OpenAccountResult>({
  name: 'ruMfoOpenAccount',
  plugin: PLUGIN,
  emits: clientEvents,
  async run(input, context) {
    await context.requirePlugin(PLUGIN, 'START');
    const resolved = rulesToday(context);
    const channels = rules.read(resolved, 'entry.code.channels');
    if (!channels) throw new Refusal([formFinding('RU_MFO_ACCOUNT_ENTRY_UNAVAILABLE', ['input'])]);
    const agreed = [];
    for (const kind of publicationKinds) {
      const current = await publishedOn(context, kind);
      if (current && input.agreed.some((one) => one.kind === kind && one.version === current.version)) agreed.push(current);
    }
    const facts = rules.factSet({
      contacts: [[...(input.phone ? ['PHONE'] : []), ...(input.email ? ['EMAIL'] : [])], 'QUESTIONNAIRE'],
      publishedKinds: [await publishedKinds(context), 'PUBLICATION'],
      agreedKinds: [agreed.map(({ kind }) => kind), 'DECLARATION'],
    });
    const findings = [...toFindings(runValidators(resolved.validatorsAt('REGISTER'), facts, resolved), resolved)];
    const phone = input.phone && mobileNumber(input.phone);
    if (input.phone && !phone) findings.push(formFinding('RU_MFO_PHONE_INVALID', ['input', 'phone']));
    if (findings.some(blocks)) throw new Refusal(findings);

    const channel: CodeChannel = phone ? 'SMS' : 'EMAIL';
    if (!channels.value.includes(channel)) throw new Refusal([formFinding('CODE_CHANNEL_INVALID', ['input'], { channel })]);
    const given = readContacts(context.lender.country, { phone, email: input.email }, ['input']);
    if (given.findings.length > 0) throw new Refusal(given.findings);
    const clause = channels.citations[0]!.clause;
    const known = await holderOf(context, given);
    if (known) return { ceremonyId: await tellHolder(context, known, channel, given, clause), findings };
    const { id: clientId } = await createClient(context, { kind: 'INDIVIDUAL', phone, email: input.email });
    const at = new Date(context.now.epochMilliseconds);
    const client = await readClient(context, clientId);
    perform(context.lender.code, 'status.potential');
    await context.transaction.insert(RegistrationEntity, {
      lenderId: context.lender.id,
      clientId: client.id,
      requirementsVersion: null,
      requirementsConfirmedAt: null,
      consents: [],
      consentedAt: at,
      generalTermsVersion: agreed.find(({ kind }) => kind === 'GENERAL_TERMS')!.version,
      // The signature is agreed to with the application.
      signatureAgreementVersion: null,
      signatureAgreementJoinedAt: null,
    });
    await context.transaction.insert(
      AgreementEntity,
      agreed.map(({ kind, version, sha256 }) => ({
        lenderId: context.lender.id,
        clientId: client.id,
        kind,
        version,
        sha256: Buffer.from(sha256, 'hex'),
        agreedAt: at,
      })),
    );
    const opened = await openCeremony(context, {
      purpose: channel === 'SMS' ? 'CONFIRM_PHONE' : 'CONFIRM_EMAIL',
      channel,
      clientId: client.id,
      target: (channel === 'SMS' ? client.phone : client.email)!,
      operationDigest: entryDigest,
      clause,
    });
    return { ceremonyId: opened.ceremonyId, findings };
  },
});

interface Holder {
  readonly clientId: string;
  readonly channel: CodeChannel;
  readonly to: string;
}

type Given = Pick<ReturnType<typeof readContacts>, 'phone' | 'email'>;

/** Who has an account by one of these contacts already. */
async function holderOf(context: CommandContext, { phone, email }: Given): Promise<Holder | null> {
  const byPhone = phone ? await findClientByContact(context, { phone }) : null;
  if (byPhone) return { clientId: byPhone, channel: 'SMS', to: phone! };
  const byEmail = email ? await findClientByContact(context, { email }) : null;
  return byEmail ? { clientId: byEmail, channel: 'EMAIL', to: email! } : null;
}

/** Whoever asks is answered as anybody is; that there is an account already is told to its holder alone. Answers the id of a code never sent. */
async function tellHolder(context: CommandContext, holder: Holder, channel: CodeChannel, given: Given, clause: string): Promise<string> {
  const { ceremonyId } = await openCeremony(context, {
    purpose: channel === 'SMS' ? 'CONFIRM_PHONE' : 'CONFIRM_EMAIL',
    channel,
    clientId: null,
    target: (channel === 'SMS' ? given.phone : given.email)!,
    operationDigest: entryDigest,
    send: false,
  });
  await notify(context, {
    ...holder,
    kind: 'ACCOUNT_EXISTS',
    text: `${context.lender.name}: личный кабинет с этим контактом уже открыт. Войдите в него по коду или паролю; если это запросили не вы, ничего делать не нужно.`,
    clause,
  });
  return ceremonyId;
}
