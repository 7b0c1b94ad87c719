import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { provision } from '../../gateway/postgres';
import { coreModules } from '../../modules';
import { dataSourceOptions, migrateDown, migrateUp } from '../../modules/database';
import { installedPlugins } from '../../plugins';
import { type PluginDefinition, pluginNames } from '../../plugins/kit';
import type { ConformanceTools, MigrationBench } from '../../plugins/kit/conformance';
import { composeMaximalSchema, derive, type MaximalSchema } from '../../schema';

/** The real composition and real PostgreSQL for the conformance suite. */
export const conformanceTools: ConformanceTools = {
  graph: {
    // All that is installed joins in: what one plugin hangs on a core input is in every graph built in the process.
    compose: (plugins) => composeMaximalSchema({ modules: coreModules, plugins: [...new Set([...installedPlugins, ...plugins])] }),
    derive: (maximal, enabled) => derive(maximal as MaximalSchema, enabled),
  },
  openDatabase: openMigrationBench,
};

/** A fresh database with the core's tables alone, whatever plugins are installed. */
async function openMigrationBench(): Promise<MigrationBench> {
  const server = process.env.TEST_POSTGRES_ADMIN_URL;
  if (!server) throw new Error('No test server: run through `npm test`.');
  const name = `conformance_${randomBytes(6).toString('hex')}`;
  const { owner } = await provision(server, name);
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  await client.query('create schema lexgraph');
  const make = (options: Partial<DataSourceOptions>) =>
    new DataSource({ ...dataSourceOptions(owner, 'lexgraph-conformance', 1), entities: [], ...options } as DataSourceOptions);
  const alone = (plugin: PluginDefinition) => [{ ...plugin, requires: [] }];
  await migrateUp(coreModules, make as never);
  return {
    up: async (plugin) => void (await migrateUp(alone(plugin), make as never)),
    down: (plugin) => migrateDown(alone(plugin), make as never),
    drift: async (plugin) => {
      const entities = [...coreModules, plugin].flatMap((module) => [...module.entities]);
      const source = await make({ entities: entities as never }).initialize();
      try {
        const { upQueries } = await source.driver.createSchemaBuilder().log();
        // The core's own drift is the matter of the database's tests.
        return upQueries.map(({ query }) => query).filter((query) => query.includes(`"${pluginNames(plugin.id).schema}"`));
      } finally {
        await source.destroy();
      }
    },
    query: async <Row>(sql: string, values: readonly unknown[] = []) => (await client.query(sql, values as unknown[])).rows as Row[],
    close: async () => {
      await client.end();
      const admin = new pg.Client({ connectionString: `${server}postgres` });
      await admin.connect();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
