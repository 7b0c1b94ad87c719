import { Temporal } from 'temporal-polyfill';
import { WorkingCalendar } from '../../../modules/calendar';
import { workingDaysBy } from '.';

const calendar = new WorkingCalendar(workingDaysBy);
const day = (text: string) => Temporal.PlainDate.from(text);

describe('Belarusian working days', () => {
  it.each([
    ['2024-05-18', true],
    ['2024-05-13', false],
    ['2025-01-06', false],
    ['2025-01-11', true],
    ['2026-01-02', false],
    ['2026-04-21', false],
    ['2026-04-25', true],
    // A holiday on a weekend is not moved.
    ['2026-03-09', true],
  ])('%s: working %p', (text, working) => {
    expect(calendar.isWorkingDay(day(text))).toBe(working);
  });

  it('run from the next day over a worked Saturday', () => {
    expect(String(calendar.addWorkingDays(day('2026-04-17'), 4))).toBe('2026-04-25');
    expect(String(calendar.addWorkingDays(day('2026-04-17'), 5))).toBe('2026-04-27');
  });

  it('of 2027 are provisional, of 2028 unknown', () => {
    expect(calendar.provisionalFindings(day('2026-12-30'), day('2027-01-12'))).toHaveLength(1);
    expect(calendar.covers(day('2028-01-10'))).toBe(false);
  });
});
