import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { trustedCertificate } from '../../../test/support/trusted-certificate';
import { type NationalBankRates, ratesAdapter, ratesSimulator } from './rates';

const DAY = '2026-06-01';
const USD = { Cur_ID: 431, Date: `${DAY}T00:00:00`, Cur_Abbreviation: 'USD', Cur_Scale: 1, Cur_Name: 'Доллар США' };
const text = (rate: string, part: object = {}) => JSON.stringify({ ...USD, ...part }).replace(/}$/, `,"Cur_OfficialRate":${rate}}`);

describe('the National Bank’s rates over HTTPS', () => {
  let server: Server;
  let rates: NationalBankRates;
  const asked: string[] = [];
  let reply: { status?: number; body: string; location?: string } = { body: '' };
  beforeAll(async () => {
    server = createServer(await trustedCertificate(), (request, response) => {
      asked.push(request.url ?? '');
      const { status = 200, body, location } = reply;
      response.writeHead(status, { 'content-type': 'application/json', ...(location ? { location } : {}) }).end(body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `https://localhost:${(server.address() as AddressInfo).port}/bank`;
    rates = await ratesAdapter.create({ settings: { BY_PLEDGE_NBRB_URL: url } } as never);
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  it('are asked by currency and day; the rate is taken digit by digit', async () => {
    reply = { body: text('3.2450') };
    expect(await rates.rateOn('USD', DAY)).toEqual({ scale: 1, rate: '3.2450' });
    expect(asked.at(-1)).toBe(`/bank/exrates/rates/USD?parammode=2&ondate=${DAY}`);
    reply = { body: text('4.48', { Cur_Abbreviation: 'CNY', Cur_Scale: 10 }) };
    expect(await rates.rateOn('CNY', DAY)).toEqual({ scale: 10, rate: '4.48' });
  });

  it('may not be set for a currency', async () => {
    reply = { status: 404, body: '' };
    expect(await rates.rateOn('XTS', DAY)).toBeNull();
  });

  it.each([
    ['another currency', text('3.2450', { Cur_Abbreviation: 'EUR' })],
    ['another day', text('3.2450', { Date: '2026-05-31T00:00:00' })],
    ['no scale', text('3.2450', { Cur_Scale: 0 })],
    ['a rate in words', text('"3.2450"')],
    ['a rate below zero', text('-3.2450')],
  ])('are not believed with %s', async (_case, body) => {
    reply = { body };
    await expect(rates.rateOn('USD', DAY)).rejects.toThrow('not as agreed');
  });

  it('are not taken from elsewhere, nor after a failure', async () => {
    reply = { status: 302, body: '', location: '/elsewhere' };
    await expect(rates.rateOn('USD', DAY)).rejects.toThrow();
    expect(asked.at(-1)).not.toBe('/elsewhere');
    reply = { status: 500, body: text('3.2450') };
    await expect(rates.rateOn('USD', DAY)).rejects.toThrow('500');
  });

  it.each(['http://api.example', 'https://user:secret@api.example', ''])('are not set up by %j', (url) => {
    expect(() => ratesAdapter.create({ settings: { BY_PLEDGE_NBRB_URL: url } } as never)).toThrow('BY_PLEDGE_NBRB_URL');
  });
});

it('the recorded table knows few currencies, whatever the day', async () => {
  const recorded = await ratesSimulator.create({} as never);
  expect([await recorded.rateOn('USD', DAY), await recorded.rateOn('USD', '2027-01-01')]).toEqual([
    { scale: 1, rate: '3.2450' },
    { scale: 1, rate: '3.2450' },
  ]);
  expect(await recorded.rateOn('XTS', DAY)).toBeNull();
});
