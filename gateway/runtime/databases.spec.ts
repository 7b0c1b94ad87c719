import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { refuseStrongRole } from './databases';

describe('the roles of production mode', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await database.close();
  });

  const asApp = (url: string) => refuseStrongRole('DATABASE_URL', url, ['lexgraph_owner', 'lexgraph_worker']);

  it('are taken as they are provisioned', async () => {
    await expect(asApp(database.urls.app)).resolves.toBeUndefined();
    await expect(refuseStrongRole('DATABASE_WORKER_URL', database.urls.worker, ['lexgraph_owner'])).resolves.toBeUndefined();
  });

  it('are refused where row-level security would let all lenders’ rows through', async () => {
    for (const url of [database.adminUrl, database.urls.owner, database.urls.worker]) {
      await expect(asApp(url)).rejects.toThrow('DATABASE_URL must name a role without superuser and bypassrls');
    }
    await expect(refuseStrongRole('DATABASE_WORKER_URL', database.adminUrl, ['lexgraph_owner'])).rejects.toThrow('DATABASE_WORKER_URL');
  });

  it('are refused where they could become such a role', async () => {
    const name = `strong_${process.pid}`;
    const url = new URL(database.urls.app);
    [url.username, url.password] = [name, 'secret'];
    await admin.query(`create role ${name} login password 'secret' in role lexgraph_app`);
    try {
      await expect(asApp(url.href)).resolves.toBeUndefined();
      await admin.query(`grant lexgraph_worker to ${name} with inherit false, set true`);
      await expect(asApp(url.href)).rejects.toThrow('no member of lexgraph_owner or lexgraph_worker');
    } finally {
      await admin.query(`drop role ${name}`);
    }
  });
});
