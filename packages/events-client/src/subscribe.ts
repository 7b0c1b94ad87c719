import type { CursorStore } from './cursor-store.ts';
import { shapeOf } from './document.ts';
import { EventReader } from './event-reader.ts';
import type { GraphError, Reaction } from './stream-problem.ts';

/** An event as the subscription's document shows it. */
export interface ReceivedEvent<Data> {
  /** The result's `data`. */
  readonly data: Data;
  /** What could not be shown of it: fields that are null for a reason. */
  readonly errors: readonly GraphError[];
  readonly cursor: string;
}

export interface HandlerContext<Transaction> {
  /** What the store lends, e.g. the client of the transaction that moves the cursor. */
  readonly transaction: Transaction;
  /** Aborted once the subscription is closed; the event counts all the same when the handler then resolves. */
  readonly signal: AbortSignal;
}

/** What went wrong, and what is going to be done about it. */
export interface Problem<Data> {
  /** A code of the gateway, `HTTP_<status>`, or one of the library's own. */
  readonly code: string;
  readonly message: string;
  readonly cause: unknown;
  /** How often it went wrong in a row, from 1. */
  readonly attempt: number;
  readonly reaction: Reaction;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
  /** Where one may go on when the cursor is not good any more. */
  readonly resumeAfter: string | null;
  /** The event whose handling failed. */
  readonly event: ReceivedEvent<Data> | null;
}

export interface SubscribeOptions<Data, Transaction> {
  /** The gateway's `/graphql/stream`. */
  readonly url: string;
  /** Asked before each connection; is told the token that was refused, if one was. */
  readonly token: (refused: string | null) => string | Promise<string>;
  /** Code of the lender, for a token that is good for several. */
  readonly lender?: string;
  /** A subscription that selects `cursor` and takes a variable as `after`. */
  readonly query: string;
  readonly operationName?: string;
  /** Without the one given as `after`. */
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly store: CursorStore<Transaction>;
  /** Where to begin when the store is empty; what happens from now on unless given. */
  readonly from?: string;
  /** Handles one event at a time, in order. When it rejects, the same event comes again after a pause. */
  readonly onEvent: (event: ReceivedEvent<Data>, context: HandlerContext<Transaction>) => void | Promise<void>;
  /**
   * Is told what goes wrong, and may decide otherwise: `now`, `later`, `resume` (after `resumeAfter`), `skip` (the event whose handling
   * failed) or `stop`.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler that only tells somebody returns nothing.
  readonly onProblem?: (problem: Problem<Data>) => Reaction | void | Promise<Reaction | void>;
  /** Closes the subscription. */
  readonly signal?: AbortSignal;
  /** Pauses in milliseconds, chosen at random up to a bound that doubles from `first` to `most`; 500 and 30 000 unless given. */
  readonly pauses?: { readonly first: number; readonly most: number };
  /** Milliseconds without a sign of life after which the connection counts as lost; 45 000 unless given. */
  readonly silence?: number;
}

export interface Subscription {
  /** Ends after the event that is being handled. */
  close(): Promise<void>;
  /** Resolves once it was closed; rejects with what ended it otherwise. */
  readonly done: Promise<void>;
}

/**
 * Reads a subscription's events for good: each at least once, in order, none before its cursor again. The cursor is kept after
 * `onEvent` has resolved, and after every break the stream goes on there.
 * @throws Error when the document cannot be resumed
 */
export function subscribe<Data = Record<string, unknown>, Transaction = undefined>(
  options: SubscribeOptions<Data, Transaction>,
): Subscription {
  const reader = new EventReader(options, shapeOf(options.query, options.operationName));
  const done = reader.run();
  const close = () => {
    reader.close();
    return done;
  };
  return { close, done };
}
