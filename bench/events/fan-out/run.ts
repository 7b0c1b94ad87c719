import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Peer } from '../../process.ts';
import { product } from '../../product.ts';
import { part } from '../part.ts';
import { type FanOutReport, type Measured, type Pace, printedFanOut, reportOf } from './report.ts';

interface Ready {
  readonly url: string;
  readonly token?: string;
}

interface Delivered {
  readonly messages: number;
  readonly mistakes: number;
  readonly sample: string;
  readonly seconds: number;
}

interface Server {
  readonly name: string;
  readonly title: string;
  start(): Promise<{ peer: Peer; ready: Ready }>;
}

const SMALL = { subscribers: 200, events: 20 };

const PACES: readonly Pace[] = ['in a row', 'at once', 'one by one'];

/** Every subscriber of one server process is told of every event; the servers take turns. */
export const fanOut = part<FanOutReport>({
  name: 'fan-out',
  async run({ subscribers, events, tell }) {
    const files = openFiles();
    tell(`Fan-out: ${subscribers} subscribers with a socket each, ${events} events; a process may open ${files} files.`);
    if (files < subscribers + 500) throw new Error(`${subscribers} sockets need more open files: "ulimit -n" says ${files}.`);
    const { startEmbeddedServer } = product('gateway/postgres');
    const directory = mkdtempSync(join(tmpdir(), 'lexgraph-bench-'));
    chmodSync(directory, 0o755);
    const postgres = await startEmbeddedServer({ directory: join(directory, 'postgres'), durable: false });
    const running = new Set<Peer>();
    const run = async (script: string, environment: Record<string, string> = {}) => {
      const peer = Peer.start(script, environment);
      running.add(peer);
      return { peer, ready: await peer.next<Ready>('ready') };
    };
    const measured: Measured[] = [];
    let sample: string | null = null;
    const servers: readonly Server[] = [
      {
        name: 'gateway',
        title: 'this gateway; token, rights per event, events committed to and read from PostgreSQL',
        start: () =>
          run('./servers/events-gateway.ts', {
            DATABASE_URL: `${postgres.adminUrl}lexgraph`,
            LEXGRAPH_MODE: 'sandbox',
            LEXGRAPH_DATA: directory,
            PORT: '0',
            LOG_LEVEL: 'warn',
          }),
      },
      {
        name: 'mercurius',
        title: 'Mercurius with its compiler; events published in memory',
        start: () => run('./servers/events-mercurius.ts', { EVENT: sample! }),
      },
      {
        name: 'yoga',
        title: 'GraphQL Yoga with graphql-ws; events published in memory',
        start: () => run('./servers/events-yoga.ts', { EVENT: sample! }),
      },
    ];
    try {
      const load = Peer.start('./events/fan-out/subscribers.ts');
      running.add(load);
      const started = new Map<string, { peer: Peer; ready: Ready }>();
      for (const pace of PACES) {
        // Turn by turn, so that a busy moment of the machine hits them all.
        for (const server of servers) {
          const { peer, ready } = started.get(server.name) ?? (await server.start());
          started.set(server.name, { peer, ready });
          // What is compiled on first use is, before anything is counted.
          await measure({ peer, load, ready, pace, ...SMALL });
          tell(`${server.name}, ${pace}: ${subscribers} subscribers connect …`);
          const round = await measure({ peer, load, ready, pace, subscribers, events });
          sample ??= JSON.stringify(JSON.parse(round.sample).payload.data.events);
          checkShape(server.name, round.sample, sample);
          measured.push({ server: server.name, title: server.title, pace, ...round });
          tell(`${server.name}, ${pace}: ${round.messages} messages, ${(round.cpu / round.messages).toFixed(1)} µs of CPU each`);
        }
      }
      return reportOf(measured, { subscribers, events, openFiles: files });
    } finally {
      for (const one of running) await one.stop();
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  },
  printed: printedFanOut,
});

interface Order {
  readonly peer: Peer;
  readonly load: Peer;
  readonly ready: Ready;
  readonly pace: Pace;
  readonly subscribers: number;
  readonly events: number;
}

async function measure({ peer, load, ready, pace, subscribers, events }: Order) {
  await load.ask({ connect: { ...ready, subscribers } }, 'connected');
  await until(async () => (await peer.ask<number>({ ask: 'streams' }, 'streams')) >= subscribers);
  // Subscriptions are open a moment after their sockets said so.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const numbers = Array.from({ length: events }, (_, n) => n);
  const [cpu, began] = [await peer.cpu(), performance.now()];
  let delivered: Delivered | null = null;
  if (pace === 'one by one') {
    for (const n of numbers) {
      await peer.ask({ publish: [n] }, 'published');
      delivered = await load.ask<Delivered>({ wait: subscribers * (n + 1) }, 'delivered');
    }
  } else {
    await peer.ask({ publish: numbers, together: pace === 'at once' }, 'published');
    delivered = await load.ask<Delivered>({ wait: subscribers * events }, 'delivered');
  }
  const seconds = (performance.now() - began) / 1000;
  const used = (await peer.cpu()) - cpu;
  const memory = await peer.ask<number>({ ask: 'memory' }, 'memory');
  await load.ask({ disconnect: true }, 'disconnected');
  const { messages, mistakes, sample } = delivered!;
  if (messages !== subscribers * events || mistakes > 0) {
    throw new Error(`${messages} of ${subscribers * events} messages came, ${mistakes} of them wrong or out of order.`);
  }
  return { messages, seconds, cpu: used, memoryMiB: Math.round(memory / 2 ** 20), bytes: sample.length, sample };
}

/** @throws when a server tells of the event in another shape: then nothing may be compared */
function checkShape(server: string, message: string, expected: string): void {
  const keys = (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? Object.entries(value).map(([key, inner]) => [key, keys(inner)]) : typeof value;
  const shown = JSON.parse(message).payload.data.events;
  if (JSON.stringify(keys(shown)) !== JSON.stringify(keys(JSON.parse(expected)))) {
    throw new Error(`${server} tells of the event in another shape: ${JSON.stringify(shown)}, not ${expected}.`);
  }
}

/** Files that a process started from here may open; each socket is one. */
function openFiles(): number {
  const told = spawnSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).stdout.trim();
  return told === 'unlimited' ? Number.POSITIVE_INFINITY : Number(told);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The subscriptions did not open within a minute.');
}
