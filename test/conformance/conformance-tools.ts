import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
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

type MakeDataSource = Parameters<typeof migrateUp>[1];

const makeFor =
  (owner: string): MakeDataSource =>
  (options) =>
    new DataSource({ ...dataSourceOptions(owner, 'lexgraph-conformance', 1), entities: [], ...options } as never);

async function asAdmin(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}postgres` });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The core's tables alone, whatever plugins are installed: migrated once per test file, then copied. */
async function migrateCore(server: string): Promise<string> {
  const name = `core_${randomBytes(6).toString('hex')}`;
  const { owner } = await provision(server, name);
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  await client.query('create schema lexgraph');
  await client.end();
  await migrateUp(coreModules, makeFor(owner));
  return name;
}

let core: Promise<string> | undefined;

async function openMigrationBench(): Promise<MigrationBench> {
  const server = process.env.TEST_POSTGRES_ADMIN_URL;
  if (!server) throw new Error('No test server: run through `npm test`.');
  core ??= migrateCore(server);
  const name = `conformance_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `create database ${name} template ${await core} owner lexgraph_owner strategy file_copy`);
  const { owner } = await provision(server, name);
  const make = makeFor(owner);
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  const alone = (plugin: PluginDefinition) => [{ ...plugin, requires: [] }];
  return {
    up: async (plugin) => void (await migrateUp(alone(plugin), make)),
    down: (plugin) => migrateDown(alone(plugin), make),
    drift: async (plugin) => {
      const entities = [...coreModules, plugin].flatMap((module) => [...module.entities]);
      const source = await make({ entities } as never).initialize();
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
      await asAdmin(server, `drop database ${name} with (force)`);
    },
  };
}
