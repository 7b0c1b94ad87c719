import { request } from 'node:http';
import { systemClock } from '../../modules/calendar';
import { type FixtureGateway, startFixtureGateway } from '../../test/support/fixture-gateway';
import { CardSimulator, SandboxInbox, sandboxRoutes } from '.';

describe('the routes of the sandbox', () => {
  let gateway: FixtureGateway;
  beforeAll(async () => {
    const parts = { lenders: { byCode: () => null, all: () => [] } } as unknown as Parameters<typeof sandboxRoutes>[2];
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

  it.each(['/sandbox/inbox', '/sandbox/cards', '/sandbox/tokens?lender=acme'])(
    'do not answer %s to a web page whose name was made to lead here',
    async (path) => {
      for (const host of ['attacker.example', '127.0.0.1.attacker.example:80', 'x@attacker.example']) {
        expect(await statusFor(path, host)).toBe(404);
      }
    },
  );
});
