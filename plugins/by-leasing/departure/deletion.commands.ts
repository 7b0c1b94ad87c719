import { dropPassword, revokeSessions, sessionEvents } from '../../../modules/access';
import { type ClientDetails, clientEvents, lockClient, releaseContacts, setClientStatus, updateProfile } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, type Finding, findingOf, formFinding, uphold } from '../../../modules/rules';
import { type AccountRecord, accountByPhone, lockAccount, phoneOf, setAccountStatus, setLogin } from '../accounts/account.record';
import { keepDealContact } from '../accounts/deal-contacts';
import { partyOf, spelt } from '../accounts/party';
import { cite } from '../cite';
import { dropCodeWord } from '../factors/code-word';
import { ACCOUNT_EVENTS, tellAccount } from '../factors/security-event';
import { mobileNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { momentOf, refuse, rulesToday, whoOf } from '../judge';
import { rules } from '../rules';
import { sealText } from '../sealed-text';
import { contractNumbers, dealingsOf, finishDeletion, lockDeletion } from './deletion.record';
import { type DeletionChannel, DeletionRequestEntity } from './deletion-request.entity';

export interface DeletionResult extends CommandResult {
  readonly clientId?: string;
}

/** What a request says; which parts it must have, its channel decides. */
export interface DeletionContent {
  readonly phone?: string | null;
  /** As it signs an e-mail. */
  readonly clientName?: string | null;
  readonly surname?: string | null;
  readonly firstName?: string | null;
  readonly patronymic?: string | null;
  readonly residenceAddress?: string | null;
  readonly demand?: string | null;
  readonly signed?: boolean;
  /** How a written one came: `COURIER`, `IN_PERSON`, `POST`. */
  readonly delivery?: string | null;
}

/** A client asks by the form of technical support, from its own cabinet, that the cabinet be deleted. */
export const requestDeletion = defineCommand<{ readonly clientId: string; readonly demand: string }, DeletionResult>({
  name: 'byLeasingRequestDeletion',
  plugin: PLUGIN,
  emits: ACCOUNT_EVENTS,
  async run({ clientId, demand }, context) {
    const account = await lockAccount(context, clientId);
    refuse(
      context.caller.clientId === clientId ? null : formFinding('BY_LEASING_DELETION_CHANNEL_NOT_ALLOWED', ['input']),
      demand.trim() ? null : formFinding('BY_LEASING_DELETION_REQUEST_INCOMPLETE', ['input', 'demand'], { missing: 'DEMAND' }),
    );
    enforce(cite('by-leasing/8.1.1'));
    await keepRequest(context, account, 'SUPPORT_FORM', { demand });
    return { clientId };
  },
});

export interface RecordDeletion extends DeletionContent {
  readonly channel: string;
}

/** An officer records a request that came by e-mail or in writing; it must say whose cabinet it is about, and what is wanted. */
export const recordDeletion = defineCommand<RecordDeletion, DeletionResult>({
  name: 'byLeasingRecordDeletionRequest',
  plugin: PLUGIN,
  emits: ACCOUNT_EVENTS,
  async run({ channel: named, ...content }, context) {
    const resolved = rulesToday(context);
    const channels = rules.read(resolved, 'deletion.channels');
    const channel = (['SUPPORT_FORM', 'EMAIL', 'WRITTEN'] as const).find((one) => one === named);
    const known = channel !== undefined && channels?.value.includes(channel) === true;
    refuse(channels && uphold(channels.citations, known, 'BY_LEASING_DELETION_CHANNEL_NOT_ALLOWED', {}, { path: ['input', 'channel'] }));
    const demanded = rules.read(resolved, channel === 'WRITTEN' ? 'deletion.written' : 'deletion.email');
    const missing = (demanded?.value ?? []).filter((field) => !givenIn(content)[field]).join(', ');
    refuse(
      demanded && uphold(demanded.citations, missing === '', 'BY_LEASING_DELETION_REQUEST_INCOMPLETE', { missing }, { path: ['input'] }),
    );
    const found = await accountByPhone(context, mobileNumber(content.phone!) ?? '');
    refuse(found ? null : findingOf('BY_LEASING_ACCOUNT_REQUIRED', cite('by-leasing/3.5/p1'), {}, { path: ['input', 'phone'] }));
    const account = await lockAccount(context, found!.clientId);
    const client = await lockClient(context, account.clientId);
    const isHolder = namesHolder(content, client);
    // Whoever knows a number only must not be able to have somebody's cabinet deleted.
    refuse(
      demanded &&
        uphold(demanded.citations, isHolder, 'BY_LEASING_DELETION_REQUEST_INCOMPLETE', { missing: 'CLIENT_NAME' }, { path: ['input'] }),
    );
    await keepRequest(context, account, channel!, content);
    return { clientId: account.clientId };
  },
});

const givenIn = (content: DeletionContent): Readonly<Record<string, boolean>> => ({
  PHONE: Boolean(content.phone?.trim()),
  CLIENT_NAME: Boolean(content.clientName?.trim()),
  SURNAME: Boolean(content.surname?.trim()),
  FIRST_NAME: Boolean(content.firstName?.trim()),
  RESIDENCE_ADDRESS: Boolean(content.residenceAddress?.trim()),
  DEMAND: Boolean(content.demand?.trim()),
  PERSONAL_SIGNATURE: content.signed === true,
});

function namesHolder({ clientName, surname, firstName }: DeletionContent, { profile }: ClientDetails): boolean {
  const given = spelt([clientName, surname, firstName].filter(Boolean).join(' '));
  const asked = [profile.familyName, profile.givenName].filter((name) => name != null);
  return (asked.length > 0 ? asked : [profile.legalName ?? '']).every((name) => given.includes(spelt(name)));
}

async function keepRequest(
  context: CommandContext,
  account: AccountRecord,
  channel: DeletionChannel,
  content: DeletionContent,
): Promise<void> {
  refuse(uphold(cite('by-leasing/8.2/p1'), account.status !== 'DELETED', 'BY_LEASING_ACCOUNT_DELETED'));
  const [open] = await context.transaction.query(lockDeletion, [account.clientId]);
  // Asked twice is asked once: the first request stands.
  if (open) return;
  const id = uuidv7(context.now.epochMilliseconds);
  const place = { table: 'by_leasing.deletion_request', id, column: 'content' };
  await context.transaction.insert(DeletionRequestEntity, {
    lenderId: context.lender.id,
    id,
    clientId: account.clientId,
    channel,
    contentEnc: sealText(context, place, JSON.stringify(content)),
    recordedBy: whoOf(context),
    receivedAt: momentOf(context),
    executedBy: null,
    executedAt: null,
    removed: [],
    retained: [],
  });
  tellAccount(context, account, 'DELETION_REQUESTED', channel, cite('by-leasing/8.1').clause);
}

/**
 * An officer deletes a cabinet that its client asked to delete: every access to it ends at once and for good; contracts, signed documents
 * and their evidence stay, and personal data with them where there are any.
 */
export const deleteCabinet = defineCommand<{ readonly clientId: string }, DeletionResult>({
  name: 'byLeasingDeleteCabinet',
  plugin: PLUGIN,
  emits: [...clientEvents, ...sessionEvents, ...ACCOUNT_EVENTS],
  async run({ clientId }, context) {
    const account = await lockAccount(context, clientId);
    const [request] = await context.transaction.query(lockDeletion, [clientId]);
    if (!request) throw new Refusal([formFinding('BY_LEASING_DELETION_REQUEST_NOT_FOUND', ['input', 'clientId'])]);
    enforce(cite('by-leasing/8.2/p1'));
    enforce(cite('by-leasing/9.4.3'));
    const { removed, retained, findings } = await clear(context, account);
    await context.transaction.query(finishDeletion, [request.id, momentOf(context), whoOf(context), removed, retained]);
    await setAccountStatus(context, account, 'DELETED');
    tellAccount(context, account, 'DELETED', request.id, cite('by-leasing/8.2/p1').clause);
    return { clientId, findings };
  },
});

interface Cleared {
  readonly removed: string[];
  readonly retained: string[];
  readonly findings: readonly Finding[];
}

async function clear(context: CommandContext, account: AccountRecord): Promise<Cleared> {
  const { clientId } = account;
  const [dealings] = await context.transaction.query(dealingsOf, [clientId]);
  const { applications, contracts, open } = dealings!;
  await keepContacts(context, account);
  await revokeSessions(context, clientId);
  await dropPassword(context, clientId);
  await dropCodeWord(context, clientId);
  await setClientStatus(context, clientId, 'BLOCKED');
  await releaseContacts(context, clientId);
  const removed = ['SESSIONS', 'CREDENTIALS', 'CODE_WORD', 'LOGIN'];
  const retained = ['AGREEMENT_EVIDENCE'];
  if (applications + contracts === 0) {
    await updateProfile(context, clientId, {
      familyName: null,
      givenName: null,
      patronymic: null,
      birthDate: null,
      citizenship: null,
      addresses: [],
      legalName: null,
      taxNumber: null,
    });
    await setLogin(context, account, '');
    removed.push('PERSONAL_DATA');
  } else retained.push('CONTRACTS', 'SIGNED_DOCUMENTS', 'CONTRACT_PERSONAL_DATA');
  const stays = { severity: 'WARNING' } as const;
  const findings = [
    uphold(cite('by-leasing/8.3/obligations'), open === 0, 'BY_LEASING_OBLIGATIONS_REMAIN', { contracts: open }, stays),
    uphold(cite('by-leasing/8.3/personal-data'), applications + contracts === 0, 'BY_LEASING_CONTRACT_DATA_KEPT', {}, stays),
  ].filter((finding) => finding !== null);
  return { removed, retained, findings };
}

/** The number stays the contact of the contracts: their party registers anew by it, or by one that an officer recorded since. */
async function keepContacts(context: CommandContext, account: AccountRecord): Promise<void> {
  const { clientId, kind } = account;
  const { profile } = await lockClient(context, clientId);
  const party = partyOf(kind, profile);
  for (const { number } of await context.transaction.query(contractNumbers, [clientId]))
    await keepDealContact(context, party, number, phoneOf(context, account));
}
