import type { IncomingMessage, ServerResponse } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { type Clock, MovableClock } from '../../modules/calendar';
import type { Workers } from '../runtime/workers';
import { readShort } from './read-short';

const HOURS_OF_DAY = 24;

type Late = Pick<Workers, 'nudge'> & { readonly [Job in 'deadlines' | 'accrual']: Pick<Workers[Job], 'runDueNow'> };

/**
 * The sandbox's clock: GET answers `{"now"}`, POST of `{"by": "P15D"}` (ISO 8601, weeks to seconds) moves it forward. What has become due
 * by that (deadlines, interest, penalties) is done before the answer comes. Only JSON is taken: a foreign web page cannot send that.
 */
export async function handleClock(clock: Clock, workers: Late, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    const refusal = await move(clock, request);
    if (refusal) return answer(response, 400, { error: refusal });
    await workers.accrual.runDueNow();
    await workers.deadlines.runDueNow();
    workers.nudge();
  }
  answer(response, 200, { now: clock.now().toString() });
}

async function move(clock: Clock, request: IncomingMessage): Promise<string | null> {
  if (!(clock instanceof MovableClock)) return 'This clock cannot be moved.';
  if (!request.headers['content-type']?.startsWith('application/json')) return 'Send application/json.';
  const by = forward(await readShort(request));
  if (!by) return 'Send {"by": "P15D"}: how far to go forward, ISO 8601, in weeks, days, hours, minutes and seconds.';
  clock.advance(by);
  return null;
}

/** `null` for what is no duration, does not go forward, or has months, which are not equally long. */
function forward(text: string): Temporal.Duration | null {
  try {
    const { by } = JSON.parse(text) as { by: string };
    const { years, months, weeks, days, hours, minutes, seconds, sign } = Temporal.Duration.from(by);
    if (sign <= 0 || years !== 0 || months !== 0) return null;
    return Temporal.Duration.from({ hours: (weeks * 7 + days) * HOURS_OF_DAY + hours, minutes, seconds });
  } catch {
    return null;
  }
}

function answer(response: ServerResponse, status: number, body: Readonly<Record<string, string>>): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}
