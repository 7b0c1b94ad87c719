import { type Extensions, LexgraphError } from '../../schema/base';
import type { Clock } from '../calendar';
import type { Command, CommandResult } from '../commands';
import { type Database, NO_ROWS, type ScopedDatabase, statement } from '../database';
import { deadlineErrors } from './deadlines.errors';
import { findKind } from './extension-points';
import { fireDeadline, NothingToFire } from './fire-deadline.command';

/** A deadline as the worker sees it; nothing personal. */
export interface DueDeadline {
  readonly lenderId: string;
  readonly id: string;
  readonly kind: string;
  readonly attempts: number;
}

export interface FireDueOptions {
  /** Connected as the worker role. */
  readonly database: Database;
  readonly clock: Clock;
  readonly extensions: Extensions;
  /** Runs a command as the system at a lender, in one transaction (`CommandRunner` with `systemCaller`). */
  execute<Input, Result extends CommandResult>(command: Command<Input, Result>, input: Input, lenderId: string): Promise<Result>;
  /** Told of every failed attempt, with its code; the deadline is tried again later. */
  onFailure(error: unknown, deadline: DueDeadline | null): void;
  /** Deadlines read at once. */
  readonly batch?: number;
  /** Handlers running at once. */
  readonly concurrency?: number;
}

/** What one round did. */
export interface FireSummary {
  readonly fired: number;
  readonly failed: number;
}

// Due is judged by the clock that commands use, not by the server's.
const readDue = statement<DueDeadline>(
  'deadline_read_due',
  `select lender_id as "lenderId", id, kind, attempts from core.deadline
   where state = 'PENDING' and retry_at <= $1 order by retry_at limit $2`,
);
const noteFailure = statement<never>(
  'deadline_note_failure',
  `update core.deadline set attempts = attempts + 1, retry_at = $3, last_error = $4 where lender_id = $1 and id = $2 and state = 'PENDING'`,
);

const FIRST_RETRY = 10_000;
const LONGEST_RETRY = 3_600_000;

/** Milliseconds to the next attempt after the n-th failure: 10 s, doubled each time, at most an hour. */
export function retryDelay(failures: number): number {
  return Math.min(FIRST_RETRY * 2 ** (failures - 1), LONGEST_RETRY);
}

/** Fires what is due at all lenders by the clock, in batches, until nothing is left that this process can fire. */
export class DueFiring {
  private readonly database: ScopedDatabase;
  private readonly batch: number;

  constructor(private readonly options: FireDueOptions) {
    this.database = options.database.scoped(NO_ROWS);
    this.batch = options.batch ?? 200;
  }

  async anyDue(): Promise<boolean> {
    return (await this.read(1)).length > 0;
  }

  /** `goOn` is asked between deadlines. */
  async run(goOn: () => boolean = () => true): Promise<FireSummary> {
    const total = { fired: 0, failed: 0 };
    while (goOn()) {
      const due = await this.read(this.batch);
      const before = total.fired + total.failed;
      const queue = due.values();
      const lane = async () => {
        for (const deadline of queue) {
          if (!goOn()) return;
          const outcome = await this.fire(deadline);
          if (outcome) total[outcome]++;
        }
      };
      await Promise.all(Array.from({ length: this.options.concurrency ?? 4 }, lane));
      // What is left is in another worker's hands.
      if (total.fired + total.failed === before) break;
    }
    return total;
  }

  private read(limit: number): Promise<DueDeadline[]> {
    return this.database.query(readDue, [new Date(this.options.clock.now().epochMilliseconds), limit]);
  }

  private async fire(deadline: DueDeadline): Promise<'fired' | 'failed' | null> {
    try {
      const kind = findKind(this.options.extensions, deadline.kind);
      if (!kind) throw deadlineErrors.error('DEADLINE_KIND_UNKNOWN');
      const result = await this.options.execute(fireDeadline(kind), { deadlineId: deadline.id }, deadline.lenderId);
      if (result.fired) return 'fired';
      throw new HandlerRefused(result.findings?.map(({ code }) => code) ?? []);
    } catch (error) {
      if (error instanceof NothingToFire) return null;
      this.options.onFailure(error, deadline);
      const retryAt = this.options.clock.now().epochMilliseconds + retryDelay(deadline.attempts + 1);
      await this.database.query(noteFailure, [deadline.lenderId, deadline.id, new Date(retryAt), codeOf(error)]);
      return 'failed';
    }
  }
}

class HandlerRefused extends Error {
  readonly code: string;

  constructor(codes: readonly string[]) {
    super(`The handler refused: ${codes.join(', ')}.`);
    this.code = codes.join(' ');
  }
}

/** A code for people to look up; never the message, which may hold personal data. */
function codeOf(error: unknown): string {
  if (error instanceof LexgraphError) return error.definition.code;
  const { code, name } = error as { code?: unknown; name?: unknown };
  return (typeof code === 'string' && code) || (typeof name === 'string' && name) || 'Error';
}
