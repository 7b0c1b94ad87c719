import { Decimal } from '../../../schema/base';

interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** How long the cabinet was not there within a period: overlapping interruptions count once. Milliseconds. */
export function downtime(
  { from, to }: Period,
  outages: ReadonlyArray<{ readonly startsAt: Date; readonly restoredAt: Date | null }>,
): number {
  let down = 0;
  let reached = from.getTime();
  for (const { startsAt, restoredAt } of [...outages].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const start = Math.max(reached, startsAt.getTime());
    const end = Math.min(to.getTime(), restoredAt?.getTime() ?? to.getTime());
    if (end <= start) continue;
    down += end - start;
    reached = end;
  }
  return down;
}

const PLACES = 6;

/** The share of a period in which the cabinet was there, from 0 to 1, rounded down. */
export function availability(period: Period, outages: Parameters<typeof downtime>[1]): Decimal {
  const length = period.to.getTime() - period.from.getTime();
  return new Decimal(length - downtime(period, outages)).div(length).toDecimalPlaces(PLACES, Decimal.ROUND_DOWN);
}
