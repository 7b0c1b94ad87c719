import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { secureTable } from '../../../modules/database';
import { type BadPlugin, definedWith } from './bad-plugin';

@Entity({ schema: 'xx_bad', name: 'thing' })
class Thing {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'thing_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thing_pkey' })
  id!: string;

  @Column('text')
  name!: string;
}

const sound = {
  up: [
    'create schema xx_bad',
    'create table xx_bad.thing (lender_id uuid not null, id uuid not null, name text not null, constraint thing_pkey primary key (lender_id, id))',
    secureTable('xx_bad.thing'),
  ],
  down: ['drop schema xx_bad cascade'],
};

/** A migration of these statements; its name carries a moment, as TypeORM wants. */
function migration(up: readonly string[], down: readonly string[]): new () => MigrationInterface {
  return class CreateBad1700000009900 implements MigrationInterface {
    readonly name = 'CreateBad1700000009900';

    async up(runner: QueryRunner): Promise<void> {
      for (const sql of up) await runner.query(sql);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const sql of down) await runner.query(sql);
    }
  };
}

const migrates = (fault: string, code: string, up: readonly string[], down: readonly string[] = sound.down): BadPlugin => ({
  fault: `migrations that ${fault}`,
  code,
  define: () => definedWith({ entities: [Thing], migrations: [migration(up, down)] }),
});

export const badTables: readonly BadPlugin[] = [
  migrates(
    'make a table in the core schema',
    'PLUGIN_TABLE_FOREIGN',
    [...sound.up, 'create table core.bad (lender_id uuid primary key)'],
    [...sound.down, 'drop table core.bad'],
  ),
  migrates(
    'add a column to a core table',
    'PLUGIN_TABLE_FOREIGN',
    [...sound.up, 'alter table core.application add column bad text'],
    [...sound.down, 'alter table core.application drop column bad'],
  ),
  migrates(
    'take something from the core',
    'PLUGIN_MIGRATION_TOUCHES',
    [...sound.up, 'drop index core.application_created_idx'],
    [...sound.down, 'create index application_created_idx on core.application (lender_id, created_at, id)'],
  ),
  migrates('leave a table without row-level security', 'PLUGIN_TABLE_UNPROTECTED', sound.up.slice(0, 2)),
  migrates('leave the lender out of a key', 'PLUGIN_TABLE_KEY', [
    ...sound.up,
    'create table xx_bad.loose (id uuid primary key, lender_id uuid not null)',
    secureTable('xx_bad.loose'),
  ]),
  migrates('disagree with the entities', 'PLUGIN_TABLE_DRIFT', [...sound.up, 'alter table xx_bad.thing drop column name']),
  migrates(
    'leave something behind when taken back',
    'PLUGIN_MIGRATION_LEAVES',
    ['create schema if not exists xx_bad', ...sound.up.slice(1)],
    ['drop table xx_bad.thing'],
  ),
];
