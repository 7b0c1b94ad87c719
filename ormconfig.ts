import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { coreModules } from './modules';
import { dataSourceOptions, type SchemaOwner } from './modules/database';
import { installedPlugins } from './plugins';

/** Everything that owns tables: the core modules and the installed plugins, enabled or not. */
export const schemaOwners: readonly SchemaOwner[] = [...coreModules, ...installedPlugins];

/** A DataSource over all installed entities. Migrations run owner by owner (`migrateUp`), never from here. */
export function makeDataSource(
  url: string,
  options: Partial<DataSourceOptions> & { applicationName?: string; poolSize?: number } = {},
): DataSource {
  const { applicationName = 'lexgraph', poolSize, ...rest } = options;
  return new DataSource({
    ...dataSourceOptions(url, applicationName, poolSize),
    entities: schemaOwners.flatMap((owner) => [...owner.entities]),
    ...rest,
  } as DataSourceOptions);
}
