import type { Temporal } from 'temporal-polyfill';
import type { Extensions, Locale, Ports } from '../../schema/base';
import type { Caller } from '../access';
import type { Clock } from '../calendar';
import type { Transaction } from '../database';
import type { NewEvent } from '../events';
import type { Lender } from '../lenders';
import type { Finding } from '../rules';

/**
 * One thing that can be done: a name, the plugin that it belongs to, and what it does inside one transaction.
 * The pipeline around it (`CommandRunner`) adds the idempotency check, the plugin's state, events, audit and the commit.
 */
export interface Command<Input, Result extends CommandResult> {
  /** The mutation's name, or `job:name` for work of the gateway itself. */
  readonly name: string;
  /** A plugin's own command is refused unless the plugin is ENABLED or DRAINING for the lender. */
  readonly plugin?: string;
  /** Types of events that it may emit; the pipeline refuses any other. */
  readonly emits: readonly string[];
  run(input: Input, context: CommandContext): Promise<Result>;
}

/** What every payload carries. Findings of an accepted command are warnings; of a refused one, the reasons. */
export interface CommandResult {
  readonly findings?: readonly Finding[];
}

/** Throw to refuse: the transaction is rolled back and the findings are the answer. */
export class Refusal extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super(findings.map((finding) => finding.code).join(', '));
  }
}

export interface CommandContext {
  readonly transaction: Transaction;
  readonly caller: Caller;
  readonly lender: Lender;
  readonly locale: Locale;
  readonly clock: Clock;
  /** One moment for the whole command. */
  readonly now: Temporal.Instant;
  /** The lender's calendar day at `now`. */
  readonly today: Temporal.PlainDate;
  readonly ports: Ports;
  readonly extensions: Extensions;
  /** Tells of the change, in the same transaction. The caller holds the subject's row lock. */
  emit(event: NewEvent): void;
  /** Id of the audit entry that this command writes when it ends: what it keeps may point to it. */
  readonly auditEntryId: string;
  /** Adds facts to the audit entry of this command; nothing personal. */
  audit(details: Readonly<Record<string, string | number | boolean | null>>): void;
  /**
   * Locks the plugin's state row `FOR SHARE` and refuses by it: `START` needs ENABLED, `CONTINUE` ENABLED or DRAINING.
   * Legal duties (jobs) do not call it: they do not stop because a switch was flipped.
   */
  requirePlugin(plugin: string, purpose: 'START' | 'CONTINUE'): Promise<void>;
  /** Runs after the commit, outside the transaction; failures are logged, not thrown. */
  afterCommit(work: () => Promise<void> | void): void;
}

export function defineCommand<Input, Result extends CommandResult>(command: Command<Input, Result>): Command<Input, Result> {
  return Object.freeze(command);
}
