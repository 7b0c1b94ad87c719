import type { Temporal } from 'temporal-polyfill';
import type { Extensions, Locale, Ports } from '../../schema/base';
import type { Caller } from '../access';
import { recordAudit } from '../audit';
import type { Clock } from '../calendar';
import { type Command, type CommandContext, type CommandResult, Refusal } from '../commands';
import { type Database, fieldCipherPort, type Transaction, uuidv7 } from '../database';
import { type NewEvent, recordEvents } from '../events';
import { type Lender, lockPluginState } from '../lenders';
import { blocks } from '../rules';
import { executionErrors } from './execution.errors';
import { claimKey, type IdempotencyClaim, keepResult } from './idempotency';

export interface CommandRunnerOptions {
  /** Connected as the app role. */
  readonly database: Database;
  readonly clock: Clock;
  readonly ports: Ports;
  readonly extensions: Extensions;
  /** Types that plugins declare: their part in a core command may tell of them. */
  readonly pluginEventTypes: ReadonlySet<string>;
  /** Called after every commit that wrote events: wakes sequencer, sealer and dispatchers. */
  onCommit(): void;
  /** Told of failures after the commit; nothing is lost by them, workers try again. */
  onAfterCommitFailure(command: string, error: unknown): void;
}

export interface CommandRequest {
  readonly caller: Caller;
  readonly lender: Lender | null;
  readonly locale: Locale;
  readonly requestId: string;
  readonly idempotencyKey?: string;
}

// serialization_failure and deadlock_detected: nothing was written, the same command may succeed at once.
const TRANSIENT = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

/**
 * The one way in which anything changes: idempotency key, plugin state, the command itself, its events, its audit entry
 * and the stored answer, in one transaction.
 */
export class CommandRunner {
  constructor(private readonly options: CommandRunnerOptions) {}

  async execute<Input, Result extends CommandResult>(
    command: Command<Input, Result>,
    input: Input,
    request: CommandRequest,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(command, input, request);
      } catch (error) {
        if (error instanceof Refusal) return { findings: error.findings } as unknown as Result;
        if (attempt >= ATTEMPTS || !TRANSIENT.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }

  private async attempt<Input, Result extends CommandResult>(
    command: Command<Input, Result>,
    input: Input,
    request: CommandRequest,
  ): Promise<Result> {
    const { caller, lender } = request;
    if (!lender) throw executionErrors.error('LENDER_REQUIRED');
    const afterCommit: Array<() => Promise<void> | void> = [];
    const scope = { lenderId: lender.id, clientId: caller.clientId };
    const result = await this.options.database.scoped(scope).transaction(async (transaction) => {
      const now = this.options.clock.now();
      const claim: IdempotencyClaim | null =
        request.idempotencyKey !== undefined
          ? { lenderId: lender.id, caller, key: request.idempotencyKey, command: command.name, input, at: new Date(now.epochMilliseconds) }
          : null;
      const earlier = claim && (await claimKey(transaction, this.options.ports.get(fieldCipherPort), claim));
      if (earlier) return earlier.stored as Result;

      const events: NewEvent[] = [];
      const details: Record<string, string | number | boolean | null> = {};
      const auditEntryId = uuidv7(now.epochMilliseconds);
      const context = { ...this.contextFor(command, request, lender, transaction, now, events, details, afterCommit), auditEntryId };
      if (command.plugin) await context.requirePlugin(command.plugin, 'CONTINUE');
      const answer = await command.run(input, context);

      const subject = events[0]?.subject;
      if (events.length > 0) {
        await recordEvents(
          transaction,
          { lenderId: lender.id, actor: `${caller.kind}:${caller.subject}`, command: command.name, at: now },
          events,
        );
      }
      await recordAudit(transaction, {
        id: auditEntryId,
        lenderId: lender.id,
        at: now,
        actor: { kind: caller.kind, subject: caller.subject },
        command: command.name,
        plugin: command.plugin ?? null,
        subject: subject ?? null,
        outcome: answer.findings?.some(blocks) ? 'REFUSED' : 'DONE',
        details,
        requestId: request.requestId,
      });
      if (claim) await keepResult(transaction, claim, answer);
      return answer;
    });
    this.options.onCommit();
    for (const work of afterCommit) {
      await Promise.resolve()
        .then(work)
        .catch((error) => this.options.onAfterCommitFailure(command.name, error));
    }
    return result;
  }

  private contextFor(
    command: Command<never, CommandResult>,
    request: CommandRequest,
    lender: Lender,
    transaction: Transaction,
    now: Temporal.Instant,
    events: NewEvent[],
    details: Record<string, string | number | boolean | null>,
    afterCommit: Array<() => Promise<void> | void>,
  ): Omit<CommandContext, 'auditEntryId'> {
    return {
      transaction,
      caller: request.caller,
      lender,
      locale: request.locale,
      clock: this.options.clock,
      now,
      today: now.toZonedDateTimeISO(lender.zone).toPlainDate(),
      ports: this.options.ports,
      extensions: this.options.extensions,
      emit: (event) => {
        // A wiring error, found by the first test that runs the command.
        if (!command.emits.includes(event.type) && !this.options.pluginEventTypes.has(event.type))
          throw new Error(`${command.name} does not declare that it emits ${event.type}.`);
        events.push(event);
      },
      audit: (more) => void Object.assign(details, more),
      requirePlugin: async (plugin, purpose) => {
        const state = await lockPluginState(transaction, lender.id, plugin);
        if (state === 'ENABLED' || (state === 'DRAINING' && purpose === 'CONTINUE')) return;
        throw executionErrors.error(state === 'DRAINING' ? 'PLUGIN_DRAINING' : 'PLUGIN_DISABLED', { plugin });
      },
      afterCommit: (work) => void afterCommit.push(work),
    };
  }
}
