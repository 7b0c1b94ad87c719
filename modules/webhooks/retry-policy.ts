import { Temporal } from 'temporal-polyfill';

const FIRST_PAUSE_SECONDS = 5;
const GROWTH = 2;
const LONGEST_PAUSE_SECONDS = 8 * 3_600;
const JITTER = 0.2;
/** The longest pause that an endpoint may ask for by `Retry-After`. */
const LONGEST_RETRY_AFTER_SECONDS = 24 * 3_600;
const DAYS_OF_TRYING = 3;
const DAYS_OF_FAILING = 5;
const DAY_HOURS = 24;

export interface FailedAttempt {
  readonly firstAttemptAt: Temporal.Instant;
  readonly now: Temporal.Instant;
  /** What the endpoint asked for; null when it asked for nothing. */
  readonly retryAfterSeconds: number | null;
  /** From 0 to 1. */
  readonly random: number;
}

/**
 * When a delivery is tried again; null: three days are over. The pause is twice the time that passed since the first attempt,
 * so that each is about three times the last, up to eight hours, give or take a fifth; the last attempt falls on the end of the third day.
 */
export function nextAttempt({ firstAttemptAt, now, retryAfterSeconds, random }: FailedAttempt): Temporal.Instant | null {
  const end = firstAttemptAt.add({ hours: DAYS_OF_TRYING * DAY_HOURS });
  if (Temporal.Instant.compare(now, end) >= 0) return null;
  const elapsed = (now.epochMilliseconds - firstAttemptAt.epochMilliseconds) / 1_000;
  const grown = Math.min(Math.max(FIRST_PAUSE_SECONDS, elapsed * GROWTH), LONGEST_PAUSE_SECONDS);
  const asked = Math.min(retryAfterSeconds ?? 0, LONGEST_RETRY_AFTER_SECONDS);
  const pause = Math.max(grown * (1 - JITTER + 2 * JITTER * random), asked);
  const next = now.add({ milliseconds: Math.round(pause * 1_000) });
  return Temporal.Instant.compare(next, end) > 0 ? end : next;
}

/** Whether an endpoint has failed for so long, without one success, that nothing more is sent to it. */
export function hasFailedTooLong(failingSince: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(failingSince.add({ hours: DAYS_OF_FAILING * DAY_HOURS }), now) <= 0;
}

/** Seconds that a `Retry-After` header asks for, RFC 9110 §10.2.3: a number, or a date by the machine's clock; null for neither. */
export function readRetryAfter(header: string | undefined, machineNow: number): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? null : Math.max(0, Math.ceil((moment - machineNow) / 1_000));
}
