import type { Logger } from 'pino';
import { systemCaller } from '../../modules/access';
import type { Clock } from '../../modules/calendar';
import type { Command, CommandResult } from '../../modules/commands';
import { BackgroundLoop, type Database } from '../../modules/database';
import type { CommandRunner } from '../../modules/execution';
import type { LenderDirectory } from '../../modules/lenders';
import { disableWebhook, forgetOldBodies, holdWebhook, WebhookDispatcher, WebhookFeeder } from '../../modules/webhooks';
import type { Ports } from '../../schema/base';
import { traceOf } from '../executor';

export interface WebhookWorkersParts {
  /** Connected as the worker role. */
  readonly database: Database;
  readonly clock: Clock;
  readonly ports: Ports;
  readonly lenders: Pick<LenderDirectory, 'byId'>;
  readonly runner: CommandRunner;
  readonly logger: Logger;
}

const HOUR_MILLISECONDS = 3_600_000;
const NUDGE_MILLISECONDS = 25;

/** What makes deliveries, sends them and forgets their bodies; every process runs all of it, and they take turns by the database's locks. */
export class WebhookWorkers {
  private readonly feeder: WebhookFeeder;
  private readonly dispatcher: WebhookDispatcher;
  private readonly forgetting: BackgroundLoop;
  private nudging: NodeJS.Timeout | null = null;

  constructor(private readonly parts: WebhookWorkersParts) {
    const { database, clock, ports, logger } = parts;
    const failed = (worker: string) => (error: unknown) => logger.warn({ worker, ...traceOf(error) }, 'worker round failed');
    this.dispatcher = new WebhookDispatcher({
      database,
      clock,
      ports,
      disable: (lenderId, input) => this.execute(disableWebhook, input, lenderId),
      onFailure: failed('webhook deliveries'),
    });
    this.feeder = new WebhookFeeder({
      database,
      clock,
      ports,
      hold: (lenderId, input) => this.execute(holdWebhook, input, lenderId),
      onQueued: () => this.dispatcher.nudge(),
      onFailure: failed('webhook feed'),
    });
    this.forgetting = new BackgroundLoop({
      work: () => forgetOldBodies(database, clock.now()),
      pollMilliseconds: HOUR_MILLISECONDS,
      onFailure: failed('webhook bodies'),
    });
  }

  start(): void {
    this.feeder.start();
    this.dispatcher.start();
    this.forgetting.start();
  }

  /** After every commit, a moment later: events have their positions by then, and a thousand commits a second make no thousand rounds. */
  nudge(): void {
    this.nudging ??= setTimeout(() => {
      this.nudging = null;
      this.feeder.nudge();
      this.dispatcher.nudge();
    }, NUDGE_MILLISECONDS).unref();
  }

  async stop(): Promise<void> {
    if (this.nudging) clearTimeout(this.nudging);
    await this.feeder.stop();
    await this.dispatcher.stop();
    await this.forgetting.stop();
  }

  private async execute<Input>(command: Command<Input, CommandResult>, input: Input, lenderId: string): Promise<void> {
    const { runner, lenders } = this.parts;
    const lender = lenders.byId(lenderId);
    await runner.execute(command, input, { caller: systemCaller(lenderId, 'webhooks'), lender, locale: 'en', requestId: 'job:webhooks' });
  }
}
