import { Temporal } from 'temporal-polyfill';

/** The only source of the present moment in rules, commands and jobs; tests and the sandbox move it. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = Object.freeze({ now: () => Temporal.Now.instant() });

/** The calendar day that it is in a zone (IANA name). */
export function today(clock: Clock, zone: string): Temporal.PlainDate {
  return clock.now().toZonedDateTimeISO(zone).toPlainDate();
}

/** A clock that stands until it is moved forward, or runs with an offset from the system's. */
export class MovableClock implements Clock {
  private constructor(
    private base: Temporal.Instant | null,
    private offset: Temporal.Duration,
  ) {}

  static standingAt(instant: string | Temporal.Instant): MovableClock {
    return new MovableClock(Temporal.Instant.from(instant), new Temporal.Duration());
  }

  static running(): MovableClock {
    return new MovableClock(null, new Temporal.Duration());
  }

  now(): Temporal.Instant {
    return (this.base ?? Temporal.Now.instant()).add(this.offset);
  }

  /** Moves by hours, minutes, seconds (`{ hours: 24 }`). */
  advance(by: Temporal.DurationLike): void {
    this.offset = this.offset.add(by);
  }

  moveTo(instant: string | Temporal.Instant): void {
    this.offset = this.offset.add(this.now().until(Temporal.Instant.from(instant)));
  }
}
