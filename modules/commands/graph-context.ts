import type { ErrorCatalogue, Extensions, Locale, Ports } from '../../schema/base';
import type { Caller } from '../access';
import type { Clock } from '../calendar';
import type { Loaders, ScopedDatabase } from '../database';
import type { EventStreams, OwnedEventType } from '../events';
import type { Lender } from '../lenders';
import type { Command, CommandResult } from './command';

/** What resolvers get: the caller's rights, its rows, and the way to do things. */
export interface GraphContext {
  readonly caller: Caller;
  /** `null` when the request names no lender. */
  readonly lender: Lender | null;
  readonly locale: Locale;
  readonly requestId: string;
  readonly database: ScopedDatabase;
  readonly loaders: Loaders;
  readonly clock: Clock;
  readonly ports: Ports;
  readonly extensions: Extensions;
  /** Live events; subscriptions open them through `eventSubscription`. */
  readonly streams: EventStreams;
  /** Every declared type of event, of core and plugins. */
  readonly eventTypes: readonly OwnedEventType[];
  /** Plugins that are in the caller's schema; events of others are passed over. */
  readonly visiblePlugins: ReadonlySet<string>;
  /** The one list of error codes. */
  readonly errors: ErrorCatalogue;
  /**
   * Runs a command in one transaction. `idempotencyKey`: a repeat with equal input answers the stored result,
   * with another input it is refused (`IDEMPOTENCY_KEY_REUSED`). `changesNothingRead`: what this request has loaded stays true,
   * so that a trace of a read costs no second reading.
   */
  execute<Input, Result extends CommandResult>(
    command: Command<Input, Result>,
    input: Input,
    options?: { idempotencyKey?: string; changesNothingRead?: boolean },
  ): Promise<Result>;
}
