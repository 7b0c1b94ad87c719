import { setTimeout } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { CommandBench } from '../../test/support/command-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { lockApplication } from '../applications';
import { type CommandContext, defineCommand, Refusal } from '../commands';
import { uuidv7 } from '../database';
import type { Lender } from '../lenders';
import {
  cancelDeadlines,
  DEADLINE_EVENTS,
  type DeadlineResult,
  DeadlineWorker,
  deadlineKinds,
  meetDeadline,
  retryDelay,
  startDeadline,
} from '.';

type OnDue = (context: CommandContext, deadlineId: string) => Promise<DeadlineResult>;

describe('a deadline', () => {
  let database: TestDatabase;
  let bench: CommandBench;
  let lender: Lender;
  const failures: string[] = [];
  const workers: DeadlineWorker[] = [];
  /** What the handler of each kind does, by the test that runs. */
  const handlers = new Map<string, OnDue>();
  const calls: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    bench = new CommandBench(database);
    for (const kind of ['acme-plugin/decision', 'acme-plugin/waiting', 'acme-plugin/other']) {
      bench.extensions.add(deadlineKinds, 'acme-plugin', {
        kind,
        plugin: 'acme-plugin',
        description: { en: 'A term.', ru: 'Срок.', be: 'Тэрмін.' },
        clause: 'acme/1.1',
        onDue: defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
          name: `job:${kind}`,
          emits: [],
          run: async ({ deadlineId }, context) => {
            calls.push(deadlineId);
            return (await handlers.get(kind)?.(context, deadlineId)) ?? {};
          },
        }),
      });
    }
  });
  beforeEach(async () => {
    lender = await bench.newLender();
    handlers.clear();
    calls.length = 0;
    failures.length = 0;
    await bench.asAdmin((client) => client.query('delete from core.deadline'));
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await database.close();
  });

  function newWorker(): DeadlineWorker {
    const worker = new DeadlineWorker({
      database: database.worker,
      connectionString: database.urls.worker,
      clock: bench.clock,
      extensions: bench.extensions,
      execute: (command, input) => bench.execute(command, input, lender),
      onFailure: (error, deadline) => failures.push(`${deadline?.kind ?? 'worker'}: ${(error as Error).message}`),
      pollMilliseconds: 20,
    });
    workers.push(worker);
    return worker;
  }

  const inTransaction = <T>(work: (context: CommandContext) => Promise<T>): Promise<T> => {
    let answer!: T;
    const command = defineCommand<null, object>({
      name: 'testDeadlines',
      emits: DEADLINE_EVENTS,
      run: async (_input, context) => {
        answer = await work(context);
        return {};
      },
    });
    return bench.execute(command, null, lender).then(() => answer);
  };
  const start = (kind: string, subjectId: string, hours: number) =>
    inTransaction((context) =>
      startDeadline(context, {
        kind,
        subject: { type: 'Thing', id: subjectId },
        dueAt: context.now.add({ hours }),
      }),
    );
  const rowOf = (id: string) =>
    bench.asAdmin(
      async (client) => (await client.query('select * from core.deadline where id = $1', [id])).rows[0] as Record<string, unknown>,
    );
  const eventsOf = (id: string) =>
    bench.asAdmin(async (client) => {
      const { rows } = await client.query('select type from core.event_inbox where subject_id = $1 order by seq', [id]);
      return rows.map(({ type }) => type as string);
    });

  it('is met up to its due moment, and then late', async () => {
    const subject = { type: 'Thing', id: uuidv7() };
    const inTime = await start('acme-plugin/decision', subject.id, 4);
    bench.clock.advance({ hours: 4 });
    expect(await inTransaction((context) => meetDeadline(context, { kind: 'acme-plugin/decision', subject }))).toBe('MET');
    expect(await rowOf(inTime)).toMatchObject({ state: 'MET', fired_at: null, clause: 'acme/1.1', plugin_id: 'acme-plugin' });
    expect(await eventsOf(inTime)).toEqual(['DeadlineStarted', 'DeadlineMet']);

    const late = await start('acme-plugin/decision', subject.id, 4);
    bench.clock.advance({ hours: 4, milliseconds: 1 });
    expect(await inTransaction((context) => meetDeadline(context, { kind: 'acme-plugin/decision', subject }))).toBe('LATE');
    expect(await rowOf(late)).toMatchObject({ state: 'PENDING' });
    expect(await inTransaction((context) => meetDeadline(context, { kind: 'acme-plugin/other', subject }))).toBe('NONE');
  });

  it('gives way to a new one of its kind for the same subject, and to none of another kind', async () => {
    const subject = { type: 'Thing', id: uuidv7() };
    const first = await start('acme-plugin/decision', subject.id, 1);
    const other = await start('acme-plugin/other', subject.id, 1);
    const second = await start('acme-plugin/decision', subject.id, 2);
    expect((await Promise.all([first, other, second].map(rowOf))).map(({ state }) => state)).toEqual(['CANCELLED', 'PENDING', 'PENDING']);
    expect(await inTransaction((context) => cancelDeadlines(context, { subject }))).toBe(2);
    expect(await eventsOf(second)).toEqual(['DeadlineStarted', 'DeadlineCancelled']);
  });

  it('of a kind that nobody registered does not start', async () => {
    await expect(start('acme-plugin/unknown', uuidv7(), 1)).rejects.toThrow(/acme-plugin\/unknown/);
  });

  it('leaves nothing when the command that started it is refused', async () => {
    await inTransaction(async (context) => {
      await startDeadline(context, { kind: 'acme-plugin/decision', subject: { type: 'Thing', id: uuidv7() }, dueAt: context.now });
      throw new Refusal([{ code: 'NO', severity: 'BLOCKING', clauses: [], facts: {} }]);
    });
    const { rows } = await bench.asAdmin((client) => client.query('select from core.deadline'));
    expect(rows).toHaveLength(0);
  });

  it('fires when the clock has reached it, not the server’s time', async () => {
    const id = await start('acme-plugin/decision', uuidv7(), 24 * 365);
    const worker = newWorker();
    expect(await worker.runDueNow()).toEqual({ fired: 0, failed: 0 });
    bench.clock.advance({ hours: 24 * 365 });
    expect(await worker.runDueNow()).toEqual({ fired: 1, failed: 0 });
    expect(await rowOf(id)).toMatchObject({ state: 'MISSED', fired_at: new Date(bench.clock.now().epochMilliseconds) });
    expect(await eventsOf(id)).toEqual(['DeadlineStarted', 'DeadlineMissed']);
    expect(await worker.runDueNow()).toEqual({ fired: 0, failed: 0 });
    expect(calls).toEqual([id]);
  });

  it('ends as its handler says, and the handler may start the next one', async () => {
    const subject = { type: 'Thing', id: uuidv7() };
    handlers.set('acme-plugin/waiting', async (context) => {
      await startDeadline(context, { kind: 'acme-plugin/waiting', subject, dueAt: context.now.add({ hours: 1 }) });
      return { outcome: 'MET' };
    });
    const id = await start('acme-plugin/waiting', subject.id, 1);
    bench.clock.advance({ hours: 1 });
    expect(await newWorker().runDueNow()).toEqual({ fired: 1, failed: 0 });
    expect(await eventsOf(id)).toEqual(['DeadlineStarted', 'DeadlineMet']);
    bench.clock.advance({ hours: 1 });
    expect(await newWorker().runDueNow()).toEqual({ fired: 1, failed: 0 });
  });

  it('fires once under two workers', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 40; i++) ids.push(await start('acme-plugin/decision', uuidv7(), 1));
    bench.clock.advance({ hours: 1 });
    handlers.set('acme-plugin/decision', async () => {
      await setTimeout(2);
      return {};
    });
    const summaries = await Promise.all([newWorker().runDueNow(), newWorker().runDueNow()]);
    expect(summaries[0]!.fired + summaries[1]!.fired).toBe(40);
    expect([...calls].sort()).toEqual([...ids].sort());
    expect(failures).toEqual([]);
  });

  it('whose handler fails is tried again with growing delays and shows why, while others go on', async () => {
    handlers.set('acme-plugin/decision', async (context) => {
      await context.transaction.manager.query('select 1 / 0');
      return {};
    });
    const bad = await start('acme-plugin/decision', uuidv7(), 1);
    const good = await start('acme-plugin/other', uuidv7(), 1);
    bench.clock.advance({ hours: 1 });
    const due = bench.clock.now().epochMilliseconds;
    const worker = newWorker();
    expect(await worker.runDueNow()).toEqual({ fired: 1, failed: 1 });
    expect(await rowOf(good)).toMatchObject({ state: 'MISSED' });
    expect(await rowOf(bad)).toMatchObject({
      state: 'PENDING',
      attempts: 1,
      retry_at: new Date(due + 10_000),
      last_error: '22012',
      settled_at: null,
    });
    expect(await worker.runDueNow()).toEqual({ fired: 0, failed: 0 });
    bench.clock.advance({ seconds: 10 });
    expect(await worker.runDueNow()).toEqual({ fired: 0, failed: 1 });
    expect(await rowOf(bad)).toMatchObject({ attempts: 2, retry_at: new Date(due + 30_000) });
    handlers.clear();
    bench.clock.advance({ seconds: 20 });
    expect(await worker.runDueNow()).toEqual({ fired: 1, failed: 0 });
    expect(await eventsOf(bad)).toEqual(['DeadlineStarted', 'DeadlineMissed']);
    expect(failures).toHaveLength(2);
  });

  it.each(['thrown', 'returned'])('whose handler refuses (%s) leaves nothing of the attempt', async (how) => {
    const findings = [{ code: 'ACME_NOT_YET', severity: 'BLOCKING' as const, clauses: [], facts: {} }];
    handlers.set('acme-plugin/decision', async (context) => {
      await startDeadline(context, { kind: 'acme-plugin/other', subject: { type: 'Thing', id: uuidv7() }, dueAt: context.now });
      if (how === 'thrown') throw new Refusal(findings);
      return { findings };
    });
    const id = await start('acme-plugin/decision', uuidv7(), 1);
    bench.clock.advance({ hours: 1 });
    expect(await newWorker().runDueNow()).toEqual({ fired: 0, failed: 1 });
    expect(await rowOf(id)).toMatchObject({ state: 'PENDING', last_error: 'ACME_NOT_YET' });
    const { rows } = await bench.asAdmin((client) => client.query('select from core.deadline'));
    expect(rows).toHaveLength(1);
  });

  it('whose kind is not installed any more waits and says so', async () => {
    const id = await start('acme-plugin/decision', uuidv7(), 1);
    await bench.asAdmin((client) => client.query("update core.deadline set kind = 'gone-plugin/decision' where id = $1", [id]));
    bench.clock.advance({ hours: 1 });
    expect(await newWorker().runDueNow()).toEqual({ fired: 0, failed: 1 });
    expect(await rowOf(id)).toMatchObject({ state: 'PENDING', last_error: 'DEADLINE_KIND_UNKNOWN' });
  });

  it('met while its handler waits for its turn is not missed as well', async () => {
    const subject = { type: 'Thing', id: uuidv7() };
    const id = await start('acme-plugin/decision', subject.id, 1);
    let firing!: Promise<unknown>;
    await inTransaction(async (context) => {
      expect(await meetDeadline(context, { kind: 'acme-plugin/decision', subject })).toBe('MET');
      bench.clock.advance({ hours: 2 });
      firing = newWorker().runDueNow();
      await setTimeout(100);
    });
    expect(await firing).toEqual({ fired: 0, failed: 0 });
    expect(calls).toEqual([]);
    expect(await eventsOf(id)).toEqual(['DeadlineStarted', 'DeadlineMet']);
  });

  it('of an application is seen by its client alone among clients', async () => {
    const clients = [await bench.newClient(lender), await bench.newClient(lender)] as const;
    const application = { id: await bench.newApplication(lender, clients[0]), clientId: clients[0] };
    const subject = { type: 'Application', id: application.id };
    await inTransaction((context) => startDeadline(context, { kind: 'acme-plugin/decision', subject, application, dueAt: context.now }));
    const count = { name: 'test_deadline_count', text: 'select id from core.deadline' };
    const seenBy = async (clientId: string | null) => (await database.app.scoped({ lenderId: lender.id, clientId }).query(count)).length;
    expect([await seenBy(null), await seenBy(clients[0]), await seenBy(clients[1])]).toEqual([1, 1, 0]);
  });

  it('of an application is decided for it in the order of the application’s lock: met by a command under way, it is not missed', async () => {
    const clientId = await bench.newClient(lender);
    const application = { id: await bench.newApplication(lender, clientId), clientId };
    const subject = { type: 'Application', id: application.id };
    const kind = 'acme-plugin/decision';
    const id = await inTransaction((context) =>
      startDeadline(context, { kind, subject, application, dueAt: context.now.add({ hours: 1 }) }),
    );
    let firing!: Promise<unknown>;
    await inTransaction(async (context) => {
      await lockApplication(context, application.id);
      bench.clock.advance({ hours: 1 });
      firing = newWorker().runDueNow();
      await setTimeout(100);
      expect(await meetDeadline(context, { kind, subject })).toBe('MET');
    });
    expect(await firing).toEqual({ fired: 0, failed: 0 });
    expect(calls).toEqual([]);
    expect(await eventsOf(id)).toEqual(['DeadlineStarted', 'DeadlineMet']);
  });

  it('is fired by the job queue of a started worker, also past a job that a dead process holds', async () => {
    const worker = newWorker();
    await worker.start();
    const fired = async (id: string) => {
      for (let i = 0; i < 200; i++) {
        if ((await rowOf(id)).state === 'MISSED') return true;
        await setTimeout(20);
      }
      return false;
    };
    const first = await start('acme-plugin/decision', uuidv7(), 1);
    bench.clock.advance({ hours: 1 });
    expect(await fired(first)).toBe(true);

    await worker.stop();
    await bench.asAdmin((client) =>
      client.query(`
        select lexgraph_jobs.add_job('fire_deadlines', '{}'::json, job_key => 'fire_deadlines');
        update lexgraph_jobs._private_jobs set locked_at = now(), locked_by = 'a-dead-process', attempts = 1;
      `),
    );
    const second = await start('acme-plugin/decision', uuidv7(), 1);
    bench.clock.advance({ hours: 1 });
    await worker.start();
    expect(await fired(second)).toBe(true);
    await worker.stop();
    expect(failures).toEqual([]);
  });
});

describe('the delay before the next attempt', () => {
  it('starts at ten seconds, doubles, and never passes an hour', () => {
    expect([1, 2, 3, 9, 10, 50].map(retryDelay)).toEqual([10_000, 20_000, 40_000, 2_560_000, 3_600_000, 3_600_000]);
    expect(Temporal.Duration.from({ milliseconds: retryDelay(1000) }).total('hours')).toBe(1);
  });
});
