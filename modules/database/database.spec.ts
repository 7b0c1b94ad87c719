import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { statement, uuidv7 } from '.';

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
});
