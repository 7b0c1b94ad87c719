import { trustedCertificate, untrustedCertificate } from '../../test/support/trusted-certificate';
import { WebhookBench } from '../../test/support/webhook-bench';
import { answers, startWebhookReceiver, type WebhookReceiver } from '../../test/support/webhook-receiver';
import { statement } from '../database';
import { forgetOldBodies } from './keep-bodies';

interface AttemptRow {
  readonly status: number | null;
  readonly failure: string | null;
}

const attemptRows = statement<AttemptRow>(
  'spec_webhook_attempts',
  'select response_status as status, failure from core.webhook_attempt order by at, number',
);

let bench: WebhookBench;
let receiver: WebhookReceiver;

beforeAll(async () => {
  bench = await WebhookBench.open();
});
beforeEach(async () => {
  receiver = await startWebhookReceiver();
});
afterEach(async () => {
  await receiver.close();
  await bench.clear();
});
afterAll(() => bench.close());

const register = (url = receiver.url) => bench.register(url);
const attempts = () => bench.database.worker.scoped({ lenderId: null }).query(attemptRows);
const admin = async <Row>(text: string, values: unknown[] = []) =>
  (await bench.commands.asAdmin((client) => client.query(text, values))).rows as Row[];

it('an endpoint with a certificate that is trusted is reached by TLS, one that nobody vouches for is not', async () => {
  const [trusted, untrusted] = [
    await startWebhookReceiver(await trustedCertificate()),
    await startWebhookReceiver(await untrustedCertificate()),
  ];
  await register(trusted.url);
  await register(untrusted.url);
  await bench.tell({ subject: 'a', label: '1' });
  await bench.settle(bench.dispatcher());
  expect([trusted.received.length, untrusted.received.length]).toEqual([1, 0]);
  expect(await attempts()).toEqual(
    expect.arrayContaining([
      { status: 204, failure: null },
      { status: null, failure: 'CERTIFICATE_REFUSED' },
    ]),
  );
  await Promise.all([trusted.close(), untrusted.close()]);
});

it.each([
  ['redirects, and is not followed', answers.status(302, { location: 'http://127.0.0.1:1/inside' }), { status: 302, failure: 'REDIRECT' }],
  ['never answers', answers.never, { status: null, failure: 'TIMEOUT' }],
  ['answers 200 late', answers.late(600), { status: null, failure: 'TIMEOUT' }],
  ['hangs up', (_: unknown, response: { destroy(): void }) => response.destroy(), { status: null, failure: 'UNREACHABLE' }],
  ['refuses', answers.status(400), { status: 400, failure: 'STATUS_400' }],
  ['breaks', answers.status(500), { status: 500, failure: 'STATUS_500' }],
])('an endpoint that %s has failed, and is tried again', async (_what, answering, attempt) => {
  receiver.answer(answering as never);
  await register();
  await bench.tell({ subject: 'a', label: '1' });
  await bench.settle(bench.dispatcher({ timeoutMilliseconds: 300 }));
  expect(await attempts()).toEqual([attempt]);
  expect(await bench.deliveries()).toMatchObject([{ status: 'DUE', attempts: 1, failure: attempt.failure }]);
  receiver.answer(answers.status(200));
  bench.clock.advance({ seconds: 6 });
  await bench.settle(bench.dispatcher({ timeoutMilliseconds: 300 }));
  expect(await bench.deliveries()).toMatchObject([{ status: 'DELIVERED', attempts: 2, failure: null }]);
  const [first, second] = receiver.received;
  expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
  expect(second!.text).toBe(first!.text);
  expect(receiver.received.every(({ path }) => path === '/hooks')).toBe(true);
});

it('an answer of megabytes is cut at 64 KiB, and still is the answer that it is', async () => {
  let written = 0;
  receiver.answer((_delivery, response) => {
    response.writeHead(200);
    const pour = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536))) written += 65_536;
    };
    response.on('drain', pour);
    pour();
  });
  await register();
  await bench.tell({ subject: 'a', label: '1' });
  await bench.settle(bench.dispatcher({ timeoutMilliseconds: 2_000 }));
  expect(await bench.deliveries()).toMatchObject([{ status: 'DELIVERED' }]);
  expect(written).toBeLessThan(64 * 1_048_576);
});

