import { join } from 'node:path';
import pg from 'pg';
import { Database } from '../../modules/database';
import { makeDataSource } from '../../ormconfig';
import { type Config, ConfigError } from '../config';
import { type DatabaseUrls, migrate, provision, startEmbeddedServer } from '../postgres';

/** Connections with the rights of the three roles; `owner` is only open while the gateway boots. */
export interface Databases {
  readonly app: Database;
  readonly worker: Database;
  readonly urls: DatabaseUrls;
  /** `true` when PostgreSQL came from packages. */
  readonly embedded: boolean;
  readonly migrationsRun: readonly string[];
  close(): Promise<void>;
}

const SANDBOX_DATABASE = 'lexgraph';

/** Finds or starts PostgreSQL, brings it up to date, and connects as app and worker. */
export async function openDatabases(config: Config): Promise<Databases> {
  const { urls, embedded, stop } = await findServer(config);
  const migrationsRun = await migrate(urls.owner);
  if (config.mode === 'production') {
    await refuseStrongRole('DATABASE_URL', urls.app, ['lexgraph_owner', 'lexgraph_worker']);
    await refuseStrongRole('DATABASE_WORKER_URL', urls.worker, ['lexgraph_owner']);
  }
  const app = await Database.connect(makeDataSource(urls.app, { applicationName: 'lexgraph-app', poolSize: config.database.poolSize }));
  const worker = await Database.connect(makeDataSource(urls.worker, { applicationName: 'lexgraph-worker', poolSize: 5 }));
  return {
    app,
    worker,
    urls,
    embedded,
    migrationsRun,
    close: async () => {
      await app.close();
      await worker.close();
      await stop();
    },
  };
}

async function findServer(config: Config): Promise<{ urls: DatabaseUrls; embedded: boolean; stop: () => Promise<void> }> {
  const { url, ownerUrl, workerUrl } = config.database;
  if (url && ownerUrl && workerUrl)
    return { urls: { app: url, owner: ownerUrl, worker: workerUrl }, embedded: false, stop: async () => {} };
  if (url) {
    // One URL: an administrator's, from which the sandbox makes the roles and a database of its own name.
    const name = decodeURIComponent(new URL(url).pathname.slice(1)) || SANDBOX_DATABASE;
    return { urls: await provision(url, name), embedded: false, stop: async () => {} };
  }
  const server = await startEmbeddedServer({ directory: join(config.dataDirectory, 'postgres'), durable: true });
  return { urls: await provision(server.adminUrl, SANDBOX_DATABASE), embedded: true, stop: () => server.stop() };
}

type Forbidden = 'lexgraph_owner' | 'lexgraph_worker';

/**
 * Row-level security means nothing to a superuser, the owner could switch it off, and the worker's policies let all lenders' rows through.
 * @throws ConfigError naming the setting whose role may more than it should
 */
export async function refuseStrongRole(setting: string, url: string, forbidden: readonly Forbidden[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ strong: boolean }>(
      `select rolsuper or rolbypassrls or exists (
         select from pg_roles other where other.rolname = any($1) and pg_has_role(current_user, other.oid, 'member')
       ) as strong from pg_roles where rolname = current_user`,
      [forbidden],
    );
    if (rows[0]?.strong !== false)
      throw new ConfigError(`${setting} must name a role without superuser and bypassrls that is no member of ${forbidden.join(' or ')}.`);
  } finally {
    await client.end();
  }
}
