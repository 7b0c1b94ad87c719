import type { Peer } from '../../process.ts';
import { table } from '../../table.ts';
import { type BenchHouse, lenderOf, openHouse } from '../gateway-of-bench.ts';
import { part } from '../part.ts';
import type { Mode, Written } from './writer.ts';

const RATE = 1_000;
const SECONDS = 10;
const ROUNDS = 3;
const MODES: readonly Mode[] = ['PLAIN', 'SEQUENCED', 'NOTIFY'];

const TITLES: Readonly<Record<Mode, string>> = {
  PLAIN: 'nobody told',
  SEQUENCED: 'this gateway, one subscriber over a socket',
  NOTIFY: 'bare LISTEN/NOTIFY, one listener',
};

interface Latency {
  readonly mode: Mode;
  readonly events: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

interface Throughput {
  readonly mode: Mode;
  readonly perSecond: number;
}

export interface ArrivalReport {
  readonly rate: number;
  readonly seconds: number;
  /** Milliseconds from sending the commit to the reader's having the event, each round. */
  readonly latency: readonly Latency[];
  /** Commits a second of eight connections that do nothing else, the best round. */
  readonly throughput: readonly Throughput[];
  readonly ratios: { readonly p50: number; readonly p99: number; readonly writers: number };
}

/** From a commit to a reader, at a steady pace; and what being read costs those who write. */
export const arrival = part<ArrivalReport>({
  name: 'arrival',
  async run({ tell }) {
    const house = await openHouse();
    try {
      const writer = await house.start('./events/arrival/writer.ts', { APP_URL: house.urls.app, WORKER_URL: house.urls.worker });
      const lenderId = await lenderOf(house.ready.token, house.adminUrl);
      let first = 0;
      const write = async (mode: Mode, rate: number | null, seconds: number) => {
        const from = first;
        const written = await writer.ask<Written>({ write: { mode, lenderId, seconds, rate, first: from } }, 'written');
        first += written.commits.length;
        return { ...written, from };
      };
      const withReader = async <T>(mode: Mode, work: (reader: Peer) => Promise<T>): Promise<T> => {
        const reader = await house.start('./events/arrival/reader.ts');
        if (mode === 'SEQUENCED') await reader.ask({ subscribe: house.ready }, 'reading');
        else await reader.ask({ listen: { url: house.urls.app } }, 'reading');
        // The subscription is open a moment after its socket said so.
        await new Promise((resolve) => setTimeout(resolve, 500));
        const result = await work(reader);
        await reader.stop();
        return result;
      };
      const latencyOf = (mode: Mode, seconds: number) =>
        withReader(mode, async (reader): Promise<Latency> => {
          const { commits, from, seconds: took } = await write(mode, RATE, seconds);
          const arrived = new Map(await reader.ask<[number, string][]>({ collect: { count: commits.length } }, 'arrived'));
          const waits = commits.map((sent, n) => {
            const came = arrived.get(from + n);
            if (!came) throw new Error(`Event ${from + n} did not come (${mode}).`);
            return Number(BigInt(came) - BigInt(sent)) / 1e6;
          });
          waits.sort((a, b) => a - b);
          const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]!;
          return { mode, events: waits.length, perSecond: commits.length / took, p50: at(0.5), p99: at(0.99), most: at(1) };
        });
      const throughputOf = async (mode: Mode): Promise<Throughput> => {
        const measure = async () => {
          const { commits, seconds } = await write(mode, null, SECONDS / 2);
          return { mode, perSecond: commits.length / seconds };
        };
        const measured = mode === 'PLAIN' ? await measure() : await withReader(mode, measure);
        await drained(house);
        return measured;
      };
      for (const mode of ['SEQUENCED', 'NOTIFY'] as const) await latencyOf(mode, 2);
      const latency: Latency[] = [];
      const throughput: Throughput[] = [];
      for (let round = 1; round <= ROUNDS; round++) {
        for (const mode of ['NOTIFY', 'SEQUENCED'] as const) {
          const one = await latencyOf(mode, SECONDS);
          await drained(house);
          latency.push(one);
          tell(
            `Round ${round}, ${TITLES[mode]}: ${one.perSecond.toFixed(0)} commits/s, p50 ${one.p50.toFixed(1)} ms, p99 ${one.p99.toFixed(1)} ms`,
          );
        }
        for (const mode of MODES) {
          const one = await throughputOf(mode);
          throughput.push(one);
          tell(`Round ${round}, ${TITLES[mode]}: ${one.perSecond.toFixed(0)} commits/s as fast as they go`);
        }
      }
      return reportOf(latency, throughput);
    } finally {
      await house.close();
    }
  },
  printed({ latency, throughput, ratios, rate }) {
    const rows = latency.map((one) => [
      TITLES[one.mode],
      one.perSecond.toFixed(0),
      ...[one.p50, one.p99, one.most].map((value) => value.toFixed(1)),
    ]);
    const writers = throughput.map(({ mode, perSecond }) => [TITLES[mode], perSecond.toFixed(0)]);
    return [
      `From a commit to its reader, ${rate} commits a second asked for (ms)`,
      table(['', 'commits/s', 'p50', 'p99', 'most'], rows),
      'Writers that do nothing else',
      table(['', 'commits/s'], writers),
      `p50 ${ratios.p50.toFixed(1)} ×, p99 ${ratios.p99.toFixed(1)} × the bare listener's (medians of the rounds); writers at ${(ratios.writers * 100).toFixed(0)} % of the pace that they have when nobody is told`,
    ].join('\n\n');
  },
});

function reportOf(latency: readonly Latency[], throughput: readonly Throughput[]): ArrivalReport {
  const middle = (mode: Mode, of: (one: Latency) => number) => median(latency.filter((one) => one.mode === mode).map(of));
  const best = (mode: Mode) => Math.max(...throughput.filter((one) => one.mode === mode).map(({ perSecond }) => perSecond));
  return {
    rate: RATE,
    seconds: SECONDS,
    latency,
    throughput: MODES.map((mode) => ({ mode, perSecond: best(mode) })),
    ratios: {
      p50: middle('SEQUENCED', ({ p50 }) => p50) / middle('NOTIFY', ({ p50 }) => p50),
      p99: middle('SEQUENCED', ({ p99 }) => p99) / middle('NOTIFY', ({ p99 }) => p99),
      writers: best('SEQUENCED') / best('PLAIN'),
    },
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** What one round leaves in the inbox is no part of the next. */
async function drained({ adminUrl }: BenchHouse): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  while ((await client.query('select from core.event_inbox limit 1')).rowCount) await new Promise((resolve) => setTimeout(resolve, 100));
  await client.end();
}
