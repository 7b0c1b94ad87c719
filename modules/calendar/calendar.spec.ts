import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Extensions } from '../../schema/base';
import { type CalendarData, calendarOf, dayOf, firstMomentOf, lastMomentOf, mergeCalendars, WorkingCalendar } from '.';

const day = (text: string) => Temporal.PlainDate.from(text);

// An invented country: 2026 with a bridge day that is worked off on a Saturday, 2027 not yet published.
const data: CalendarData = {
  country: 'ZZ',
  years: {
    '2026': {
      provisional: false,
      weekdaysOff: ['2026-01-01', '2026-05-01', '2026-05-04'],
      weekendsWorked: ['2026-05-09'],
      workingDays: 259,
    },
    '2027': { provisional: true, weekdaysOff: ['2027-01-01'], weekendsWorked: [], workingDays: 260 },
  },
};
const calendar = new WorkingCalendar(data);
const days = fc.integer({ min: 0, max: 480 }).map((n) => day('2026-01-01').add({ days: n }));
const counts = fc.integer({ min: 0, max: 60 });

describe('a working calendar', () => {
  it('knows transferred days', () => {
    expect(
      ['2026-04-30', '2026-05-01', '2026-05-02', '2026-05-04', '2026-05-05', '2026-05-09'].map((text) => calendar.isWorkingDay(day(text))),
    ).toEqual([true, false, false, false, true, true]);
  });

  it('counts from the next day', () => {
    expect(String(calendar.addWorkingDays(day('2026-04-30'), 1))).toBe('2026-05-05');
    expect(String(calendar.addWorkingDays(day('2026-05-02'), 1))).toBe('2026-05-05');
    expect(String(calendar.addWorkingDays(day('2026-05-08'), 1))).toBe('2026-05-09');
    expect(String(calendar.addWorkingDays(day('2026-05-02'), 0))).toBe('2026-05-02');
  });

  it.each([
    ['2026-04-24', { days: 7 }, 'AS_COUNTED', '2026-05-01'],
    ['2026-04-24', { days: 7 }, 'NEXT_WORKING_DAY', '2026-05-05'],
    ['2026-04-24', { days: 6 }, 'NEXT_WORKING_DAY', '2026-04-30'],
    ['2026-01-31', { months: 1 }, 'AS_COUNTED', '2026-02-28'],
    ['2026-01-31', { months: 1 }, 'NEXT_WORKING_DAY', '2026-03-02'],
    ['2026-04-30', { workingDays: 2 }, 'AS_COUNTED', '2026-05-06'],
  ] as const)('from %s a term of %j, %s, ends on %s', (start, term, lastDay, end) => {
    expect(String(calendar.lastDayOf(day(start), term, lastDay))).toBe(end);
  });

  it('does not guess outside the known years', () => {
    expect(calendar.covers(day('2028-01-03'))).toBe(false);
    for (const ask of [
      () => calendar.isWorkingDay(day('2028-01-03')),
      () => calendar.isWorkingDay(day('2025-12-31')),
      () => calendar.addWorkingDays(day('2027-12-30'), 5),
      () => calendar.lastDayOf(day('2027-12-30'), { days: 5 }, 'NEXT_WORKING_DAY'),
      () => calendar.between(day('2025-12-30'), day('2026-01-05')),
    ]) {
      expect(ask).toThrow(expect.objectContaining({ extensions: expect.objectContaining({ code: 'WORKING_DAYS_UNKNOWN' }) }));
    }
    expect(String(calendar.lastDayOf(day('2027-12-30'), { days: 5 }, 'AS_COUNTED'))).toBe('2028-01-04');
  });

  it('tells when an answer rests on a provisional year', () => {
    expect(calendar.provisionalFindings(day('2026-01-01'), day('2026-12-31'))).toEqual([]);
    expect(calendar.provisionalFindings(day('2026-12-30'), day('2027-01-05'))).toEqual([
      { code: 'WORKING_DAYS_PROVISIONAL', severity: 'WARNING', clauses: [], facts: { country: 'ZZ', year: 2027 } },
    ]);
  });

  it.each([-1, 1.5, Number.NaN])('refuses a term of %p days', (n) => {
    expect(() => calendar.addWorkingDays(day('2026-01-05'), n)).toThrow(RangeError);
    expect(() => calendar.lastDayOf(day('2026-01-05'), { days: n }, 'AS_COUNTED')).toThrow(RangeError);
  });

  it('counts back what it has added, ends on working days, and never goes back', () => {
    fc.assert(
      fc.property(days, counts, counts, (start, n, m) => {
        const end = calendar.addWorkingDays(start, n);
        expect(calendar.between(start, end)).toBe(n);
        if (n > 0) expect(calendar.isWorkingDay(end)).toBe(true);
        expect(calendar.addWorkingDays(end, m).equals(calendar.addWorkingDays(start, n + m))).toBe(true);
        if (m > 0) expect(Temporal.PlainDate.compare(calendar.addWorkingDays(start, n + m), end)).toBe(1);
      }),
    );
  });

  it('agrees with a plain list of working days', () => {
    const list: string[] = [];
    for (let at = day('2026-01-01'); at.year < 2028; at = at.add({ days: 1 })) {
      const { weekdaysOff, weekendsWorked } = data.years[at.year]!;
      if (weekendsWorked.includes(String(at)) || (at.dayOfWeek < 6 && !weekdaysOff.includes(String(at)))) list.push(String(at));
    }
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (start, n) => {
        expect(String(calendar.addWorkingDays(start, n))).toBe(list.filter((text) => text > String(start))[n - 1]);
        expect(String(calendar.workingDayFrom(start))).toBe(list.find((text) => text >= String(start)));
      }),
    );
  });
});

