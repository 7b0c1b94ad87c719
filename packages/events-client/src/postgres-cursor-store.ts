import { type CursorMove, type CursorStore, requireAt } from './cursor-store.ts';

/** As much of a client of the package `pg` as is needed. */
export interface PostgresClient {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
}

/** As much of a pool of the package `pg` as is needed. */
export interface PostgresPool {
  connect(): Promise<LentClient>;
}

interface LentClient extends PostgresClient {
  on(event: 'error', listener: (error: Error) => void): unknown;
  off(event: 'error', listener: (error: Error) => void): unknown;
  release(broken?: boolean): void;
}

export interface PostgresCursorStoreOptions {
  /** Which cursor: one for each subscription. */
  readonly name: string;
  /** Made when it is not there; `lexgraph_cursor` unless given. */
  readonly table?: string;
}

const TABLE = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/;
/** Made by another consumer in the same moment. */
const MADE_MEANWHILE = new Set(['23505', '42P07', '42P06']);

/**
 * A cursor in a table of yours. The handler is given the client of the transaction that moves the cursor: what it writes through
 * that client is committed with the cursor, or not at all, so each event takes effect exactly once in that database.
 * The cursor's row is locked first: of two consumers one handles an event, and the other is told before it has done anything.
 * A single client must not be used for anything else while an event is handled; a pool is the better choice.
 */
export function postgresCursorStore<Client extends PostgresClient = PostgresClient>(
  database: { readonly pool: PostgresPool } | { readonly client: PostgresClient },
  { name, table = 'lexgraph_cursor' }: PostgresCursorStoreOptions,
): CursorStore<Client> {
  if (!TABLE.test(table))
    throw new Error(`"${table}" is no name of a table: use small letters, digits and "_", with a schema before a dot.`);
  const lent = <Result>(work: (client: PostgresClient) => Promise<Result>) =>
    'pool' in database ? fromPool(database.pool, work) : work(database.client);
  return {
    load: () =>
      lent(async (client) => {
        await makeTable(client, table);
        await client.query(`insert into ${table} (name) values ($1) on conflict (name) do nothing`, [name]);
        const { rows } = await client.query(`select cursor from ${table} where name = $1`, [name]);
        return (rows[0]?.cursor as string | null | undefined) ?? null;
      }),
    advance: (move, work) => lent((client) => moveTogether(client, { table, name }, move, () => work(client as Client))),
  };
}

async function moveTogether(
  client: PostgresClient,
  { table, name }: { readonly table: string; readonly name: string },
  move: CursorMove,
  work: () => Promise<void>,
): Promise<void> {
  await client.query('begin');
  try {
    const { rows } = await client.query(`select cursor from ${table} where name = $1 for update`, [name]);
    requireAt(name, (rows[0]?.cursor as string | null | undefined) ?? null, move);
    await work();
    await client.query(`update ${table} set cursor = $2, moved_at = now() where name = $1`, [name, move.to]);
    await client.query('commit');
  } catch (error) {
    // On a connection that is lost there is nothing to roll back; the pool is told below.
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function fromPool<Result>(pool: PostgresPool, work: (client: PostgresClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken = true;
  // A connection that breaks tells so beside the query that fails by it; heard by nobody, that would end the process.
  const heard = () => {};
  client.on('error', heard);
  try {
    const result = await work(client);
    broken = false;
    return result;
  } finally {
    // After a failure the connection is not used again: whether it still stands nobody knows.
    client.release(broken);
    if (!broken) client.off('error', heard);
  }
}

async function makeTable(client: PostgresClient, table: string): Promise<void> {
  const { rows } = await client.query('select to_regclass($1) is null as missing', [table]);
  if (rows[0]?.missing !== true) return;
  const columns = 'name text primary key, cursor text, moved_at timestamptz not null default now()';
  await client.query(`create table if not exists ${table} (${columns})`).catch((error: { code?: string }) => {
    if (!MADE_MEANWHILE.has(error.code ?? '')) throw error;
  });
}
