import type { Clock } from '../calendar';
import { BackgroundLoop, type Database, NO_ROWS, statement } from '../database';

export interface EventRetentionOptions {
  /** Connected as the worker role. */
  readonly database: Database;
  readonly clock: Clock;
  /** How long an event is kept, at least; whole days. */
  readonly days: number;
  /** Most events that one transaction deletes; a whole partition goes at once, whatever it holds. */
  readonly batch?: number;
  /** Told of failed rounds, such as when a long reading of the log kept a partition; the next round tries again. */
  onFailure(error: unknown): void;
}

const HOUR_MILLISECONDS = 3_600_000;

const trim = statement<{ removed: string; more: boolean }>('events_trim', 'select removed, more from core.trim_event_log($1, $2)');

/**
 * Lets go of events older than the retention, from the oldest on and never past one that is younger; those of applications move to
 * the archive (`EVENT_HISTORY`). It asks nobody whether an event is still wanted: a reader that stays away for longer is told so by `CURSOR_EXPIRED`.
 */
export class EventRetention extends BackgroundLoop {
  constructor({ database, clock, days, batch = 10_000, onFailure }: EventRetentionOptions) {
    super({
      pollMilliseconds: HOUR_MILLISECONDS,
      onFailure,
      work: async () => {
        const before = clock
          .now()
          .subtract({ hours: days * 24 })
          .toString();
        // Each batch is a transaction of its own: the sequencer waits for one at most.
        while ((await database.scoped(NO_ROWS).query(trim, [before, batch]))[0]?.more);
      },
    });
  }
}
