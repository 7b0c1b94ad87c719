import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type DatabaseUrls, provision } from '../../gateway/postgres';
import { Database } from '../../modules/database';
import { makeDataSource } from '../../ormconfig';

export interface TestDatabase {
  readonly urls: DatabaseUrls;
  /** Superuser URL of this database: for looking behind row-level security. */
  readonly adminUrl: string;
  readonly app: Database;
  readonly worker: Database;
  close(): Promise<void>;
}

/** A fresh logical database, copied from the migrated template; close it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_ADMIN_URL;
  if (!server) throw new Error('No test server: run through `npm test`.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, 'postgres', (client) =>
    client.query(`create database ${name} template lexgraph_template owner lexgraph_owner strategy file_copy`),
  );
  const urls = await provision(server, name);
  const app = await Database.connect(makeDataSource(urls.app));
  const worker = await Database.connect(makeDataSource(urls.worker));
  return {
    urls,
    adminUrl: `${server}${name}`,
    app,
    worker,
    close: async () => {
      await app.close();
      await worker.close();
      await asAdmin(server, 'postgres', (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

async function asAdmin<T>(server: string, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: `${server}${database}` });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
