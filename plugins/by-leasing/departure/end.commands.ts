import { revokeSessions, sessionEvents } from '../../../modules/access';
import { type CommandContext, type CommandResult, defineCommand } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, uphold } from '../../../modules/rules';
import { type AccountRecord, lockAccount, setAccountStatus } from '../accounts/account.record';
import { openBreaches } from '../breaches';
import { cite } from '../cite';
import { ACCOUNT_EVENTS, tellAccount } from '../factors/security-event';
import { openHolds } from '../holds/hold.record';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { statusFindings } from '../operations/require-operation';
import { type EndMode, type WithdrawalGround, withdrawalGrounds } from './agreement-end.entity';
import { readEnds, writeEnd } from './end.record';

export interface EndResult extends CommandResult {
  readonly clientId?: string;
}

const EMITS = [...sessionEvents, ...ACCOUNT_EVENTS];

/** A client withdraws from the agreement: at once, and nobody is asked. Its contracts stay. */
export const withdrawAsClient = defineCommand<{ readonly clientId: string }, EndResult>({
  name: 'byLeasingWithdraw',
  plugin: PLUGIN,
  emits: EMITS,
  async run({ clientId }, context) {
    const account = await open(context, clientId);
    enforce(cite('by-leasing/9.4.2'));
    await end(context, account, { mode: 'CLIENT_WITHDRAWAL', clause: cite('by-leasing/9.4.2').clause });
    return { clientId };
  },
});

export interface WithdrawAsLender {
  readonly clientId: string;
  readonly ground: string;
  /** Provision of law, where it is another case. */
  readonly basis: string | null;
}

/** The lender withdraws from the agreement with a client, on a ground that is on record. */
export const withdrawAsLender = defineCommand<WithdrawAsLender, EndResult>({
  name: 'byLeasingWithdrawAsLender',
  plugin: PLUGIN,
  emits: EMITS,
  async run({ clientId, ground: named, basis }, context) {
    const account = await open(context, clientId);
    const ground = withdrawalGrounds.find((one) => one === named);
    const code = 'BY_LEASING_WITHDRAWAL_GROUND_MISSING';
    refuse(uphold(cite('by-leasing/9.3.4'), ground !== undefined, code, { needed: withdrawalGrounds.join(' / ') }));
    const [breach] = ground === 'BREACH' ? await openBreaches(context, clientId) : [];
    const decision = ground === 'SERVICE_DISCONTINUED' ? await decisionOf(context, clientId) : null;
    const clause = {
      BREACH: cite('by-leasing/9.3.4/b1'),
      SERVICE_DISCONTINUED: cite('by-leasing/9.3.4/b2'),
      LEGAL_CASE: cite('by-leasing/9.3.4/b3'),
    }[ground!];
    const recorded = { BREACH: breach !== undefined, SERVICE_DISCONTINUED: decision !== null, LEGAL_CASE: Boolean(basis?.trim()) }[ground!];
    const needed = { BREACH: 'BREACH', SERVICE_DISCONTINUED: 'DECISION', LEGAL_CASE: 'LEGAL_BASIS' }[ground!];
    refuse(uphold(clause, recorded, code, { needed }));
    const kept = { ground: ground!, breachId: breach?.id ?? null, basis: decision ?? (basis?.trim() || null) };
    await end(context, account, { mode: 'LENDER_WITHDRAWAL', ...kept, clause: clause.clause });
    return { clientId };
  },
});

/** A client agrees to end the agreement by mutual consent; it goes on until the lender agrees as well. */
export const agreeToEnd = defineCommand<{ readonly clientId: string }, EndResult>({
  name: 'byLeasingAgreeToEnd',
  plugin: PLUGIN,
  emits: EMITS,
  async run({ clientId }, context) {
    const account = await open(context, clientId);
    const clause = enforce(cite('by-leasing/12.8'));
    await keepEnd(context, account, { mode: 'MUTUAL', clause }, momentOf(context), null);
    tellAccount(context, account, 'END_PROPOSED', 'MUTUAL', clause);
    return { clientId };
  },
});

/** The lender ends an agreement by mutual consent: only with a client that has agreed. */
export const endByMutualConsent = defineCommand<{ readonly clientId: string }, EndResult>({
  name: 'byLeasingEndByMutualConsent',
  plugin: PLUGIN,
  emits: EMITS,
  async run({ clientId }, context) {
    const account = await open(context, clientId);
    const [proposed] = await context.transaction.query(readEnds, [[clientId]]);
    const agreed = proposed?.mode === 'MUTUAL' && proposed.clientConsentedAt !== null;
    refuse(uphold(cite('by-leasing/12.8'), agreed, 'BY_LEASING_MUTUAL_CONSENT_MISSING'));
    await end(context, account, { mode: 'MUTUAL', clause: cite('by-leasing/12.8').clause });
    return { clientId };
  },
});

/** The account of an agreement that has not ended. @throws Refusal */
async function open(context: CommandContext, clientId: string): Promise<AccountRecord> {
  const account = await lockAccount(context, clientId);
  refuse(...statusFindings(account, await openHolds(context, clientId)).filter(({ clauses }) => !clauses.includes('by-leasing/9.3.4/b2')));
  return account;
}

/** Number of the decision by which the cabinet or the system of remote service is stopped; null without one. */
async function decisionOf(context: CommandContext, clientId: string): Promise<string | null> {
  const { system } = await openHolds(context, clientId);
  return system.find(({ kind }) => kind === 'CABINET_DISCONTINUED' || kind === 'SDO_DISCONTINUED')?.number ?? null;
}

interface End {
  readonly mode: EndMode;
  readonly ground?: WithdrawalGround;
  readonly breachId?: string | null;
  readonly basis?: string | null;
  readonly clause: string;
}

async function end(context: CommandContext, account: AccountRecord, how: End): Promise<void> {
  await keepEnd(context, account, how, null, momentOf(context));
  await setAccountStatus(context, account, 'TERMINATED');
  await revokeSessions(context, account.clientId);
  tellAccount(context, account, 'TERMINATED', how.mode, how.clause);
}

async function keepEnd(
  context: CommandContext,
  account: AccountRecord,
  how: End,
  consentedAt: Date | null,
  endedAt: Date | null,
): Promise<void> {
  const { mode, ground = null, breachId = null, basis = null } = how;
  const id = uuidv7(context.now.epochMilliseconds);
  const values = [context.lender.id, id, account.clientId, mode, ground, breachId, basis, consentedAt, whoOf(context), endedAt];
  await context.transaction.query(writeEnd, values);
}
