import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../calendar';
import type { Command, CommandResult } from '../../commands';
import { BackgroundLoop, type Database, NO_ROWS, statement } from '../../database';
import { type AccrualPosition, accrueBatch } from './accrue-batch.command';

export interface AccrualWorkerOptions {
  /** Connected as the worker role. */
  readonly database: Database;
  readonly clock: Clock;
  /** Runs a command as the system at a lender, in one transaction (`CommandRunner` with `systemCaller`). */
  execute<Input, Result extends CommandResult>(command: Command<Input, Result>, input: Input, lenderId: string): Promise<Result>;
  onFailure(error: unknown): void;
  readonly pollMilliseconds?: number;
  /** Contracts of one transaction. */
  readonly batch?: number;
}

/** What one round did. */
export interface AccrualSummary {
  readonly accrued: number;
  readonly failed: number;
}

// No lender's day is further ahead than the day after the present one in UTC.
const readDue = statement<{ lenderId: string; zone: string; next: string }>(
  'accrual_lenders_due',
  `select l.lender_id as "lenderId", l.zone, d.next::text from core.lender l cross join lateral (
     select min(accrue_next) as next from core.ledger where lender_id = l.lender_id and accrue_next <= $1) d
   where d.next is not null order by d.next, l.lender_id`,
);

const POLL_MILLISECONDS = 20_000;
const BATCH = 500;
const DAYS = 31;

/** Accrues what is due at all lenders, lender by lender and batch by batch; several processes share the work. */
export class AccrualWorker extends BackgroundLoop {
  private readonly round: () => Promise<AccrualSummary>;
  private readonly control: { working: boolean };

  constructor(options: AccrualWorkerOptions) {
    const control = { working: true };
    const round = () => accrueAll(options, () => control.working);
    super({
      work: async () => void (await round()),
      pollMilliseconds: options.pollMilliseconds ?? POLL_MILLISECONDS,
      onFailure: options.onFailure,
    });
    this.round = round;
    this.control = control;
  }

  /** Accrues in this process what is due now; for tests, and for the sandbox after its clock was moved. */
  runDueNow(): Promise<AccrualSummary> {
    return this.round();
  }

  /** Ends after the present batch. */
  override async stop(): Promise<void> {
    this.control.working = false;
    await super.stop();
  }
}

async function accrueAll(options: AccrualWorkerOptions, goOn: () => boolean): Promise<AccrualSummary> {
  const { database, clock, execute, onFailure, batch = BATCH } = options;
  const total = { accrued: 0, failed: 0 };
  const tomorrow = clock.now().toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 });
  for (const { lenderId, zone, next } of await database.scoped(NO_ROWS).query(readDue, [tomorrow.toString()])) {
    const today = clock.now().toZonedDateTimeISO(zone).toPlainDate();
    if (Temporal.PlainDate.compare(Temporal.PlainDate.from(next), today) > 0) continue;
    let after: AccrualPosition | null = null;
    while (goOn()) {
      const result: Awaited<ReturnType<typeof accrueBatch.run>> = await execute(accrueBatch, { limit: batch, days: DAYS, after }, lenderId);
      for (const { error } of result.failed) onFailure(error);
      total.accrued += result.accrued;
      total.failed += result.failed.length;
      if (!result.last) break;
      after = result.last;
    }
  }
  return total;
}
