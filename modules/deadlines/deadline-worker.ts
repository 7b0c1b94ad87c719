import { Logger, type Runner, run } from 'graphile-worker';
import pg from 'pg';
import { BackgroundLoop } from '../database';
import { DueFiring, type FireDueOptions, type FireSummary } from './fire-due';

export interface DeadlineWorkerOptions extends FireDueOptions {
  /** The worker role's URL: the job queue has a pool of its own. */
  readonly connectionString: string;
  /** How often it is looked whether something is due. */
  readonly pollMilliseconds?: number;
}

const SCHEMA = 'lexgraph_jobs';
const TASK = 'fire_deadlines';

/**
 * Fires due deadlines by a job: whichever process sees something due adds one, and whichever is free carries it out.
 * The job carries nothing; what to do is read from the rows, so a lost or doubled job does no harm.
 */
export class DeadlineWorker {
  private readonly firing: DueFiring;
  private pool: pg.Pool | null = null;
  private runner: Runner | null = null;
  private readonly looking: BackgroundLoop;
  private working = false;

  constructor(private readonly options: DeadlineWorkerOptions) {
    this.firing = new DueFiring(options);
    this.looking = new BackgroundLoop({
      work: () => this.addJobIfDue(),
      pollMilliseconds: options.pollMilliseconds ?? 500,
      onFailure: (error) => options.onFailure(error, null),
    });
  }

  /** Installs or upgrades the queue's tables where needed, then works until `stop`. */
  async start(): Promise<void> {
    if (this.pool) return;
    const pool = new pg.Pool({ connectionString: this.options.connectionString, max: 4, application_name: 'lexgraph-jobs' });
    pool.on('error', (error) => this.options.onFailure(error, null));
    pool.on('connect', (client) => client.on('error', () => {}));
    this.pool = pool;
    this.working = true;
    this.runner = await run({
      pgPool: pool,
      schema: SCHEMA,
      concurrency: 1,
      pollInterval: 1000,
      // The gateway ends its workers in its own order.
      noHandleSignals: true,
      logger: this.logger(),
      taskList: { [TASK]: async () => void (await this.firing.run(() => this.working)) },
    });
    this.looking.start();
  }

  /** Ends after the deadlines that are being fired. */
  async stop(): Promise<void> {
    this.working = false;
    await this.looking.stop();
    await this.runner?.stop();
    this.runner = null;
    await this.pool?.end();
    this.pool = null;
  }

  /** Fires in this process what is due now; for tests, and for the sandbox after its clock was moved. */
  runDueNow(): Promise<FireSummary> {
    return this.firing.run();
  }

  private async addJobIfDue(): Promise<void> {
    if (!(await this.firing.anyDue())) return;
    // One job waits at most; a job that a killed process has locked is left behind, not waited for. No queue name for the same reason.
    await this.runner?.addJob(TASK, {}, { jobKey: TASK });
  }

  private logger(): Logger {
    return new Logger(() => (level, message) => {
      if (level === 'error') this.options.onFailure(new Error(message), null);
    });
  }
}
