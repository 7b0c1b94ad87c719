import pg from 'pg';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { LenderPool } from './lender-pool';
import { columnTypes } from './read-instant';
import { type RowScope, withRowScope } from './row-scope';

/** A named, prepared statement. Names are unique in the process; the text never contains values. */
export interface Statement<Row = unknown> {
  readonly name: string;
  readonly text: string;
  /** Carries the row's type only. */
  readonly row?: (row: Row) => void;
}

/** Declares a statement and its row type. */
export function statement<Row>(name: string, text: string): Statement<Row> {
  return Object.freeze({ name, text });
}

/** Something that runs statements: a scoped database or an open transaction. */
export interface Queryable {
  query<Row>(query: Statement<Row>, values?: readonly unknown[]): Promise<Row[]>;
}

/** An open transaction: TypeORM's manager for writes, statements for the rest. */
export class Transaction implements Queryable {
  constructor(readonly manager: EntityManager) {}

  async query<Row>(query: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    // TypeORM hands its first argument to pg untouched, so a named statement passes through; update and delete come back as [rows, count].
    const result: unknown = await this.manager.query({ name: query.name, text: query.text } as unknown as string, values as unknown[]);
    return (
      Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number' ? result[0] : result
    ) as Row[];
  }

  async insert<E extends ObjectLiteral>(entity: EntityTarget<E>, row: Partial<E> | Partial<E>[]): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(row as never)
      .updateEntity(false)
      .execute();
  }
}

/** A database seen with the rights of one row scope. */
export interface ScopedDatabase extends Queryable {
  readonly scope: RowScope;
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** The process's connection to PostgreSQL with one role's rights. */
export class Database {
  private constructor(readonly dataSource: DataSource) {}

  static async connect(dataSource: DataSource): Promise<Database> {
    await dataSource.initialize();
    return new Database(dataSource);
  }

  /** The pool behind the DataSource; for hot reads and for LISTEN. */
  get pool(): pg.Pool {
    return (this.dataSource.driver as unknown as { master: pg.Pool }).master;
  }

  scoped(scope: RowScope): ScopedDatabase {
    return {
      scope,
      query: async <Row>(query: Statement<Row>, values: readonly unknown[] = []) =>
        withRowScope(
          scope,
          async () => (await this.pool.query({ name: query.name, text: query.text, values: values as unknown[] })).rows as Row[],
        ),
      transaction: <T>(work: (transaction: Transaction) => Promise<T>) =>
        withRowScope(scope, () => this.dataSource.transaction((manager) => work(new Transaction(manager)))),
    };
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }
}

/** Options every DataSource of the project shares: the scoped pool, UTC, no implicit synchronisation. */
export function dataSourceOptions(url: string, applicationName: string, poolSize = 10) {
  return {
    type: 'postgres' as const,
    url,
    driver: { ...pg, Pool: LenderPool },
    applicationName,
    poolSize,
    synchronize: false,
    logging: false as const,
    extra: { options: '-c timezone=UTC', types: columnTypes },
  };
}
