import { product } from '../../product.ts';

// Commits events as commands do, from so many connections at once. `SEQUENCED`: it gives them their positions, as every gateway does
// for its own commits. `NOTIFY`: each commit tells of itself, which is what a bare listener needs.
const { Database, uuidv7 } = product('modules/database');
const { recordEvents, Sequencer } = product('modules/events');
const { makeDataSource } = product('ormconfig');
const { systemClock } = product('modules/calendar');

export type Mode = 'PLAIN' | 'SEQUENCED' | 'NOTIFY';

export interface WriteOrder {
  readonly write: {
    readonly mode: Mode;
    readonly lenderId: string;
    readonly seconds: number;
    readonly rate: number | null;
    readonly first: number;
  };
}

/** When the commit of each event was sent, in nanoseconds of the machine's clock, from the first number on. */
export interface Written {
  readonly commits: readonly string[];
  readonly seconds: number;
}

const CONNECTIONS = 8;
const app = await Database.connect(makeDataSource(process.env.APP_URL, { poolSize: CONNECTIONS }));
const worker = await Database.connect(makeDataSource(process.env.WORKER_URL, { poolSize: 2 }));
const sequencer = new Sequencer({ database: worker });

async function write({ mode, lenderId, seconds, rate, first }: WriteOrder['write']): Promise<Written> {
  const database = app.scoped({ lenderId });
  const commits: string[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  let next = 0;
  const one = async (subject: { type: string; id: string }) => {
    while (performance.now() < end) {
      const n = next++;
      // A steady pace of all connections together: the n-th event is due at its moment.
      const due = rate === null ? 0 : started + (n * 1000) / rate - performance.now();
      if (due > 0) await new Promise((resolve) => setTimeout(resolve, due));
      const cause = { lenderId, actor: 'SYSTEM:bench', command: 'bench', at: systemClock.now() };
      const event = {
        type: 'BenchTicked',
        subject,
        applicationId: subject.id,
        payload: { n: first + n, outcome: 'APPROVED', amount: '15000.00' },
      };
      await database.transaction(async (transaction: { query(statement: object, values: unknown[]): Promise<unknown> }) => {
        await recordEvents(transaction, cause, [event]);
        if (mode === 'NOTIFY')
          await transaction.query({ name: 'bench_notify', text: "select pg_notify('bench', $1)" }, [String(first + n)]);
        commits[n] = String(process.hrtime.bigint());
      });
      if (mode === 'SEQUENCED') sequencer.nudge();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, () => one({ type: 'Application', id: uuidv7() })));
  return { commits, seconds: (performance.now() - started) / 1000 };
}

process.on('message', async (order: WriteOrder | { ask: string }) => {
  if ('write' in order) process.send?.({ written: await write(order.write) });
});
process.send?.({ ready: true });
