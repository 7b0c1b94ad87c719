import { digestOf, openCeremony, openSession, reasonsToRefuse, type SessionTokens, sessionEvents } from '../../../modules/access';
import { lockClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { type Citation, enforce, type Finding, findingOf, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { attemptsFinding, checkCode } from '../factors/check-code';
import { hasCodeWord } from '../factors/code-word';
import { ACCOUNT_EVENTS } from '../factors/security-event';
import { pathOf } from '../factors/step-up';
import { mobileNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { refuse } from '../judge';
import { windowFindings } from '../operations/require-operation';
import { noteUse } from '../terms/acceptance.record';
import { usageFindings } from '../usage';
import { type AccountRecord, accountByPhone, lockAccount, unpIndexOf } from './account.record';
import { keepAuthorisation } from './authorisation.record';

export interface RequestSignIn {
  readonly phone: string;
}

export interface SignInRequested extends CommandResult {
  readonly ceremonyId?: string;
  readonly expiresAt?: Date;
}

/** Sends the code (individuals) or the password (others) of one sign-in to the number that is the login, by a message. */
export const requestSignIn = defineCommand<RequestSignIn, SignInRequested>({
  name: 'byLeasingRequestSignIn',
  plugin: PLUGIN,
  emits: ACCOUNT_EVENTS,
  async run({ phone }, context) {
    const account = await requireAccount(context, phone);
    refuse(...(await doorFindings(context, account)));
    // Returned, not thrown: that too many were asked for is recorded.
    const often = await usageFindings(context, account, 'SIGN_IN_CODE');
    if (often.length > 0) return { findings: often };
    const { ceremonyId, expiresAt } = await openCeremony(context, {
      purpose: 'SIGN_IN',
      channel: 'SMS',
      clientId: account.clientId,
      target: mobileNumber(phone)!,
      operationDigest: signInDigest(account),
      clause: enforce(cite('by-leasing/1/mobile-device')),
    });
    return { ceremonyId, expiresAt: new Date(expiresAt.epochMilliseconds) };
  },
});

export interface SignInWith {
  readonly phone: string;
  /** УНП; asked of those who have one. */
  readonly unp: string | null;
  readonly ceremonyId: string | null;
  /** The code or password of the message. */
  readonly secret: string | null;
}

/** What the client does next in the cabinet. */
export type NextStep = 'CHOOSE_PATH' | 'IDENTIFY' | 'CREATE_CODE_WORD' | 'SDO';

export interface SignedIn extends CommandResult {
  readonly tokens?: SessionTokens;
  readonly nextStep?: NextStep;
}

const FACTORS: Readonly<Record<AccountRecord['kind'], { readonly citation: Citation; readonly names: string }>> = {
  INDIVIDUAL: { citation: cite('by-leasing/5.9/b1'), names: 'PHONE, OTP' },
  SOLE_PROPRIETOR: { citation: cite('by-leasing/5.9/b2'), names: 'PHONE, UNP, PASSWORD' },
  LEGAL_ENTITY: { citation: cite('by-leasing/5.9/b3'), names: 'PHONE, UNP, PASSWORD' },
};

/** Comes in to the cabinet: an individual by phone and code, others by phone, УНП and the password of a message. */
export const signInToCabinet = defineCommand<SignInWith, SignedIn>({
  name: 'byLeasingSignIn',
  plugin: PLUGIN,
  emits: [...sessionEvents, ...ACCOUNT_EVENTS],
  async run({ phone, unp, ceremonyId, secret }, context) {
    const { clientId } = await requireAccount(context, phone);
    const account = await lockAccount(context, clientId);
    refuse(...(await doorFindings(context, account)), await attemptsFinding(context, account));
    refuse(factorsFinding(context, account, { unp, ceremonyId, secret }));
    const individual = account.kind === 'INDIVIDUAL';
    const entered = { ceremonyId: ceremonyId!, code: secret!, purpose: 'SIGN_IN' as const, operationDigest: signInDigest(account) };
    const { completed, findings } = await checkCode(context, account, entered, {
      factor: individual ? 'OTP' : 'SMS_PASSWORD',
      operation: 'SIGN_IN',
    });
    if (!completed) return { findings };
    const tokens = await openSession(context, clientId, individual ? 'CODE' : 'PASSWORD');
    await keepAuthorisation(context, clientId, tokens.sessionId, { login: completed.target, password: secret!.trim() });
    await noteUse(context, account);
    context.audit({ client: clientId, session: tokens.sessionId });
    return { tokens, nextStep: await nextStepOf(context, account), findings: [] };
  },
});

/** What stands between a client and the operations of remote service. */
export async function nextStepOf(context: CommandContext, account: AccountRecord): Promise<NextStep> {
  const path = pathOf(account);
  if (path === null) return 'CHOOSE_PATH';
  if (account.identifiedAt === null || windowFindings(context, account).length > 0) return 'IDENTIFY';
  return path === 'PERSONAL_DATA' && !(await hasCodeWord(context, account.clientId)) ? 'CREATE_CODE_WORD' : 'SDO';
}

const signInDigest = ({ id }: AccountRecord) => digestOf('by-leasing/sign-in', id);

/** The account of a login. @throws Refusal BY_LEASING_LOGIN_UNKNOWN, BY_LEASING_ACCOUNT_REQUIRED */
async function requireAccount(context: CommandContext, login: string): Promise<AccountRecord> {
  const number = mobileNumber(login);
  const path = ['input', 'phone'];
  if (!number) throw new Refusal([findingOf('BY_LEASING_LOGIN_UNKNOWN', cite('by-leasing/1/login'), {}, { path })]);
  enforce(cite('by-leasing/1/login'));
  const account = await accountByPhone(context, number);
  refuse(uphold(cite('by-leasing/3.5/p1'), account !== null, 'BY_LEASING_ACCOUNT_REQUIRED', {}, { path }));
  return account!;
}

/** Why nobody comes in by this account now. */
async function doorFindings(context: CommandContext, account: AccountRecord): Promise<readonly Finding[]> {
  const client = await lockClient(context, account.clientId);
  return reasonsToRefuse(context, client);
}

function factorsFinding(
  context: CommandContext,
  { kind, unpIndex }: AccountRecord,
  { unp, ceremonyId, secret }: Pick<SignInWith, 'unp' | 'ceremonyId' | 'secret'>,
): Finding | null {
  const { citation, names } = FACTORS[kind];
  const given = Boolean(ceremonyId && secret?.trim());
  const own = kind === 'INDIVIDUAL' || (unp != null && unpIndex?.equals(unpIndexOf(context, unp.trim())) === true);
  return uphold(citation, given && own, 'BY_LEASING_LOGIN_FACTOR_MISSING', { factors: names }, { path: ['input'] });
}
