import fc from 'fast-check';
import { WebhookBench } from '../../test/support/webhook-bench';
import { answers, startWebhookReceiver, type WebhookReceiver } from '../../test/support/webhook-receiver';

let bench: WebhookBench;
let receiver: WebhookReceiver;

beforeAll(async () => {
  [bench, receiver] = [await WebhookBench.open(), await startWebhookReceiver()];
});
afterAll(async () => {
  await receiver.close();
  await bench.close();
});
beforeEach(async () => {
  await bench.clear();
  receiver.received.length = 0;
  receiver.answer(answers.status(200));
  await bench.register(receiver.url);
});

it('two processes queue and deliver each event once', async () => {
  await bench.tell(...Array.from({ length: 12 }, (_, index) => ({ subject: `s${index % 4}`, label: String(index) })));
  const [one, two] = [bench.dispatcher(), bench.dispatcher()];
  await Promise.all([bench.feeder().round(), bench.feeder().round()]);
  for (let round = 0; round < 6; round++) {
    await Promise.all([one.round(), two.round()]);
    await Promise.all([one.idle(), two.idle()]);
  }
  expect(receiver.received.map(({ body }) => body.data.data.label).sort()).toEqual(
    Array.from({ length: 12 }, (_, index) => String(index)).sort(),
  );
  expect(bench.failures).toEqual([]);
});

it('a feeder that ends before its commit leaves no gap and no double', async () => {
  await bench.tell({ subject: 'a', label: '1' });
  // Its lease stands, its deliveries were never committed.
  await bench.commands.asAdmin((client) =>
    client.query("update core.webhook set feeding_until = $1 where status = 'ACTIVE'", [
      new Date(bench.clock.now().epochMilliseconds + 30_000),
    ]),
  );
  await bench.settle(bench.dispatcher());
  expect(receiver.received).toHaveLength(0);
  bench.clock.advance({ seconds: 31 });
  await bench.settle(bench.dispatcher());
  expect(receiver.received).toHaveLength(1);
});

it('an endpoint whose next events are no longer kept is held with a code until its owner chooses another place', async () => {
  await bench.tell({ subject: 'a', label: '1' }, { subject: 'a', label: '2' });
  await bench.commands.asAdmin((client) => client.query('update core.event_head set first_pos = pos + 1'));
  await bench.settle(bench.dispatcher());
  expect(await bench.problem()).toBe('CURSOR_EXPIRED');
  expect(receiver.received).toHaveLength(0);
  await bench.commands.asAdmin((client) => client.query('update core.event_head set first_pos = 1'));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await bench.settle(bench.dispatcher());
  expect(await bench.problem()).toBeNull();
  expect(receiver.received.map(({ body }) => body.data.data.label)).toEqual(['1', '2']);
});

it('an endpoint that nothing concerns moves on all the same, so that the log never leaves it behind', async () => {
  const before = await bench.position();
  await bench.tellOthers();
  await bench.feeder().round();
  expect(await bench.position()).toBeGreaterThan(before);
  await bench.tell({ subject: 'a', label: '1' });
  await bench.settle(bench.dispatcher());
  expect(receiver.received).toHaveLength(1);
});

it('after the log was restored an endpoint goes on at its event, without gap or repeat', async () => {
  await bench.tell({ subject: 'a', label: '1' });
  await bench.settle(bench.dispatcher());
  await bench.commands.asAdmin((client) => client.query('select core.begin_event_epoch()'));
  await bench.tell({ subject: 'a', label: '2' });
  const feeder = bench.feeder();
  await feeder.round();
  await bench.settle(bench.dispatcher(), feeder);
  expect(receiver.received.map(({ body }) => body.data.data.label)).toEqual(['1', '2']);
});

it('whatever fails and however often, each application’s events are taken in their order, and all of them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ subject: fc.constantFrom('a', 'b', 'c'), failures: fc.integer({ min: 0, max: 2 }) }), {
        minLength: 1,
        maxLength: 10,
      }),
      async (story) => {
        const tag = String(Math.random());
        const left = new Map(story.map(({ failures }, index) => [`${tag}/${index}`, failures]));
        const taken: { subject: string; label: string }[] = [];
        receiver.answer(({ body }, response) => {
          const { label, subject } = body.data.data;
          const failures = left.get(label) ?? 0;
          left.set(label, failures - 1);
          if (failures > 0) return void response.writeHead(503).end();
          taken.push({ subject, label });
          response.writeHead(204).end();
        });
        await bench.tell(...story.map(({ subject }, index) => ({ subject, label: `${tag}/${index}` })));
        const [one, two] = [bench.dispatcher(), bench.dispatcher()];
        await bench.settle(one);
        for (let round = 0; round < 40 && taken.length < story.length; round++) {
          bench.clock.advance({ seconds: 30 });
          await Promise.all([bench.settle(one), bench.settle(two)]);
        }
        for (const line of ['a', 'b', 'c']) {
          const wanted = story.flatMap(({ subject }, index) => (subject === line ? [`${tag}/${index}`] : []));
          expect(taken.filter(({ subject }) => subject === line).map(({ label }) => label)).toEqual(wanted);
        }
      },
    ),
    { numRuns: 8 },
  );
}, 60_000);
