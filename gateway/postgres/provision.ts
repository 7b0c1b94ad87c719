import { createHmac } from 'node:crypto';
import pg from 'pg';

export interface DatabaseUrls {
  /** Migrations only. */
  readonly owner: string;
  /** Requests, under row-level security. */
  readonly app: string;
  /** Sequencer, deadlines, deliveries: named cross-lender policies. */
  readonly worker: string;
}

const ROLES = ['lexgraph_owner', 'lexgraph_app', 'lexgraph_worker'] as const;

/**
 * Creates the three roles and the database where they are missing, and answers their URLs.
 * Passwords derive from the administrator's, so that nothing more has to be stored.
 */
export async function provision(adminUrl: string, databaseName: string): Promise<DatabaseUrls> {
  const admin = new URL(adminUrl);
  const passwordOf = (role: string) => createHmac('sha256', admin.password).update(role).digest('hex');
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    // Two processes that start at once would change the same roles; the lock ends with the connection.
    await client.query("select pg_advisory_lock(hashtextextended('lexgraph.provision', 0))");
    for (const role of ROLES) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
      if (rowCount === 0) await client.query(`create role ${role} login password '${passwordOf(role)}' nosuperuser nobypassrls`);
      else await client.query(`alter role ${role} password '${passwordOf(role)}'`);
    }
    // Migrations make the job queue's schema in the worker's name; the owner gains none of its rights over rows.
    const { rows } = await client.query("select pg_has_role('lexgraph_owner', 'lexgraph_worker', 'SET') as may");
    if (!rows[0].may) await client.query('grant lexgraph_worker to lexgraph_owner with inherit false, set true');
    // A forgotten open transaction must not hold the log or a toggle for ever.
    await client.query("alter role lexgraph_app set idle_in_transaction_session_timeout = '10s'");
    await client.query("alter role lexgraph_app set transaction_timeout = '30s'");
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(databaseName)} owner lexgraph_owner`);
  } finally {
    await client.end();
  }
  const urlOf = (role: string) => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = passwordOf(role);
    url.pathname = `/${databaseName}`;
    return url.href;
  };
  return { owner: urlOf('lexgraph_owner'), app: urlOf('lexgraph_app'), worker: urlOf('lexgraph_worker') };
}
