import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openOwnIssuer, RoleTable, SCOPES_OF_ROLE } from '../../gateway/identity';
import { migrate, provision } from '../../gateway/postgres';
import { composeRegistry } from '../../gateway/runtime';
import { systemClock } from '../../modules/calendar';
import { uuidv7 } from '../../modules/database';
import { encodeCursor } from '../../modules/events';
import { toGlobalId } from '../../schema/base';
import { hasNatsServer, type NatsServer, startNatsServer } from '../support/nats-server';
import { Endpoint } from './endpoint';
import { GatewayProcess } from './gateway-process';
import { judgeLog, judgeSubscriber, readLog } from './oracle';
import { Random } from './random';
import { type LoggedRow, Subscriber, type SubscriberOptions } from './subscriber';
import { FaultWriter, type Vocabulary } from './writer';

export interface FaultOptions {
  readonly kills: number;
  readonly seed: number;
  /** No further fault begins after so many minutes. */
  readonly minutes: number;
  readonly gateways: number;
  /** Whether endpoints are delivered to as well: what a killed gateway was sending is sent again only a minute later. */
  readonly webhooks: boolean;
  /** Mean milliseconds between two faults. */
  readonly interval: number;
  /** Folder of the compiled project. */
  readonly compiled: string;
  /** The Node that runs it; this process's own unless given. */
  readonly node?: string;
  /** Superuser's address of a PostgreSQL server, ending in `/`. */
  readonly adminUrl: string;
  readonly directory: string;
  tell(line: string): void;
}

export interface FaultReport {
  readonly seed: number;
  readonly seconds: number;
  readonly faults: Readonly<Record<FaultKind, number>>;
  readonly events: number;
  readonly committed: number;
  readonly rolledBack: number;
  readonly broken: number;
  /** Longest time that a transaction was held open, in milliseconds. */
  readonly longestHeld: number;
  /** Longest time that a committed event waited for its position while some gateway answered, as seen every 50 ms, in milliseconds. */
  readonly longestWait: number;
  /** Milliseconds during which no gateway answered. */
  readonly allDown: number;
  readonly subscribers: readonly {
    readonly name: string;
    readonly transport: string;
    readonly events: number;
    readonly resumed: number;
    readonly again: number;
    readonly lost: number;
    readonly wrong: number;
    readonly endings: Readonly<Record<string, number>>;
  }[];
  readonly endpoints: readonly {
    readonly name: string;
    readonly events: number;
    readonly again: number;
    readonly refused: number;
    readonly lost: number;
    readonly wrong: number;
  }[];
  readonly wrong: readonly string[];
  /** What could not be broken on this machine. */
  readonly leftOut: readonly string[];
}

export type FaultKind = 'client' | 'database' | 'gateway' | 'bus';

const WEIGHTS: Readonly<Record<FaultKind, number>> = { client: 45, database: 35, gateway: 8, bus: 12 };
const DATABASE = 'lexgraph_faults';

