import { type Database, NO_ROWS, type ScopedDatabase, statement } from '../database';
import { EVENT_COLUMNS, type StoredEvent } from './event-row';
import { type LogHead, readHead } from './log-head';
import { LogListener } from './log-listener';
import { EVENT_CHANNEL } from './move-batch';

/** Told by a feed what happens to the log. */
export interface LogWatcher {
  /** There may be rows that were not read yet. Told more than once, and at times for nothing. */
  onWake(): void;
  /** The connection to the log was lost meanwhile: what was told was not heard, and the log itself may be another one. */
  onReconnected(): void;
  onFailure(error: unknown): void;
}

/** Rows from one place of the log on, in their order and without a gap. */
export interface LogPage {
  readonly rows: readonly StoredEvent[];
  /** More may be there at once. */
  readonly more: boolean;
}

/**
 * Where one process gets the sequenced rows of all lenders from. Order and truth are PostgreSQL's, whichever way the rows
 * travel: positions are dense, so that a reader sees by itself what is missing or comes twice.
 */
export interface LogFeed {
  /** Resolves when what happens from now on wakes the watcher. */
  start(watcher: LogWatcher): Promise<void>;
  /** The rows after a position, as many as fit a page; none when there is nothing after it. */
  read(after: number): Promise<LogPage>;
  head(): Promise<LogHead>;
  stop(): Promise<void>;
}

// More than a stream keeps in memory: a burst is told from a reader that falls behind by its coming in one page.
const PAGE = 2000;

/** The one query of the feed: every lender's rows, by position. */
export const feedQuery = statement<StoredEvent>(
  'events_feed',
  `select ${EVENT_COLUMNS} from core.event where pos > $1 order by pos limit ${PAGE}`,
);

/** The log read from PostgreSQL, woken by the sequencer's notification and by a poll that covers what was not heard. */
export class PostgresLogFeed implements LogFeed {
  private readonly database: ScopedDatabase;
  private readonly connection;
  private readonly poll: number;
  private listener: LogListener | null = null;
  private timer: NodeJS.Timeout | null = null;

  /** @param options.database connected as the worker role: the log is read once for all lenders */
  constructor({ database, poll = 250 }: { readonly database: Database; readonly poll?: number }) {
    this.database = database.scoped(NO_ROWS);
    this.connection = database.pool.options;
    this.poll = poll;
  }

  async start({ onWake, onReconnected, onFailure }: LogWatcher): Promise<void> {
    this.listener = new LogListener({
      connection: this.connection,
      channel: EVENT_CHANNEL,
      onNotify: onWake,
      onConnected: onReconnected,
      onFailure,
    });
    await this.listener.start();
    this.timer = setInterval(onWake, this.poll).unref();
  }

  async read(after: number): Promise<LogPage> {
    const rows = await this.database.query(feedQuery, [after]);
    return { rows, more: rows.length === PAGE };
  }

  head(): Promise<LogHead> {
    return readHead(this.database);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.listener?.stop();
  }
}
