import { getMetadataArgsStorage } from 'typeorm';
import { pluginProblem } from '../problem';
import type { Check } from './check';

/** Tables in the plugin's own PostgreSQL schema, keyed by lender; migrations that can be ordered. */
export const checkStorage: Check = (plugin, names) => {
  const storage = getMetadataArgsStorage();
  const tables = plugin.entities.flatMap((entity) => {
    const table = storage.tables.find(({ target }) => target === entity);
    if (!table) return [pluginProblem('PLUGIN_TABLE_UNKNOWN', { plugin: plugin.id, contribution: entity.name })];
    const contribution = `${table.schema ?? 'public'}.${table.name ?? entity.name}`;
    const ancestors = new Set<unknown>(lineage(entity));
    const key = storage.columns.filter(({ target, options }) => ancestors.has(target) && options.primary);
    return [
      ...(table.schema === names.schema
        ? []
        : [pluginProblem('PLUGIN_TABLE_FOREIGN', { plugin: plugin.id, contribution, schema: names.schema })]),
      ...(key.some(({ options, propertyName }) => (options.name ?? propertyName) === 'lender_id')
        ? []
        : [pluginProblem('PLUGIN_TABLE_KEY', { plugin: plugin.id, contribution })]),
    ];
  });
  const migrations = plugin.migrations
    .filter((migration) => !/\d{13}$/.test(migration.name))
    .map((migration) => pluginProblem('PLUGIN_MIGRATION_NAME', { plugin: plugin.id, contribution: migration.name }));
  return [...tables, ...migrations];
};

function lineage(entity: unknown): unknown[] {
  return typeof entity === 'function' && entity !== Function.prototype ? [entity, ...lineage(Object.getPrototypeOf(entity))] : [];
}
