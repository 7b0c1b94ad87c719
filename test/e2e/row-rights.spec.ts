import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

/** Rows that prove what was done or said: they are added and never changed. A later row stands beside an earlier one. */
const EVIDENCE = [
  'core.audit_checkpoint',
  'core.payment',
  'core.posting',
  'core.schedule',
  'core.signature',
  'ru_mfo.acceptance',
  'ru_mfo.agreement',
  'ru_mfo.application_start',
  'ru_mfo.claim_assignment',
  'ru_mfo.data_check',
  'ru_mfo.data_confirmation',
  'ru_mfo.declaration',
  'ru_mfo.disclosure',
  'ru_mfo.identity_check',
  'ru_mfo.image',
  'ru_mfo.message',
  'ru_mfo.payee_check',
  'ru_mfo.publication',
  'ru_mfo.register_reply',
  'ru_mfo.verification_contact',
];

interface TableRow {
  readonly name: string;
  readonly forced: boolean;
  readonly lender: boolean;
  readonly owned: boolean;
  readonly rights: string;
  readonly worker: string;
  readonly policies: readonly string[];
}

describe('the rows of the database', () => {
  let database: TestDatabase;
  let tables: readonly TableRow[];
  beforeAll(async () => {
    database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    try {
      const { rows } = await client.query<TableRow>(`
        select n.nspname || '.' || c.relname as name, c.relforcerowsecurity and c.relrowsecurity as forced,
          exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'lender_id' and not a.attisdropped) as lender,
          exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped) as owned,
          (select string_agg(r, ',') from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) r
            where has_table_privilege('lexgraph_app', c.oid, r)) as rights,
          (select string_agg(r, ',') from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) r
            where has_table_privilege('lexgraph_worker', c.oid, r)) as worker,
          array(select pg_get_expr(p.polqual, c.oid) from pg_policy p join pg_roles r on r.oid = any(p.polroles)
            where p.polrelid = c.oid and r.rolname = 'lexgraph_app') as policies
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('core', 'ru_mfo', 'by_leasing', 'by_pledge')
        order by 1`);
      tables = rows;
    } finally {
      await client.end();
    }
  });
  afterAll(() => database.close());

  it('are all under forced row-level security', () => {
    const loose = tables.filter(({ forced, lender }) => lender && !forced).map(({ name }) => name);
    expect(loose).toEqual([]);
    expect(tables.length).toBeGreaterThan(60);
  });

  it('that name a client are that client’s own: a policy compares the two', () => {
    const shared = tables
      .filter(
        ({ owned, rights, policies }) => owned && rights?.includes('select') && !policies.some((text) => text.includes('lexgraph.client')),
      )
      .map(({ name }) => name);
    expect(shared).toEqual([]);
  });

  it('that prove something are added by the app and neither changed nor emptied', () => {
    const known = new Map(tables.map((table) => [table.name, table]));
    const soft = EVIDENCE.filter((name) => /update|truncate/.test(known.get(name)?.rights ?? 'update'));
    expect(soft).toEqual([]);
  });

  it('of the log and its archive are read by the app and added by others', () => {
    const log = tables.filter(({ name }) => ['core.event', 'core.event_archive'].includes(name));
    expect(log.map(({ name, rights, worker }) => [name, rights, worker])).toEqual([
      ['core.event', 'select', 'select,insert'],
      ['core.event_archive', 'select', null],
    ]);
  });

  it('are shown by views with the rights of who reads, and changed through none', async () => {
    const client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ name: string; own: boolean; writes: boolean }>(`
        select c.oid::regclass::text as name, coalesce('security_invoker=on' = any(c.reloptions), false) as own,
          exists (select from unnest(array['lexgraph_app', 'lexgraph_worker']) as role
            where has_table_privilege(role, c.oid, 'insert, update, delete')) as writes
        from pg_class c where c.relkind in ('v', 'm') and c.relnamespace::regnamespace::text in ('core', 'ru_mfo', 'by_leasing', 'by_pledge')`);
      expect(rows).toContainEqual({ name: 'core.event_history', own: true, writes: false });
      expect(rows.filter(({ own, writes }) => !own || writes)).toEqual([]);
    } finally {
      await client.end();
    }
  });

  it('of payments are written once more, by their reversal', async () => {
    const client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ name: string }>(
        "select attname as name from pg_attribute where attrelid = 'core.payment'::regclass and attnum > 0 and has_column_privilege('lexgraph_app', attrelid, attname, 'update') order by 1",
      );
      expect(rows.map(({ name }) => name)).toEqual(['reversal_reason', 'reversed_at', 'status']);
    } finally {
      await client.end();
    }
  });

  it('are emptied by nobody, and deleted only where terms of keeping or of use end', () => {
    expect(tables.filter(({ rights, worker }) => /truncate/.test(`${rights},${worker}`)).map(({ name }) => name)).toEqual([]);
    const deleted = tables.filter(({ rights, name }) => rights?.includes('delete') && name.startsWith('ru_mfo.')).map(({ name }) => name);
    expect(deleted).toEqual([
      'ru_mfo.assessment',
      'ru_mfo.bureau_inquiry',
      'ru_mfo.publication',
      'ru_mfo.reporting_restriction',
      'ru_mfo.solvency',
    ]);
  });

  it('of a plugin are read across lenders by the named jobs only, and changed by the one that asks the card partner', () => {
    const worker = tables
      .filter(({ worker: held, name }) => held && !name.startsWith('core.'))
      .map(({ name, worker: held }) => `${name}: ${held}`);
    expect(worker.filter((row) => row.startsWith('ru_mfo.'))).toEqual([
      'ru_mfo.assessment: select',
      'ru_mfo.card: select',
      'ru_mfo.card_check: select,update',
      'ru_mfo.retention_check: select',
    ]);
  });
});
