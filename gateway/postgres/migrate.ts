import pg from 'pg';
import { migrateUp } from '../../modules/database';
import { makeDataSource, schemaOwners } from '../../ormconfig';

/** Brings the database of the owner's URL up to date; answers the migrations that ran. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('create schema if not exists lexgraph');
  } finally {
    await client.end();
  }
  return migrateUp(schemaOwners, ({ migrations, migrationsTableName, schema }) =>
    makeDataSource(ownerUrl, {
      entities: [],
      migrations: [...migrations],
      migrationsTableName,
      schema,
      poolSize: 1,
      applicationName: 'lexgraph-migrate',
    } as never),
  );
}
