import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { NO_ROWS, statement } from '../../../modules/database';
import { DEADLINE_EVENTS, meetDeadline } from '../../../modules/deadlines';
import type { BackgroundJob } from '../../../modules/execution';
import { enforce, type Finding, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { momentOf, whoOf } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { PLUGIN, REGISTER_CHANGE, REGISTER_EXCLUSION } from '../ids';
import { inventoriesByPledge } from '../inventory/inventory.record';
import type { PledgeResult } from '../inventory/save-inventory.command';
import { consentsByPledge, inForce, lockPledge, type PledgeRecord, tellChange } from '../pledge';
import { DisclosureEntity } from './disclosure.entity';
import { pledgeRegisterPort, type RegisterRequest } from './port';
import { registerEntryByPledge, registerTasksByPledge, taskSubject } from './register-tasks';

const setDone = statement<never>(
  'by_pledge_register_task_done',
  "update by_pledge.register_task set state = 'DONE', done_at = $2, is_late = $3, next_attempt_at = null where id = $1",
);
const setEntry = statement<never>(
  'by_pledge_register_entry_set',
  `update by_pledge.register_entry set status = $2, number = $3, entered_at = coalesce(entered_at, $4),
     excluded_at = case when $2 = 'EXCLUDED' then $4 end where pledge_id = $1`,
);

export interface RecordRegisterOperation {
  readonly pledgeId: string;
  readonly taskId: string;
  /** As the register gave it; with the first entry. */
  readonly number: string | null;
  /** Cost to be charged to the pledgor: there is none. */
  readonly chargePledgor: boolean;
}

const NUMBER = /^[\w./-]{1,60}$/;

/** Writes down that the register was changed: by hand, or by its adapter. What came late is kept, with a warning. */
export const recordRegisterOperation = defineCommand<RecordRegisterOperation, PledgeResult>({
  name: 'byPledgeRecordRegisterOperation',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged', ...DEADLINE_EVENTS],
  run: book,
});

/** The same for the adapter's answers: a legal duty does not stop because a switch was flipped. */
export const bookRegisterOperation = defineCommand<RecordRegisterOperation, PledgeResult>({
  name: 'job:byPledgeRegister',
  emits: ['ByPledgeChanged', ...DEADLINE_EVENTS],
  run: book,
});

const clauseOf = { ENTER: 'by-pledge/3.3/б/entry', CHANGE: 'by-pledge/3.3/в/b1', EXCLUDE: 'by-pledge/3.3/в/b2' } as const;

async function book({ pledgeId, taskId, number, chargePledgor }: RecordRegisterOperation, context: CommandContext): Promise<PledgeResult> {
  const { pledge } = await lockPledge(context, pledgeId);
  // No step asks the pledgor, and the pledgor's session has no say in it.
  const asked = uphold(cite('by-pledge/3.3/б/consent-free'), context.caller.kind !== 'CLIENT', 'BY_PLEDGE_REGISTER_BY_PLEDGEE');
  if (asked) throw new Refusal([asked]);
  const charged = uphold(cite('by-pledge/3.3/б/cost'), !chargePledgor, 'BY_PLEDGE_REGISTER_FEE_NOT_CHARGEABLE');
  if (charged) throw new Refusal([charged]);
  const task = (await context.transaction.query(registerTasksByPledge.statement, [[pledgeId]])).find(({ id }) => id === taskId);
  if (!task || task.state === 'DONE') throw new Refusal([formFinding('BY_PLEDGE_REGISTER_TASK_NOT_OPEN', ['input', 'taskId'])]);
  const [entry] = await context.transaction.query(registerEntryByPledge.statement, [[pledgeId]]);
  const given = number?.trim() || entry?.number || null;
  if (!given || !NUMBER.test(given)) throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', 'number'], { field: 'number' })]);
  const isLate = task.dueOn !== null && context.today.toString() > task.dueOn;
  await context.transaction.query(setDone, [taskId, momentOf(context), isLate]);
  const status = { ENTER: 'ENTERED', CHANGE: 'CHANGED', EXCLUDE: 'EXCLUDED' }[task.operation];
  await context.transaction.query(setEntry, [pledgeId, status, given, momentOf(context)]);
  if (task.operation !== 'ENTER')
    await meetDeadline(context, { kind: task.operation === 'CHANGE' ? REGISTER_CHANGE : REGISTER_EXCLUSION, subject: taskSubject(taskId) });
  tellChange(context, pledge, `REGISTER_${status}`, taskId, clauseOf[task.operation]);
  return { pledgeId, findings: lateFindings(task.operation, isLate, task.dueOn) };
}

function lateFindings(operation: string, isLate: boolean, dueOn: string | null): readonly Finding[] {
  if (operation === 'ENTER') return [];
  const [code, clause] =
    operation === 'CHANGE'
      ? (['BY_PLEDGE_REGISTER_CHANGE_OVERDUE', cite('by-pledge/3.3/в/b1')] as const)
      : (['BY_PLEDGE_REGISTER_EXCLUSION_OVERDUE', cite('by-pledge/3.3/в/b2')] as const);
  const finding = uphold(clause, !isLate, code, { dueOn }, { severity: 'WARNING' });
  return finding ? [finding] : [];
}

/** What is missing of the register: a pledge in force that is not entered there. */
export function registerFinding(pledge: Pick<PledgeRecord, 'status'>, entered: boolean): Finding | null {
  return uphold(
    cite('by-pledge/3.3/б/entry'),
    !inForce.includes(pledge.status) || entered,
    'BY_PLEDGE_REGISTER_ENTRY_MISSING',
    {},
    { severity: 'WARNING' },
  );
}

export interface DiscloseRegister {
  readonly pledgeId: string;
  /** Kind of the recipient, e.g. BANK; no name. */
  readonly recipient: string;
}

const KIND = /^[A-Z][A-Z_]{1,39}$/;

/** Gives out the register's data: only with the consents of pledgor and lender on record. */
export const discloseRegister = defineCommand<DiscloseRegister, PledgeResult>({
  name: 'byPledgeDiscloseRegister',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged'],
  async run({ pledgeId, recipient }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    if (!KIND.test(recipient)) throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', 'recipient'], { field: 'recipient' })]);
    const consents = (await context.transaction.query(consentsByPledge.statement, [[pledgeId]])).filter(
      ({ subject }) => subject === 'REGISTER_DISCLOSURE',
    );
    const of = (party: string) => consents.findLast(({ givenBy }) => givenBy === party);
    const missing = ['PLEDGOR', 'PLEDGEE'].filter((party) => !of(party));
    const refused = uphold(cite('by-pledge/3.3/б/disclosure'), missing.length === 0, 'BY_PLEDGE_REGISTER_DISCLOSURE_CONSENT', {
      missing: missing.join(', '),
    });
    if (refused) throw new Refusal([refused]);
    const id = newId(context);
    await context.transaction.insert(DisclosureEntity, {
      ...pledgeRow(context, pledge, id),
      recipient,
      pledgorConsentId: of('PLEDGOR')!.id,
      pledgeeConsentId: of('PLEDGEE')!.id,
      disclosedBy: whoOf(context),
      disclosedAt: momentOf(context),
    });
    tellChange(context, pledge, 'REGISTER_DISCLOSED', id, enforce(cite('by-pledge/3.3/б/disclosure')));
    return { pledgeId };
  },
});

// The lease: while the register is being asked, no other process asks for the same operation.
const takeTask = statement<{ lenderId: string; id: string; pledgeId: string; operation: RegisterRequest['operation'] }>(
  'by_pledge_register_take',
  `update by_pledge.register_task t set next_attempt_at = $2 where (t.lender_id, t.id) in (
     select lender_id, id from by_pledge.register_task where next_attempt_at <= $1 and state = 'WAITING'
     order by next_attempt_at limit 1 for update skip locked)
   returning lender_id as "lenderId", id, pledge_id as "pledgeId", operation`,
);
const handOver = statement<never>(
  'by_pledge_register_hand_over',
  "update by_pledge.register_task set state = 'SUBMITTED', next_attempt_at = null where lender_id = $1 and id = $2",
);

/** What a request to the register is made from. */
export const readRequest = defineCommand<
  { readonly pledgeId: string },
  PledgeResult & { readonly request: Omit<RegisterRequest, 'id' | 'operation'> }
>({
  name: 'job:byPledgeRegisterRequest',
  emits: [],
  async run({ pledgeId }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    const inventory = (await context.transaction.query(inventoriesByPledge.statement, [[pledgeId]])).at(-1)!;
    const [entry] = await context.transaction.query(registerEntryByPledge.statement, [[pledgeId]]);
    return {
      pledgeId,
      request: { number: entry?.number ?? null, vin: inventory.vin, value: pledge.pledgeValue, loanNumber: pledge.loanNumber },
    };
  },
});

const LEASE_SECONDS = 60;

/** Takes what waits for the register to its port; what the port leaves to people waits in their queue. */
export const registerJob: BackgroundJob = {
  id: `${PLUGIN}/register`,
  everyMilliseconds: 5_000,
  async run({ database, clock, ports, execute }) {
    const worker = database.scoped(NO_ROWS);
    for (;;) {
      const now = clock.now();
      const lease = now.add({ seconds: LEASE_SECONDS });
      const [task] = await worker.query(takeTask, [new Date(now.epochMilliseconds), new Date(lease.epochMilliseconds)]);
      if (!task) return;
      const { lenderId, id, pledgeId, operation } = task;
      const { request } = await execute(readRequest, { pledgeId }, lenderId);
      const outcome = await ports.get(pledgeRegisterPort).submit({ id, operation, ...request });
      if (outcome.state === 'MANUAL') await worker.query(handOver, [lenderId, id]);
      else await execute(bookRegisterOperation, { pledgeId, taskId: id, number: outcome.number, chargePledgor: false }, lenderId);
    }
  },
};
