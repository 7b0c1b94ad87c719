import pg from 'pg';
import WebSocket from 'ws';
import type { Peer } from '../../process.ts';
import { table } from '../../table.ts';
import { lenderOf, openHouse } from '../gateway-of-bench.ts';
import { part } from '../part.ts';

const EVENTS = 1_000_000;
const PAGE = 100;
const SAMPLES_EVERY_MS = 500;

interface Reading {
  readonly way: 'list' | 'stream';
  readonly events: number;
  readonly seconds: number;
  /** Memory of the gateway's process in MiB: before, and at each tenth of the way. */
  readonly memory: readonly number[];
  readonly most: number;
}

export interface HistoryReport {
  readonly events: number;
  readonly readings: readonly Reading[];
}

const LIST = `query ($after: Cursor) { events(first: ${PAGE}, after: $after) { edges { node { id cursor type payload } } pageInfo { endCursor hasNextPage } } }`;
const STREAM = 'subscription ($after: Cursor) { events(after: $after) { id cursor type payload } }';

/** A reader that has been away for a million events. */
export const history = part<HistoryReport>({
  name: 'history',
  async run({ tell }) {
    const house = await openHouse();
    try {
      const { gateway, ready, adminUrl } = house;
      const start = await fill(adminUrl, await lenderOf(ready.token, adminUrl));
      tell(`${EVENTS} events stand in the log.`);
      const readings: Reading[] = [];
      for (const [way, read] of [
        ['list', readList],
        ['stream', readStream],
      ] as const) {
        readings.push(await measured(way, gateway, (count) => read(ready, start, count)));
        const { seconds, most, memory } = readings.at(-1)!;
        tell(`${way}: ${seconds.toFixed(0)} s, memory ${memory[0]} MiB before, ${most} MiB at most`);
      }
      return { events: EVENTS, readings };
    } finally {
      await house.close();
    }
  },
  printed({ events, readings }) {
    return [
      `${events} events from a cursor, each checked to follow the last`,
      table(
        ['', 'events/s', 'seconds', 'MiB before', 'at a tenth', 'at the end', 'at most'],
        readings.map(({ way, events: count, seconds, memory, most }) => [
          way,
          (count / seconds).toFixed(0),
          seconds.toFixed(0),
          ...[memory[0], memory[1], memory.at(-1), most].map((value) => String(value)),
        ]),
      ),
    ].join('\n\n');
  },
});

interface Ready {
  readonly url: string;
  readonly token: string;
}

interface Told {
  readonly cursor: string;
  readonly payload: { readonly n: number };
}

/** Puts the events straight into the log: how they came there is measured elsewhere. Answers the cursor before the first. */
async function fill(adminUrl: string, lenderId: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query('begin');
  const { rows } = await client.query('select epoch, pos::int from core.event_head for update');
  const { epoch, pos } = rows[0];
  // Partitions are made for a million positions beyond the head.
  await client.query('update core.event_head set pos = pos + $1 where pos + $1 < partitioned_to', [EVENTS / 2]);
  await client.query('select core.extend_event_log()');
  await client.query('update core.event_head set pos = $1', [pos + EVENTS]);
  await client.query('select core.extend_event_log()');
  await client.query(
    `insert into core.event (pos, lender_id, id, type, schema_version, at, subject_type, subject_id, actor, command, payload)
     select $1 + n, $2, uuidv7(), 'BenchTicked', 1, now(), 'Application', 'bench', 'SYSTEM:bench', 'bench',
       jsonb_build_object('n', n, 'outcome', 'APPROVED', 'amount', '15000.00')
     from generate_series(1, $3) as n`,
    [pos, lenderId, EVENTS],
  );
  await client.query('commit');
  await client.query('analyze core.event');
  await client.end();
  const bytes = Buffer.alloc(41);
  bytes[0] = 1;
  bytes.write(epoch.replaceAll('-', ''), 1, 'hex');
  bytes.writeBigUInt64BE(BigInt(pos), 17);
  return bytes.toString('base64url');
}

async function measured(way: Reading['way'], gateway: Peer, read: (count: (told: Told) => void) => Promise<void>): Promise<Reading> {
  const memoryNow = async () => Math.round((await gateway.ask<number>({ ask: 'memory' }, 'memory')) / 2 ** 20);
  const memory = [await memoryNow()];
  let [events, most] = [0, memory[0]!];
  let asking: Promise<void> | null = null;
  const look = () => {
    asking ??= memoryNow().then((now) => {
      most = Math.max(most, now);
      while (memory.length <= Math.floor((events * 10) / EVENTS)) memory.push(now);
      asking = null;
    });
  };
  const timer = setInterval(look, SAMPLES_EVERY_MS);
  const started = performance.now();
  await read(({ payload }) => {
    events++;
    if (payload.n !== events) throw new Error(`Event ${payload.n} came at place ${events}.`);
  });
  const seconds = (performance.now() - started) / 1000;
  clearInterval(timer);
  await asking;
  look();
  await asking;
  return { way, events, seconds, memory, most };
}

async function readList({ url, token }: Ready, start: string, count: (told: Told) => void): Promise<void> {
  const address = url.replace('ws', 'http');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  for (let after: string | null = start; after !== null; ) {
    const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ query: LIST, variables: { after } }) });
    const { data, errors } = (await answer.json()) as {
      data: { events: { edges: { node: Told }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
      errors?: unknown;
    };
    if (errors) throw new Error(JSON.stringify(errors));
    for (const { node } of data.events.edges) count(node);
    after = data.events.pageInfo.hasNextPage ? data.events.pageInfo.endCursor : null;
  }
}

async function readStream({ url, token }: Ready, start: string, count: (told: Told) => void): Promise<void> {
  const socket = new WebSocket(url, 'graphql-transport-ws');
  let left = EVENTS;
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The socket was closed.')));
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.type === 'connection_ack') {
        socket.send(JSON.stringify({ id: 'bench', type: 'subscribe', payload: { query: STREAM, variables: { after: start } } }));
      } else if (message.type === 'next') {
        if (message.payload.errors) reject(new Error(JSON.stringify(message.payload.errors)));
        else count(message.payload.data.events);
        if (--left === 0) resolve();
      } else if (message.type === 'ping') socket.send('{"type":"pong"}');
    });
  });
  socket.removeAllListeners('close');
  socket.terminate();
}
