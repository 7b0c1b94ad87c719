import { Temporal } from 'temporal-polyfill';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { DEADLINE_EVENTS, type DeadlineKind, type DeadlineResult, meetDeadline, startDeadline } from '../../../modules/deadlines';
import { type Finding, findingOf, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { subjectOfDeadline } from '../deadline-subject';
import { OUTAGE_RECOVERY, PLUGIN } from '../ids';
import { momentOf, refuse, rulesToday, whoOf } from '../judge';
import { rules } from '../rules';
import { textFault } from '../sealed-text';
import { MISSED_DUTY_EVENTS, recordMissedDuty } from './missed-duty';
import { OutageEntity } from './outage.entity';
import { lockOutage, type OutageRecord, setPublished, setRestored } from './outage.record';
import type { OutageCause, OutageKind, OutageOrigin } from './outage-kind';

const OUTAGE_EVENTS = ['ByLeasingOutageChanged'];

export interface OutageResult extends CommandResult {
  readonly outageId?: string;
}

export interface RecordOutage {
  readonly kind: OutageKind;
  readonly text: string;
  readonly startsAt: Temporal.Instant;
  readonly plannedEndAt: Temporal.Instant | null;
  /** Whether the notice stands on the site from now on. */
  readonly publish: boolean;
}

/** Enters planned work, a fault or that the cabinet cannot be used. Without a notice on the site it is a finding until there is one. */
export const recordOutage = defineCommand<RecordOutage, OutageResult>({
  name: 'byLeasingRecordOutage',
  plugin: PLUGIN,
  emits: [...OUTAGE_EVENTS, ...DEADLINE_EVENTS],
  async run({ kind, text, startsAt, plannedEndAt, publish }, context) {
    const planned = kind === 'PLANNED_INTERRUPTION';
    const late = plannedEndAt && Temporal.Instant.compare(plannedEndAt, startsAt) <= 0;
    refuse(
      textFault('text', text),
      (planned && !plannedEndAt) || late ? formFinding('BY_LEASING_PERIOD_INVALID', ['input', 'plannedEndAt']) : null,
      !planned && isFuture(context, startsAt) ? formFinding('BY_LEASING_MOMENT_IN_FUTURE', ['input', 'startsAt']) : null,
    );
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(OutageEntity, {
      lenderId: context.lender.id,
      id,
      kind,
      text,
      startsAt: new Date(startsAt.epochMilliseconds),
      plannedEndAt: plannedEndAt && new Date(plannedEndAt.epochMilliseconds),
      publishedAt: publish ? momentOf(context) : null,
      recordedAt: momentOf(context),
      recordedBy: whoOf(context),
    });
    const resolved = rulesToday(context);
    const recovery = rules.read(resolved, 'outage.recovery');
    if (recovery)
      await startDeadline(context, {
        kind: OUTAGE_RECOVERY,
        subject: { type: 'ByLeasingOutage', id },
        dueAt: startsAt.add({ hours: recovery.value }),
        clause: recovery.citations[0]!.clause,
        ...(resolved.edition ? { editionId: resolved.edition.id } : {}),
      });
    tell(context, id, kind, publish ? 'PUBLISHED' : 'RECORDED');
    const missing = noticeFinding({ publishedAt: publish ? momentOf(context) : null });
    return { outageId: id, findings: missing ? [missing] : [] };
  },
});

/** That an interruption has no notice on the site; null where it has one. */
export const noticeFinding = ({ publishedAt }: Pick<OutageRecord, 'publishedAt'>): Finding | null =>
  uphold(cite('by-leasing/9.1.3'), publishedAt !== null, 'BY_LEASING_OUTAGE_NOTICE_MISSING', {}, { severity: 'WARNING' });

/** Places the notice of an interruption on the site. */
export const publishOutage = defineCommand<{ readonly outageId: string }, OutageResult>({
  name: 'byLeasingPublishOutage',
  plugin: PLUGIN,
  emits: OUTAGE_EVENTS,
  async run({ outageId }, context) {
    const outage = await locked(context, outageId);
    if (outage.publishedAt) throw new Refusal([formFinding('BY_LEASING_OUTAGE_PUBLISHED_ALREADY', ['input', 'outageId'])]);
    await context.transaction.query(setPublished, [outage.id, momentOf(context)]);
    tell(context, outage.id, outage.kind, 'PUBLISHED');
    return { outageId };
  },
});

export interface CloseOutage {
  readonly outageId: string;
  readonly restoredAt: Temporal.Instant;
  readonly origin: OutageOrigin;
  readonly cause: OutageCause | null;
}

/** Records when the cabinet worked again, and who answers for the interruption. After the lender’s 72 hours it is told to be late. */
export const closeOutage = defineCommand<CloseOutage, OutageResult>({
  name: 'byLeasingCloseOutage',
  plugin: PLUGIN,
  emits: [...OUTAGE_EVENTS, ...DEADLINE_EVENTS],
  async run({ outageId, restoredAt, origin, cause }, context) {
    const outage = await locked(context, outageId);
    const before = restoredAt.epochMilliseconds < outage.startsAt.getTime();
    refuse(
      outage.restoredAt ? formFinding('BY_LEASING_OUTAGE_CLOSED_ALREADY', ['input', 'outageId']) : null,
      before ? formFinding('BY_LEASING_PERIOD_INVALID', ['input', 'restoredAt']) : null,
      isFuture(context, restoredAt) ? formFinding('BY_LEASING_MOMENT_IN_FUTURE', ['input', 'restoredAt']) : null,
      uphold(
        cite('by-leasing/11.5'),
        (origin === 'OUTSIDE') === (cause !== null),
        'BY_LEASING_INCIDENT_CAUSE_REQUIRED',
        { origin },
        { path: ['input', 'cause'] },
      ),
    );
    await context.transaction.query(setRestored, [outage.id, new Date(restoredAt.epochMilliseconds), origin, cause]);
    const outcome = await meetDeadline(context, {
      kind: OUTAGE_RECOVERY,
      subject: { type: 'ByLeasingOutage', id: outage.id },
      at: restoredAt,
    });
    tell(context, outage.id, outage.kind, 'RESTORED');
    return { outageId, findings: outcome === 'LATE' ? [overdue(context)] : [] };
  },
});

function overdue(context: CommandContext): Finding {
  const recovery = rules.read(rulesToday(context), 'outage.recovery');
  const facts = { hours: recovery?.value ?? null };
  return findingOf('BY_LEASING_RECOVERY_OVERDUE', recovery?.citations ?? [], facts, { severity: 'WARNING' });
}

/** The hours have passed and the cabinet did not work again within them: a duty was missed. */
export const outageRecoveryDeadline: DeadlineKind = {
  kind: OUTAGE_RECOVERY,
  plugin: PLUGIN,
  description: { en: 'The cabinet works again', ru: 'Восстановление работоспособности', be: 'Аднаўленне працаздольнасці' },
  clause: 'by-leasing/9.1.4',
  onDue: defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
    name: `job:${OUTAGE_RECOVERY}`,
    emits: MISSED_DUTY_EVENTS,
    async run({ deadlineId }, context) {
      const id = await subjectOfDeadline(context, deadlineId);
      const outage = id ? await locked(context, id) : null;
      if (!outage) return { outcome: 'CANCELLED' };
      await recordMissedDuty(context, {
        clause: 'by-leasing/9.1.4',
        code: 'BY_LEASING_RECOVERY_OVERDUE',
        subject: { type: 'ByLeasingOutage', id: outage.id },
        clientId: null,
        beganAt: outage.startsAt,
      });
      return { outcome: 'MISSED' };
    },
  }),
};

async function locked(context: CommandContext, outageId: string): Promise<OutageRecord> {
  const [outage] = await context.transaction.query(lockOutage, [outageId]);
  if (!outage) throw new Refusal([formFinding('BY_LEASING_OUTAGE_NOT_FOUND', ['input', 'outageId'])]);
  return outage;
}

const isFuture = (context: CommandContext, moment: Temporal.Instant) => Temporal.Instant.compare(moment, context.now) > 0;

function tell(context: CommandContext, id: string, kind: OutageKind, state: 'RECORDED' | 'PUBLISHED' | 'RESTORED'): void {
  context.emit({
    type: 'ByLeasingOutageChanged',
    subject: { type: 'ByLeasingOutage', id },
    plugin: PLUGIN,
    payload: { byLeasingOutageId: id, kind, state },
  });
}
