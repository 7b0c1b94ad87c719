import pg from 'pg';
import { clientCaller, LenderBench } from '../../test/support/lender-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { eventually } from '../../test/support/test-gateway';
import { createClient } from '../clients';
import {
  callPort,
  type DeliveryReceipt,
  emailPort,
  MessageRefused,
  type NewNotification,
  NotificationDispatcher,
  notify,
  type OutgoingMail,
  type OutgoingText,
  smsPort,
} from '.';

describe('notifications', () => {
  let database: TestDatabase;
  let bench: LenderBench;
  let clientId: string;
  let admin: pg.Client;
  const sent: Array<OutgoingText | OutgoingMail> = [];
  const failures: unknown[] = [];
  let refuse: ((message: OutgoingText) => Error | null) | null = null;

  const sender = {
    async send(message: OutgoingText | OutgoingMail) {
      const error = refuse?.(message);
      if (error) throw error;
      sent.push(message);
    },
  };
  const dispatcher = () =>
    new NotificationDispatcher({
      database: database.worker,
      clock: bench.clock,
      ports: bench.ports,
      onFailure: (error) => void failures.push(error),
    });
  const queue = async (message: Partial<NewNotification>) =>
    (await bench.run((c) => notify(c, { clientId, channel: 'SMS', kind: 'TEST', text: 'Hello', ...message }))).value;
  const rowOf = async (id: string) => (await admin.query('select * from core.notification where id = $1', [id])).rows[0];

  beforeAll(async () => {
    database = await createTestDatabase();
    bench = await LenderBench.open(database);
    for (const port of [smsPort, callPort]) bench.ports.bind(port, sender);
    bench.ports.bind(emailPort, sender);
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const { value } = await bench.run((c) => createClient(c, { kind: 'INDIVIDUAL', phone: '+33612345678', email: 'ada@example.org' }));
    clientId = value.id;
  });
  afterAll(async () => {
    await admin.end();
    await database.close();
  });
  beforeEach(() => {
    sent.length = 0;
    failures.length = 0;
    refuse = null;
  });

  it('go by their channel to the contact on file, once', async () => {
    const ids = [
      await queue({}),
      await queue({ channel: 'CALL' }),
      await queue({ channel: 'EMAIL', subject: 'News' }),
      await queue({ to: '+33612345679' }),
    ];
    await Promise.all([dispatcher().drain(), dispatcher().drain()]);
    await dispatcher().drain();
    const byId = new Map(sent.map((message) => [message.id, message]));
    expect(sent).toHaveLength(4);
    expect(ids.map((id) => byId.get(id))).toEqual([
      { id: ids[0], to: '+33612345678', text: 'Hello' },
      { id: ids[1], to: '+33612345678', text: 'Hello' },
      { id: ids[2], to: 'ada@example.org', text: 'Hello', subject: 'News' },
      { id: ids[3], to: '+33612345679', text: 'Hello' },
    ]);
    expect(await rowOf(ids[0]!)).toMatchObject({ status: 'SENT', attempts: 1, sent_at: new Date('2026-03-02T09:00:00Z') });
  });

  it('are not written when their command is refused', async () => {
    await bench
      .run(async (c) => {
        await notify(c, { clientId, channel: 'SMS', kind: 'NEVER', text: 'x' });
        throw new Error('broken');
      })
      .catch(() => {});
    expect((await admin.query("select from core.notification where kind = 'NEVER'")).rowCount).toBe(0);
  });

  it('for the cabinet are delivered by being there', async () => {
    const id = await queue({ channel: 'CABINET' });
    await dispatcher().drain();
    expect(sent).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ status: 'SENT', target_enc: null });
  });

  it('to a client without that contact are refused', async () => {
    const { value } = await bench.run((c) => createClient(c, { kind: 'INDIVIDUAL' }));
    const { codes } = await bench.run((c) => notify(c, { clientId: value.id, channel: 'SMS', kind: 'T', text: 'x' }));
    expect(codes).toEqual(['NOTIFICATION_TARGET_MISSING']);
  });

  it('carry a secret that is gone when they are sent', async () => {
    const id = await queue({ text: 'Code {secret}.', secret: '482913' });
    expect((await rowOf(id)).secret_enc).not.toBeNull();
    await dispatcher().drain();
    expect(sent).toMatchObject([{ text: 'Code 482913.' }]);
    const row = await rowOf(id);
    expect(row.secret_enc).toBeNull();
    for (const value of Object.values(row)) expect(String(value)).not.toContain('482913');
  });

  it('are tried again after growing pauses, without the words of the provider', async () => {
    refuse = (message) => new Error(`no route to ${message.to}`);
    const id = await queue({});
    await dispatcher().drain();
    expect(await rowOf(id)).toMatchObject({ status: 'QUEUED', attempts: 1, error_code: 'DELIVERY_FAILED' });
    expect(failures.map(String)).toEqual([`NotificationSendError: Message ${id} was not sent at attempt 1: DELIVERY_FAILED.`]);
    await dispatcher().drain();
    expect((await rowOf(id)).attempts).toBe(1);
    bench.clock.advance({ seconds: 1 });
    await dispatcher().drain();
    expect((await rowOf(id)).attempts).toBe(2);
    refuse = null;
    bench.clock.advance({ seconds: 2 });
    await dispatcher().drain();
    expect(await rowOf(id)).toMatchObject({ status: 'SENT', attempts: 3, error_code: null });
  });

  it('are given up after ten attempts, with the code of the provider and without the secret', async () => {
    refuse = () => Object.assign(new Error('x'), { code: 'UNKNOWN_SUBSCRIBER' });
    const id = await queue({ text: '{secret}', secret: '1' });
    for (let i = 0; i < 12; i++) {
      await dispatcher().drain();
      bench.clock.advance({ hours: 1 });
    }
    expect(await rowOf(id)).toMatchObject({ status: 'FAILED', attempts: 10, error_code: 'UNKNOWN_SUBSCRIBER', secret_enc: null });
  });

  it('that came too late are not sent', async () => {
    const id = await queue({ text: '{secret}', secret: '1', expiresAt: bench.clock.now().add({ minutes: 5 }) });
    bench.clock.advance({ minutes: 5 });
    await dispatcher().drain();
    expect(sent).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ status: 'FAILED', error_code: 'EXPIRED', secret_enc: null });
  });

  it('are seen by their own client only', async () => {
    const other = (await bench.run((c) => createClient(c, { kind: 'INDIVIDUAL', phone: '+33612345670' }))).value;
    await queue({});
    const count = async (id: string) =>
      (await bench.run((c) => c.transaction.manager.query('select from core.notification'), clientCaller(bench.lender.id, id))).value
        .length;
    expect(await count(other.id)).toBe(0);
    expect(await count(clientId)).toBeGreaterThan(0);
  });

  it('are sent at a nudge between start and stop', async () => {
    const loop = dispatcher();
    loop.start();
    const id = await queue({});
    loop.nudge();
    for (let i = 0; i < 100 && !sent.some((message) => message.id === id); i++) await new Promise((done) => setTimeout(done, 10));
    await loop.stop();
    expect(sent.map((message) => message.id)).toContain(id);
    const late = await queue({});
    loop.nudge();
    await new Promise((done) => setTimeout(done, 50));
    expect((await rowOf(late)).status).toBe('QUEUED');
  });

  it('are given up at once when the provider’s refusal is final', async () => {
    const id = await queue({});
    refuse = () => new MessageRefused('NO_SUCH_NUMBER');
    await dispatcher().drain();
    expect(await rowOf(id)).toMatchObject({ status: 'FAILED', error_code: 'NO_SUCH_NUMBER', attempts: 1 });
  });

  it('tell when they arrived, and are failed when their receipt says that they will not, even if it comes first', async () => {
    const listeners: ((receipt: DeliveryReceipt) => void)[] = [];
    bench.ports.bind(smsPort, {
      send: async ({ id, text }) => void (text === 'early' && listeners[0]?.({ id, failure: 'UNDELIVERABLE' })),
      onReceipt: (listener) => void listeners.push(listener),
    });
    try {
      const [taken, early, arrived] = [await queue({}), await queue({ text: 'early' }), await queue({})];
      const own = dispatcher();
      await own.drain();
      expect(listeners).toHaveLength(1);
      expect(await rowOf(taken)).toMatchObject({ status: 'SENT' });
      listeners[0]?.({ id: taken, failure: 'EXPIRED' });
      listeners[0]?.({ id: arrived, failure: null });
      listeners[0]?.({ id: 'of somebody else', failure: 'EXPIRED' });
      await eventually(async () => (await rowOf(taken)).status === 'FAILED' && (await rowOf(early)).status === 'FAILED');
      expect(await rowOf(taken)).toMatchObject({ error_code: 'EXPIRED', delivered_at: null });
      expect(await rowOf(early)).toMatchObject({ error_code: 'UNDELIVERABLE' });
      await eventually(async () => (await rowOf(arrived)).delivered_at !== null);
      expect(await rowOf(arrived)).toMatchObject({
        status: 'SENT',
        error_code: null,
        delivered_at: new Date(bench.clock.now().epochMilliseconds),
      });
    } finally {
      bench.ports.bind(smsPort, sender);
    }
  });
});
