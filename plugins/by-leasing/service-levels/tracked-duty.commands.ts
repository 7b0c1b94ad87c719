import { Temporal } from 'temporal-polyfill';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { listLoader, statement, uuidv7 } from '../../../modules/database';
import { DEADLINE_EVENTS, type DeadlineKind, type DeadlineResult, meetDeadline, startDeadline } from '../../../modules/deadlines';
import { enforce, formFinding } from '../../../modules/rules';
import { cite } from '../cite';
import { subjectOfDeadline } from '../deadline-subject';
import { PLUGIN, TRACKED_DUTY } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { textFault } from '../sealed-text';
import { MISSED_DUTY_EVENTS, recordMissedDuty } from './missed-duty';
import { TrackedDutyEntity, type TrackedDutyState } from './tracked-duty.entity';

export interface TrackedDutyRecord {
  readonly lenderId: string;
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly state: TrackedDutyState;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
  readonly recordedAt: Date;
}

const columns = `lender_id as "lenderId", id, title, basis, state, due_at as "dueAt", done_at as "doneAt", recorded_at as "recordedAt"`;

export const trackedDutiesByLender = listLoader(
  statement<TrackedDutyRecord>(
    'by_leasing_tracked_duties',
    `select ${columns} from by_leasing.tracked_duty where lender_id = any($1) order by due_at desc, id desc limit 200`,
  ),
  (row) => row.lenderId,
);
const lockDuty = statement<TrackedDutyRecord>(
  'by_leasing_tracked_duty_lock',
  `select ${columns} from by_leasing.tracked_duty where id = $1 for update`,
);
const settle = statement<never>(
  'by_leasing_tracked_duty_settle',
  'update by_leasing.tracked_duty set state = $2, done_at = $3 where id = $1',
);

export interface TrackedDutyResult extends CommandResult {
  readonly dutyId?: string;
}

export interface TrackDuty {
  readonly title: string;
  /** Act and point that sets it. */
  readonly basis: string;
  readonly dueAt: Temporal.Instant;
}

const CLAUSE = cite('by-leasing/9.1.5');

/** Registers another duty of the lender, to be watched as those of the agreement are. */
export const trackDuty = defineCommand<TrackDuty, TrackedDutyResult>({
  name: 'byLeasingTrackDuty',
  plugin: PLUGIN,
  emits: DEADLINE_EVENTS,
  async run({ title, basis, dueAt }, context) {
    const past = Temporal.Instant.compare(dueAt, context.now) < 0;
    refuse(
      textFault('title', title),
      textFault('basis', basis),
      past ? formFinding('BY_LEASING_PERIOD_INVALID', ['input', 'dueAt']) : null,
    );
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(TrackedDutyEntity, {
      lenderId: context.lender.id,
      id,
      title,
      basis,
      state: 'OPEN',
      dueAt: new Date(dueAt.epochMilliseconds),
      doneAt: null,
      recordedBy: whoOf(context),
      recordedAt: momentOf(context),
    });
    await startDeadline(context, { kind: TRACKED_DUTY, subject: { type: 'ByLeasingTrackedDuty', id }, dueAt, clause: enforce(CLAUSE) });
    return { dutyId: id };
  },
});

/** Records that a registered duty was done. */
export const completeDuty = defineCommand<{ readonly dutyId: string }, TrackedDutyResult>({
  name: 'byLeasingCompleteDuty',
  plugin: PLUGIN,
  emits: DEADLINE_EVENTS,
  async run({ dutyId }, context) {
    const duty = await locked(context, dutyId);
    if (duty?.state !== 'OPEN') throw new Refusal([formFinding('BY_LEASING_DUTY_NOT_FOUND', ['input', 'dutyId'])]);
    await context.transaction.query(settle, [dutyId, 'DONE', momentOf(context)]);
    await meetDeadline(context, { kind: TRACKED_DUTY, subject: { type: 'ByLeasingTrackedDuty', id: dutyId } });
    return { dutyId };
  },
});

export const trackedDutyDeadline: DeadlineKind = {
  kind: TRACKED_DUTY,
  plugin: PLUGIN,
  description: { en: 'A registered duty of the lender', ru: 'Обязанность компании', be: 'Абавязак кампаніі' },
  clause: CLAUSE.clause,
  onDue: defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
    name: `job:${TRACKED_DUTY}`,
    emits: MISSED_DUTY_EVENTS,
    async run({ deadlineId }, context) {
      const id = await subjectOfDeadline(context, deadlineId);
      const duty = id ? await locked(context, id) : undefined;
      if (!duty) return { outcome: 'CANCELLED' };
      // Done after its day: the deadline was left pending for this run to tell.
      if (duty.state === 'OPEN') await context.transaction.query(settle, [duty.id, 'MISSED', null]);
      const subject = { type: 'ByLeasingTrackedDuty', id: duty.id };
      await recordMissedDuty(context, {
        clause: CLAUSE.clause,
        code: 'BY_LEASING_DUTY_MISSED',
        subject,
        clientId: null,
        beganAt: duty.recordedAt,
      });
      return { outcome: 'MISSED' };
    },
  }),
};

const locked = async (context: CommandContext, id: string) => (await context.transaction.query(lockDuty, [id]))[0];
