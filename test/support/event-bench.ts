import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { QueryRunner } from 'typeorm';
import { Database, Transaction, uuidv7, withRowScope } from '../../modules/database';
import { type NewEvent, recordEvents, Sequencer } from '../../modules/events';
import { makeDataSource } from '../../ormconfig';
import { createTestDatabase, type TestDatabase } from './test-database';

export interface LoggedEvent {
  readonly pos: number;
  readonly subject: string;
  readonly label: string;
}

/** A connection of the app role on which a test takes one step after another, as a command in the middle of its work would. */
export class Writer {
  private constructor(
    private readonly runner: QueryRunner,
    readonly lenderId: string,
    readonly processId: number,
  ) {}

  static async open(database: Database, lenderId: string): Promise<Writer> {
    const runner = database.dataSource.createQueryRunner();
    await withRowScope({ lenderId }, () => runner.connect());
    const [{ pid }] = await runner.query('select pg_backend_pid() as pid');
    return new Writer(runner, lenderId, pid);
  }

  async begin(): Promise<void> {
    await this.runner.query('begin');
  }

  async commit(): Promise<void> {
    await this.runner.query('commit');
  }

  async rollback(): Promise<void> {
    await this.runner.query('rollback');
  }

  async run(sql: string): Promise<void> {
    await this.runner.query(sql);
  }

  /** Locks the row of a subject, as every command does before it tells of a change to it. */
  async lock(subject: string): Promise<void> {
    await this.runner.query('select 1 from core.plugin_state where plugin_id = $1 for update', [subject]);
  }

  /** Records one event per label, in one statement. */
  async append(subject: string, labels: readonly string[], more: Partial<NewEvent> = {}): Promise<void> {
    const cause = { lenderId: this.lenderId, actor: 'SYSTEM:test', command: 'test', at: Temporal.Instant.from('2026-03-31T09:00:00Z') };
    const events = labels.map(
      (label): NewEvent => ({ type: 'ThingChanged', subject: { type: 'Thing', id: subject }, payload: { label }, ...more }),
    );
    await recordEvents(new Transaction(this.runner.manager), cause, events);
  }

  /** A whole command: lock, append, commit. */
  async tell(subject: string, labels: readonly string[], more: Partial<NewEvent> = {}): Promise<void> {
    await this.begin();
    await this.lock(subject);
    await this.append(subject, labels, more);
    await this.commit();
  }

  async close(): Promise<void> {
    await this.runner.release();
  }
}

/** A test database with two lenders, subjects whose rows can be locked, and a look behind row-level security. */
export class EventBench {
  readonly subjects = ['s0', 's1', 's2', 's3', 's4'];
  private readonly writers: Writer[] = [];
  private readonly databases: Database[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly admin: pg.Client,
    readonly lenderId: string,
    readonly otherLenderId: string,
  ) {}

  static async open(): Promise<EventBench> {
    const database = await createTestDatabase();
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const bench = new EventBench(database, admin, uuidv7(), uuidv7());
    for (const id of [bench.lenderId, bench.otherLenderId]) {
      await admin.query("insert into core.lender values ($1, $2, 'n', 'n', 'XX', 'UTC', 'XTS')", [id, id]);
      for (const subject of bench.subjects) {
        await admin.query("insert into core.plugin_state values ($1, $2, 'ENABLED', false, null, 'test', '2026-01-01')", [id, subject]);
      }
    }
    return bench;
  }

  async writer(lenderId = this.lenderId): Promise<Writer> {
    const writer = await Writer.open(this.database.app, lenderId);
    this.writers.push(writer);
    return writer;
  }

  /** Another process's connection pool of the worker role. */
  async anotherWorker(): Promise<Database> {
    const database = await Database.connect(makeDataSource(this.database.urls.worker, { applicationName: 'other' }));
    this.databases.push(database);
    return database;
  }

  /** Moves everything that is committed, as a process that has nothing else to do. */
  async sequence(options: { database?: Database; batch?: number } = {}): Promise<void> {
    await new Sequencer({ database: options.database ?? this.database.worker, batch: options.batch, onFailure: fail }).stop();
  }

  async log(after = 0): Promise<LoggedEvent[]> {
    const { rows } = await this.admin.query(
      "select pos::int, subject_id as subject, payload ->> 'label' as label from core.event where pos > $1 order by pos",
      [after],
    );
    return rows;
  }

  async labels(): Promise<string[]> {
    return (await this.log()).map(({ label }) => label);
  }

  /** Empties log, archive and inbox and sets the size of the partitions made from now on. */
  async reset(partitionSize = 1000): Promise<void> {
    await this.admin.query("set session_replication_role = 'replica'");
    const { rows } = await this.admin.query(
      "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'core.event'::regclass",
    );
    for (const { name } of rows) await this.admin.query(`drop table ${name}`);
    await this.admin.query('delete from core.event_inbox');
    await this.admin.query('delete from core.event_archive');
    await this.admin.query("set session_replication_role = 'origin'");
    await this.admin.query('update core.event_head set pos = 0, first_pos = 1, partitioned_to = 1, partition_size = $1', [partitionSize]);
    await this.admin.query('select core.extend_event_log()');
  }

  /** Ends a connection from the server's side. */
  async kill(processId: number): Promise<void> {
    await this.admin.query('select pg_terminate_backend($1, 5000)', [processId]);
  }

  async close(): Promise<void> {
    for (const writer of this.writers) await writer.close();
    for (const database of this.databases) await database.close();
    await this.admin.end();
    await this.database.close();
  }
}

function fail(error: unknown): never {
  throw error;
}

/** Waits for what another connection does; fails by the test's own time limit. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}
