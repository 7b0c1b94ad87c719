import { request } from 'node:http';
import { MovableClock, systemClock } from '../../modules/calendar';
import { type FixtureGateway, startFixtureGateway } from '../../test/support/fixture-gateway';
import { CardSimulator, SandboxInbox, sandboxRoutes } from '.';

describe('the routes of the sandbox', () => {
  let gateway: FixtureGateway;
  const clock = MovableClock.standingAt('2026-03-28T09:00:00Z');
  const done: string[] = [];
  beforeAll(async () => {
    const job = (name: string) => ({ runDueNow: async () => void done.push(`${name} at ${clock.now()}`) });
    const workers = { accrual: job('accrual'), deadlines: job('deadlines'), nudge: () => void done.push('nudge') };
    const parts = { clock, workers, lenders: { byCode: () => null, all: () => [] } } as unknown as Parameters<typeof sandboxRoutes>[2];
    const inbox = new SandboxInbox(systemClock);
    gateway = await startFixtureGateway({ routes: sandboxRoutes(inbox, new CardSimulator(systemClock, inbox), parts, '127.0.0.1') });
  });
  afterAll(() => gateway.close());

  const statusFor = (path: string, host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${gateway.url}${path}`, { headers: { host } }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });

  it('answer this machine', async () => {
    expect(await statusFor('/sandbox/inbox', `127.0.0.1:${gateway.port}`)).toBe(200);
    expect(await statusFor('/sandbox/inbox', 'localhost')).toBe(200);
  });

  it.each(['/sandbox/inbox', '/sandbox/cards', '/sandbox/clock', '/sandbox/tokens?lender=acme'])(
    'do not answer %s to a web page whose name was made to lead here',
    async (path) => {
      for (const host of ['attacker.example', '127.0.0.1.attacker.example:80', 'x@attacker.example']) {
        expect(await statusFor(path, host)).toBe(404);
      }
    },
  );

  const ask = async (body?: string, type = 'application/json') => {
    const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': type }, body };
    const response = await fetch(`${gateway.url}/sandbox/clock`, init);
    return { status: response.status, ...((await response.json()) as { now?: string; error?: string }) };
  };

  it('tell the time, move it forward, and do what became due before they answer', async () => {
    expect(await ask()).toEqual({ status: 200, now: '2026-03-28T09:00:00Z' });
    expect(done).toEqual([]);
    // A day is 24 hours here, also where a zone's clocks change in between.
    expect(await ask('{"by":"P1W2DT3H4M5S"}')).toEqual({ status: 200, now: '2026-04-06T12:04:05Z' });
    expect(done).toEqual(['accrual at 2026-04-06T12:04:05Z', 'deadlines at 2026-04-06T12:04:05Z', 'nudge']);
  });

  it.each([
    '',
    '{}',
    '{"by":15}',
    '{"by":"-P1D"}',
    '{"by":"PT0S"}',
    '{"by":"P1M"}',
    '{"by":"tomorrow"}',
    `{"by":"P1D","x":"${'x'.repeat(60)}"}`,
  ])('leave the clock where it is for %s', async (body) => {
    const { now } = await ask();
    expect(await ask(body)).toEqual({ status: 400, error: expect.stringContaining('P15D') });
    expect((await ask()).now).toBe(now);
  });

  it('take no move that a foreign page’s form could send', async () => {
    expect(await ask('{"by":"P1D"}', 'text/plain')).toMatchObject({ status: 400 });
  });
});
