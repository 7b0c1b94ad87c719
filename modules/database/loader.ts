import DataLoader from 'dataloader';
import type { Queryable, Statement } from './database';

/** A batch look-up: one statement with one array parameter (`= any($1)`), one key per row. */
export interface LoaderDefinition<Key extends string, Row> {
  readonly statement: Statement<Row>;
  readonly many: boolean;
  keyOf(row: Row): Key;
}

/** Declares a look-up of at most one row per key. */
export function loader<Row, Key extends string = string>(
  query: Statement<Row>,
  keyOf: (row: Row) => Key,
): LoaderDefinition<Key, Row> & { many: false } {
  return Object.freeze({ statement: query, keyOf, many: false as const });
}

/** Declares a look-up of all rows per key, in the statement's order. */
export function listLoader<Row, Key extends string = string>(
  query: Statement<Row>,
  keyOf: (row: Row) => Key,
): LoaderDefinition<Key, Row> & { many: true } {
  return Object.freeze({ statement: query, keyOf, many: true as const });
}

/** The DataLoaders of one request: one per definition, created on first use. */
export class Loaders {
  private readonly loaders = new Map<LoaderDefinition<never, never>, DataLoader<string, unknown>>();

  constructor(private readonly database: Queryable) {}

  one<Key extends string, Row>(definition: LoaderDefinition<Key, Row> & { many: false }, key: Key): Promise<Row | null> {
    return this.of(definition).load(key) as Promise<Row | null>;
  }

  list<Key extends string, Row>(definition: LoaderDefinition<Key, Row> & { many: true }, key: Key): Promise<Row[]> {
    return this.of(definition).load(key) as Promise<Row[]>;
  }

  /** Forgets what was read, after a command has written. */
  clear(): void {
    this.loaders.clear();
  }

  private of<Key extends string, Row>(definition: LoaderDefinition<Key, Row>): DataLoader<string, unknown> {
    const found = this.loaders.get(definition as unknown as LoaderDefinition<never, never>);
    if (found) return found;
    const created = new DataLoader<string, unknown>(async (keys) => {
      const rows = await this.database.query(definition.statement, [keys]);
      if (definition.many) {
        const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
        for (const row of rows) groups.get(definition.keyOf(row))?.push(row);
        return keys.map((key) => groups.get(key)!);
      }
      const byKey = new Map<string, Row>(rows.map((row) => [definition.keyOf(row), row]));
      return keys.map((key) => byKey.get(key) ?? null);
    });
    this.loaders.set(definition as unknown as LoaderDefinition<never, never>, created);
    return created;
  }
}
