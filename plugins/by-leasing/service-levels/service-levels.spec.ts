import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { toGlobalId } from '../../../schema/base';
import { OUTAGE_RECOVERY, TRACKED_DUTY } from '../ids';
import { CabinetBench, codesOf } from '../test-support/cabinet-bench';
import { availability, downtime } from './availability';
import { excuseDuty, recordForceMajeure } from './force-majeure.commands';
import { closeOutage, publishOutage, type RecordOutage, recordOutage } from './outage.commands';
import { completeDuty, trackDuty } from './tracked-duty.commands';

const at = (text: string) => Temporal.Instant.from(text);
const MISSED = '{ byLeasingMissedDuties { id clause code standing excusedBy subjectId } }';

describe('the cabinet’s service', () => {
  let bench: CabinetBench;
  beforeAll(async () => {
    bench = await CabinetBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    bench.clock.moveTo('2026-06-01T09:00:00Z');
    await bench.sql('delete from by_leasing.missed_duty');
    await bench.sql('delete from by_leasing.outage');
  });

  const outage = (parts: Partial<RecordOutage> = {}) =>
    bench.execute(recordOutage, {
      kind: 'FAULT',
      text: 'Личный кабинет временно не работает.',
      startsAt: at('2026-06-01T08:00:00Z'),
      plannedEndAt: null,
      publish: true,
      ...parts,
    });
  const planned = { kind: 'PLANNED_INTERRUPTION', startsAt: at('2026-06-10T20:00:00Z'), plannedEndAt: at('2026-06-10T22:00:00Z') } as const;
  const missed = async () => (await bench.ask(MISSED, {})).byLeasingMissedDuties;
  const own = { origin: 'OWN' as const, cause: null };

  it('by-leasing/9.1.3 · planned work without a notice on the site is a finding until the notice is published', async () => {
    const { outageId, findings } = await outage({ ...planned, publish: false });
    expect(findings).toMatchObject([{ code: 'BY_LEASING_OUTAGE_NOTICE_MISSING', severity: 'WARNING', clauses: ['by-leasing/9.1.3'] }]);
    const standing = async () => (await bench.ask('{ byLeasingOutages { findings { code } } }', {})).byLeasingOutages[0].findings;
    expect(await standing()).toEqual([{ code: 'BY_LEASING_OUTAGE_NOTICE_MISSING' }]);
    const notices = () => bench.ask('{ byLeasingServiceNotices { kind startsAt plannedEndAt publishedAt } }', {}, bench.nobody);
    expect((await notices()).byLeasingServiceNotices).toEqual([]);
    await bench.done(publishOutage, { outageId: outageId! });
    expect(await standing()).toEqual([]);
    const [notice] = (await notices()).byLeasingServiceNotices;
    expect(notice).toMatchObject({ kind: 'PLANNED_INTERRUPTION', publishedAt: expect.stringMatching(/^2026-06-01T09:00:00/) });
    expect(codesOf(await bench.execute(publishOutage, { outageId: outageId! }))).toEqual(['BY_LEASING_OUTAGE_PUBLISHED_ALREADY']);
  });

  it('by-leasing/9.1.3 · a notice published with the entry leaves nothing to find', async () => {
    expect(codesOf(await outage(planned))).toEqual([]);
  });

  it('by-leasing/9.1.4 · works again within 72 hours, to the second', async () => {
    const { outageId } = await outage();
    bench.clock.moveTo('2026-06-05T09:00:00Z');
    const restoredAt = at('2026-06-04T08:00:00Z');
    expect(codesOf(await bench.execute(closeOutage, { outageId: outageId!, restoredAt, ...own }))).toEqual([]);
    expect(await bench.fire(OUTAGE_RECOVERY, outageId!)).toEqual(['MET']);
    expect(await missed()).toEqual([]);
  });

  it('by-leasing/9.1.4 · open longer is a missed duty, and closing it says so', async () => {
    const { outageId } = await outage();
    bench.clock.moveTo('2026-06-04T08:00:01Z');
    expect(await bench.fire(OUTAGE_RECOVERY, outageId!)).toEqual(['MISSED']);
    expect(await missed()).toMatchObject([
      {
        clause: 'by-leasing/9.1.4',
        code: 'BY_LEASING_RECOVERY_OVERDUE',
        standing: 'MISSED',
        subjectId: toGlobalId('ByLeasingOutage', outageId!),
      },
    ]);
  });

  it('by-leasing/9.1.4 · closed a second too late is told to be late, whenever the clock is looked at', async () => {
    const { outageId } = await outage();
    bench.clock.moveTo('2026-06-04T09:00:00Z');
    const closed = await bench.execute(closeOutage, { outageId: outageId!, restoredAt: at('2026-06-04T08:00:01Z'), ...own });
    expect(closed.findings).toMatchObject([
      { code: 'BY_LEASING_RECOVERY_OVERDUE', severity: 'WARNING', clauses: ['by-leasing/9.1.4'], facts: { hours: 72 } },
    ]);
    expect(await bench.fire(OUTAGE_RECOVERY, outageId!)).toEqual(['MISSED']);
    expect(await missed()).toHaveLength(1);
  });

  it('by-leasing/11.8 · force majeure in the time of a missed duty excuses it, another event does not', async () => {
    const { outageId } = await outage();
    bench.clock.moveTo('2026-06-05T08:00:00Z');
    await bench.fire(OUTAGE_RECOVERY, outageId!);
    const [duty] = await bench.sql<{ id: string }>('select id from by_leasing.missed_duty');
    const flood = (startedAt: string, endedAt: string | null) =>
      bench.done(recordForceMajeure, { event: 'Затопление помещения', startedAt: at(startedAt), endedAt: endedAt ? at(endedAt) : null });
    const before = await flood('2026-05-20T00:00:00Z', '2026-05-31T00:00:00Z');
    const attach = (forceMajeureId: string) => bench.execute(excuseDuty, { missedDutyId: duty!.id, forceMajeureId });
    expect(codesOf(await attach(before.forceMajeureId!))).toEqual(['BY_LEASING_FORCE_MAJEURE_APART']);
    expect(await missed()).toMatchObject([{ standing: 'MISSED' }]);
    const during = await flood('2026-06-02T00:00:00Z', null);
    expect(codesOf(await attach(during.forceMajeureId!))).toEqual([]);
    expect(await missed()).toMatchObject([{ clause: 'by-leasing/9.1.4', standing: 'EXCUSED', excusedBy: 'Затопление помещения' }]);
  });

  it('by-leasing/11.5 · an interruption from outside is closed only with one of the listed causes', async () => {
    const { outageId } = await outage({ text: 'Сбой у оператора связи.' });
    const restoredAt = at('2026-06-01T08:30:00Z');
    const close = (cause: 'THIRD_PARTY_FAILURE' | null) =>
      bench.execute(closeOutage, { outageId: outageId!, restoredAt, origin: 'OUTSIDE', cause });
    expect((await close(null)).findings).toMatchObject([
      { code: 'BY_LEASING_INCIDENT_CAUSE_REQUIRED', clauses: ['by-leasing/11.5'], path: ['input', 'cause'] },
    ]);
    expect(codesOf(await close('THIRD_PARTY_FAILURE'))).toEqual([]);
    expect((await bench.ask('{ byLeasingOutages { origin cause } }', {})).byLeasingOutages).toEqual([
      { origin: 'OUTSIDE', cause: 'THIRD_PARTY_FAILURE' },
    ]);
    expect(codesOf(await close('THIRD_PARTY_FAILURE'))).toEqual(['BY_LEASING_OUTAGE_CLOSED_ALREADY']);
  });

  it('by-leasing/11.2 · is measured: what was interrupted is missing from its availability', async () => {
    const { outageId } = await outage();
    await bench.done(closeOutage, { outageId: outageId!, restoredAt: at('2026-06-01T08:36:00Z'), ...own });
    const source = 'query ($from: DateTime!, $to: DateTime!) { byLeasingAvailability(from: $from, to: $to) { share } }';
    const hour = { from: '2026-06-01T08:00:00Z', to: '2026-06-01T09:00:00Z' };
    expect((await bench.ask(source, hour, bench.nobody)).byLeasingAvailability.share.toString()).toBe('0.4');
    const earlier = { from: '2026-06-01T07:00:00Z', to: '2026-06-01T08:00:00Z' };
    expect((await bench.ask(source, earlier, bench.nobody)).byLeasingAvailability.share.toString()).toBe('1');
    const { errors } = await bench.answer(source, { from: hour.to, to: hour.from }, bench.nobody);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('counts overlapping interruptions once, and no more than there is time', () => {
    const [from, to] = [0, 1_000].map((value) => new Date(value)) as [Date, Date];
    const moment = fc.integer({ min: -500, max: 1_500 });
    const anyOutage = fc.record({ start: moment, length: fc.integer({ min: 0, max: 800 }), open: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyOutage, { maxLength: 8 }), (list) => {
        const outages = list.map(({ start, length, open }) => ({
          startsAt: new Date(start),
          restoredAt: open ? null : new Date(start + length),
        }));
        const reference = Array.from({ length: 1_000 }, (_, t) =>
          outages.some(({ startsAt, restoredAt }) => startsAt.getTime() <= t && t < (restoredAt?.getTime() ?? Number.POSITIVE_INFINITY)),
        ).filter(Boolean).length;
        expect(downtime({ from, to }, outages)).toBe(reference);
        expect(availability({ from, to }, outages).toNumber()).toBe((1_000 - reference) / 1_000);
      }),
    );
  });

  it('refuses an interruption without a text, without an end, or told before it happens', async () => {
    expect(codesOf(await outage({ text: ' ' }))).toEqual(['BY_LEASING_TEXT_REQUIRED']);
    expect(codesOf(await outage({ ...planned, plannedEndAt: null }))).toEqual(['BY_LEASING_PERIOD_INVALID']);
    expect(codesOf(await outage({ ...planned, plannedEndAt: planned.startsAt }))).toEqual(['BY_LEASING_PERIOD_INVALID']);
    expect(codesOf(await outage({ startsAt: at('2026-06-02T00:00:00Z') }))).toEqual(['BY_LEASING_MOMENT_IN_FUTURE']);
    expect(await bench.sql('select 1 from by_leasing.outage')).toEqual([]);
  });

  it('by-leasing/9.1.5 · another duty of the lender is registered with its basis, and missed as the others are', async () => {
    const duty = { title: 'Ответить на запрос регулятора', basis: 'Указ № 148, п. 3', dueAt: at('2026-06-03T00:00:00Z') };
    const done = await bench.done(trackDuty, duty);
    const left = await bench.done(trackDuty, { ...duty, title: 'Представить отчёт' });
    await bench.done(completeDuty, { dutyId: done.dutyId! });
    bench.clock.moveTo('2026-06-03T00:00:01Z');
    expect(await bench.fire(TRACKED_DUTY, done.dutyId!)).toEqual(['MET']);
    expect(await bench.fire(TRACKED_DUTY, left.dutyId!)).toEqual(['MISSED']);
    const { byLeasingTrackedDuties } = await bench.ask('{ byLeasingTrackedDuties { title basis state } }', {});
    expect(byLeasingTrackedDuties).toEqual(
      expect.arrayContaining([
        { title: duty.title, basis: duty.basis, state: 'DONE' },
        { title: 'Представить отчёт', basis: duty.basis, state: 'MISSED' },
      ]),
    );
    expect(await missed()).toMatchObject([{ clause: 'by-leasing/9.1.5', code: 'BY_LEASING_DUTY_MISSED' }]);
    expect(codesOf(await bench.execute(completeDuty, { dutyId: left.dutyId! }))).toEqual(['BY_LEASING_DUTY_NOT_FOUND']);
    expect(codesOf(await bench.execute(trackDuty, duty))).toEqual(['BY_LEASING_PERIOD_INVALID']);
  });
});
