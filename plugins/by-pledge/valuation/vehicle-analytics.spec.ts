import { type PartnerServer, startPartnerServer } from '../../../test/support/partner-server';
import { trustedCertificate } from '../../../test/support/trusted-certificate';
import { analyticsAdapter, simulatedAnalytics, type VehicleAnalytics } from './port';

const CAR = { id: 'pledge-1-1', vin: '1M8GDM9AXKP042788', name: 'Volkswagen Polo', manufacturedIn: 2017 };

describe('a vehicle analytics module over HTTPS', () => {
  let server: PartnerServer;
  let analytics: VehicleAnalytics;
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    server = await startPartnerServer(await trustedCertificate());
    const settings = { BY_PLEDGE_ANALYTICS_URL: server.url, BY_PLEDGE_ANALYTICS_KEY: server.key };
    analytics = await analyticsAdapter.create({ settings, onStop: (end: () => unknown) => void ends.push(end) } as never);
  });
  afterAll(async () => {
    for (const end of ends) await end();
    await server.close();
  });

  const answer = (part: object = {}) =>
    server.answer(({ body }) => ({ body: { id: body.id, module: 'auto-value', value: '12700.00', report: 'r-17', ...part } }));

  it('is asked of the car alone, once under its id', async () => {
    answer();
    expect(await analytics.value(CAR)).toEqual({ module: 'auto-value', value: '12700.00', report: 'r-17' });
    expect(server.calls.at(-1)).toEqual({
      method: 'POST',
      path: '/v1/valuations',
      idempotencyKey: CAR.id,
      body: { ...CAR, currency: 'BYN' },
    });
  });

  it('may know no such car', async () => {
    server.answer(() => ({ status: 404 }));
    expect(await analytics.value(CAR)).toBeNull();
  });

  it.each([
    ['another car', { id: 'pledge-2-1' }, 'PARTNER_ANSWER_FOREIGN'],
    ['a value as a number', { value: 12_700 }, 'PARTNER_ANSWER_MALFORMED'],
    ['half a kopeck', { value: '12700.005' }, 'PARTNER_ANSWER_MALFORMED'],
    ['no report', { report: undefined }, 'PARTNER_ANSWER_MALFORMED'],
  ])('is not believed with %s', async (_case, part, code) => {
    answer(part);
    await expect(analytics.value(CAR)).rejects.toMatchObject({ code });
  });

  it.each([409, 422, 503])('gave no value with status %i, whatever its answer says', async (status) => {
    server.answer(({ body }) => ({ status, body: { id: body.id, module: 'm', value: '1.00', report: 'r' } }));
    await expect(analytics.value(CAR)).rejects.toMatchObject({ code: `PARTNER_STATUS_${status}` });
  });

  it('is not set up by an address without TLS or by a short secret', () => {
    const create = (settings: Record<string, string>) => () => analyticsAdapter.create({ settings } as never);
    expect(create({ BY_PLEDGE_ANALYTICS_URL: 'http://a.example', BY_PLEDGE_ANALYTICS_KEY: server.key })).toThrow('BY_PLEDGE_ANALYTICS_URL');
    expect(create({ BY_PLEDGE_ANALYTICS_URL: server.url, BY_PLEDGE_ANALYTICS_KEY: 'a:b' })).toThrow('BY_PLEDGE_ANALYTICS_KEY');
  });
});

describe('the simulated module', () => {
  it('values by the year alone, in whole hundreds, and less each year', async () => {
    const values = await Promise.all(
      [2026, 2025, 2017, 1990].map(async (manufacturedIn) => (await simulatedAnalytics().value({ ...CAR, manufacturedIn }))?.value),
    );
    expect(values).toEqual(['40000.00', '35200.00', '12700.00', '400.00']);
  });

  it('knows no car without a year', async () => {
    expect(await simulatedAnalytics().value({ ...CAR, manufacturedIn: null })).toBeNull();
  });
});
