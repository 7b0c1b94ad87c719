import { Temporal } from 'temporal-polyfill';
import { WorkingCalendar } from '../../../modules/calendar';
import { workingDaysRu } from '.';

const calendar = new WorkingCalendar(workingDaysRu);
const day = (text: string) => Temporal.PlainDate.from(text);

describe('Russian working days', () => {
  it.each([
    ['2022-03-05', true],
    ['2024-04-29', false],
    ['2024-12-28', true],
    ['2025-11-01', true],
    ['2026-01-09', false],
    ['2026-03-09', false],
    ['2026-12-31', false],
  ])('%s: working %p', (text, working) => {
    expect(calendar.isWorkingDay(day(text))).toBe(working);
  });

  it('run from the next day over the New Year holidays', () => {
    expect(String(calendar.addWorkingDays(day('2025-12-30'), 3))).toBe('2026-01-14');
    expect(String(calendar.lastDayOf(day('2026-04-30'), { days: 1 }, 'NEXT_WORKING_DAY'))).toBe('2026-05-04');
  });

  it('of 2027 are provisional, of 2028 unknown', () => {
    expect(calendar.provisionalFindings(day('2026-12-30'), day('2027-01-12'))).toHaveLength(1);
    expect(calendar.covers(day('2028-01-10'))).toBe(false);
  });
});
