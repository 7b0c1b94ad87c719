import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, findingOf, formFinding, uphold } from '../../../modules/rules';
import { type AccountRecord, lockAccount } from '../accounts/account.record';
import { openBreaches } from '../breaches';
import { cite } from '../cite';
import { ACCOUNT_EVENTS, tellAccount } from '../factors/security-event';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { ClientHoldEntity, SystemHoldEntity } from './hold.entity';
import { endClientHold, endSystemHold, lockClientHold, lockSystemHold } from './hold.record';
import { type ClientHoldKind, incidentCauses, type SuspensionGround, type SystemHoldKind, suspensionGrounds } from './vocabulary';

export interface HoldResult extends CommandResult {
  readonly holdId?: string;
  readonly clientId?: string;
}

export interface NewHold {
  readonly kind: ClientHoldKind;
  readonly ground?: SuspensionGround | null;
  readonly breachId?: string | null;
  /** What it is about. */
  readonly note: string;
  /** Where it is known from, or the provision of law. */
  readonly basis?: string | null;
}

/** Puts something in the way of a client's operations, at once; the account is locked. Declare `ACCOUNT_EVENTS`. */
export async function openHold(context: CommandContext, account: AccountRecord, hold: NewHold, clause?: string): Promise<string> {
  const id = uuidv7(context.now.epochMilliseconds);
  const { kind, ground = null, breachId = null, note, basis = null } = hold;
  await context.transaction.insert(ClientHoldEntity, {
    lenderId: context.lender.id,
    id,
    clientId: account.clientId,
    kind,
    ground,
    breachId,
    note: note.trim(),
    basis: basis?.trim() || null,
    openedBy: whoOf(context),
    openedAt: momentOf(context),
    endedBy: null,
    endedAt: null,
    outcome: null,
  });
  tellAccount(context, account, `HOLD_${kind}`, id, clause);
  return id;
}

export interface SuspendAccount {
  readonly clientId: string;
  readonly ground: string;
  readonly note: string;
}

/** The lender suspends a client's use of the cabinet, without notice, on one of the grounds; work on the system is `openSystemHold`. */
export const suspendAccount = defineCommand<SuspendAccount, HoldResult>({
  name: 'byLeasingSuspendAccount',
  plugin: PLUGIN,
  emits: ACCOUNT_EVENTS,
  async run({ clientId, ground: named, note }, context) {
    const account = await lockAccount(context, clientId);
    const ground = suspensionGrounds.find((one) => one === named);
    refuse(
      uphold(cite('by-leasing/9.3.3/no-prior-notice'), ground !== undefined, 'BY_LEASING_SUSPENSION_GROUND_UNKNOWN', {
        grounds: [...suspensionGrounds, 'MAINTENANCE'].join(', '),
      }),
    );
    const [breach] = ground === 'BREACH' ? await openBreaches(context, clientId) : [];
    if (ground === 'BREACH')
      refuse(uphold(cite('by-leasing/9.3.3/b1'), breach !== undefined, 'BY_LEASING_WITHDRAWAL_GROUND_MISSING', { needed: 'BREACH' }));
    const clause = ground === 'BREACH' ? cite('by-leasing/9.3.3/b1') : cite('by-leasing/9.3.3/b2');
    const hold = { kind: 'SUSPENSION', ground: ground!, breachId: breach?.id ?? null, note } as const;
    return { clientId, holdId: await openHold(context, account, hold, enforce(clause)) };
  },
});

export interface RecordHold {
  readonly clientId: string;
  readonly kind: Exclude<ClientHoldKind, 'SUSPENSION'>;
  readonly note: string;
  readonly basis: string | null;
}

/** An officer records what stands in the way of a client's operations: an incident, false data, a court's restriction, a prohibition. */
export const recordHold = defineCommand<RecordHold, HoldResult>({
  name: 'byLeasingRecordHold',
  plugin: PLUGIN,
  emits: ACCOUNT_EVENTS,
  async run({ clientId, kind, note, basis }, context) {
    const account = await lockAccount(context, clientId);
    const missing = [...(note.trim() ? [] : ['GROUND_TEXT']), ...(basis?.trim() ? [] : ['LEGAL_BASIS'])].join(', ');
    const facts = { missing };
    if (kind === 'PROHIBITION') refuse(uphold(cite('by-leasing/3.14.6'), missing === '', 'BY_LEASING_PROHIBITION_INCOMPLETE', facts));
    // An incident may be known from nobody but the lender itself; the rest comes from somewhere.
    else
      refuse(
        note.trim() && (kind === 'INCIDENT' || basis?.trim()) ? null : formFinding('BY_LEASING_PROHIBITION_INCOMPLETE', ['input'], facts),
      );
    return { clientId, holdId: await openHold(context, account, { kind, note, basis }) };
  },
});

