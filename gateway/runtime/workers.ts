import type { Logger } from 'pino';
import { systemCaller } from '../../modules/access';
import { AuditSealer } from '../../modules/audit';
import type { Clock } from '../../modules/calendar';
import type { Command, CommandResult } from '../../modules/commands';
import { AccrualWorker } from '../../modules/contracts';
import { BackgroundLoop, fieldCipherPort } from '../../modules/database';
import { DeadlineWorker } from '../../modules/deadlines';
import { EventRetention, type EventRow, EventStreams, type EventStreamsOptions, PostgresLogFeed, Sequencer } from '../../modules/events';
import { backgroundJobs, type CommandRunner, type JobContext } from '../../modules/execution';
import type { LenderDirectory } from '../../modules/lenders';
import { NotificationDispatcher } from '../../modules/notifications';
import { settleTransfer, TransferDispatcher } from '../../modules/payments';
import type { Extensions, Ports } from '../../schema/base';
import { connectBus } from '../bus';
import { traceOf } from '../executor';
import { identityErrors } from '../identity';
import type { Databases } from './databases';

type EndedStreams = NonNullable<ReturnType<NonNullable<EventStreamsOptions['endedBy']>>>;

export interface WorkerParts {
  readonly databases: Databases;
  readonly clock: Clock;
  readonly ports: Ports;
  readonly extensions: Extensions;
  readonly lenders: LenderDirectory;
  readonly logger: Logger;
  /** Whole days that an event is kept. */
  readonly retentionDays: number;
  /** Address of the NATS server that carries sequenced rows between gateways; null: each reads them from PostgreSQL. */
  readonly bus: string | null;
  /** Given late: commands wake the workers, and workers run commands. */
  runner(): CommandRunner;
}

/** What runs behind the requests of one process; every process runs all of it, and they take turns by the database's locks. */
export class Workers {
  readonly streams: EventStreams;
  readonly deadlines: DeadlineWorker;
  readonly accrual: AccrualWorker;
  private readonly retention: EventRetention;
  readonly sequencer: Sequencer;
  private readonly sealer: AuditSealer;
  private readonly notifications: NotificationDispatcher;
  private readonly transfers: TransferDispatcher;
  private readonly jobs: readonly BackgroundLoop[];

  constructor(private readonly parts: WorkerParts) {
    const { databases, clock, ports, extensions, logger } = parts;
    const database = databases.worker;
    const failed = (worker: string) => (error: unknown) => logger.warn({ worker, ...traceOf(error) }, 'worker round failed');
    const log = new PostgresLogFeed({ database });
    const mac = (text: string) => ports.get(fieldCipherPort).digest(text, 'events.bus');
    const bus = parts.bus === null ? null : connectBus({ url: parts.bus, log, mac, onFailure: failed('bus') });
    this.sequencer = new Sequencer({ database, onMoved: (after, through) => bus?.publish(after, through), onFailure: failed('sequencer') });
    this.streams = new EventStreams({
      database,
      clock,
      expired: () => identityErrors.error('TOKEN_EXPIRED'),
      endedBy,
      log: bus ?? log,
      onFailure: failed('streams'),
    });
    this.retention = new EventRetention({ database, clock, days: parts.retentionDays, onFailure: failed('retention') });
    this.sealer = new AuditSealer({ database, onFailure: failed('audit') });
    this.notifications = new NotificationDispatcher({ database, clock, ports, onFailure: failed('notifications') });
    this.transfers = new TransferDispatcher({
      database,
      clock,
      ports,
      settle: async (lenderId, input) => void (await this.execute(settleTransfer, input, lenderId, 'transfers')),
      onFailure: failed('transfers'),
    });
    this.jobs = extensions.all(backgroundJobs).map(({ value: { id, everyMilliseconds, run } }) => {
      const execute: JobContext['execute'] = (command, input, lenderId) => this.execute(command, input, lenderId, id);
      return new BackgroundLoop({
        work: () => run({ database, clock, ports, execute }),
        pollMilliseconds: everyMilliseconds,
        onFailure: failed(id),
      });
    });
    this.accrual = new AccrualWorker({
      database,
      clock,
      execute: (command, input, lenderId) => this.execute(command, input, lenderId, 'accrual'),
      onFailure: failed('accrual'),
    });
    this.deadlines = new DeadlineWorker({
      database,
      clock,
      extensions,
      connectionString: databases.urls.worker,
      execute: (command, input, lenderId) => this.execute(command, input, lenderId, 'deadlines'),
      onFailure: failed('deadlines'),
    });
  }

  async start(): Promise<void> {
    this.sequencer.start();
    await this.streams.start();
    this.retention.start();
    this.sealer.start();
    this.notifications.start();
    this.transfers.start();
    for (const job of this.jobs) job.start();
    this.accrual.start();
    await this.deadlines.start();
  }

  /** After every commit: what it wrote goes on at once. */
  nudge(): void {
    this.sequencer.nudge();
    this.sealer.nudge();
    this.notifications.nudge();
    this.transfers.nudge();
    for (const job of this.jobs) job.nudge();
  }

  /** Ends the live streams with their last cursors; the rest goes on until `stop`. */
  async endStreams(): Promise<void> {
    await this.streams.stop();
  }

  async stop(): Promise<void> {
    await this.deadlines.stop();
    await this.accrual.stop();
    for (const job of this.jobs) await job.stop();
    await this.transfers.stop();
    await this.notifications.stop();
    await this.sealer.stop();
    await this.retention.stop();
    await this.sequencer.stop();
  }

  private execute<Input, Result extends CommandResult>(
    command: Command<Input, Result>,
    input: Input,
    lenderId: string,
    worker: string,
  ): Promise<Result> {
    const lender = this.parts.lenders.byId(lenderId);
    return this.parts
      .runner()
      .execute(command, input, { caller: systemCaller(lenderId, worker), lender, locale: 'en', requestId: `job:${worker}` });
  }
}

/** Whose streams an event ends: those of a closed session, and of a client whom the lender has blocked. */
function endedBy({ type, subject, payload }: EventRow): EndedStreams | null {
  const reason = () => identityErrors.error('TOKEN_REVOKED');
  if (type === 'SessionClosed') return { reason: reason(), concerns: ({ sessionId }) => sessionId === subject.id };
  if (type === 'ClientStatusChanged' && payload.to === 'BLOCKED')
    return { reason: reason(), concerns: ({ clientId }) => clientId === subject.id };
  return null;
}
