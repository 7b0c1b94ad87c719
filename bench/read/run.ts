import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Peer } from '../process.ts';
import { product } from '../product.ts';
import { answerOf, measureRound, type Round, type Server } from './measure.ts';
import { askGateway, askPostgraphile, askSql, type PageRequest } from './page.ts';
import { type Figures, figuresOf, type Ratio, ratioOf } from './report.ts';
import { fillRows, ROWS } from './rows.ts';

export interface ReadOptions {
  /** Measured seconds of each server, in all rounds together. */
  readonly seconds: number;
  /** A file to which a CPU profile of the gateway's rounds is written. */
  readonly profile: string | null;
  tell(line: string): void;
}

export interface ReadReport {
  readonly benchmark: 'read';
  readonly at: string;
  readonly machine: { readonly cpu: string; readonly cpus: number; readonly memoryGiB: number; readonly node: string };
  readonly setting: Readonly<Record<string, number>>;
  readonly servers: readonly Figures[];
  readonly ratios: readonly Ratio[];
}

const CONNECTIONS = 10;
const ROUNDS = 10;
const WARM_UP_SECONDS = 5;
const RAMP_SECONDS = 0.3;

interface Ready {
  readonly url: string;
  readonly token?: string;
}

/** Sets the servers side by side over the same rows; their rounds alternate, so that a busy moment hits them all. */
export async function runRead({ seconds, profile, tell }: ReadOptions): Promise<ReadReport> {
  const { startEmbeddedServer } = product('gateway/postgres');
  const directory = mkdtempSync(join(tmpdir(), 'lexgraph-bench-'));
  // Started by root, PostgreSQL runs as a user of its own, who must get in.
  chmodSync(directory, 0o755);
  const cluster = join(directory, 'postgres');
  const peers: Peer[] = [];
  const start = (script: string, environment?: Record<string, string>): Peer => {
    const peer = Peer.start(script, environment);
    peers.push(peer);
    return peer;
  };
  tell('PostgreSQL and the gateway start …');
  const postgres = await startEmbeddedServer({ directory: cluster, durable: false });
  try {
    const database = `${postgres.adminUrl}lexgraph`;
    const gateway = start('./servers/gateway.ts', {
      DATABASE_URL: database,
      LEXGRAPH_MODE: 'sandbox',
      LEXGRAPH_DATA: directory,
      PORT: '0',
      LOG_LEVEL: 'warn',
    });
    const { appUrl, lenderId, ...ready } = await gateway.next<Ready & { lenderId: string; appUrl: string }>('ready');
    const { lenders } = await fillRows(database);
    tell(`${lenders} lenders, each with ${ROWS.clients} clients, ${ROWS.applications} applications, ${ROWS.documents} documents of each.`);

    const shared = { DATABASE_URL: appUrl, LENDER_ID: lenderId };
    const peerServer = async (name: string, title: string, script: string, request: PageRequest, environment = {}): Promise<Server> => {
      const peer = start(script, { ...shared, ...environment });
      return { name, title, peer, request, ...(await peer.next<Ready>('ready')) };
    };
    const servers: Server[] = [
      { name: 'gateway', title: 'this gateway; token, scopes, row-level security', peer: gateway, request: askGateway, ...ready },
      await peerServer(
        'postgraphile',
        'PostGraphile 5 as documented; token, pgSettings of the request, row-level security',
        './servers/postgraphile.ts',
        askPostgraphile,
        { SETTINGS: 'REQUEST' },
      ),
      await peerServer(
        'postgraphile-bare',
        'PostGraphile 5 for one lender only; no token, the lender set once on its connections, row-level security',
        './servers/postgraphile.ts',
        askPostgraphile,
        { SETTINGS: 'CONNECTION' },
      ),
      await peerServer(
        'sql',
        'one SQL statement behind node:http; no token, the lender set once, row-level security',
        './servers/sql.ts',
        askSql,
      ),
    ];

    const answers = await answersOfAll(servers);
    tell('All servers answer the same page.');
    const loader = start('./load.ts');
    const measure = (server: Server, duration: number) =>
      measureRound(server, {
        expected: answers.get(server.name)!,
        load: loader,
        postgres: cluster,
        connections: CONNECTIONS,
        seconds: duration,
      });
    for (const server of servers) {
      tell(`Warming up ${server.name} …`);
      await measure(server, WARM_UP_SECONDS);
    }
    if (profile) await gateway.ask({ ask: 'start-profile' }, 'profiling');
    const rounds = new Map<string, Round[]>(servers.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const server of startingAt(servers, round)) {
        // While the others had their turn, pools closed their idle connections.
        await measure(server, RAMP_SECONDS);
        const result = await measure(server, seconds / ROUNDS);
        rounds.get(server.name)!.push(result);
        const { requests, cpu } = result;
        tell(`Round ${round + 1} of ${ROUNDS}, ${server.name}: ${requests} requests, ${Math.round(cpu / requests)} µs of CPU each`);
      }
    }
    if (profile) tell(`Profile of the gateway: ${await gateway.ask({ ask: 'end-profile', file: resolve(profile) }, 'profiled')}`);
    return report(servers, rounds, { lenders, seconds });
  } finally {
    for (const peer of peers) await peer.stop();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Each round begins with another server, so that none always follows the same one. */
function startingAt<T>(items: readonly T[], place: number): T[] {
  const from = place % items.length;
  return [...items.slice(from), ...items.slice(0, from)];
}

/** @throws when the servers do not answer the same page: then nothing may be compared */
async function answersOfAll(servers: readonly Server[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  let first: unknown;
  for (const server of servers) {
    const answer = await answerOf(server);
    const page = JSON.parse(JSON.stringify(server.request.read(answer)));
    first ??= page;
    if (page.applications.length !== 20 || !isDeepStrictEqual(page, first)) {
      throw new Error(
        `${server.name} answers another page:\n${JSON.stringify(page).slice(0, 900)}\nthan ${servers[0]?.name}:\n${JSON.stringify(first).slice(0, 900)}`,
      );
    }
    answers.set(server.name, answer);
  }
  return answers;
}

function report(
  servers: readonly Server[],
  rounds: ReadonlyMap<string, readonly Round[]>,
  { lenders, seconds }: { lenders: number; seconds: number },
): ReadReport {
  const roundsOf = (name: string) => rounds.get(name) ?? [];
  const figures = servers.map(({ name, title }) => figuresOf(name, title, roundsOf(name)));
  const [gateway, ...others] = figures as [Figures, ...Figures[]];
  return {
    benchmark: 'read',
    at: new Date().toISOString(),
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cpus: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    },
    setting: { connections: CONNECTIONS, rounds: ROUNDS, secondsEach: seconds, lenders, ...ROWS },
    servers: figures,
    ratios: others.map((other) => ratioOf(gateway, roundsOf(gateway.name), other, roundsOf(other.name))),
  };
}