/** One run: gateways in processes of their own, writers, readers, and faults at random; then the judgement. */
export async function runFaults(options: FaultOptions): Promise<FaultReport> {
  const random = new Random(options.seed);
  const started = Date.now();
  mkdirSync(options.directory, { recursive: true });
  chmodSync(options.directory, 0o755);
  const urls = await provision(options.adminUrl, DATABASE);
  await migrate(urls.owner);
  const admin = new pg.Client({ connectionString: `${options.adminUrl}${DATABASE}`, application_name: 'faults-oracle' });
  await admin.connect();
  const nats: NatsServer | null = hasNatsServer() ? await startNatsServer() : null;
  const dataDirectory = join(options.directory, 'data');
  const gateways = await Promise.all(
    Array.from({ length: options.gateways }, (_, index) =>
      GatewayProcess.prepare(`gateway-${index + 1}`, {
        compiled: options.compiled,
        node: options.node,
        dataDirectory,
        urls,
        bus: nats?.url ?? null,
      }),
    ),
  );
  const restarting = new Set<Promise<void>>();
  const writers: FaultWriter[] = [];
  const subscribers: Subscriber[] = [];
  const endpoints: Endpoint[] = [];
  let watching = true;
  let longestWait = 0;
  let allDown = 0;
  try {
    // One after the other: the first brings lenders and keys.
    for (const gateway of gateways) await gateway.start();
    const scene = await prepareScene(admin, dataDirectory, gateways);
    for (let i = 0; i < 4; i++) {
      writers.push(new FaultWriter({ random: new Random(options.seed + 100 + i), vocabulary: scene.vocabulary, url: urls.app, pause: 40 }));
    }
    for (const [index, profile] of scene.profiles.entries()) {
      subscribers.push(new Subscriber({ ...profile, random: new Random(options.seed + 200 + index) }));
    }
    for (const [index, profile] of (options.webhooks ? scene.endpoints : []).entries()) {
      endpoints.push(await Endpoint.register(profile, gateways[0]!.url, new Random(options.seed + 300 + index)));
    }
    for (const part of [...writers, ...subscribers]) part.start();
    const watch = (async () => {
      const look = new pg.Client({ connectionString: `${options.adminUrl}${DATABASE}`, application_name: 'faults-oracle' });
      await look.connect();
      // A row of the inbox that is visible has been committed, and first seen now.
      const firstSeen = new Map<string, number>();
      let last = performance.now();
      while (watching) {
        const since = performance.now() - last;
        last = performance.now();
        if (!gateways.some(({ ready }) => ready)) {
          allDown += since;
          // With nobody there, nobody is waited for.
          firstSeen.clear();
          await pause(50);
          continue;
        }
        const { rows } = await look.query<{ seq: string }>('select seq from core.event_inbox');
        const now = performance.now();
        const present = new Set(rows.map(({ seq }) => seq));
        for (const seq of present) if (!firstSeen.has(seq)) firstSeen.set(seq, now);
        for (const [seq, seen] of firstSeen) {
          longestWait = Math.max(longestWait, now - seen);
          if (!present.has(seq)) firstSeen.delete(seq);
        }
        await pause(50);
      }
      await look.end();
    })();

    const faults: Record<FaultKind, number> = { client: 0, database: 0, gateway: 0, bus: 0 };
    const deadline = Date.now() + options.minutes * 60_000;
    const inject: Record<FaultKind, () => Promise<boolean>> = {
      client: async () => {
        random.of(subscribers).kill();
        return true;
      },
      database: async () => {
        // A start that is cut off begins anew: with every connection at risk all the time, hardly any would end, and nobody would be there.
        if (gateways.some(({ ready }) => !ready) && !random.chance(0.1)) return false;
        const { rows } = await admin.query<{ pid: number }>(
          `select pid from pg_stat_activity
           where datname = current_database() and application_name <> 'faults-oracle' and backend_type = 'client backend' order by pid`,
        );
        if (rows.length === 0) return false;
        await admin.query('select pg_terminate_backend($1)', [random.of(rows).pid]);
        return true;
      },
      gateway: async () => {
        const up = gateways.filter(({ ready }) => ready);
        if (up.length === 0) return false;
        const gateway = random.of(up);
        await gateway.kill();
        const back = pause(random.between(0, 500))
          .then(() => startAgain(gateway))
          .finally(() => restarting.delete(back));
        restarting.add(back);
        return true;
      },
      bus: async () => {
        if (!nats || busDown) return false;
        busDown = true;
        await nats.kill();
        const back = pause(random.between(100, 2_000))
          .then(() => nats.restart())
          .finally(() => {
            busDown = false;
            restarting.delete(back);
          });
        restarting.add(back);
        return true;
      },
    };
    let busDown = false;
    for (let done = 0; done < options.kills && Date.now() < deadline; ) {
      await pause(random.between(0, 2 * options.interval));
      const kind = random.weighted(WEIGHTS);
      if (!(await inject[kind]())) continue;
      faults[kind]++;
      done++;
      if (done % 50 === 0 || done === options.kills) {
        const broken = subscribers.reduce((sum, { violations }) => sum + violations.length, 0);
        options.tell(
          `${done} faults after ${Math.round((Date.now() - started) / 1000)} s, ${writers.reduce((sum, { committed }) => sum + committed, 0)} commits, ${broken} violations`,
        );
      }
    }

    for (const writer of writers) await writer.stop();
    await Promise.all(restarting);
    await until(async () => (await admin.query('select from core.event_inbox limit 1')).rowCount === 0, 30_000);
    watching = false;
    await watch;
    const rows = await readLog(admin);
    const caughtUp = ({ options: { wants }, handled }: Subscriber) => (rows.findLast(wants)?.pos ?? 0) <= (handled.at(-1)?.pos ?? 0);
    await until(() => subscribers.every(caughtUp), 60_000);
    for (const subscriber of subscribers) subscriber.freeze();
    await until(() => endpoints.every((endpoint) => endpoint.missing(rows) === 0), 240_000);
    const { rows: counters } = await admin.query<{ key: string; version: number }>(
      `select lender_id || '/' || plugin_id as key, reason::int as version from core.plugin_state where plugin_id like 'subject-%' and reason is not null`,
    );
    const wrong = judgeLog(rows, new Map(counters.map(({ key, version }) => [key, version])));
    const judged = subscribers.map((subscriber) => ({ subscriber, ...judgeSubscriber(subscriber, rows) }));
    return {
      seed: options.seed,
      seconds: Math.round((Date.now() - started) / 1000),
      faults,
      events: rows.length,
      committed: sum(writers, ({ committed }) => committed),
      rolledBack: sum(writers, ({ rolledBack }) => rolledBack),
      broken: sum(writers, ({ broken }) => broken),
      longestHeld: Math.round(Math.max(...writers.map(({ longest }) => longest))),
      longestWait: Math.round(longestWait),
      allDown: Math.round(allDown),
      subscribers: judged.map(({ subscriber, lost, wrong }) => ({
        name: subscriber.options.name,
        transport: subscriber.options.transport,
        events: subscriber.handled.length,
        resumed: subscriber.resumed,
        again: subscriber.again,
        lost,
        wrong: wrong.length,
        endings: subscriber.endings,
      })),
      endpoints: endpoints.map((endpoint) => {
        const { taken, refused, profile } = endpoint;
        const once = new Set(taken).size;
        return {
          name: profile.name,
          events: once,
          again: taken.length - once,
          refused,
          lost: endpoint.missing(rows),
          wrong: endpoint.judge(rows).length,
        };
      }),
      wrong: [...wrong, ...endpoints.flatMap((endpoint) => endpoint.judge(rows)), ...judged.flatMap((one) => one.wrong)],
      leftOut: nats ? [] : ['the event bus: nats-server is not installed'],
    };
  } finally {
    watching = false;
    for (const writer of writers) await writer.stop();
    for (const subscriber of subscribers) await subscriber.stop();
    await Promise.all([...restarting].map((one) => one.catch(() => {})));
    for (const gateway of gateways) await gateway.kill();
    for (const endpoint of endpoints) await endpoint.close();
    await nats?.kill();
    await admin.end();
  }
}

