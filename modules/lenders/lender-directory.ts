import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { definePort } from '../../schema/base';
import { type Database, NO_ROWS, statement } from '../database';
import type { Lender } from './lender';
import type { PluginState } from './plugin-state.entity';
import { TOGGLE_CHANNEL } from './toggle-channel';

export interface LenderDirectoryOptions {
  /** Connected as the worker role: the directory spans all lenders. */
  readonly database: Database;
  /** Told of failed readings; the last known lenders stay in use and the next poll tries again. */
  onFailure(error: unknown): void;
  /** Bounds how long a process may lag behind when a notice was lost. */
  readonly pollMilliseconds?: number;
}

/** A lender that is new, or whose facts or plugin states changed. */
export interface LenderChange {
  readonly before: Lender | null;
  readonly after: Lender;
}

/** The directory of this process, for resolvers and for whoever names a lender by host or code. */
export const lenderDirectory = definePort<Pick<LenderDirectory, 'all' | 'byId' | 'byCode' | 'byHost'>>('lenders.directory');

interface LenderRow extends Omit<Lender, 'plugins'> {
  readonly plugins: Record<string, PluginState>;
}

const readLenders = statement<LenderRow>(
  'lender_directory',
  `select l.lender_id as id, code, name, legal_name as "legalName", country, zone, currency, hosts, details,
     (select coalesce(jsonb_object_agg(plugin_id, state), '{}') from core.plugin_state s where s.lender_id = l.lender_id) as plugins
   from core.lender l order by code`,
);

/**
 * All lenders with the states of their plugins, held in the process. Several processes follow a toggle within a second:
 * by a notice at once, by the poll where the notice was lost.
 */
export class LenderDirectory {
  private lenders: readonly Lender[] = [];
  private readonly listeners = new Set<(changes: readonly LenderChange[]) => void>();
  private timer: NodeJS.Timeout | null = null;
  private ear: pg.PoolClient | null = null;
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;

  private constructor(private readonly options: LenderDirectoryOptions) {}

  /** Reads the lenders; does not follow changes until `start`. */
  static async load(options: LenderDirectoryOptions): Promise<LenderDirectory> {
    const directory = new LenderDirectory(options);
    await directory.refresh();
    return directory;
  }

  all(): readonly Lender[] {
    return this.lenders;
  }

  byId(id: string): Lender | null {
    return this.lenders.find((lender) => lender.id === id) ?? null;
  }

  byCode(code: string): Lender | null {
    return this.lenders.find((lender) => lender.code === code) ?? null;
  }

  /** By the `Host` header's value; the port and the case do not matter. */
  byHost(host: string): Lender | null {
    const name = host.replace(/:\d+$/, '').toLowerCase();
    return this.lenders.find((lender) => lender.hosts.includes(name)) ?? null;
  }

  /** Calls the listener after every change; answers how to stop that. */
  onChange(listener: (changes: readonly LenderChange[]) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Reads again; what was committed before the call is seen when it ends. */
  refresh(): Promise<void> {
    this.waiting++;
    const turn = this.last.then(() => this.read()).finally(() => this.waiting--);
    this.last = turn.catch(() => {});
    return turn;
  }

  /** Follows changes from now on. */
  async start(): Promise<void> {
    this.timer ??= setInterval(() => void this.poll(), this.options.pollMilliseconds ?? 1000);
    await this.poll();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.last;
    this.ear?.release(true);
    this.ear = null;
  }

  private async poll(): Promise<void> {
    // A reading that hangs is not joined by one more each second.
    if (this.waiting > 0) return;
    try {
      await this.listen();
      await this.refresh();
    } catch (error) {
      this.options.onFailure(error);
    }
  }

  private async listen(): Promise<void> {
    if (this.ear) return;
    const ear = await this.options.database.pool.connect();
    if (!this.timer || this.ear) return ear.release();
    this.ear = ear;
    ear.on('error', (error) => {
      // Cut off: the next poll listens on a fresh connection.
      if (this.ear !== ear) return;
      this.ear = null;
      ear.release(error);
    });
    ear.on('notification', () => void this.refresh().catch((error) => this.options.onFailure(error)));
    await ear.query(`listen ${TOGGLE_CHANNEL}`);
  }

  private async read(): Promise<void> {
    const known = new Map(this.lenders.map((lender) => [lender.id, lender]));
    const changes: LenderChange[] = [];
    const rows = await this.options.database.scoped(NO_ROWS).query(readLenders);
    const lenders = rows.map((row) => {
      const before = known.get(row.id) ?? null;
      const lender: Lender = Object.freeze({ ...row, plugins: new Map(Object.entries(row.plugins)) });
      if (before && isDeepStrictEqual(before, lender)) return before;
      changes.push({ before, after: lender });
      return lender;
    });
    // Set before the listeners run: they read the directory.
    this.lenders = Object.freeze(lenders);
    if (changes.length === 0) return;
    for (const listener of this.listeners) {
      try {
        listener(changes);
      } catch (error) {
        this.options.onFailure(error);
      }
    }
  }
}