describe('calendar data', () => {
  const year = (change: object): CalendarData => ({ country: 'ZZ', years: { '2026': { ...data.years['2026']!, ...change } } });

  it.each([
    [{ weekdaysOff: ['2026-01-01', '2026-05-01', '2026-05-03'] }, /2026-05-03 is no weekday/],
    [{ weekdaysOff: ['2027-01-01', '2026-05-01', '2026-05-04'] }, /2027-01-01 is no weekday of this year/],
    [{ weekendsWorked: ['2026-05-08'] }, /2026-05-08 is no Saturday or Sunday/],
    [{ weekdaysOff: ['2026-01-01', '2026-01-01', '2026-05-04'] }, /stands twice/],
    [{ workingDays: 258 }, /the lists give 259 working days, the published number is 258/],
    [{ weekdaysOff: ['2026-02-30'] }, RangeError],
  ])('that contradicts itself is refused: %j', (change, message) => {
    expect(() => new WorkingCalendar(year(change))).toThrow(message);
  });

  it('of two plugins joins when they agree and names both when they do not', () => {
    const [first, second] = ['2026', '2027'].map((y) => ({ country: 'ZZ', years: { [y]: data.years[y]! } }));
    const merged = mergeCalendars([
      { plugin: 'acme', value: first! },
      { plugin: 'other', value: data },
      { plugin: 'third', value: second! },
    ]);
    expect(merged.get('ZZ')!.covers(day('2027-01-01'))).toBe(true);
    expect(() =>
      mergeCalendars([
        { plugin: 'acme', value: data },
        { plugin: 'other', value: year({ provisional: true }) },
      ]),
    ).toThrow(/acme and other disagree about the working days of ZZ in 2026/);
  });

  it('is found by country; a country that nobody brings answers that it is unknown', () => {
    const extensions: Extensions = { all: () => [{ plugin: 'acme', value: data as never }], of: () => [] };
    expect(calendarOf(extensions, 'ZZ')).toBe(calendarOf(extensions, 'ZZ'));
    expect(calendarOf(extensions, 'ZZ').isWorkingDay(day('2026-05-05'))).toBe(true);
    expect(() => calendarOf(extensions, 'QQ').isWorkingDay(day('2026-05-05'))).toThrow(/not known for QQ/);
  });
});

describe('a legal day', () => {
  it('begins and ends in its zone, also when clocks change', () => {
    expect(String(firstMomentOf(day('2026-03-29'), 'Europe/Paris'))).toBe('2026-03-28T23:00:00Z');
    expect(String(lastMomentOf(day('2026-03-29'), 'Europe/Paris'))).toBe('2026-03-29T21:59:59.999Z');
    // A zone whose midnight is skipped: the day begins at one o'clock.
    expect(String(firstMomentOf(day('2018-11-04'), 'America/Sao_Paulo'))).toBe('2018-11-04T03:00:00Z');
  });

  it('holds its first and last moment, and not the millisecond after', () => {
    const zones = fc.constantFrom('Europe/Paris', 'Asia/Tokyo', 'America/Sao_Paulo', 'Pacific/Apia', 'UTC');
    fc.assert(
      fc.property(days, zones, (date, zone) => {
        const last = lastMomentOf(date, zone);
        expect(dayOf(firstMomentOf(date, zone), zone).equals(date)).toBe(true);
        expect(dayOf(last, zone).equals(date)).toBe(true);
        expect(dayOf(last.add({ milliseconds: 1 }), zone).equals(date.add({ days: 1 }))).toBe(true);
      }),
    );
  });
});
