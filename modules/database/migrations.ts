import type { DataSource, MigrationInterface } from 'typeorm';

/** Who owns tables: a core module or a plugin. Each owner has a migration table of its own. */
export interface SchemaOwner {
  readonly id: string;
  /** Owners whose tables must exist first. */
  readonly requires: readonly string[];
  // biome-ignore lint/complexity/noBannedTypes: TypeORM's own type for entity classes.
  readonly entities: ReadonlyArray<Function>;
  readonly migrations: ReadonlyArray<new () => MigrationInterface>;
}

/** Owners in the order of `requires`, ties in the order given. Throws on an unknown owner or a circle. */
export function orderOwners<T extends { readonly id: string; readonly requires: readonly string[] }>(owners: readonly T[]): T[] {
  const byId = new Map(owners.map((owner) => [owner.id, owner]));
  const done = new Set<string>();
  const ordered: T[] = [];
  const visit = (owner: T, path: readonly string[]): void => {
    if (done.has(owner.id)) return;
    if (path.includes(owner.id)) throw new Error(`Owners require each other: ${[...path, owner.id].join(' → ')}.`);
    for (const id of owner.requires) {
      const required = byId.get(id);
      if (!required) throw new Error(`${owner.id} requires ${id}, which is not installed.`);
      visit(required, [...path, owner.id]);
    }
    done.add(owner.id);
    ordered.push(owner);
  };
  for (const owner of owners) visit(owner, []);
  return ordered;
}

const tableOf = (owner: SchemaOwner) => `migration_${owner.id.replace(/\W/g, '_')}`;

type MakeDataSource = (options: {
  migrations: ReadonlyArray<new () => MigrationInterface>;
  migrationsTableName: string;
  schema: string;
}) => DataSource;

async function eachOwner(
  owners: readonly SchemaOwner[],
  make: MakeDataSource,
  work: (dataSource: DataSource, owner: SchemaOwner) => Promise<void>,
): Promise<void> {
  for (const owner of owners) {
    if (owner.migrations.length === 0) continue;
    const dataSource = make({ migrations: owner.migrations, migrationsTableName: tableOf(owner), schema: 'lexgraph' });
    await dataSource.initialize();
    try {
      await work(dataSource, owner);
    } finally {
      await dataSource.destroy();
    }
  }
}

/** Runs what has not run yet, owner by owner; answers the names of the migrations that ran. */
export async function migrateUp(owners: readonly SchemaOwner[], make: MakeDataSource): Promise<string[]> {
  const ran: string[] = [];
  await eachOwner(orderOwners(owners), make, async (dataSource) => {
    for (const migration of await dataSource.runMigrations({ transaction: 'all' })) ran.push(migration.name);
  });
  return ran;
}

/** Takes everything back, in the reverse order. */
export async function migrateDown(owners: readonly SchemaOwner[], make: MakeDataSource): Promise<void> {
  await eachOwner(orderOwners(owners).reverse(), make, async (dataSource, owner) => {
    for (let i = 0; i < owner.migrations.length; i++) await dataSource.undoLastMigration({ transaction: 'all' });
  });
}
