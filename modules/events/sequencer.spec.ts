import pg from 'pg';
import { EventBench, until, type Writer } from '../../test/support/event-bench';
import { type Database, NO_ROWS, Transaction } from '../database';
import { moveBatch } from './move-batch';
import { Sequencer } from './sequencer';

/** An open transaction of a sequencer, so that a test can stop it at any point. */
async function sequencerAt(database: Database) {
  const runner = database.dataSource.createQueryRunner();
  await runner.connect();
  const [{ pid }] = await runner.query('select pg_backend_pid() as pid');
  await runner.query('begin');
  return {
    pid,
    move: () => moveBatch(new Transaction(runner.manager), 100),
    commit: () => runner.query('commit'),
    run: (sql: string) => runner.query(sql),
    leave: () => runner.release(),
  };
}

describe('sequencer', () => {
  let bench: EventBench;
  let [first, second, third]: Writer[] = [] as Writer[];
  beforeAll(async () => {
    bench = await EventBench.open();
    [first, second, third] = [await bench.writer(), await bench.writer(), await bench.writer()];
  });
  afterAll(() => bench.close());
  beforeEach(() => bench.reset());

  const dense = async () => expect((await bench.log()).map(({ pos }) => pos)).toEqual((await bench.log()).map((_, index) => index + 1));

  it('of two subjects, the event that was written first and committed last appears on its commit, and nothing is lost', async () => {
    await first!.begin();
    await first!.append('s0', ['early']);
    await second!.tell('s1', ['late']);
    await bench.sequence();
    expect(await bench.labels()).toEqual(['late']);
    await first!.commit();
    await bench.sequence();
    expect(await bench.labels()).toEqual(['late', 'early']);
    await dense();
  });

  it('of one subject, the order of commits is the order of positions, also for a transaction that wrote before it waited', async () => {
    await second!.begin();
    await second!.append('s1', ['wrote before it waited']);
    await first!.begin();
    await first!.lock('s0');
    const waiting = second!.lock('s0').then(() => second!.append('s0', ['2']));
    await until(async () =>
      (await bench.admin.query('select pg_blocking_pids($1) as by', [second!.processId])).rows[0].by.includes(first!.processId),
    );
    await first!.append('s0', ['1']);
    await bench.sequence();
    expect(await bench.labels()).toEqual([]);
    await first!.commit();
    await waiting;
    await bench.sequence();
    expect(await bench.labels()).toEqual(['1']);
    await second!.commit();
    await bench.sequence();
    expect((await bench.log()).filter(({ subject }) => subject === 's0').map(({ label }) => label)).toEqual(['1', '2']);
    await dense();
  });

  it('keeps the order of the events of one command', async () => {
    const labels = Array.from({ length: 300 }, (_, index) => String(index));
    await first!.tell('s0', labels);
    await bench.sequence();
    expect(await bench.labels()).toEqual(labels);
  });

  it('a rollback leaves neither hole nor stall', async () => {
    await first!.begin();
    await first!.append('s0', ['never']);
    await second!.tell('s1', ['before']);
    await first!.rollback();
    await third!.tell('s2', ['after']);
    await bench.sequence();
    expect(await bench.labels()).toEqual(['before', 'after']);
    await dense();
  });

  it('savepoints leave neither hole nor stall', async () => {
    await first!.begin();
    await first!.append('s0', ['kept 1']);
    await first!.run('savepoint one');
    await first!.append('s0', ['taken back']);
    await first!.run('rollback to savepoint one');
    await first!.run('savepoint two');
    await first!.append('s0', ['kept 2']);
    await first!.run('release savepoint two');
    await first!.commit();
    await bench.sequence();
    expect(await bench.labels()).toEqual(['kept 1', 'kept 2']);
    await dense();
  });

  it('an idle writer delays nobody', async () => {
    await first!.begin();
    await first!.lock('s0');
    await first!.append('s0', ['idle']);
    await second!.tell('s1', ['swift']);
    await bench.sequence();
    expect(await bench.labels()).toEqual(['swift']);
    await first!.rollback();
  });

  it('a prepared transaction delays nobody and appears when it is committed', async () => {
    const name = `prepared_${bench.lenderId}`;
    await first!.begin();
    await first!.append('s0', ['prepared']);
    await first!.run(`prepare transaction '${name}'`);
    await second!.tell('s1', ['swift']);
    await bench.sequence();
    expect(await bench.labels()).toEqual(['swift']);
    await first!.run(`commit prepared '${name}'`);
    await bench.sequence();
    expect(await bench.labels()).toEqual(['swift', 'prepared']);
    await dense();
  });

  it('a writer in another database of the server delays nobody', async () => {
    const elsewhere = new pg.Client({ connectionString: bench.database.adminUrl.replace(/\/[^/]*$/, '/postgres') });
    await elsewhere.connect();
    await elsewhere.query('begin');
    await elsewhere.query('select pg_current_xact_id()');
    await second!.tell('s1', ['swift']);
    await bench.sequence();
    expect(await bench.labels()).toEqual(['swift']);
    await elsewhere.query('rollback');
    await elsewhere.end();
  });

  it('killed before its commit it loses, doubles and skips nothing, and another takes over', async () => {
    const other = await bench.anotherWorker();
    const dying = await sequencerAt(bench.database.worker);
    await first!.tell('s0', ['1', '2']);
    expect(await dying.move()).toEqual({ leading: true, moved: 2, through: 2, more: false });
    await first!.tell('s0', ['3']);
    expect(await other.scoped(NO_ROWS).transaction((transaction) => moveBatch(transaction, 100))).toEqual({ leading: false });
    await bench.kill(dying.pid);
    await expect(dying.commit()).rejects.toThrow();
    await dying.leave();
    expect(await bench.labels()).toEqual([]);
    await bench.sequence({ database: other });
    expect(await bench.labels()).toEqual(['1', '2', '3']);
    await dense();
  });

  it('killed after its commit it loses, doubles and skips nothing, and another takes over', async () => {
    const other = await bench.anotherWorker();
    const dying = await sequencerAt(bench.database.worker);
    await first!.tell('s0', ['1', '2']);
    await dying.move();
    await first!.tell('s0', ['3']);
    await dying.commit();
    await bench.kill(dying.pid);
    await dying.leave();
    await bench.sequence({ database: other });
    expect(await bench.labels()).toEqual(['1', '2', '3']);
    await dense();
  });

  it('killed again and again while events are written it loses, doubles and skips nothing', async () => {
    const sequencer = new Sequencer({ database: await bench.anotherWorker(), poll: 20, batch: 7, onFailure: () => {} });
    sequencer.start();
    let writing = true;
    let kills = 0;
    const killer = (async () => {
      while (writing) {
        const { rowCount } = await bench.admin.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'other' and datname = current_database()",
        );
        kills += rowCount ?? 0;
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    })();
    const told: string[] = [];
    await Promise.all(
      [first!, second!, third!].map(async (writer, index) => {
        for (let n = 0; n < 60; n++) {
          await writer.tell(`s${index}`, [`${index}/${n}`]);
          told.push(`${index}/${n}`);
          sequencer.nudge();
        }
      }),
    );
    writing = false;
    await killer;
    expect(kills).toBeGreaterThan(3);
    await until(async () => (await bench.log()).length >= told.length);
    await sequencer.stop();
    expect((await bench.labels()).sort()).toEqual(told.sort());
    for (const index of [0, 1, 2]) {
      const numbers = (await bench.log()).filter(({ subject }) => subject === `s${index}`).map(({ label }) => Number(label.split('/')[1]));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }
    await dense();
  });

  it('a leader that hangs inside its transaction is ended by the server', async () => {
    const leader = await sequencerAt(bench.database.worker);
    await leader.move();
    expect(await leader.run('show idle_in_transaction_session_timeout')).toEqual([{ idle_in_transaction_session_timeout: '5s' }]);
    await leader.commit();
    expect(await leader.run('show idle_in_transaction_session_timeout')).toEqual([{ idle_in_transaction_session_timeout: '0' }]);
    await leader.leave();
  });

  it("a batch that ends inside a subject or at a partition's edge goes on without gap or repeat", async () => {
    await bench.reset(3);
    const labels = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];
    await first!.tell('s0', labels);
    await bench.sequence({ batch: 4 });
    expect(await bench.labels()).toEqual(labels);
    await dense();
    const { rows } = await bench.admin.query(
      'select tableoid::regclass::text as part, count(*)::int from core.event group by 1 order by 1',
    );
    expect(rows.map(({ count }) => count)).toEqual([3, 3, 3, 1]);
  });

  it('makes the next partition before the present one is full', async () => {
    await bench.reset(3);
    await first!.tell('s0', ['1', '2']);
    await bench.sequence();
    const { rows } = await bench.admin.query('select (partitioned_to - pos - 1)::int as room from core.event_head');
    expect(rows[0].room).toBeGreaterThanOrEqual(1);
    await bench.sequence();
    const after = await bench.admin.query('select (partitioned_to - pos - 1)::int as room from core.event_head');
    expect(after.rows[0].room).toBeGreaterThanOrEqual(3);
  });

  it('tells of each batch once, and of an empty one not at all', async () => {
    const notes: string[] = [];
    bench.admin.on('notification', ({ payload }) => notes.push(payload!));
    await bench.admin.query('listen lexgraph_event');
    await first!.tell('s0', ['1', '2', '3']);
    await bench.sequence({ batch: 2 });
    await bench.sequence();
    await bench.admin.query('unlisten lexgraph_event');
    expect(notes).toEqual(['2', '3']);
  });

  it('moves a commit at once when nudged, without waiting for its poll', async () => {
    const sequencer = new Sequencer({ database: bench.database.worker, poll: 60_000 });
    sequencer.start();
    await first!.tell('s0', ['1']);
    sequencer.nudge();
    await until(async () => (await bench.labels()).length === 1);
    await sequencer.stop();
  });

  it('finds by its poll what a committer left that died before its nudge', async () => {
    const sequencer = new Sequencer({ database: bench.database.worker, poll: 20 });
    sequencer.start();
    await first!.tell('s0', ['1']);
    await until(async () => (await bench.labels()).length === 1);
    await sequencer.stop();
  });

  it('moves what is left when it is stopped, and tells how long the inbox is', async () => {
    const sequencer = new Sequencer({ database: bench.database.worker });
    await first!.tell('s0', ['1', '2']);
    expect(await sequencer.backlog()).toEqual({ waiting: 2, oldestAt: new Date('2026-03-31T09:00:00Z') });
    await sequencer.stop();
    expect(await sequencer.backlog()).toEqual({ waiting: 0, oldestAt: null });
    expect(await bench.labels()).toEqual(['1', '2']);
  });
});
