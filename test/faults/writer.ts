import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../modules/database';
import { type NewEvent, recordEvents } from '../../modules/events';
import type { Random } from './random';

/** What writers tell of, so that every filter has something to choose from. */
export interface Vocabulary {
  readonly lenders: readonly string[];
  readonly subjects: readonly string[];
  readonly types: readonly string[];
  readonly plugins: readonly (string | null)[];
  readonly applications: readonly string[];
  readonly clients: readonly string[];
}

export interface WriterOptions {
  readonly random: Random;
  readonly vocabulary: Vocabulary;
  /** Connection of the app role. */
  readonly url: string;
  /** Most milliseconds between two transactions. */
  readonly pause: number;
}

// The subject's counter moves in the transaction that tells of it: the log must hold 1, 2, 3 … of each subject, in this order.
const COUNT = `update core.plugin_state set reason = (coalesce(reason, '0')::int + 1)::text
  where lender_id = $1 and plugin_id = $2 returning reason::int as version`;

/** Writes as commands do, one transaction after the other, some held open for seconds, some rolled back, some cut off. */
export class FaultWriter {
  committed = 0;
  rolledBack = 0;
  broken = 0;
  longest = 0;
  private stopped = false;
  private running: Promise<void> | null = null;

  constructor(private readonly options: WriterOptions) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    let client: pg.Client | null = null;
    while (!this.stopped) {
      try {
        client ??= await this.connect();
        await this.write(client);
      } catch {
        // Whether a commit went through that was cut off, the subject's counter tells at the end.
        this.broken++;
        await client?.end().catch(() => {});
        client = null;
        await pause(100);
      }
    }
    await client?.end().catch(() => {});
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.options.url, application_name: 'faults-writer' });
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  private async write(client: pg.Client): Promise<void> {
    const { random, vocabulary } = this.options;
    const lenderId = random.of(vocabulary.lenders);
    await client.query("select set_config('lexgraph.lender', $1, false)", [lenderId]);
    await client.query('begin');
    const subject = random.of(vocabulary.subjects);
    const count = random.chance(0.1) ? 3 : 1;
    const events: NewEvent[] = [];
    for (let i = 0; i < count; i++) {
      const { rows } = await client.query<{ version: number }>(COUNT, [lenderId, subject]);
      events.push({
        type: random.of(vocabulary.types),
        subject: { type: 'Thing', id: subject },
        applicationId: random.of(vocabulary.applications),
        clientId: random.of(vocabulary.clients),
        plugin: random.of(vocabulary.plugins) ?? undefined,
        payload: { version: rows[0]!.version },
      });
    }
    const transaction = {
      query: async ({ text }: { text: string }, values: unknown[]) => (await client.query(text, values)).rows,
    } as unknown as Transaction;
    await recordEvents(transaction, { lenderId, actor: 'SYSTEM:faults', command: 'faults', at: Temporal.Now.instant() }, events);
    const held = random.chance(0.02) ? random.between(500, 5_000) : 0;
    this.longest = Math.max(this.longest, held);
    if (held > 0) await pause(held);
    const rollback = random.chance(0.05);
    await client.query(rollback ? 'rollback' : 'commit');
    if (rollback) this.rolledBack++;
    else this.committed++;
    await pause(random.between(0, this.options.pause));
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