it('a request of 429 is obeyed: the next attempt comes when the endpoint said, bounded', async () => {
  receiver.answer(answers.status(429, { 'retry-after': '600' }));
  await register();
  await bench.tell({ subject: 'a', label: '1' });
  await bench.settle(bench.dispatcher());
  const [waiting] = await bench.deliveries();
  expect(waiting!.nextAttemptAt.getTime() - bench.clock.now().epochMilliseconds).toBe(600_000);
  bench.clock.advance({ seconds: 599 });
  await bench.settle(bench.dispatcher());
  expect(receiver.received).toHaveLength(1);
  bench.clock.advance({ seconds: 1 });
  receiver.answer(answers.status(200));
  await bench.settle(bench.dispatcher());
  expect(receiver.received).toHaveLength(2);
});

it('a process that ends between the delivery and its record delivers again, under the same id', async () => {
  await register();
  await bench.tell({ subject: 'a', label: '1' });
  await bench.feeder().round();
  let reached: () => void = () => {};
  const effect = new Promise<void>((resolve) => (reached = resolve));
  receiver.answer(() => reached());
  const dying = bench.dispatcher();
  await dying.round();
  await effect;
  // What it took is taken until the lease ends; of its answer nobody will ever know.
  const other = bench.dispatcher();
  await other.round();
  await other.idle();
  expect(receiver.received).toHaveLength(1);
  receiver.answer(answers.status(200));
  bench.clock.advance({ seconds: 61 });
  await bench.settle(other);
  expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(Array(2).fill(receiver.received[0]!.headers['webhook-id']));
  expect(await bench.deliveries()).toMatchObject([{ status: 'DELIVERED', attempts: 2 }]);
});

it('a slow endpoint holds up nobody else, and not more than its share is sent to it at once', async () => {
  const slow = await startWebhookReceiver();
  slow.answer(answers.never);
  await register(slow.url);
  await register();
  await bench.tell(...Array.from({ length: 30 }, (_, index) => ({ subject: `s${index}`, label: '1' })));
  await bench.feeder().round();
  const dispatcher = bench.dispatcher();
  dispatcher.start();
  const started = performance.now();
  while (receiver.received.length < 30) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(slow.received.length).toBe(8);
  await slow.close();
});

it('a name that leads inside by the time of an attempt is not connected to', async () => {
  const webhookId = await register();
  await admin('update core.webhook set url = $1 where id = $2', ['http://10.0.0.1/', webhookId]);
  await bench.tell({ subject: 'a', label: '1' });
  await bench.settle(bench.dispatcher());
  expect(await attempts()).toEqual([{ status: null, failure: 'ADDRESS_REFUSED' }]);
});

it('a process that stops gives back what it has under way', async () => {
  receiver.answer(answers.never);
  await register();
  await bench.tell({ subject: 'a', label: '1' });
  await bench.feeder().round();
  const dispatcher = bench.dispatcher();
  await dispatcher.round();
  await dispatcher.stop();
  expect(await attempts()).toEqual([]);
  receiver.answer(answers.status(200));
  await bench.settle(bench.dispatcher());
  expect(await bench.deliveries()).toMatchObject([{ status: 'DELIVERED' }]);
});

it('bodies, headers and answers are forgotten after thirty days; that there was a delivery is not', async () => {
  await register();
  await bench.tell({ subject: 'a', label: '1' });
  await bench.settle(bench.dispatcher());
  const kept = () =>
    admin<{ body: boolean; exchange: boolean }>(
      `select d.body_enc is not null as body, a.exchange_enc is not null as exchange
       from core.webhook_delivery d join core.webhook_attempt a on a.delivery_id = d.id`,
    );
  bench.clock.advance({ hours: 30 * 24 - 1 });
  await forgetOldBodies(bench.database.worker, bench.clock.now());
  expect(await kept()).toEqual([{ body: true, exchange: true }]);
  bench.clock.advance({ hours: 2 });
  await forgetOldBodies(bench.database.worker, bench.clock.now());
  expect(await kept()).toEqual([{ body: false, exchange: false }]);
});
