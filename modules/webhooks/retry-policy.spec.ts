import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { hasFailedTooLong, nextAttempt, readRetryAfter } from './retry-policy';

const START = Temporal.Instant.from('2026-03-31T09:00:00Z');
const end = START.add({ hours: 72 });

/** All attempts of a delivery that never succeeds. */
function attempts(random: () => number, retryAfterSeconds: number | null = null): Temporal.Instant[] {
  const moments = [START];
  for (;;) {
    const next = nextAttempt({ firstAttemptAt: START, now: moments.at(-1)!, retryAfterSeconds, random: random() });
    if (!next) return moments;
    moments.push(next);
  }
}
const pausesOf = (moments: Temporal.Instant[]) =>
  moments.slice(1).map((moment, index) => (moment.epochMilliseconds - moments[index]!.epochMilliseconds) / 1_000);

describe('the pauses between attempts', () => {
  it('grow from five seconds to eight hours, and end with the third day', () => {
    const moments = attempts(() => 0.5);
    expect(pausesOf(moments).slice(0, 9)).toEqual([5, 10, 30, 90, 270, 810, 2_430, 7_290, 21_870]);
    expect(
      pausesOf(moments)
        .slice(9, -1)
        .every((pause) => pause === 28_800),
    ).toBe(true);
    expect(moments.at(-1)!.equals(end)).toBe(true);
    expect(moments).toHaveLength(18);
  });

  it('always end on the third day’s end, never come sooner than four seconds, whatever chance and endpoints say', () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        fc.option(fc.integer({ min: 0, max: 10 ** 9 })),
        (chances, asked) => {
          const moments = attempts(() => chances.next().value!, asked);
          expect(moments.at(-1)!.equals(end)).toBe(true);
          expect(
            pausesOf(moments)
              .slice(0, -1)
              .every((pause) => pause >= Math.max(4, Math.min(asked ?? 0, 86_400))),
          ).toBe(true);
          expect(moments.length).toBeLessThan(40);
        },
      ),
    );
  });

  it('differ by chance', () => {
    expect(
      [0, 0.5, 1].map((random) => nextAttempt({ firstAttemptAt: START, now: START, retryAfterSeconds: null, random })!.epochMilliseconds),
    ).toEqual([4_000, 5_000, 6_000].map((wait) => START.epochMilliseconds + wait));
  });

  it('are at least as long as the endpoint asks for, up to a day', () => {
    const ask = (retryAfterSeconds: number) => nextAttempt({ firstAttemptAt: START, now: START, retryAfterSeconds, random: 0.5 })!;
    expect(ask(1).since(START).total('seconds')).toBe(5);
    expect(ask(120).since(START).total('seconds')).toBe(120);
    expect(
      ask(10 ** 9)
        .since(START)
        .total('hours'),
    ).toBe(24);
  });
});

it('an endpoint has failed too long after five days', () => {
  expect(hasFailedTooLong(START, START.add({ hours: 120 }).subtract({ milliseconds: 1 }))).toBe(false);
  expect(hasFailedTooLong(START, START.add({ hours: 120 }))).toBe(true);
});

it.each([
  ['120', 120],
  ['0', 0],
  ['Tue, 31 Mar 2026 09:02:00 GMT', 120],
  ['Tue, 31 Mar 2026 08:00:00 GMT', 0],
  ['soon', null],
  [undefined, null],
])('Retry-After %p asks for %p seconds', (header, seconds) => {
  expect(readRetryAfter(header, START.epochMilliseconds)).toBe(seconds);
});
