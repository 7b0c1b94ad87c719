import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Peer } from '../process.ts';
import { product } from '../product.ts';

/** A database of its own, a gateway on it, and processes that end with it. */
export interface BenchHouse {
  readonly gateway: Peer;
  readonly ready: { readonly url: string; readonly token: string };
  readonly adminUrl: string;
  readonly urls: { readonly app: string; readonly owner: string; readonly worker: string };
  start(script: string, environment?: Record<string, string>): Promise<Peer>;
  close(): Promise<void>;
}

const DATABASE = 'lexgraph';

/** PostgreSQL from packages, the gateway on it, both in processes of their own. */
export async function openHouse(): Promise<BenchHouse> {
  const { startEmbeddedServer, provision } = product('gateway/postgres');
  const directory = mkdtempSync(join(tmpdir(), 'lexgraph-bench-'));
  chmodSync(directory, 0o755);
  const postgres = await startEmbeddedServer({ directory: join(directory, 'postgres'), durable: false });
  const urls = await provision(postgres.adminUrl, DATABASE);
  const peers: Peer[] = [];
  const start = async (script: string, environment: Record<string, string> = {}) => {
    const peer = Peer.start(script, environment);
    peers.push(peer);
    return peer;
  };
  const gateway = await start('./servers/events-gateway.ts', {
    DATABASE_URL: `${postgres.adminUrl}${DATABASE}`,
    LEXGRAPH_MODE: 'sandbox',
    LEXGRAPH_DATA: directory,
    PORT: '0',
    LOG_LEVEL: 'warn',
  });
  return {
    gateway,
    ready: await gateway.next('ready'),
    adminUrl: `${postgres.adminUrl}${DATABASE}`,
    urls,
    start: async (script, environment) => {
      const peer = await start(script, environment);
      await peer.next('ready');
      return peer;
    },
    close: async () => {
      for (const peer of peers) await peer.stop();
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The lender whose events the gateway's token reads. */
export async function lenderOf(token: string, adminUrl: string): Promise<string> {
  const { default: pg } = await import('pg');
  const { lexgraph_lenders: codes } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as {
    lexgraph_lenders: string[];
  };
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query('select lender_id as id from core.lender where code = $1', [codes[0]]);
  await client.end();
  return rows[0].id;
}
