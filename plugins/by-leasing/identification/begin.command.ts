import { randomBytes } from 'node:crypto';
import { lockClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { type Finding, findingOf, formFinding, uphold } from '../../../modules/rules';
import { type AccountRecord, lockAccount, setPath } from '../accounts/account.record';
import { pathsOf } from '../accounts/vocabulary';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { type MsiMethod, type MsiSecrets, msiMethods } from '../msi';
import { identificationFindings, recordAbsent } from './gate';
import { IdentificationEntity } from './identification.entity';
import { lockUnfinished } from './identification.record';
import { identificationEvents, moveStatus, tellStatus } from './tell-status';
import { answerDigest, sealSecrets } from './vault';

/** Ways that people ask for; the last three are no ways here (by-leasing 5.1.2). */
export const identificationWays = [...msiMethods, 'VIDEO', 'PHOTO', 'DOCUMENT_SCAN'] as const;
export type IdentificationWay = (typeof identificationWays)[number];

const isMsiMethod = (way: IdentificationWay): way is MsiMethod => (msiMethods as readonly string[]).includes(way);

/** How long an answer of МСИ is waited for. */
const ANSWER_MINUTES = 30;

/** Reads which way was asked for. @throws Refusal BY_LEASING_REMOTE_IDENTIFICATION_UNAVAILABLE naming the two that there are */
export function readWay(way: IdentificationWay): MsiMethod {
  const offered = isMsiMethod(way);
  refuse(
    uphold(
      cite('by-leasing/5.1.2/p2'),
      offered,
      'BY_LEASING_REMOTE_IDENTIFICATION_UNAVAILABLE',
      { way, offered: 'MSI, OFFICE' },
      { path: ['input', 'way'] },
    ),
  );
  return way as MsiMethod;
}

export interface BeginIdentification {
  readonly clientId: string;
  readonly way: IdentificationWay;
  /** Null where there is nothing to begin: the command refuses such a way. */
  readonly secrets: MsiSecrets | null;
}

export interface IdentificationResult extends CommandResult {
  readonly identificationId?: string;
  readonly clientId?: string;
  /** What the browser that is sent to МСИ is to hold. */
  readonly browserKey?: string;
}

/** Notes that a client's browser is being sent to МСИ. An unfinished identification ends with that. */
export const beginIdentification = defineCommand<BeginIdentification, IdentificationResult>({
  name: 'byLeasingBeginIdentification',
  plugin: PLUGIN,
  emits: identificationEvents,
  async run({ clientId, way, secrets }, context) {
    const method = readWay(way);
    if (!secrets) throw new Error('An identification begins with what its answer is checked by.');
    await lockClient(context, clientId);
    const account = await openPath(context, await lockAccount(context, clientId), method);
    refuse(await recordAbsent(context, clientId));
    const findings = await stillHolds(context, account, method);
    for (const row of await context.transaction.query(lockUnfinished, [clientId])) await moveStatus(context, row, { to: 'EXPIRED' });

    const id = uuidv7(context.now.epochMilliseconds);
    const browserKey = randomBytes(24).toString('base64url');
    await context.transaction.insert(IdentificationEntity, {
      lenderId: context.lender.id,
      id,
      clientId,
      source: 'MSI',
      method,
      status: 'AT_MSI',
      stateDigest: answerDigest(context, 'state', secrets.state),
      secretsEnc: sealSecrets(context, id, secrets),
      browserDigest: answerDigest(context, 'browser', browserKey),
      sessionId: context.caller.sessionId,
      openedBy: whoOf(context),
      openedAt: momentOf(context),
      expiresAt: new Date(context.now.add({ minutes: ANSWER_MINUTES }).epochMilliseconds),
    });
    tellStatus(context, { id, clientId, source: 'MSI', method }, null, 'AT_MSI', 'by-leasing/5.1.2/p1');
    return { identificationId: id, clientId, browserKey, findings };
  },
});

/** The way must be one of the client's kind, and of the path that a sole proprietor has chosen; the first choice is made by it. */
async function openPath(context: CommandContext, account: AccountRecord, method: MsiMethod): Promise<AccountRecord> {
  if (account.status !== 'ACTIVE') throw new Refusal([formFinding('BY_LEASING_IDENTIFICATION_ACCOUNT_ENDED', ['input'])]);
  const open = account.path === null ? pathsOf[account.kind] : [account.path];
  if (!open.includes(method)) {
    const clause = account.kind === 'SOLE_PROPRIETOR' ? cite('by-leasing/5.6.2.3') : cite('by-leasing/3.5.2');
    throw new Refusal([findingOf('BY_LEASING_SIGNING_PATH_NOT_ALLOWED', clause, { path: method }, { path: ['input', 'way'] })]);
  }
  return account.path === null ? setPath(context, account, method) : account;
}

/** Nobody is asked twice within the window; who asks by himself, to bring data up to date, is told and let through (by-leasing 5.3). */
async function stillHolds(context: CommandContext, account: AccountRecord, method: MsiMethod): Promise<readonly Finding[]> {
  const asked = (await identificationFindings(context, account)).length > 0 || account.identifiedBy !== method;
  const told = uphold(cite('by-leasing/5.3/no-repeat'), asked, 'BY_LEASING_IDENTIFICATION_STILL_HOLDS', {}, { severity: 'INFO' });
  return told ? [told] : [];
}
