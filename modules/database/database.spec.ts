import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { secureTable, statement, uuidv7 } from '.';

describe('row scope', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  const insertState = statement<never>(
    'test_insert_state',
    "insert into core.plugin_state values ($1, 'p', 'ENABLED', false, null, 'test', now())",
  );
  const readStates = statement<{ lender_id: string }>('test_read_states', 'select lender_id from core.plugin_state');

  it('shows a lender its own rows only, and nothing without a lender', async () => {
    const [a, b] = [uuidv7(), uuidv7()];
    const admin = await import('pg').then(({ default: pg }) => new pg.Client({ connectionString: database.adminUrl }));
    await admin.connect();
    for (const id of [a, b]) await admin.query("insert into core.lender values ($1, $2, 'n', 'n', 'XX', 'UTC', 'XXX')", [id, id]);
    await admin.end();
    for (const id of [a, b]) await database.app.scoped({ lenderId: id }).query(insertState, [id]);
    expect(await database.app.scoped({ lenderId: a }).query(readStates)).toEqual([{ lender_id: a }]);
    expect(await database.app.scoped({ lenderId: null }).query(readStates)).toEqual([]);
    await expect(database.app.scoped({ lenderId: a }).query(insertState, [b])).rejects.toThrow(/row-level security/);
  });

  it('leaves a page of a long list to the index of its order, with a client column too', async () => {
    const lender = uuidv7();
    const { default: pg } = await import('pg');
    const owner = new pg.Client({ connectionString: database.adminUrl });
    await owner.connect();
    await owner.query(
      'create table core.plan_row (lender_id uuid, client_id uuid, created_at timestamptz, primary key (lender_id, created_at))',
    );
    await owner.query(secureTable('core.plan_row', { client: 'client_id' }));
    await owner.query("insert into core.plan_row select $1, uuidv7(), now() - n * interval '1 s' from generate_series(1, 5000) n", [
      lender,
    ]);
    await owner.query('vacuum analyze core.plan_row');
    await owner.end();
    const page = 'select * from core.plan_row order by created_at desc limit 20';
    const [answer] = await database.app
      .scoped({ lenderId: lender })
      .query(statement<object>('test_plan_page', `explain (format json) ${page}`));
    expect(JSON.stringify(answer)).toContain('Index Scan');
    expect(JSON.stringify(answer)).not.toContain('Sort Key');
  });
});
