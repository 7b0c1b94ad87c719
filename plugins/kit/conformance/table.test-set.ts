import { pluginNames } from '../../../schema/base';
import { pluginProblem } from '../problem';
import { asProblem } from './as-problems';
import { readCatalogue } from './catalogue';
import type { ConformanceProblem, ConformanceTest } from './conformance';

interface TableRow {
  readonly name: string;
  readonly forced: boolean;
  readonly keyed: boolean;
}

export const tableTests: readonly ConformanceTest[] = [
  {
    name: 'makes, takes back and remakes its tables, in its own schema, secured by lender',
    async run(plugin, _, { openDatabase }) {
      if (!openDatabase || plugin.migrations.length === 0) return [];
      const problems: ConformanceProblem[] = [];
      const blame = (code: Parameters<typeof pluginProblem>[0], contribution: string, facts: Record<string, string> = {}) =>
        problems.push(asProblem(pluginProblem(code, { plugin: plugin.id, contribution, ...facts })));
      const { schema } = pluginNames(plugin.id);
      const bench = await openDatabase();
      try {
        const before = await readCatalogue(bench);
        await bench.up(plugin);
        const first = await readCatalogue(bench);
        for (const line of added(before, first))
          if (!line.includes(`${schema}.`) && !isOwnBookkeeping(line, schema)) blame('PLUGIN_TABLE_FOREIGN', line, { schema });
        for (const line of added(first, before)) blame('PLUGIN_MIGRATION_TOUCHES', line);
        for (const table of await tablesOf(bench, schema)) {
          if (!table.forced) blame('PLUGIN_TABLE_UNPROTECTED', table.name);
          if (!table.keyed) blame('PLUGIN_TABLE_KEY', table.name);
        }
        for (const statement of await bench.drift(plugin)) blame('PLUGIN_TABLE_DRIFT', statement);
        await bench.down(plugin);
        for (const line of added(before, await readCatalogue(bench)))
          if (!isOwnBookkeeping(line, schema)) blame('PLUGIN_MIGRATION_LEAVES', line);
        await bench.up(plugin);
        const again = await readCatalogue(bench);
        for (const line of [...added(first, again), ...added(again, first)]) blame('PLUGIN_MIGRATION_LEAVES', line);
      } finally {
        await bench.close();
      }
      return problems;
    },
  },
];

const added = (before: readonly string[], after: readonly string[]): string[] => {
  const known = new Set(before);
  return after.filter((line) => !known.has(line));
};

/** The table that records which migrations ran belongs to the migrator. */
const isOwnBookkeeping = (line: string, schema: string): boolean => line.includes(`migration_${schema}`);

function tablesOf(bench: { query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]> }, schema: string): Promise<TableRow[]> {
  return bench.query<TableRow>(
    `select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as forced,
       exists (select from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
               where k.conrelid = c.oid and k.contype = 'p' and a.attname = 'lender_id') as keyed
     from pg_class c where c.relnamespace::regnamespace::text = $1 and c.relkind in ('r', 'p') and not c.relispartition`,
    [schema],
  );
}
