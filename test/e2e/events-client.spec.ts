import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { decodeCursor } from '../../modules/events';
import {
  type CursorStore,
  memoryCursorStore,
  type Problem,
  postgresCursorStore,
  type ReceivedEvent,
  type SubscribeOptions,
  type Subscription,
  subscribe,
} from '../../packages/events-client/src/index.ts';
import { fileCursorStore } from '../../packages/events-client/src/node.ts';
import { layLine, type PartnerLine } from '../support/partner-line';
import { eventually, LENDER, startTestGateway, type TestGateway } from '../support/test-gateway';

const PACKAGE = resolve(__dirname, '../../packages/events-client');
const QUERY = 'subscription ($after: Cursor) { events(after: $after, types: ["ThingChanged"]) { place: cursor payload } }';

interface Thing {
  readonly events: { readonly place: string; readonly payload: { readonly label: string } };
}
type Options<Transaction> = Partial<SubscribeOptions<Thing, Transaction>> & Pick<SubscribeOptions<Thing, Transaction>, 'store'>;

let gateway: TestGateway;
let line: PartnerLine;
let directory: string;
let token: string;
let told = 0;
const running: Subscription[] = [];

beforeAll(async () => {
  gateway = await startTestGateway({ at: new Date().toISOString() });
  line = await layLine(gateway.url);
  directory = mkdtempSync(join(tmpdir(), 'lexgraph-partner-'));
  token = await gateway.token({ kind: 'PARTNER' });
});
afterEach(async () => {
  await Promise.allSettled(running.splice(0).map((one) => one.close()));
  line.leadTo(gateway.url);
});
afterAll(async () => {
  await line?.close();
  await gateway?.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Lets so many things happen; answers their labels. */
async function tell(count: number): Promise<string[]> {
  const labels = Array.from({ length: count }, () => String(++told));
  const { id } = gateway.parts.lenders.byCode(LENDER)!;
  await gateway.sql(
    `insert into core.event_inbox (lender_id, actor, command, at, id, type, schema_version, subject_type, subject_id, payload)
     select $1, 'SYSTEM:test', 'test', now(), uuidv7(), 'ThingChanged', 1, 'Thing', 's0', jsonb_build_object('label', label)
     from unnest($2::text[]) with ordinality as given (label, place) order by place`,
    [id, labels],
  );
  gateway.parts.workers.nudge();
  return labels;
}

const labelOf = ({ data }: ReceivedEvent<Thing>) => data.events.payload.label;

function listen<Transaction>(options: Options<Transaction>) {
  const heard: string[] = [];
  const problems: Problem<Thing>[] = [];
  const subscription = subscribe<Thing, Transaction>({
    url: `${line.url}/graphql/stream`,
    token: () => token,
    query: QUERY,
    pauses: { first: 5, most: 20 },
    ...options,
    async onEvent(event, context) {
      await options.onEvent?.(event, context);
      heard.push(labelOf(event));
    },
    onProblem(problem) {
      problems.push(problem);
      return options.onProblem?.(problem);
    },
  });
  subscription.done.catch(() => {});
  running.push(subscription);
  return { heard, problems, subscription, codes: () => problems.map(({ code }) => code) };
}

const began = (store: CursorStore<never> | CursorStore) => eventually(() => store.load());
const opened = (count: number) => eventually(() => gateway.parts.http.openStreams === count);
const heardAll = (heard: readonly string[], labels: readonly string[]) => eventually(() => heard.length >= labels.length);

describe('a subscription', () => {
  it('hears from the moment of its first start, though its line is cut before the first event', async () => {
    const store = memoryCursorStore();
    const { heard, subscription } = listen({ store });
    await opened(1);
    line.cut();
    const labels = await tell(3);
    await heardAll(heard, labels);
    expect(heard).toEqual(labels);
    await subscription.close();
    await subscription.done;
    expect(decodeCursor((await store.load())!).pos).toBeGreaterThan(0);
  });

  it('goes on after the last event that was handled when its line is cut in the middle', async () => {
    const store = fileCursorStore(join(directory, 'cut'));
    const { heard, codes } = listen({ store, onEvent: () => void (heard.length === 4 && line.cut()) });
    await began(store);
    const labels = await tell(10);
    await heardAll(heard, labels);
    expect(heard).toEqual(labels);
    await eventually(() => codes().includes('CONNECTION_LOST'));
    const later = await tell(1);
    await eventually(() => heard.length > labels.length);
    expect(heard).toEqual([...labels, ...later]);
  });

  it('goes on at another gateway at once when its own is stopped', async () => {
    const other = await startTestGateway({ beside: gateway });
    line.leadTo(other.url);
    try {
      const store = memoryCursorStore();
      const { heard, problems } = listen({ store });
      await eventually(() => other.parts.http.openStreams === 1);
      const labels = await tell(2);
      await heardAll(heard, labels);
      await other.stop();
      line.leadTo(gateway.url);
      labels.push(...(await tell(2)));
      await heardAll(heard, labels);
      expect(heard).toEqual(labels);
      expect(problems[0]).toMatchObject({ code: 'SHUTTING_DOWN', reaction: 'now', delay: 0 });
    } finally {
      await other.stop();
    }
  });

  it('brings an event again whose handling failed, before any later one', async () => {
    const store = memoryCursorStore();
    let failures = 3;
    const { heard, problems } = listen({
      store,
      onEvent: (event) => {
        if (labelOf(event) === second && failures-- > 0) throw new Error('no room');
      },
    });
    await began(store);
    const second = String(told + 2);
    const labels = await tell(3);
    await heardAll(heard, labels);
    expect(heard).toEqual(labels);
    expect(problems.map(({ code, attempt, message }) => [code, attempt, message])).toEqual(
      [1, 2, 3].map((attempt) => ['HANDLER_FAILED', attempt, 'no room']),
    );
  });

  it('passes over an event that can never be handled when told so, or ends', async () => {
    const broken = () => {
      throw new Error('never');
    };
    const store = memoryCursorStore();
    const passing = listen({ store, onEvent: broken, onProblem: ({ event }) => (event ? 'skip' : undefined) });
    await began(store);
    await tell(2);
    await eventually(() => passing.codes().filter((code) => code === 'HANDLER_FAILED').length === 2);
    await passing.subscription.close();
    const ending = listen({
      store: memoryCursorStore(await store.load()),
      onEvent: broken,
      onProblem: ({ event }) => (event ? 'stop' : undefined),
    });
    await tell(1);
    await expect(ending.subscription.done).rejects.toMatchObject({ code: 'HANDLER_FAILED', cause: new Error('never') });
  });

  it('takes a new token when its own has expired, and ends when that is refused as well', async () => {
    const tokens = [await gateway.token({ kind: 'PARTNER', ttl: -10 }), token];
    const store = memoryCursorStore();
    const refused: (string | null)[] = [];
    const { heard, codes, subscription } = listen({
      store,
      token: (old) => {
        refused.push(old);
        return tokens.length > 1 ? tokens.shift()! : tokens[0]!;
      },
    });
    const first = tokens[0]!;
    await began(store);
    const labels = await tell(1);
    await heardAll(heard, labels);
    expect(codes()).toEqual(['TOKEN_EXPIRED']);
    expect(refused.slice(0, 2)).toEqual([null, first]);
    await subscription.close();

    const never = listen({ store: memoryCursorStore(), token: () => 'not one' });
    await expect(never.subscription.done).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    expect(never.problems.map(({ reaction }) => reaction)).toEqual(['now', 'stop']);
  });

  it('ends with the code when access is revoked, or was never given', async () => {
    const operator = gateway.as({ token: await gateway.token({ kind: 'OPERATOR' }) });
    const own = await gateway.token({ kind: 'PARTNER', subject: 'partner-revoked' });
    const { subscription } = listen({ store: memoryCursorStore(), token: () => own });
    await opened(1);
    await operator('mutation ($input: RevokeAccessInput!) { revokeAccess(input: $input) { findings { code } } }', {
      input: { subject: 'partner-revoked', reason: 'The agreement has ended.' },
    });
    await expect(subscription.done).rejects.toMatchObject({ code: 'TOKEN_REVOKED' });
    const client = await gateway.token({ kind: 'PARTNER', scopes: ['lenders:read'] } as never);
    const forbidden = listen({ store: memoryCursorStore(), token: () => client });
    await expect(forbidden.subscription.done).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('ends at an expired cursor unless told to go on with what is kept, and keeps that place', async () => {
    const store = memoryCursorStore();
    const first = listen({ store });
    await began(store);
    const lost = await tell(2);
    await heardAll(first.heard, lost);
    await first.subscription.close();
    const old = (await store.load())!;
    await tell(3);
    await gateway.sequenced();
    const [kept] = await gateway.sql<{ first: number }>('select first_pos::int as first from core.event_head');
    await gateway.sql('update core.event_head set first_pos = pos');
    try {
      await expect(listen({ store }).subscription.done).rejects.toMatchObject({ code: 'CURSOR_EXPIRED', resumeAfter: expect.any(String) });
      expect(await store.load()).toBe(old);
      const { heard } = listen({ store, onProblem: () => 'resume' });
      await eventually(() => heard.length === 1);
      expect(heard).toEqual([String(told)]);
    } finally {
      await gateway.sql('update core.event_head set first_pos = $1', [kept!.first]);
    }
  });

  it('goes on by itself in a log that was restored', async () => {
    const store = memoryCursorStore();
    const first = listen({ store });
    await began(store);
    await heardAll(first.heard, await tell(2));
    await first.subscription.close();
    await gateway.sql('select core.begin_event_epoch()');
    const { heard, codes } = listen({ store });
    const labels = await tell(2);
    await heardAll(heard, labels);
    expect(heard).toEqual(labels);
    expect(codes()[0]).toBe('CURSOR_EPOCH_CHANGED');
  });

  it('a reader that is away keeps the place that the gateway named at its end', async () => {
    const other = await startTestGateway({ beside: gateway });
    line.leadTo(other.url);
    try {
      const store = memoryCursorStore();
      const { codes } = listen({ store, query: QUERY.replace('ThingChanged', 'NothingOfTheKind') });
      await eventually(() => other.parts.http.openStreams === 1);
      const before = decodeCursor((await store.load())!).pos;
      await tell(5);
      await gateway.sequenced();
      await other.stop();
      await eventually(() => codes()[0] === 'SHUTTING_DOWN');
      await eventually(async () => decodeCursor((await store.load())!).pos >= before + 5);
    } finally {
      await other.stop();
    }
  });
});

describe('with a store in PostgreSQL', () => {
  let pool: pg.Pool;
  beforeAll(async () => {
    pool = new pg.Pool({ connectionString: gateway.database.adminUrl, max: 4 });
    pool.on('error', () => {});
    await pool.query('create table effect (label text not null)');
  });
  beforeEach(() => pool.query('truncate effect'));
  afterAll(() => pool?.end());
  const effects = async () => (await pool.query('select label from effect order by label::int')).rows.map(({ label }) => label);
  const storeOf = (name: string) => postgresCursorStore<pg.PoolClient>({ pool }, { name });

  it('an effect in the transaction of the cursor is there exactly once, though handlers fail after it and connections break', async () => {
    let failures = 4;
    const store = storeOf('once');
    const { heard } = listen<pg.PoolClient>({
      store,
      async onEvent(event, { transaction }) {
        await transaction.query('insert into effect values ($1)', [labelOf(event)]);
        if (failures-- <= 0) return;
        if (failures % 2) throw new Error('after the effect');
        await transaction.query('select pg_terminate_backend(pg_backend_pid())');
      },
    });
    await began(store as never);
    const labels = await tell(6);
    await heardAll(heard, labels);
    expect(heard).toEqual(labels);
    expect(await effects()).toEqual(labels);
  });

  it('of two consumers of one cursor one handles an event, and the other is told before it has done anything', async () => {
    const begun = storeOf('shared');
    const early = listen<pg.PoolClient>({ store: begun });
    await began(begun as never);
    await early.subscription.close();
    const consumers = [1, 2].map(() =>
      listen<pg.PoolClient>({
        store: storeOf('shared'),
        onEvent: async (event, { transaction }) => void (await transaction.query('insert into effect values ($1)', [labelOf(event)])),
      }),
    );
    await opened(2);
    const labels = await tell(5);
    await eventually(() => consumers.some(({ heard }) => heard.length === labels.length));
    expect(await effects()).toEqual(labels);
    expect(consumers.map(({ heard }) => heard.length).sort()).toEqual([0, labels.length]);
    const told = consumers.find(({ heard }) => heard.length === 0)!;
    await expect(told.subscription.done).rejects.toMatchObject({ code: 'CURSOR_CONFLICT' });
  });

  it('names of tables that are none are refused', () => {
    expect(() => postgresCursorStore({ pool }, { name: 'x', table: 'a; drop table effect' })).toThrow('no name of a table');
  });
});

describe('the package as it is installed', () => {
  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, ['build.cjs'], { cwd: PACKAGE, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  });

  it.each(['cjs', 'esm'])(
    'a process killed between effect and acknowledgement meets the event again, and no other (%s)',
    async (format) => {
      const [cursor, effects] = [join(directory, `${format}-cursor`), join(directory, `${format}-effects`)];
      const load = (name: string) => {
        const path = JSON.stringify(join(PACKAGE, 'dist', format, `${name}.js`));
        return format === 'cjs' ? `require(${path})` : `await import(${path})`;
      };
      const program = `
      const { appendFileSync } = await import('node:fs');
      const { subscribe } = ${load('index')};
      const { fileCursorStore } = ${load('node')};
      subscribe({
        url: ${JSON.stringify(`${line.url}/graphql/stream`)}, token: () => ${JSON.stringify(token)}, query: ${JSON.stringify(QUERY)},
        store: fileCursorStore(${JSON.stringify(cursor)}),
        onEvent({ data }) {
          const { label } = data.events.payload;
          appendFileSync(${JSON.stringify(effects)}, label + '\\n');
          if (label === process.env.KILL_AT) process.kill(process.pid, 'SIGKILL');
          if (label === process.env.LAST) process.exitCode = 0, this.signal, setTimeout(() => process.exit(0), 50);
        },
      });`;
      const run = (env: Record<string, string>) => {
        const wrapped = format === 'cjs' ? ['--eval', `(async () => {${program}})()`] : ['--input-type=module', '--eval', program];
        return spawn(process.execPath, wrapped, { env: { ...process.env, ...env }, stdio: 'inherit' });
      };
      const at = told;
      const first = run({ KILL_AT: String(at + 2) });
      await began(fileCursorStore(cursor));
      const labels = await tell(4);
      expect(await once(first, 'exit')).toEqual([null, 'SIGKILL']);
      const second = run({ LAST: labels[3]! });
      expect(await once(second, 'exit')).toEqual([0, null]);
      const [one, two, three, four] = labels;
      expect(readFileSync(effects, 'utf8').trim().split('\n')).toEqual([one, two, two, three, four]);
    },
  );
});

it('whatever breaks, every event is handled, in order, and none again after its acknowledgement', async () => {
  const step = fc.record({ count: fc.integer({ min: 1, max: 6 }), cuts: fc.boolean(), restarts: fc.boolean() });
  const fault = fc.constantFrom('handles', 'handles', 'fails before', 'fails after', 'cut in it', 'cursor not kept', 'answer lost');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), fc.array(fault, { maxLength: 30 }), async (steps, faults) => {
      const kept = memoryCursorStore();
      const store: CursorStore = {
        load: () => kept.load(),
        async advance(move, work) {
          await kept.advance(move, async () => {
            await work(undefined);
            failAt('cursor not kept');
          });
          acknowledged = effects.at(-1) ?? acknowledged;
          failAt('answer lost');
        },
      };
      const effects: string[] = [];
      const again: string[] = [];
      const labels: string[] = [];
      let acknowledged = '0';
      let plan = 'handles';
      const failAt = (place: string) => {
        if (plan !== place) return;
        plan = 'handles';
        throw new Error(place);
      };
      const handle = (event: ReceivedEvent<Thing>) => {
        const label = labelOf(event);
        if (Number(label) <= Number(acknowledged)) again.push(label);
        plan = faults.shift() ?? 'handles';
        failAt('fails before');
        if (effects.at(-1) !== label) effects.push(label);
        failAt('fails after');
        if (plan === 'cut in it') line.cut();
      };
      const begin = () => listen({ store, onEvent: handle }).subscription;
      let subscription = begin();
      await began(store);
      for (const { count, cuts, restarts } of steps) {
        labels.push(...(await tell(count)));
        if (cuts) line.cut();
        if (restarts) {
          await subscription.close();
          subscription = begin();
        }
      }
      await eventually(() => effects.at(-1) === labels.at(-1));
      await subscription.close();
      expect(effects).toEqual(labels);
      expect(again).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 60_000);
