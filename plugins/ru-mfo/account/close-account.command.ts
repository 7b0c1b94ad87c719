import { Temporal } from 'temporal-polyfill';
import { dropPassword, revokeSessions, sessionEvents } from '../../../modules/access';
import { dayOf } from '../../../modules/calendar';
import { clientEvents, lockClient, setClientStatus, updateProfile } from '../../../modules/clients';
import { type CommandContext, defineCommand } from '../../../modules/commands';
import { cancelDeadlines, DEADLINE_EVENTS, meetDeadline } from '../../../modules/deadlines';
import { type Finding, findingOf } from '../../../modules/rules';
import { removeCards } from '../cards/card.record';
import { endCardChecks } from '../cards/end-card-checks';
import { ACCOUNT_DELETION, ACCOUNT_RESTORATION, PLUGIN, YEARLY_CONFIRMATION } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { keepProfile } from '../profile/keep-profile';
import { readProfile } from '../profile/profile.record';
import { sendPassword } from '../registration/confirm-contact-info.command';
import { readRegistration, setAccountState, setStage } from '../registration/registration.record';
import { stepsOf } from '../registration/step-gate';
import { rules } from '../rule-set';
import { type AccountRequestRecord, dealings, eraseAnswers, finishRequest } from './account.record';
import { lockedRequest } from './record-statement.command';
import type { AccountResult } from './request-account.command';
import { retainedAfter } from './retention';
import { tellRequest } from './tell-request';

export interface FinishAccountRequest {
  readonly requestId: string;
}

const QUESTIONNAIRE = 'QUESTIONNAIRE';

/**
 * Does what the statement asks. A deletion ends sessions and password, erases the questionnaire and the cards, and who the person is
 * unless dealings oblige to keep it. A restoration opens the account again; what was erased is asked for anew.
 */
export const finishAccountRequest = defineCommand<FinishAccountRequest, AccountResult>({
  name: 'ruMfoFinishAccountRequest',
  plugin: PLUGIN,
  emits: [...DEADLINE_EVENTS, ...clientEvents, ...sessionEvents, 'RuMfoAccountRequestChanged', 'RuMfoCardChanged'],
  async run({ requestId }, context) {
    const request = await lockedRequest(context, requestId, 'STATEMENT_RECEIVED');
    const { erased, retained } =
      request.kind === 'DELETION' ? await deleteAccount(context, request) : await restoreAccount(context, request);
    await context.transaction.query(finishRequest, [request.id, new Date(context.now.epochMilliseconds), [...erased], [...retained]]);
    const kind = request.kind === 'DELETION' ? ACCOUNT_DELETION : ACCOUNT_RESTORATION;
    const met = await meetDeadline(context, { kind, subject: { type: 'RuMfoAccountRequest', id: request.id } });
    tellRequest(context, request.clientId, request.id, request.kind, 'DONE');
    const late = met !== 'MET' && request.dueAt !== null && request.dueAt.getTime() < context.now.epochMilliseconds;
    return { clientId: request.clientId, requestId: request.id, findings: late ? [lateness(context, request)] : [] };
  },
});

interface Outcome {
  readonly erased: readonly string[];
  readonly retained: readonly string[];
}

async function deleteAccount(context: CommandContext, { clientId }: AccountRequestRecord): Promise<Outcome> {
  const at = new Date(context.now.epochMilliseconds);
  const [counted] = await context.transaction.query(dealings, [clientId]);
  const retained = retainedAfter(counted!);
  const erased = ['SESSIONS', 'PASSWORD', QUESTIONNAIRE, 'CARDS'];
  await revokeSessions(context, clientId);
  await dropPassword(context, clientId);
  await context.transaction.query(eraseAnswers, [clientId, at]);
  await endCardChecks(context, clientId);
  await context.transaction.query(removeCards, [clientId]);
  if (!retained.includes('IDENTITY')) {
    await eraseIdentity(context, clientId);
    erased.push('IDENTITY');
  }
  await context.transaction.query(setAccountState, [clientId, 'DELETED']);
  await setClientStatus(context, clientId, 'BLOCKED');
  await cancelDeadlines(context, { subject: { type: 'Client', id: clientId }, kind: YEARLY_CONFIRMATION });
  return { erased, retained };
}

/** Nothing that says who it was is left but the contacts. */
async function eraseIdentity(context: CommandContext, clientId: string): Promise<void> {
  await updateProfile(context, clientId, {
    familyName: null,
    givenName: null,
    patronymic: null,
    birthDate: null,
    citizenship: null,
    addresses: [],
    taxNumber: null,
  });
  const [profile] = await context.transaction.query(readProfile, [[clientId]]);
  if (!profile) return;
  const { fullCapacity, ownInterest, officialTies } = profile;
  const passport = { series: '', number: '', issuedOn: '', unitCode: '' };
  await keepProfile(context, clientId, {
    passport,
    taxpayerNumber: null,
    insuranceNumber: null,
    payoutKinds: [],
    fullCapacity,
    ownInterest,
    officialTies,
  });
}

async function restoreAccount(context: CommandContext, { clientId }: AccountRequestRecord): Promise<Outcome> {
  const [registration] = await context.transaction.query(readRegistration, [[clientId]]);
  const resolved = rulesToday(context);
  const wasDeleted = registration!.accountState === 'DELETED';
  await revokeSessions(context, clientId);
  await dropPassword(context, clientId);
  if (wasDeleted) {
    await context.transaction.query(setAccountState, [clientId, 'OPEN']);
    // The phone was proved before; every step after it is to be done again.
    const [, second] = stepsOf(resolved);
    if (second) await context.transaction.query(setStage, [clientId, second, null]);
    await setClientStatus(context, clientId, second ? 'REGISTERING' : 'REGISTERED');
  }
  await sendPassword(context, { client: await lockClient(context, clientId), resolved });
  return { erased: [], retained: [] };
}

const lates = {
  DELETION: ['account.deletion.within', 'RU_MFO_ACCOUNT_DELETION_OVERDUE'],
  RESTORATION: ['account.restoration.within', 'RU_MFO_ACCOUNT_RESTORE_OVERDUE'],
} as const;

/** Done after its day: done all the same, and told to be late. */
function lateness(context: CommandContext, { kind, dueAt }: AccountRequestRecord): Finding {
  const [parameter, code] = lates[kind];
  const dueOn = dayOf(Temporal.Instant.fromEpochMilliseconds(dueAt!.getTime()), context.lender.zone).toString();
  const citations = rules.read(rulesToday(context), parameter)?.citations ?? [];
  return findingOf(code, citations, { dueOn }, { severity: 'WARNING' });
}
