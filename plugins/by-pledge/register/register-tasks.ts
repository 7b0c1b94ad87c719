import type { Temporal } from 'temporal-polyfill';
import { calendarOf, lastMomentOf } from '../../../modules/calendar';
import type { CommandContext } from '../../../modules/commands';
import { listLoader, loader, statement } from '../../../modules/database';
import { startDeadline } from '../../../modules/deadlines';
import { enforce } from '../../../modules/rules';
import { cite } from '../cite';
import { rulesToday } from '../command-support/judging';
import { momentOf } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { REGISTER_CHANGE, REGISTER_EXCLUSION } from '../ids';
import { type PledgeRecord, tellChange } from '../pledge';
import { rules } from '../rules';
import { RegisterEntryEntity, type RegisterStatus } from './register-entry.entity';
import { type RegisterOperation, RegisterTaskEntity, type RegisterTaskState } from './register-task.entity';

export interface RegisterEntryRecord {
  readonly pledgeId: string;
  readonly status: RegisterStatus;
  readonly number: string | null;
  readonly enteredAt: Date | null;
  readonly excludedAt: Date | null;
}

export const registerEntryByPledge = loader(
  statement<RegisterEntryRecord>(
    'by_pledge_register_entry',
    `select pledge_id as "pledgeId", status, number, entered_at as "enteredAt", excluded_at as "excludedAt"
     from by_pledge.register_entry where pledge_id = any($1)`,
  ),
  (row) => row.pledgeId,
);

export interface RegisterTaskRecord {
  readonly id: string;
  readonly pledgeId: string;
  readonly operation: RegisterOperation;
  readonly what: string;
  readonly knownOn: string;
  readonly dueOn: string | null;
  readonly state: RegisterTaskState;
  readonly doneAt: Date | null;
  readonly isLate: boolean | null;
}

export const registerTasksByPledge = listLoader(
  statement<RegisterTaskRecord>(
    'by_pledge_register_tasks',
    `select id, pledge_id as "pledgeId", operation, what, known_on::text as "knownOn", due_on::text as "dueOn", state, done_at as "doneAt",
       is_late as "isLate"
     from by_pledge.register_task where pledge_id = any($1) order by known_on, id`,
  ),
  (row) => row.pledgeId,
);

/** Subject of the deadline of one operation. */
export const taskSubject = (id: string) => ({ type: 'ByPledgeRegisterTask', id });

/** The lender owes the first entry, at its own cost; the agreement sets no term for it. */
export async function owesEntry(context: CommandContext, pledge: PledgeRecord): Promise<void> {
  enforce(cite('by-pledge/3.3/б/entry'));
  enforce(cite('by-pledge/3.3/б/consent-free'));
  await context.transaction.insert(RegisterEntryEntity, {
    lenderId: context.lender.id,
    pledgeId: pledge.id,
    clientId: pledge.clientId,
    status: 'PENDING',
  });
  await addTask(context, pledge, { operation: 'ENTER', what: 'ENTER', knownOn: context.today, dueOn: null });
}

/** Data of the entry changed: it is updated within so many working days of the day on which the lender knew or should have known. */
export async function owesChange(context: CommandContext, pledge: PledgeRecord, what: string, knownOn: Temporal.PlainDate): Promise<void> {
  const [entry] = await context.transaction.query(registerEntryByPledge.statement, [[pledge.id]]);
  if (!entry || entry.status === 'EXCLUDED') return;
  const within = rules.read(rulesToday(context), 'register.change.within');
  await addTask(context, pledge, { operation: 'CHANGE', what, knownOn, dueOn: within && workingDays(context, knownOn, within.value) });
}

/** The pledge ended: its entry goes within so many working days. */
export async function owesExclusion(context: CommandContext, pledge: PledgeRecord, knownOn: Temporal.PlainDate): Promise<void> {
  const [entry] = await context.transaction.query(registerEntryByPledge.statement, [[pledge.id]]);
  if (!entry || entry.status === 'EXCLUDED') return;
  const within = rules.read(rulesToday(context), 'register.exclusion.within');
  await addTask(context, pledge, {
    operation: 'EXCLUDE',
    what: 'EXCLUDE',
    knownOn,
    dueOn: within && workingDays(context, knownOn, within.value),
  });
}

const workingDays = ({ extensions, lender }: CommandContext, from: Temporal.PlainDate, days: number) =>
  calendarOf(extensions, lender.country).addWorkingDays(from, days);

async function addTask(
  context: CommandContext,
  pledge: PledgeRecord,
  task: { operation: RegisterOperation; what: string; knownOn: Temporal.PlainDate; dueOn: Temporal.PlainDate | null },
): Promise<void> {
  const id = newId(context);
  const { operation, what, knownOn, dueOn } = task;
  await context.transaction.insert(RegisterTaskEntity, {
    ...pledgeRow(context, pledge, id),
    operation,
    what,
    knownOn: knownOn.toString(),
    dueOn: dueOn?.toString() ?? null,
    state: 'WAITING',
    nextAttemptAt: momentOf(context),
  });
  if (dueOn && operation !== 'ENTER')
    await startDeadline(context, {
      kind: operation === 'CHANGE' ? REGISTER_CHANGE : REGISTER_EXCLUSION,
      subject: taskSubject(id),
      application: { id: pledge.applicationId, clientId: pledge.clientId },
      dueAt: lastMomentOf(dueOn, context.lender.zone),
    });
  tellChange(context, pledge, `REGISTER_${operation}`, id, operation === 'ENTER' ? 'by-pledge/3.3/б/entry' : undefined);
}
