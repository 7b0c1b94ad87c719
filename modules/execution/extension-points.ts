import { defineExtensionPoint, definePort, type Locale, type Ports } from '../../schema/base';
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

/** A request to a plugin's own address. */
export interface RouteRequest {
  /** As the browser knows it, the public address before a proxy included. */
  readonly url: URL;
  readonly cookies: ReadonlyMap<string, string>;
  readonly locale: Locale;
}

export interface RouteAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RouteContext {
  readonly ports: Ports;
  /** Runs a command of the system at a lender, in a transaction of its own. */
  execute<Input, Result extends CommandResult>(command: Command<Input, Result>, input: Input, lenderId: string): Promise<Result>;
}

/** A page beside the graph (GET), such as the one to which an outside system sends a browser back. Nobody is signed in there. */
export interface HttpRoute {
  /** Begins with the plugin's id: `/acme-plugin/…`. */
  readonly path: string;
  handle(request: RouteRequest, context: RouteContext): Promise<RouteAnswer>;
}

export const httpRoutes = defineExtensionPoint<HttpRoute>('execution.http-routes');

/** Where browsers reach this gateway, without a slash at the end. */
export const publicAddressPort = definePort<() => string>('execution.public-address');
