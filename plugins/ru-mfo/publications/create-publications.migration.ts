import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf, secureTable } from '../../../modules/database';
import { publicationKinds } from './publication-kind';

/** Documents that a lender publishes, in versions. */
export class CreateRuMfoPublications1700000002191 implements MigrationInterface {
  readonly name = 'CreateRuMfoPublications1700000002191';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ru_mfo.publication (
        lender_id uuid not null,
        id uuid not null,
        kind text not null constraint ru_mfo_publication_kind_check check (${oneOf('kind', publicationKinds)}),
        version text not null,
        title text not null,
        effective_from date not null,
        edition_id text,
        url text,
        text text not null,
        sha256 bytea not null,
        published_by text not null,
        published_at timestamptz not null,
        constraint ru_mfo_publication_pkey primary key (lender_id, id),
        constraint ru_mfo_publication_version_key unique (lender_id, kind, version)
      );
    `);
    // What was published stays as it was: a mistake is mended by a later version.
    await runner.query(secureTable('ru_mfo.publication', { app: ['select', 'insert'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ru_mfo.publication;');
  }
}
