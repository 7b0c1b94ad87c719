/** What is in a database, one line per thing: schemas, tables with their columns, constraints, indexes, policies, rights. */
export async function readCatalogue(database: { query<Row>(sql: string): Promise<Row[]> }): Promise<string[]> {
  const rows = await database.query<{ line: string }>(CATALOGUE);
  return rows.map(({ line }) => line).sort();
}

const OURS = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";

const CATALOGUE = `
  select format('schema %s. %s', n.nspname, n.nspacl) as line from pg_namespace n where ${OURS}
  union all
  select format('relation %s.%s %s rls %s %s %s', n.nspname, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relacl)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'S')
  union all
  select format('column %s.%s.%s %s %s %s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where ${OURS} and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
  union all
  select format('constraint %s.%s %s %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid))
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS}
  union all
  select format('index %s.%s %s', n.nspname, c.relname, pg_get_indexdef(i.indexrelid))
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS}
  union all
  select format('policy %s.%s %s %s %s %s', schemaname, tablename, policyname, cmd, qual, with_check) from pg_policies
  union all
  select format('trigger %s.%s %s', n.nspname, c.relname, pg_get_triggerdef(t.oid))
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS} and not t.tgisinternal
  union all
  select format('function %s.%s %s', n.nspname, p.proname, md5(p.prosrc))
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS}`;
