import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-sse';
import { openOwnIssuer } from '../../gateway/identity';
import { systemClock } from '../../modules/calendar';
import { decodeCursor } from '../../modules/events';
import { compiledProject } from '../support/compiled';
import { EventBench, until, type Writer } from '../support/event-bench';
import { GatewayProcess } from './gateway-process';

interface Told {
  readonly data?: { readonly events: { readonly cursor: string; readonly payload: { readonly label: string } } };
  readonly errors?: readonly { readonly extensions: { readonly code: string; readonly lastCursor: string } }[];
}

const LENDER = 'veritas';

describe('two gateways, each a process of its own', () => {
  let bench: EventBench;
  let writer: Writer;
  let directory: string;
  let gateways: GatewayProcess[];
  let headers: Record<string, string>;

  beforeAll(async () => {
    const project = compiledProject();
    bench = await EventBench.open();
    directory = mkdtempSync(join(tmpdir(), 'lexgraph-gateways-'));
    const options = { ...project, dataDirectory: directory, urls: bench.database.urls, bus: null };
    gateways = [await GatewayProcess.prepare('one', options), await GatewayProcess.prepare('two', options)];
    for (const gateway of gateways) await gateway.start();
    const { rows } = await bench.admin.query<{ id: string }>('select lender_id as id from core.lender where code = $1', [LENDER]);
    for (const subject of bench.subjects) {
      await bench.admin.query("insert into core.plugin_state values ($1, $2, 'DISABLED', false, null, 'test', '2026-01-01')", [
        rows[0]!.id,
        subject,
      ]);
    }
    writer = await bench.writer(rows[0]!.id);
    const keyFile = join(directory, 'token-key.json');
    const issuer = await openOwnIssuer({ issuer: 'urn:lexgraph:sandbox', audience: 'lexgraph', clock: systemClock, keyFile });
    const token = await issuer.issueToken({ kind: 'OFFICER', subject: 'officer', lenders: [LENDER], ttl: 3600 });
    headers = { authorization: `Bearer ${token}` };
  }, 120_000);
  afterAll(async () => {
    for (const gateway of gateways ?? []) await gateway.kill();
    await bench?.close();
    if (directory) rmSync(directory, { recursive: true, force: true });
  });

  /** What one stream tells, and where it stands. */
  function listen(gateway: GatewayProcess, after?: string) {
    const client = createClient({ url: `${gateway.url}/graphql/stream`, headers, retryAttempts: 0 });
    const query = 'subscription ($after: Cursor) { events(after: $after, types: ["ThingChanged"]) { cursor payload } }';
    const labels: string[] = [];
    const heard = { labels, cursor: after ?? '', code: '' };
    const over = (async () => {
      for await (const told of client.iterate({ query, variables: { after } }) as AsyncIterable<Told>) {
        const [error] = told.errors ?? [];
        if (error) Object.assign(heard, { code: error.extensions.code, cursor: error.extensions.lastCursor });
        else {
          heard.cursor = told.data!.events.cursor;
          labels.push(told.data!.events.payload.label);
        }
      }
    })().catch(() => {});
    return { heard, over, stop: () => client.dispose() };
  }
  const openStreams = async (gateway: GatewayProcess, count: number) =>
    // Kinds of callers of whom there is none are not told.
    until(async () => ((await gateway.metric('lexgraph_event_streams{caller="OFFICER"}')) || 0) === count);
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

  it('each tells every event, whichever sequenced it; and a killed sequencer is replaced within a second', async () => {
    const listeners = gateways.map((gateway) => listen(gateway));
    for (const gateway of gateways) await openStreams(gateway, 1);
    // Committed by another process, which cannot wake them.
    for (const label of numbers(1, 20)) await writer.tell('s0', [label]);
    await until(() => listeners.every(({ heard }) => heard.labels.length === 20));
    for (const { heard, stop } of listeners) {
      expect(heard.labels).toEqual(numbers(1, 20));
      stop();
    }
    for (const gateway of gateways) await openStreams(gateway, 0);

    const waits: number[] = [];
    for (let round = 0; round < 3; round++) {
      const led = await Promise.all(gateways.map((gateway) => gateway.metric('lexgraph_sequencer_last_led_timestamp_seconds')));
      const [leader, other] = led[0]! > led[1]! ? gateways : [...gateways].reverse();
      const survivor = listen(other!);
      await openStreams(other!, 1);
      const killed = leader!.kill();
      const started = performance.now();
      await writer.tell('s0', [`after kill ${round}`]);
      await until(() => survivor.heard.labels.includes(`after kill ${round}`));
      waits.push(performance.now() - started);
      await killed;
      survivor.stop();
      await leader!.start();
      await openStreams(other!, 0);
    }
    process.stderr.write(`A killed sequencer was replaced within ${waits.map((wait) => Math.round(wait)).join(', ')} ms.\n`);
    expect(Math.max(...waits)).toBeLessThan(1_000);
  }, 120_000);

  it('one that is asked to stop hands its streams over: at the other they go on with nothing lost or repeated', async () => {
    const [one, two] = gateways as [GatewayProcess, GatewayProcess];
    const before = listen(one);
    await openStreams(one, 1);
    const writing = (async () => {
      for (const label of numbers(1, 120)) await writer.tell('s1', [label]);
    })();
    await until(() => before.heard.labels.length > 20);
    expect(await one.drain()).toBe(0);
    await before.over;
    expect(before.heard.code).toBe('SHUTTING_DOWN');
    const handed = before.heard.labels.length;
    expect(decodeCursor(before.heard.cursor).pos).toBeGreaterThan(0);
    const after = listen(two, before.heard.cursor);
    await writing;
    await until(() => handed + after.heard.labels.length >= 120);
    expect([...before.heard.labels, ...after.heard.labels]).toEqual(numbers(1, 120));
    after.stop();
  }, 60_000);
});
