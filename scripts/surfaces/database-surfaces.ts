import pg from 'pg';
import { migrate, provision } from '../../gateway/postgres';
import { migrateDown } from '../../modules/database';
import { makeDataSource, schemaOwners } from '../../ormconfig';
import { catalogueOf, schemasOf } from './catalogue';

export interface DatabaseSurfaces {
  /** Catalogue by PostgreSQL schema. */
  readonly catalogues: ReadonlyMap<string, string>;
  /** What is wrong: entities and tables that differ, migrations that do not undo themselves. */
  readonly problems: readonly string[];
}

/**
 * Migrates a fresh database up, compares it with the entities, takes everything back, migrates again,
 * and answers its catalogue. The server's URL is an administrator's.
 */
export async function databaseSurfaces(adminUrl: string, name: string): Promise<DatabaseSurfaces> {
  const urls = await provision(adminUrl, name);
  await migrate(urls.owner);
  const problems = (await drift(urls.owner)).map((statement) => `Entities and tables differ: ${statement}`);
  const catalogues = await catalogue(`${adminUrl}${name}`);
  await migrateDown(schemaOwners, ({ migrations, migrationsTableName, schema }) =>
    makeDataSource(urls.owner, { entities: [], migrations: [...migrations], migrationsTableName, schema, poolSize: 1 } as never),
  );
  for (const [schema, left] of await catalogue(`${adminUrl}${name}`)) {
    problems.push(`Schema ${schema} is left behind when all migrations are taken back:\n${left}`);
  }
  await migrate(urls.owner);
  const again = await catalogue(`${adminUrl}${name}`);
  for (const schema of new Set([...catalogues.keys(), ...again.keys()])) {
    if (again.get(schema) !== catalogues.get(schema)) problems.push(`Schema ${schema} is another one after down and up.`);
  }
  return { catalogues, problems };
}

/** Statements that TypeORM would run to make the tables fit the entities. */
async function drift(ownerUrl: string): Promise<string[]> {
  const dataSource = makeDataSource(ownerUrl, { poolSize: 1 });
  await dataSource.initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await dataSource.destroy();
  }
}

async function catalogue(url: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = new Map<string, string>();
    for (const schema of await schemasOf(client)) found.set(schema, await catalogueOf(client, schema));
    return found;
  } finally {
    await client.end();
  }
}
