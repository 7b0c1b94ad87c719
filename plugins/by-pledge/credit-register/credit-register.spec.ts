import { type PartnerServer, startPartnerServer } from '../../../test/support/partner-server';
import { trustedCertificate } from '../../../test/support/trusted-certificate';
import { PledgeBench } from '../test-support/pledge-bench';
import { type CreditRegister, creditRegisterAdapter, creditRegisterJob, creditRegisterPort, creditRegisterSimulator } from './port';

const REPORT = { id: '0199f0a0-0000-7000-8000-000000000001', payload: { occasion: 'CONCLUDED' }, sha256: 'ab'.repeat(32) };

describe('the Credit Register over HTTPS', () => {
  let server: PartnerServer;
  let register: CreditRegister;
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    server = await startPartnerServer(await trustedCertificate());
    const settings = { BY_PLEDGE_CREDIT_REGISTER_URL: server.url, BY_PLEDGE_CREDIT_REGISTER_KEY: server.key };
    register = await creditRegisterAdapter.create({ settings, onStop: (end: () => unknown) => void ends.push(end) } as never);
  });
  afterAll(async () => {
    for (const end of ends) await end();
    await server.close();
  });

  const accepts = (status = 201) => server.answer(({ body }) => ({ status, body: { id: body.id, number: 'KR-1' } }));

  it.each([201, 409])('is told once under the report’s id; status %i answers its number', async (status) => {
    accepts(status);
    expect(await register.send(REPORT)).toBe('KR-1');
    expect(server.calls.at(-1)).toEqual({ method: 'POST', path: '/v1/reports', idempotencyKey: REPORT.id, body: REPORT });
  });

  it.each([
    [{ status: 422, body: { id: REPORT.id, number: 'KR-1' } }, 'PARTNER_STATUS_422'],
    [{ status: 404, body: { id: REPORT.id, number: 'KR-1' } }, 'PARTNER_STATUS_404'],
    [{ status: 503 }, 'PARTNER_STATUS_503'],
    [{ body: { id: REPORT.id } }, 'PARTNER_ANSWER_MALFORMED'],
    [{ body: { id: 'other', number: 'KR-1' } }, 'PARTNER_ANSWER_FOREIGN'],
  ])('has not received a report after %j', async (reply, code) => {
    server.answer(() => reply);
    await expect(register.send(REPORT)).rejects.toMatchObject({ code });
  });

  it('is told of a pledge again until it answers, under the same id, and then no more', async () => {
    const bench = await PledgeBench.open();
    try {
      bench.bind(creditRegisterPort, register);
      const { pledgeId } = await bench.running();
      const states = async () =>
        (await bench.sql<{ state: string }>('select state from by_pledge.credit_report where pledge_id = $1', [pledgeId])).map(
          ({ state }) => state,
        );
      const first = server.calls.length;
      server.answer(() => ({ status: 503 }));
      await expect(creditRegisterJob.run(bench.jobContext)).rejects.toMatchObject({ code: 'PARTNER_STATUS_503' });
      expect(await states()).toEqual(['WAITING']);
      accepts();
      // The lease of the attempt that failed still stands.
      await creditRegisterJob.run(bench.jobContext);
      expect(await states()).toEqual(['WAITING']);
      bench.clock.advance({ minutes: 2 });
      await creditRegisterJob.run(bench.jobContext);
      await creditRegisterJob.run(bench.jobContext);
      expect(await states()).toEqual(['SENT']);
      const sent = server.calls.slice(first);
      expect([sent.length, new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size]).toEqual([2, 1]);
      expect(JSON.stringify(sent)).not.toContain('Примеров');
    } finally {
      await bench.close();
    }
  });
});

it('the simulated register gives the same report the same number', async () => {
  const simulated = await creditRegisterSimulator.create({} as never);
  expect([await simulated.send(REPORT), await simulated.send(REPORT)]).toEqual(['CR-000000000001', 'CR-000000000001']);
});
