import { setTimeout as wait } from 'node:timers/promises';
import { type Database, NO_ROWS, statement } from '../database';
import { type BatchOutcome, moveBatch } from './move-batch';

export interface SequencerOptions {
  /** Connected as the worker role. */
  readonly database: Database;
  /** Most events that one transaction moves. */
  readonly batch?: number;
  /** Milliseconds between looks at the inbox: covers a committer that died before its nudge. */
  readonly poll?: number;
  /** Told after each commit that moved events: those after the first position, through the second. */
  readonly onMoved?: (after: number, through: number) => void;
  /** Told of failed attempts; the events stay in the inbox and the next attempt takes them. */
  readonly onFailure?: (error: unknown) => void;
}

/** How long the inbox is and since when its oldest event waits; a growing backlog means that nobody sequences. */
export interface InboxBacklog {
  readonly waiting: number;
  readonly oldestAt: Date | null;
}

/** What this process has sequenced since it began. */
export interface SequencerTally {
  readonly batches: number;
  readonly events: number;
  /** By the system's clock; null when it has not led yet. */
  readonly lastLedAt: Date | null;
}

// While another process leads, our rows may have come after its snapshot.
const RETRY_MS = 5;

const anyWaiting = statement<{ any: boolean }>('events_any_waiting', 'select exists (select from core.event_inbox) as "any"');
const backlog = statement<InboxBacklog>('events_backlog', 'select count(*)::int as waiting, min(at) as "oldestAt" from core.event_inbox');

/**
 * Gives committed events their dense positions. Every process runs one; whichever holds the advisory lock of the moment moves the rows.
 * Killed at any point it leaves neither hole nor double: rows, positions and head move in one transaction.
 */
export class Sequencer {
  private readonly database;
  private readonly batch: number;
  private readonly poll: number;
  private readonly onFailure: (error: unknown) => void;
  private readonly onMoved: NonNullable<SequencerOptions['onMoved']>;
  private done: SequencerTally = { batches: 0, events: 0, lastLedAt: null };
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private wanted = false;
  private stopped = false;

  constructor(options: SequencerOptions) {
    this.database = options.database.scoped(NO_ROWS);
    this.batch = options.batch ?? 2000;
    this.poll = options.poll ?? 250;
    this.onMoved = options.onMoved ?? (() => {});
    this.onFailure = options.onFailure ?? ((error) => process.emitWarning(`Sequencing failed: ${String(error)}`));
  }

  start(): void {
    this.timer ??= setInterval(() => void this.look(), this.poll).unref();
    this.nudge();
  }

  /** Call after a commit that wrote events. Many nudges during one run make one more run. */
  nudge(): void {
    if (this.stopped) return;
    this.wanted = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
  }

  /** Moves what is left and ends; what another process moves meanwhile is that process's. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.running;
    await this.drain().catch(this.onFailure);
  }

  get tally(): SequencerTally {
    return this.done;
  }

  async backlog(): Promise<InboxBacklog> {
    return (await this.database.query(backlog))[0]!;
  }

  private async look(): Promise<void> {
    if (this.running) return;
    try {
      if ((await this.database.query(anyWaiting))[0]?.any) this.nudge();
    } catch (error) {
      this.onFailure(error);
    }
  }

  private async run(): Promise<void> {
    while (this.wanted) {
      this.wanted = false;
      try {
        if (await this.drain()) continue;
        await wait(RETRY_MS);
        await this.drain();
      } catch (error) {
        // No retry at once: the poll comes back, and a database that is down is not hammered.
        this.onFailure(error);
        this.wanted = false;
      }
    }
  }

  /** Moves batches until the inbox is empty; `false` when another process leads. */
  private async drain(): Promise<boolean> {
    for (;;) {
      const outcome = await moveBatch(this.database, this.batch);
      if (!outcome.leading) return false;
      this.count(outcome);
      if (!outcome.more) return true;
    }
  }

  private count({ moved, through }: Extract<BatchOutcome, { leading: true }>): void {
    if (through === null) return;
    this.done = { batches: this.done.batches + 1, events: this.done.events + moved, lastLedAt: new Date() };
    this.onMoved(through - moved, through);
  }
}
