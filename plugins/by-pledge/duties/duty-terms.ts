import { Temporal } from 'temporal-polyfill';
import { calendarOf, lastMomentOf } from '../../../modules/calendar';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { cancelDeadlines, type DeadlineKind, type DeadlineResult, meetDeadline, startDeadline } from '../../../modules/deadlines';
import { enforce, formFinding } from '../../../modules/rules';
import { rulesOfPledge } from '../command-support/judging';
import { DUTY_TERM, PLUGIN } from '../ids';
import { inForce, lockPledge, type PledgeRecord } from '../pledge';
import { enforcementEvents, tellEnforcement } from '../pledge/course-events';
import { rules } from '../rules';
import { recordViolation } from '../violations/record-violation';
import { type DutyRecord, dutyOfDeadline, lockDutyRow, setDutyStatus, setDutyTerm } from './duty.record';
import { type DutyStatus, dutyRules, nextDutyStatuses } from './duty-kinds';

/** The last day of a duty that begins on a day: so many working days after it, or the day that the demand named. */
export function lastDayOfDuty(
  context: CommandContext,
  pledge: PledgeRecord,
  duty: Pick<DutyRecord, 'kind' | 'dueOn'>,
  startedOn: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const { term } = dutyRules[duty.kind];
  if (term === 'NONE') return null;
  if (term === 'SET') return duty.dueOn ? Temporal.PlainDate.from(duty.dueOn) : null;
  const within = rules.read(rulesOfPledge(context, pledge), term)!;
  return calendarOf(context.extensions, context.lender.country).lastDayOf(startedOn, { workingDays: within.value }, 'AS_COUNTED');
}

/** Begins a duty's term on a day; the day itself does not count. The pledge is locked. */
export async function startTerm(
  context: CommandContext,
  pledge: PledgeRecord,
  duty: DutyRecord,
  startedOn: Temporal.PlainDate,
): Promise<void> {
  const dueOn = lastDayOfDuty(context, pledge, duty, startedOn);
  await context.transaction.query(setDutyTerm, [duty.id, startedOn.toString(), dueOn?.toString() ?? null]);
  await watch(context, pledge, duty, dueOn);
  tellEnforcement(context, pledge, { type: 'ByPledgeDuty', id: duty.id }, { kind: duty.kind, from: duty.status, to: 'OPEN' });
}

/** Watches the last day of a duty, where it has one. */
export async function watch(
  context: CommandContext,
  pledge: PledgeRecord,
  duty: Pick<DutyRecord, 'id' | 'kind'>,
  dueOn: Temporal.PlainDate | null,
): Promise<void> {
  if (!dueOn) return;
  await startDeadline(context, {
    kind: DUTY_TERM,
    subject: { type: 'ByPledgeDuty', id: duty.id },
    dueAt: lastMomentOf(dueOn, context.lender.zone),
    application: { id: pledge.applicationId, clientId: pledge.clientId },
    clause: dutyRules[duty.kind].clause.clause,
  });
}

/** Moves a locked duty. @throws Refusal BY_PLEDGE_DUTY_NOT_OPEN */
export async function changeDuty(
  context: CommandContext,
  pledge: PledgeRecord,
  duty: DutyRecord,
  to: DutyStatus,
  done: { readonly on: string | null; readonly outcome: string | null } = { on: null, outcome: null },
): Promise<void> {
  if (!nextDutyStatuses[duty.status].includes(to))
    throw new Refusal([formFinding('BY_PLEDGE_DUTY_NOT_OPEN', ['input', 'dutyId'], { status: duty.status })]);
  await context.transaction.query(setDutyStatus, [duty.id, to, done.on, done.outcome]);
  const { clause } = dutyRules[duty.kind].clause;
  tellEnforcement(context, pledge, { type: 'ByPledgeDuty', id: duty.id }, { kind: duty.kind, from: duty.status, to }, clause);
}

/** Settles a duty's clock: what was done by the last day was in time, whenever it is recorded. */
export async function settleClock(context: CommandContext, { id }: Pick<DutyRecord, 'id'>, on: Temporal.PlainDate): Promise<void> {
  const subject = { type: 'ByPledgeDuty', id };
  const at = lastMomentOf(on, context.lender.zone);
  const isPast = Temporal.Instant.compare(at, context.now) < 0;
  const outcome = await meetDeadline(context, { kind: DUTY_TERM, subject, at: isPast ? at : context.now });
  if (outcome === 'LATE') await cancelDeadlines(context, { subject, kind: DUTY_TERM });
}

/** The last day passed: the duty is overdue, and the violation is recorded of the day after. */
const onDue: DeadlineKind['onDue'] = defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
  name: `job:${DUTY_TERM}`,
  emits: enforcementEvents,
  async run({ deadlineId }, context) {
    const [found] = await context.transaction.query(dutyOfDeadline, [deadlineId]);
    const [unlocked] = found ? await context.transaction.query(lockDutyRow, [found.id]) : [];
    if (unlocked?.status !== 'OPEN') return { outcome: 'CANCELLED' };
    const { pledge } = await lockPledge(context, unlocked.pledgeId);
    if (!inForce.includes(pledge.status)) {
      await changeDuty(context, pledge, unlocked, 'RELEASED');
      return { outcome: 'CANCELLED' };
    }
    const { violates } = dutyRules[unlocked.kind];
    enforce(violates);
    await changeDuty(context, pledge, unlocked, 'OVERDUE');
    const on = Temporal.PlainDate.from(unlocked.dueOn!).add({ days: 1 }).toString();
    await recordViolation(context, pledge, { clause: violates, fact: unlocked.id, on });
    return { outcome: 'MISSED' };
  },
});

export const dutyDeadline: DeadlineKind = {
  kind: DUTY_TERM,
  plugin: PLUGIN,
  description: { en: 'Duty of the pledgor', ru: 'Обязанность залогодателя', be: 'Абавязак залогадаўцы' },
  clause: null,
  onDue,
};
