import { Temporal } from 'temporal-polyfill';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { statement, uuidv7 } from '../../../modules/database';
import { enforce, formFinding } from '../../../modules/rules';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { textFault } from '../sealed-text';
import { ForceMajeureEntity } from './force-majeure.entity';
import { excuseMissedDuty, lockMissedDuty } from './missed-duty';

export interface ForceMajeureResult extends CommandResult {
  readonly forceMajeureId?: string;
  readonly missedDutyId?: string;
}

export interface RecordForceMajeure {
  readonly event: string;
  readonly startedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
}

/** Records an event that nobody answers for. */
export const recordForceMajeure = defineCommand<RecordForceMajeure, ForceMajeureResult>({
  name: 'byLeasingRecordForceMajeure',
  plugin: PLUGIN,
  emits: ['ByLeasingForceMajeureRecorded'],
  async run({ event, startedAt, endedAt }, context) {
    const turned = endedAt && Temporal.Instant.compare(endedAt, startedAt) < 0;
    const future = [startedAt, endedAt].some((moment) => moment && Temporal.Instant.compare(moment, context.now) > 0);
    refuse(
      textFault('event', event),
      turned ? formFinding('BY_LEASING_PERIOD_INVALID', ['input', 'endedAt']) : null,
      future ? formFinding('BY_LEASING_MOMENT_IN_FUTURE', ['input', 'startedAt']) : null,
    );
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(ForceMajeureEntity, {
      lenderId: context.lender.id,
      id,
      event,
      startedAt: new Date(startedAt.epochMilliseconds),
      endedAt: endedAt && new Date(endedAt.epochMilliseconds),
      recordedBy: whoOf(context),
      recordedAt: momentOf(context),
    });
    context.emit({
      type: 'ByLeasingForceMajeureRecorded',
      subject: { type: 'ByLeasingForceMajeure', id },
      plugin: PLUGIN,
      clause: enforce(cite('by-leasing/11.8')),
      payload: { byLeasingForceMajeureId: id },
    });
    return { forceMajeureId: id };
  },
});

const readForceMajeure = statement<{ startedAt: Date; endedAt: Date | null }>(
  'by_leasing_force_majeure',
  'select started_at as "startedAt", ended_at as "endedAt" from by_leasing.force_majeure where id = $1',
);

/** Attaches force majeure to a missed duty, which is excused by that; the event must fall into the time that the duty had. */
export const excuseDuty = defineCommand<{ readonly missedDutyId: string; readonly forceMajeureId: string }, ForceMajeureResult>({
  name: 'byLeasingExcuseDuty',
  plugin: PLUGIN,
  emits: ['ByLeasingDutyExcused'],
  async run({ missedDutyId, forceMajeureId }, context) {
    const [duty] = await context.transaction.query(lockMissedDuty, [missedDutyId]);
    const [event] = await context.transaction.query(readForceMajeure, [forceMajeureId]);
    refuse(
      duty ? null : formFinding('BY_LEASING_MISSED_DUTY_NOT_FOUND', ['input', 'missedDutyId']),
      event ? null : formFinding('BY_LEASING_FORCE_MAJEURE_NOT_FOUND', ['input', 'forceMajeureId']),
    );
    const apart = event!.startedAt > duty!.missedAt || (event!.endedAt !== null && event!.endedAt < duty!.beganAt);
    if (apart) throw new Refusal([formFinding('BY_LEASING_FORCE_MAJEURE_APART', ['input', 'forceMajeureId'])]);
    await context.transaction.query(excuseMissedDuty, [duty!.id, forceMajeureId]);
    context.emit({
      type: 'ByLeasingDutyExcused',
      subject: { type: duty!.subjectType, id: duty!.subjectId },
      ...(duty!.clientId ? { clientId: duty!.clientId } : {}),
      plugin: PLUGIN,
      clause: enforce(cite('by-leasing/11.8')),
      payload: { byLeasingMissedDutyId: duty!.id, byLeasingForceMajeureId: forceMajeureId },
    });
    return { missedDutyId, forceMajeureId };
  },
});