/** A start may itself meet a fault: it is tried again, as a supervisor would. */
async function startAgain(gateway: GatewayProcess): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await gateway.start();
      return;
    } catch (error) {
      await gateway.kill();
      if (attempt === 10) throw error;
      await pause(200);
    }
  }
}

interface Scene {
  readonly vocabulary: Vocabulary;
  readonly profiles: readonly Omit<SubscriberOptions, 'random'>[];
  readonly endpoints: readonly Omit<SubscriberOptions, 'random'>[];
}

/** Subjects that can be locked, and readers of every kind with what each may see. */
async function prepareScene(admin: pg.Client, dataDirectory: string, gateways: readonly GatewayProcess[]): Promise<Scene> {
  const registry = composeRegistry();
  const { rows: lenders } = await admin.query<{ id: string; code: string; plugins: string[] }>(
    `select l.lender_id as id, code, array_agg(s.plugin_id) filter (where s.state <> 'DISABLED') as plugins
     from core.lender l join core.plugin_state s using (lender_id) group by 1, 2 order by code`,
  );
  const [first, second] = lenders as [(typeof lenders)[0], (typeof lenders)[0]];
  const subjects = Array.from({ length: 6 }, (_, index) => `subject-${index + 1}`);
  for (const { id } of [first, second]) {
    for (const subject of subjects) {
      await admin.query("insert into core.plugin_state values ($1, $2, 'DISABLED', false, null, 'test', '2026-01-01')", [id, subject]);
    }
  }
  const plugins = [...new Set(lenders.flatMap(({ plugins: on }) => on))];
  const vocabulary: Vocabulary = {
    lenders: [first.id, second.id],
    subjects,
    types: ['ApplicationStatusChanged', 'DecisionMade', 'DocumentStatusChanged', 'PluginStateChanged', 'AccessRestored'],
    plugins: [null, null, ...plugins],
    applications: Array.from({ length: 5 }, () => uuidv7()),
    clients: Array.from({ length: 5 }, () => uuidv7()),
  };
  const { rows: heads } = await admin.query<{ epoch: string }>('select epoch from core.event_head');
  const from = encodeCursor({ epoch: heads[0]!.epoch, pos: 0, id: null });
  const issuer = await openOwnIssuer({
    roles: new RoleTable(registry.plugins.flatMap(({ permissions }) => [...permissions])),
    issuer: 'urn:lexgraph:sandbox',
    audience: 'lexgraph',
    clock: systemClock,
    keyFile: join(dataDirectory, 'token-key.json'),
  });
  const scopeOf = new Map(registry.eventTypes.map(({ type, scope }) => [type, scope]));
  const urls = () => gateways.filter(({ ready }) => ready).map(({ url }) => url);
  type Lender = typeof first;
  const profile = async (
    kind: 'OFFICER' | 'PARTNER' | 'CLIENT',
    lender: Lender,
    transport: 'WebSocket' | 'SSE',
    name: string,
    more: { variables?: Record<string, unknown>; wants?: (row: LoggedRow) => boolean; lenders?: readonly Lender[]; clientId?: string } = {},
  ) => {
    const { lenders: good = [lender], clientId, wants = () => true, variables = {} } = more;
    const subject = clientId ?? `${kind}-faults`;
    const token = await issuer.issueToken({ kind, subject, lenders: good.map(({ code }) => code), clientId, ttl: 86_400 });
    const holds = new Set(SCOPES_OF_ROLE[kind]);
    const may = (row: LoggedRow) => {
      const scope = scopeOf.get(row.type);
      return row.lenderId === lender.id && (row.plugin === null || lender.plugins.includes(row.plugin)) && (!scope || holds.has(scope));
    };
    return {
      name: `${kind.toLowerCase()} ${name}`,
      transport,
      headers: { authorization: `Bearer ${token}`, 'lexgraph-lender': lender.code },
      variables,
      wants: (row: LoggedRow) => may(row) && wants(row) && (clientId === undefined || row.clientId === clientId),
      from,
      urls,
    };
  };
  const [application] = vocabulary.applications as [string];
  const [client, other] = vocabulary.clients as [string, string];
  const types = ['DecisionMade', 'PluginStateChanged'];
  return {
    vocabulary,
    profiles: await Promise.all([
      profile('OFFICER', first, 'WebSocket', 'of one lender'),
      profile('OFFICER', second, 'SSE', 'of the other lender'),
      profile('PARTNER', first, 'SSE', 'of one lender'),
      profile('PARTNER', second, 'WebSocket', 'of two, at the other', { lenders: [first, second] }),
      profile('OFFICER', first, 'SSE', 'by type', { variables: { types }, wants: ({ type }) => types.includes(type) }),
      profile('PARTNER', first, 'WebSocket', 'by application', {
        variables: { applicationId: toGlobalId('Application', application) },
        wants: ({ applicationId }) => applicationId === application,
      }),
      profile('OFFICER', second, 'WebSocket', 'by client', {
        variables: { clientId: toGlobalId('Client', client) },
        wants: ({ clientId }) => clientId === client,
      }),
      profile('OFFICER', first, 'WebSocket', 'by plugin', {
        variables: { plugin: first.plugins[0] },
        wants: ({ plugin }) => plugin === first.plugins[0],
      }),
      profile('CLIENT', first, 'WebSocket', 'in its own session', { clientId: other }),
    ]),
    endpoints: await Promise.all([
      profile('PARTNER', first, 'SSE', 'endpoint'),
      profile('PARTNER', second, 'SSE', 'endpoint by type', { variables: { types }, wants: ({ type }) => types.includes(type) }),
    ]),
  };
}

async function until(holds: () => Promise<boolean> | boolean, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await holds()) && Date.now() < end) await pause(50);
}

function sum<T>(parts: readonly T[], of: (part: T) => number): number {
  return parts.reduce((total, part) => total + of(part), 0);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
