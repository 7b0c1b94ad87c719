import pg from 'pg';
import { RoleTable } from '../../gateway/identity';
import { composeMaximalSchema } from '../../schema';
import { fixtureModules, fixturePlugins } from '../../test/support/fixture-graph';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { catalogueOf, schemasOf } from './catalogue';
import { databaseSurfaces } from './database-surfaces';
import { authorisationTable, errorCodeTable, graphSurfaces } from './graph-surfaces';

describe('the catalogue of a database', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  it('finds the schemas of the core and of plugins, and none of the server', async () => {
    const schemas = await schemasOf(client);
    expect(schemas).toContain('core');
    expect(schemas.filter((name) => name.startsWith('pg_'))).toEqual([]);
  });

  it.each([
    ['a dropped policy', 'drop policy core_plugin_state_lender on core.plugin_state'],
    ['row-level security that is no longer forced', 'alter table core.plugin_state no force row level security'],
    ['a grant', 'grant delete on core.plugin_state to lexgraph_app'],
    ['a stray table', 'create table core.stray (id int)'],
    [
      'a trigger',
      "create function core.f() returns trigger language plpgsql as 'begin return new; end'; create trigger t before insert on core.plugin_state for each row execute function core.f()",
    ],
    ['the order of an index’s columns', 'create index plugin_state_x on core.plugin_state (changed_at, plugin_id)'],
  ])('sees %s', async (_what, statement) => {
    const before = await catalogueOf(client, 'core');
    await client.query('begin');
    await client.query(statement);
    const after = await catalogueOf(client, 'core');
    await client.query('rollback');
    expect(after).not.toBe(before);
    expect(await catalogueOf(client, 'core')).toBe(before);
  });

  it('is the same after all migrations went down and up', async () => {
    const { catalogues, problems } = await databaseSurfaces(process.env.TEST_POSTGRES_ADMIN_URL!, `surfaces_${process.pid}`);
    expect(problems.filter((problem) => !problem.startsWith('Entities and tables differ'))).toEqual([]);
    expect([...catalogues.keys()]).toEqual(await schemasOf(client));
    await client.query(`drop database surfaces_${process.pid} with (force)`);
  });
});

describe('the surfaces of a graph', () => {
  const maximal = composeMaximalSchema({ modules: fixtureModules, plugins: fixturePlugins });

  it('are the core, each plugin, and everything together', () => {
    const files = graphSurfaces(maximal);
    expect([...files.keys()]).toEqual(['core', 'acme-rent', 'acme-swap', 'all'].map((name) => `schema/printed/${name}.graphql`));
    expect(files.get('schema/printed/core.graphql')).not.toMatch(/acme/i);
  });

  it('tell the right of each field and who has it', () => {
    const table = authorisationTable(maximal, new RoleTable([{ scope: 'things:secret', roles: ['OFFICER'] }]));
    expect(table).toContain('| `things:secret` |  | ✓ |  |  |');
    expect(table).toContain('| Thing | secret | `things:secret` | things |');
  });

  it('list error codes in three languages', () => {
    const table = errorCodeTable([{ code: 'A', owner: 'o', kind: 'ERROR', en: 'a|b', ru: 'в', be: 'г' }]);
    expect(table).toContain('| `A` | ERROR | o | a\\|b | в | г |');
  });
});
