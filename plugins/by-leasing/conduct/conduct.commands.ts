import { revokeSessions, sessionEvents } from '../../../modules/access';
import { type CommandResult, defineCommand } from '../../../modules/commands';
import { enforce, uphold } from '../../../modules/rules';
import { lockAccount } from '../accounts';
import { BREACH_EVENTS, recordBreach } from '../breaches';
import { cite } from '../cite';
import { ACCOUNT_EVENTS } from '../factors/security-event';
import { openHold } from '../holds/hold.commands';
import { PLUGIN } from '../ids';

/** What became known to others: access data, or the ЭЦП, SIM card or device itself. */
export const compromises = ['ACCESS_DATA', 'HANDED_OVER'] as const;
export type Compromise = (typeof compromises)[number];

export interface ConductResult extends CommandResult {
  readonly clientId?: string;
}

const duties = {
  ACCESS_DATA: { clause: 'by-leasing/9.2.4/b1', note: 'Сообщение о раскрытии данных доступа', citation: cite('by-leasing/9.2.4/b1') },
  HANDED_OVER: { clause: 'by-leasing/9.2.4/b2', note: 'Сообщение о передаче средств доступа', citation: cite('by-leasing/9.2.4/b2') },
} as const;

/**
 * A client, or an officer whom it called, reports that others know its access data or have its means of access: all sessions end, and
 * its operations wait until the check ends (`byLeasingLiftHold`). What was handed over is a breach; what was merely learnt is none.
 */
export const reportCompromise = defineCommand<{ readonly clientId: string; readonly what: Compromise }, ConductResult>({
  name: 'byLeasingReportCompromise',
  plugin: PLUGIN,
  emits: [...ACCOUNT_EVENTS, ...BREACH_EVENTS, ...sessionEvents],
  async run({ clientId, what }, context) {
    const account = await lockAccount(context, clientId);
    const { clause, note, citation } = duties[what];
    enforce(citation);
    if (what === 'HANDED_OVER') await recordBreach(context, { clientId, clause, source: context.caller.clientId ? 'CLIENT' : 'OFFICER' });
    await openHold(context, account, { kind: 'INCIDENT', note }, clause);
    await revokeSessions(context, clientId);
    return { clientId };
  },
});

/** Somebody asks that another person be let into a client's account: there is no such thing; the attempt stays in the audit. */
export const shareAccount = defineCommand<{ readonly clientId: string }, ConductResult>({
  name: 'byLeasingAddUser',
  plugin: PLUGIN,
  emits: [],
  async run({ clientId }, context) {
    await lockAccount(context, clientId);
    context.audit({ client: clientId });
    const refused = uphold(cite('by-leasing/9.2.4/b3'), false, 'BY_LEASING_DELEGATION_NOT_ALLOWED');
    return { clientId, findings: refused ? [refused] : [] };
  },
});
