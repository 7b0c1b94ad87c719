import { createPartnerClient, type PartnerClient, readPartnerSettings } from '../../../modules/partner-calls';
import { type PartnerServer, type ReceivedCall, type Reply, startPartnerServer } from '../../../test/support/partner-server';
import { trustedCertificate } from '../../../test/support/trusted-certificate';
import { cardGateway } from './card-partner';
import { transferGateway } from './transfer-partner';
import { voiceSender } from './voice-gateway';

const ORDER = { id: 'order-1', amount: '1500.00', currency: 'XTS', method: 'CARD', destination: 'token-1' };
const CHARGE = { id: 'charge-1', token: 'token-1', amount: '1.37', currency: 'XTS', description: 'Check of the card' };
const REFUND = { id: 'refund-1', chargeId: 'charge-1', amount: '1.37', currency: 'XTS' };
const AT = '2024-03-02T09:00:00Z';

const settled = ({ body: { id, amount, currency } }: ReceivedCall): Reply => ({
  body: { id, state: 'SETTLED', amount, currency, partner: 'acme-pay', operationId: 'op-1', at: AT },
});

describe('partners over HTTPS', () => {
  let server: PartnerServer;
  let client: PartnerClient;
  beforeAll(async () => {
    server = await startPartnerServer(await trustedCertificate());
    const settings = readPartnerSettings({ PAY_URL: server.url, PAY_KEY: server.key }, 'PAY');
    client = createPartnerClient({ partner: 'test', ...settings, timeoutMilliseconds: 300 });
  });
  afterAll(async () => {
    client.close();
    await server.close();
  });

  describe.each([
    ['a transfer', '/v1/transfers', ORDER, () => transferGateway(client).transfer(ORDER)],
    ['a charge', '/v1/charges', CHARGE, () => cardGateway(client).charge(CHARGE)],
    ['a refund', '/v1/refunds', REFUND, () => cardGateway(client).refund(REFUND)],
  ] as const)('%s', (_name, path, order, ask) => {
    it('is ordered under its id and settled by the partner’s word', async () => {
      server.answer(settled);
      expect(await ask()).toEqual({ state: 'SETTLED', partner: 'acme-pay', partnerOperationId: 'op-1', at: new Date(AT) });
      expect(server.calls.at(-1)).toEqual({ method: 'POST', path, idempotencyKey: order.id, body: order });
    });

    it('stays open until the partner knows, asked for under the same key', async () => {
      let asked = 0;
      server.answer((call) => (++asked < 3 ? { status: 202, body: { id: order.id, state: 'PENDING' } } : settled(call)));
      const states = [(await ask()).state, (await ask()).state, (await ask()).state];
      expect(states).toEqual(['PENDING', 'PENDING', 'SETTLED']);
      expect(new Set(server.calls.slice(-3).map(({ idempotencyKey }) => idempotencyKey))).toEqual(new Set([order.id]));
    });

    it('fails by the partner’s word only', async () => {
      server.answer(() => ({ status: 422, body: { id: order.id, state: 'FAILED', partner: 'acme-pay', reason: 'NO_FUNDS' } }));
      expect(await ask()).toEqual({ state: 'FAILED', partner: 'acme-pay', reason: 'NO_FUNDS' });
    });

    it('moves money once where the answer was lost', async () => {
      const moved = new Set<string>();
      let lost = true;
      server.answer((call) => {
        moved.add(call.idempotencyKey);
        if (!lost) return settled(call);
        lost = false;
        return 'NEVER';
      });
      expect(await ask()).toEqual({ state: 'PENDING' });
      expect(await ask()).toMatchObject({ state: 'SETTLED' });
      expect([...moved]).toEqual([order.id]);
    });

    it.each([
      ['silence', 'NEVER'],
      ['a broken connection', 'HANG_UP'],
      ['500', { status: 500 }],
      ['503', { status: 503 }],
      ['429', { status: 429 }],
    ] as const)('is open, and not failed, after %s', async (_case, reply) => {
      server.answer(() => reply);
      expect(await ask()).toEqual({ state: 'PENDING' });
    });

    it.each([
      ['another order', { id: 'other' }, 'PARTNER_ANSWER_FOREIGN'],
      ['another sum', { amount: '9.99' }, 'PARTNER_ANSWER_FOREIGN'],
      ['another currency', { currency: 'EUR' }, 'PARTNER_ANSWER_FOREIGN'],
      ['no state', { state: 'DONE' }, 'PARTNER_ANSWER_MALFORMED'],
      ['no operation', { operationId: null }, 'PARTNER_ANSWER_MALFORMED'],
      ['no moment', { at: 'today' }, 'PARTNER_ANSWER_MALFORMED'],
      ['a moment to come', { at: '2999-01-01T00:00:00Z' }, 'PARTNER_ANSWER_MALFORMED'],
      ['a sum as a number', { amount: 1.37 }, 'PARTNER_ANSWER_MALFORMED'],
      ['a reason in words', { state: 'FAILED', reason: 'card 4111111111111111 refused' }, 'PARTNER_ANSWER_MALFORMED'],
    ])('is neither settled nor failed by an answer with %s', async (_case, part, code) => {
      server.answer((call) => {
        const reply = settled(call) as { body: object };
        return { body: { ...reply.body, ...part } };
      });
      await expect(ask()).rejects.toMatchObject({ code });
    });

    it.each([401, 403, 400])('is neither settled nor failed by status %i', async (status) => {
      server.answer(() => ({ status, body: { state: 'FAILED' } }));
      await expect(ask()).rejects.toMatchObject({ code: `PARTNER_STATUS_${status}` });
    });
  });

  describe('a card', () => {
    const card = { token: 'token-1', last4: '4242', expires: '2029-05', holder: 'A HOLDER', scheme: 'VISA' };

    it('is entered at the partner and known to us by token, last digits and month', async () => {
      server.answer(() => ({ status: 201, body: { url: 'https://pay.example/form/f-1', reference: 'f-1' } }));
      expect(await cardGateway(client).beginTokenisation('client-1', 'https://acme.example/back')).toEqual({
        url: 'https://pay.example/form/f-1',
        reference: 'f-1',
      });
      expect(server.calls.at(-1)?.body).toEqual({ holder: 'client-1', returnUrl: 'https://acme.example/back' });
      server.answer(() => ({ body: { reference: 'f-1', state: 'PENDING' } }));
      expect(await cardGateway(client).card('f-1')).toEqual({ state: 'PENDING' });
      server.answer(() => ({ body: { reference: 'f-1', state: 'READY', ...card, number: 'ignored' } }));
      expect(await cardGateway(client).card('f-1')).toEqual({ state: 'READY', card });
      server.answer(() => ({ body: { reference: 'f-1', state: 'FAILED', reason: 'ABANDONED' } }));
      expect(await cardGateway(client).card('f-1')).toEqual({ state: 'FAILED', reason: 'ABANDONED' });
      expect(server.calls.at(-1)?.path).toBe('/v1/forms/f-1');
    });

    it('has a form of its own at each beginning', async () => {
      server.answer(() => ({ status: 201, body: { url: 'https://pay.example/form/f-1', reference: 'f-1' } }));
      await cardGateway(client).beginTokenisation('client-1');
      await cardGateway(client).beginTokenisation('client-1');
      const [one, two] = server.calls.slice(-2);
      expect(one?.idempotencyKey).not.toBe(two?.idempotencyKey);
    });

    it.each([
      ['its number for a token', { token: '4111111111111111' }],
      ['its number within a token', { token: 'card:4111111111111111' }],
      ['more than four digits', { last4: '14242' }],
      ['a month that is none', { expires: '2029-13' }],
      ['digits in the holder’s name', { holder: '4111 1111 1111 1111' }],
    ])('is not taken with %s', async (_case, part) => {
      server.answer(() => ({ body: { reference: 'f-1', state: 'READY', ...card, ...part } }));
      await expect(cardGateway(client).card('f-1')).rejects.toMatchObject({ code: 'PARTNER_ANSWER_MALFORMED' });
    });

    it.each(['http://pay.example/form', 'javascript:alert(1)'])('is not entered at %s', async (url) => {
      server.answer(() => ({ body: { url, reference: 'f-1' } }));
      await expect(cardGateway(client).beginTokenisation('client-1')).rejects.toMatchObject({ code: 'PARTNER_ANSWER_MALFORMED' });
    });
  });

  describe('a call that reads a text out', () => {
    const message = { id: 'call-1', to: '+33612345678', text: 'Код: 1 2 3' };

    it('is ordered under its id', async () => {
      server.answer(() => ({ status: 202, body: { id: 'call-1', state: 'ACCEPTED' } }));
      await voiceSender(client).send(message);
      expect(server.calls.at(-1)).toEqual({ method: 'POST', path: '/v1/calls', idempotencyKey: 'call-1', body: message });
    });

    it('is given up when the gateway will never make it', async () => {
      server.answer(() => ({ status: 422, body: { reason: 'NUMBER_BARRED' } }));
      await expect(voiceSender(client).send(message)).rejects.toMatchObject({ name: 'MessageRefused', code: 'NUMBER_BARRED' });
    });

    it.each([
      [{ status: 503 }, 'PARTNER_STATUS_503'],
      [{ status: 200, body: { id: 'call-1' } }, 'PARTNER_ANSWER_MALFORMED'],
      ['NEVER' as const, 'PARTNER_TIMEOUT'],
    ])('is asked for again after %j', async (reply, code) => {
      server.answer(() => reply);
      await expect(voiceSender(client).send(message)).rejects.toMatchObject({ name: 'PartnerCallError', code });
    });
  });
});
