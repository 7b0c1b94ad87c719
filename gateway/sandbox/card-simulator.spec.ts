import { MovableClock } from '../../modules/calendar';
import type { CardFormOutcome } from '../../modules/payments';
import { type FixtureGateway, startFixtureGateway } from '../../test/support/fixture-gateway';
import { CARD_ENDINGS, CardSimulator, SandboxInbox, sandboxRoutes } from '.';

describe('the card partner of the sandbox', () => {
  const clock = MovableClock.standingAt('2026-03-02T09:00:00Z');
  const inbox = new SandboxInbox(clock);
  const cards = new CardSimulator(clock, inbox);
  let gateway: FixtureGateway;
  beforeAll(async () => {
    const parts = {} as Parameters<typeof sandboxRoutes>[2];
    gateway = await startFixtureGateway({ routes: sandboxRoutes(inbox, cards, parts, '127.0.0.1') });
    cards.baseUrl = gateway.url;
  });
  afterAll(() => gateway.close());

  const post = (url: string, body: string) =>
    fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  const tokenFor = async (last4: string): Promise<string> => {
    const { url, reference } = await cards.beginTokenisation('client-1');
    await post(url, `last4=${last4}`);
    const outcome = (await cards.card(reference)) as Extract<CardFormOutcome, { state: 'READY' }>;
    return outcome.card.token;
  };
  const charge = (id: string, token: string, amount = '1.37') => cards.charge({ id, token, amount, currency: 'XTS', description: 'Check' });
  const refund = (id: string, chargeId: string, amount: string) => cards.refund({ id, chargeId, amount, currency: 'XTS' });

  it('has a form that is filled in once, with the last four digits', async () => {
    const { url, reference } = await cards.beginTokenisation('client-1');
    expect(await cards.card(reference)).toEqual({ state: 'PENDING' });
    expect(await (await fetch(url)).text()).toContain('<form method="post">');
    for (const body of ['last4=42', 'last4=4242&x=1', `last4=${'4'.repeat(100)}`]) expect((await post(url, body)).status).toBe(400);
    expect((await post(url, 'last4=4242')).status).toBe(200);
    expect((await post(url, 'last4=1111')).status).toBe(404);
    expect(await cards.card(reference)).toMatchObject({
      state: 'READY',
      card: { token: expect.stringMatching(/^card-/), last4: '4242', expires: '2029-03' },
    });
    expect((await post(`${gateway.url}/sandbox/cards?reference=other`, 'last4=4242')).status).toBe(404);
    expect(await cards.card('other')).toEqual({ state: 'FAILED', reason: 'FORM_UNKNOWN' });
  });

  it('charges once under an id, and the inbox shows the sum to the holder', async () => {
    const token = await tokenFor('7001');
    const first = await charge('c-1', token);
    expect(first).toMatchObject({ state: 'SETTLED', partnerOperationId: 'sandbox-c-1' });
    expect(await charge('c-1', token)).toEqual(first);
    expect(inbox.messages('*7001').map(({ channel, text }) => [channel, text])).toEqual([['CARD', 'Charged 1.37 XTS: Check']]);
  });

  it('refunds what was charged and never more', async () => {
    await charge('c-2', await tokenFor('7002'));
    expect(await refund('r-0', 'c-2', '1.38')).toMatchObject({ state: 'FAILED', reason: 'REFUND_NOT_POSSIBLE' });
    expect(await refund('r-1', 'c-2', '1.00')).toMatchObject({ state: 'SETTLED' });
    expect(await refund('r-1', 'c-2', '1.00')).toMatchObject({ state: 'SETTLED' });
    expect(await refund('r-2', 'c-2', '0.38')).toMatchObject({ state: 'FAILED' });
    expect(await refund('r-3', 'c-2', '0.37')).toMatchObject({ state: 'SETTLED' });
    expect(await refund('r-4', 'unknown', '0.01')).toMatchObject({ state: 'FAILED' });
  });

  it('has cards that do not behave', async () => {
    const { url, reference } = await cards.beginTokenisation('client-1');
    await post(url, `last4=${CARD_ENDINGS.formFails}`);
    expect(await cards.card(reference)).toEqual({ state: 'FAILED', reason: 'CARD_REJECTED' });
    expect(await charge('c-3', await tokenFor(CARD_ENDINGS.chargeFails))).toMatchObject({ reason: 'INSUFFICIENT_FUNDS' });
    const slow = await tokenFor(CARD_ENDINGS.chargeWaits);
    expect([(await charge('c-4', slow)).state, (await charge('c-4', slow)).state]).toEqual(['PENDING', 'SETTLED']);
    expect(await charge('c-5', '4111111111111111')).toMatchObject({ reason: 'TOKEN_UNKNOWN' });
  });
});