export interface LiftHold {
  readonly holdId: string;
  /** What was found out or done: without it a suspicion stays. Of an incident: its cause. */
  readonly outcome: string | null;
}

/** An officer ends what stood in a client's way. A deleted account stays as it is for ever. */
export const liftHold = defineCommand<LiftHold, HoldResult>({
  name: 'byLeasingLiftHold',
  plugin: PLUGIN,
  emits: ACCOUNT_EVENTS,
  async run({ holdId, outcome }, context) {
    const [hold] = await context.transaction.query(lockClientHold, [holdId]);
    if (!hold) throw notFound();
    const account = await lockAccount(context, hold.clientId);
    refuse(uphold(cite('by-leasing/8.2/p2'), account.status !== 'DELETED', 'BY_LEASING_ACCOUNT_DELETED'));
    const known = Boolean(outcome?.trim());
    if (hold.ground === 'SUSPECTED_THIRD_PARTY_USE')
      refuse(uphold(cite('by-leasing/9.3.3/b2'), known, 'BY_LEASING_SUSPENSION_END_CONDITION_UNMET', { needed: 'CLARIFICATION' }));
    if (hold.ground === 'BREACH') {
      const open = (await openBreaches(context, hold.clientId)).some(({ id }) => id === hold.breachId);
      refuse(uphold(cite('by-leasing/9.3.3/b1'), !open, 'BY_LEASING_SUSPENSION_END_CONDITION_UNMET', { needed: 'BREACH_REMEDIED' }));
    }
    if (hold.kind === 'INCIDENT') requireCause(outcome);
    await context.transaction.query(endClientHold, [hold.id, momentOf(context), whoOf(context), outcome?.trim() || null]);
    tellAccount(context, account, `LIFTED_${hold.kind}`, hold.id);
    return { clientId: hold.clientId, holdId };
  },
});

export interface OpenSystemHold {
  readonly kind: SystemHoldKind;
  /** Of the work, the incident or the decision. */
  readonly number: string;
  readonly note: string;
  readonly effectiveFrom: Date | null;
}

/** Work on the system, an incident in it, or a decision to stop it: it concerns everybody, from a moment on. */
export const openSystemHold = defineCommand<OpenSystemHold, HoldResult>({
  name: 'byLeasingOpenSystemHold',
  plugin: PLUGIN,
  emits: [],
  async run({ kind, number, note, effectiveFrom }, context) {
    const missing = [...(number.trim() ? [] : ['number']), ...(note.trim() ? [] : ['note'])].join(', ');
    const complete = missing === '';
    // To stop the cabinet or the system of remote service needs a decision that is recorded.
    if (kind === 'SDO_DISCONTINUED' || kind === 'CABINET_DISCONTINUED')
      refuse(uphold(cite('by-leasing/9.3.4/b2'), complete, 'BY_LEASING_WITHDRAWAL_GROUND_MISSING', { needed: 'DECISION' }));
    refuse(complete ? null : formFinding('BY_LEASING_REFERENCE_REQUIRED', ['input'], { missing }));
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(SystemHoldEntity, {
      lenderId: context.lender.id,
      id,
      kind,
      number: number.trim(),
      note: note.trim(),
      openedBy: whoOf(context),
      openedAt: momentOf(context),
      effectiveFrom: effectiveFrom ?? momentOf(context),
      endedBy: null,
      endedAt: null,
      outcome: null,
    });
    context.audit({ hold: id, kind });
    return { holdId: id };
  },
});

/** The work is closed, the incident over. */
export const endSystemHoldCommand = defineCommand<LiftHold, HoldResult>({
  name: 'byLeasingEndSystemHold',
  plugin: PLUGIN,
  emits: [],
  async run({ holdId, outcome }, context) {
    const [hold] = await context.transaction.query(lockSystemHold, [holdId]);
    if (!hold) throw notFound();
    if (hold.kind === 'INCIDENT') requireCause(outcome);
    await context.transaction.query(endSystemHold, [hold.id, momentOf(context), whoOf(context), outcome?.trim() || null]);
    context.audit({ hold: hold.id, kind: hold.kind });
    return { holdId };
  },
});

const notFound = () => new Refusal([formFinding('BY_LEASING_HOLD_NOT_FOUND', ['input', 'holdId'])]);

function requireCause(outcome: string | null): void {
  if (!incidentCauses.some((cause) => cause === outcome))
    throw new Refusal([
      findingOf(
        'BY_LEASING_INCIDENT_CAUSE_REQUIRED',
        cite('by-leasing/11.5'),
        { causes: incidentCauses.join(', ') },
        { path: ['input', 'outcome'] },
      ),
    ]);
  enforce(cite('by-leasing/11.5'));
}
