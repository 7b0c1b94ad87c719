import { defineExtensionPoint, type Ports } from '../../schema/base';
import type { Clock } from '../calendar';
import type { Command, CommandResult } from '../commands';
import type { Database } from '../database';

/** What work behind the requests gets. */
export interface JobContext {
  /** Connected as the worker role. */
  readonly database: Database;
  readonly clock: Clock;
  readonly ports: Ports;
  /** Runs a command of the system at a lender, in a transaction of its own. */
  execute<Input, Result extends CommandResult>(command: Command<Input, Result>, input: Input, lenderId: string): Promise<Result>;
}

/** Work of a plugin behind the requests: calls to partners that wait, answers that are asked for again. */
export interface BackgroundJob {
  /** Unique; a plugin's carries the plugin's id, e.g. `acme-plugin/refunds`. */
  readonly id: string;
  /** A round is also done after every commit; this covers what was lost with a process. */
  readonly everyMilliseconds: number;
  /**
   * Does all that waits. Every process runs it: rows are taken with a lease (`for update skip locked`), and a round is safe to repeat.
   * The plugin's state at a lender is not asked: what is under way ends, whatever was switched.
   */
  run(context: JobContext): Promise<void>;
}

export const backgroundJobs = defineExtensionPoint<BackgroundJob>('execution.jobs');
