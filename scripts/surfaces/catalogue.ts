import type pg from 'pg';

/**
 * Everything in PostgreSQL's catalogue that a reviewer should see change: also what TypeORM's drift check passes over,
 * such as policies, forced row-level security, grants, triggers, functions and partition keys.
 */
const CATALOGUE = `
select 'table ' || c.oid::regclass || ' owner=' || r.rolname || ' rls=' || c.relrowsecurity || ' force=' || c.relforcerowsecurity
    || ' kind=' || c.relkind::text || ' acl=' || coalesce(c.relacl::text, '') as line
  from pg_class c join pg_roles r on r.oid = c.relowner
  where c.relnamespace::regnamespace::text = $1 and c.relkind in ('r', 'p', 'v', 'm', 'S') and not c.relispartition
union all
select 'column ' || a.attrelid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace::regnamespace::text = $1 and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
union all
select 'constraint ' || k.conrelid::regclass || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.connamespace::regnamespace::text = $1 and not c.relispartition and k.contype <> 'n'
union all
select 'index ' || pg_get_indexdef(i.indexrelid)
  from pg_index i join pg_class c on c.oid = i.indrelid
  where c.relnamespace::regnamespace::text = $1 and not c.relispartition
union all
select 'policy ' || schemaname || '.' || tablename || ' ' || policyname || ' ' || permissive || ' ' || cmd::text || ' ' || roles::text
    || ' using ' || coalesce(qual, '') || ' check ' || coalesce(with_check, '')
  from pg_policies where schemaname = $1
union all
select 'trigger ' || pg_get_triggerdef(t.oid)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where c.relnamespace::regnamespace::text = $1 and not t.tgisinternal and not c.relispartition
union all
select 'partition key ' || p.partrelid::regclass || ' ' || pg_get_partkeydef(p.partrelid)
  from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
  where c.relnamespace::regnamespace::text = $1
union all
select 'function ' || pg_get_functiondef(p.oid) || ' acl=' || coalesce(p.proacl::text, '')
  from pg_proc p where p.pronamespace::regnamespace::text = $1 and p.prokind in ('f', 'p')
union all
select 'view ' || c.oid::regclass || ' ' || coalesce(c.reloptions::text, '') || pg_get_viewdef(c.oid)
  from pg_class c where c.relnamespace::regnamespace::text = $1 and c.relkind = 'v'
union all
select 'schema ' || nspname || ' acl=' || coalesce(nspacl::text, '') from pg_namespace where nspname = $1`;

/** The catalogue of one PostgreSQL schema, a line for each thing, sorted. */
export async function catalogueOf(client: pg.Client, schema: string): Promise<string> {
  const { rows } = await client.query<{ line: string }>(CATALOGUE, [schema]);
  return rows
    .map(({ line }) => `${line}\n`)
    .sort()
    .join('');
}

/** PostgreSQL schemas of a database, but for the server's own. */
export async function schemasOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'lexgraph') order by 1",
  );
  return rows.map(({ name }) => name);
}
