import type { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { enforce } from '../../../modules/rules';
import { badUserInput, DateTimeScalar, keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { cite } from '../cite';
import { availability } from './availability';
import { excuseDuty, recordForceMajeure } from './force-majeure.commands';
import { missedDutiesByLender } from './missed-duty';
import { closeOutage, noticeFinding, publishOutage, recordOutage } from './outage.commands';
import { outagesByLender, outagesWithin } from './outage.record';
import {
  ByLeasingAvailability,
  ByLeasingCloseOutageInput,
  ByLeasingCompleteDutyInput,
  ByLeasingExcuseDutyInput,
  ByLeasingMissedDuty,
  ByLeasingOutage,
  ByLeasingPublishOutageInput,
  ByLeasingRecordForceMajeureInput,
  ByLeasingRecordOutageInput,
  ByLeasingServiceNotice,
  ByLeasingServicePayload,
  ByLeasingTrackDutyInput,
  ByLeasingTrackedDuty,
} from './service-levels.types';
import { completeDuty, trackDuty, trackedDutiesByLender } from './tracked-duty.commands';

const PERIOD = {
  en: '`to` must lie after `from`.',
  ru: '`to` должно быть позже `from`.',
  be: '`to` павінна быць пазней за `from`.',
};

@Resolver()
export class ServiceLevelResolver {
  @Query(() => [ByLeasingServiceNotice], {
    description: 'Notices on the site of planned work, faults and unavailability, the latest first (перерывы и сбои).',
  })
  @Scoped('public')
  async byLeasingServiceNotices(@Ctx() { lender, loaders }: GraphContext): Promise<ByLeasingServiceNotice[]> {
    if (!lender) return [];
    enforce(cite('by-leasing/9.1.3'));
    const rows = await loaders.list(outagesByLender, lender.id);
    return rows.flatMap(({ id, publishedAt, ...row }) =>
      publishedAt ? [{ ...row, outageId: toGlobalId('ByLeasingOutage', id), publishedAt }] : [],
    );
  }

  @Query(() => ByLeasingAvailability, {
    nullable: true,
    description: 'Which share of a time the cabinet was there: no guarantee is given, it is measured (доступность).',
  })
  @Scoped('public')
  async byLeasingAvailability(
    @Arg('from', () => DateTimeScalar, { description: 'Beginning.' }) from: Temporal.Instant,
    @Arg('to', () => DateTimeScalar, { description: 'End; not after now.' }) to: Temporal.Instant,
    @Ctx() { lender, database, clock }: GraphContext,
  ): Promise<ByLeasingAvailability | null> {
    if (!lender) return null;
    const period = { from: new Date(from.epochMilliseconds), to: new Date(Math.min(to.epochMilliseconds, clock.now().epochMilliseconds)) };
    if (period.to <= period.from) throw badUserInput(PERIOD, {});
    enforce(cite('by-leasing/11.2'));
    const outages = await database.query(outagesWithin, [period.from, period.to]);
    return { ...period, share: availability(period, outages) };
  }

  @Query(() => [ByLeasingOutage], { description: 'Interruptions as the lender keeps them, the latest first.' })
  @Scoped('applications:decide')
  async byLeasingOutages(@Ctx() { lender, loaders }: GraphContext): Promise<ByLeasingOutage[]> {
    const rows = lender ? await loaders.list(outagesByLender, lender.id) : [];
    return rows.map(({ id, ...row }) => {
      const missing = noticeFinding(row);
      return { ...row, id: toGlobalId('ByLeasingOutage', id), findings: missing ? [missing] : [] };
    });
  }

  @Query(() => [ByLeasingMissedDuty], { description: 'Duties that were not done in their time, the latest first.' })
  @Scoped('applications:decide')
  async byLeasingMissedDuties(@Ctx() { lender, loaders }: GraphContext): Promise<ByLeasingMissedDuty[]> {
    const rows = lender ? await loaders.list(missedDutiesByLender, lender.id) : [];
    return rows.map(({ id, subjectType, subjectId, event, forceMajeureId, ...row }) => ({
      ...row,
      id: toGlobalId('ByLeasingMissedDuty', id),
      subjectId: toGlobalId(subjectType, subjectId),
      standing: forceMajeureId ? 'EXCUSED' : 'MISSED',
      excusedBy: event,
    }));
  }

  @Query(() => [ByLeasingTrackedDuty], { description: 'Other duties of the lender that are watched (иные обязанности).' })
  @Scoped('applications:decide')
  async byLeasingTrackedDuties(@Ctx() { lender, loaders }: GraphContext): Promise<ByLeasingTrackedDuty[]> {
    const rows = lender ? await loaders.list(trackedDutiesByLender, lender.id) : [];
    return rows.map(({ id, ...row }) => ({ ...row, id: toGlobalId('ByLeasingTrackedDuty', id) }));
  }

  @Mutation(() => ByLeasingServicePayload, { description: 'Enters an interruption and its notice on the site (перерыв, сбой).' })
  @Scoped('contracts:write')
  async byLeasingRecordOutage(
    @Arg('input', () => ByLeasingRecordOutageInput, { description: 'The interruption.' }) input: ByLeasingRecordOutageInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingServicePayload> {
    const { kind, text, publish, startsAt } = input;
    const command = { kind, text, publish, startsAt, plannedEndAt: input.plannedEndAt ?? null };
    const { outageId, findings } = await context.execute(recordOutage, command, keyOf(input));
    return payload('ByLeasingOutage', outageId, findings);
  }

  @Mutation(() => ByLeasingServicePayload, { description: 'Places the notice of an interruption on the site (публикация уведомления).' })
  @Scoped('contracts:write')
  async byLeasingPublishOutage(
    @Arg('input', () => ByLeasingPublishOutageInput, { description: 'The notice.' }) input: ByLeasingPublishOutageInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingServicePayload> {
    const { outageId, findings } = await context.execute(
      publishOutage,
      { outageId: rowIdOf('ByLeasingOutage', input.outageId) },
      keyOf(input),
    );
    return payload('ByLeasingOutage', outageId, findings);
  }

  @Mutation(() => ByLeasingServicePayload, { description: 'Records that the cabinet works again, and why it did not (восстановление).' })
  @Scoped('contracts:write')
  async byLeasingCloseOutage(
    @Arg('input', () => ByLeasingCloseOutageInput, { description: 'The outcome.' }) input: ByLeasingCloseOutageInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingServicePayload> {
    const { origin, cause } = input;
    const command = { outageId: rowIdOf('ByLeasingOutage', input.outageId), origin, cause: cause ?? null };
    const { outageId, findings } = await context.execute(closeOutage, { ...command, restoredAt: input.restoredAt });
    return payload('ByLeasingOutage', outageId, findings);
  }

  @Mutation(() => ByLeasingServicePayload, { description: 'Records force majeure (непреодолимая сила).' })
  @Scoped('contracts:write')
  async byLeasingRecordForceMajeure(
    @Arg('input', () => ByLeasingRecordForceMajeureInput, { description: 'The event.' }) input: ByLeasingRecordForceMajeureInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingServicePayload> {
    const { event, startedAt, endedAt } = input;
    const command = { event, startedAt, endedAt: endedAt ?? null };
    const { forceMajeureId, findings } = await context.execute(recordForceMajeure, command, keyOf(input));
    return payload('ByLeasingForceMajeure', forceMajeureId, findings);
  }

  @Mutation(() => ByLeasingServicePayload, { description: 'Excuses a missed duty by force majeure (освобождение от ответственности).' })
  @Scoped('contracts:write')
  async byLeasingExcuseDuty(
    @Arg('input', () => ByLeasingExcuseDutyInput, { description: 'Duty and event.' }) input: ByLeasingExcuseDutyInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingServicePayload> {
    const { missedDutyId, findings } = await context.execute(excuseDuty, {
      missedDutyId: rowIdOf('ByLeasingMissedDuty', input.missedDutyId),
      forceMajeureId: rowIdOf('ByLeasingForceMajeure', input.forceMajeureId),
    });
    return payload('ByLeasingMissedDuty', missedDutyId, findings);
  }

  @Mutation(() => ByLeasingServicePayload, { description: 'Registers another duty of the lender to be watched (иная обязанность).' })
  @Scoped('contracts:write')
  async byLeasingTrackDuty(
    @Arg('input', () => ByLeasingTrackDutyInput, { description: 'The duty.' }) input: ByLeasingTrackDutyInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingServicePayload> {
    const { title, basis, dueAt } = input;
    const { dutyId, findings } = await context.execute(trackDuty, { title, basis, dueAt }, keyOf(input));
    return payload('ByLeasingTrackedDuty', dutyId, findings);
  }

  @Mutation(() => ByLeasingServicePayload, { description: 'Records that a registered duty was done.' })
  @Scoped('contracts:write')
  async byLeasingCompleteDuty(
    @Arg('input', () => ByLeasingCompleteDutyInput, { description: 'The duty.' }) input: ByLeasingCompleteDutyInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingServicePayload> {
    const { dutyId, findings } = await context.execute(
      completeDuty,
      { dutyId: rowIdOf('ByLeasingTrackedDuty', input.dutyId) },
      keyOf(input),
    );
    return payload('ByLeasingTrackedDuty', dutyId, findings);
  }
}

const payload = (type: string, id: string | undefined, findings: ByLeasingServicePayload['findings'] = []): ByLeasingServicePayload => ({
  id: id ? toGlobalId(type, id) : null,
  findings,
});
