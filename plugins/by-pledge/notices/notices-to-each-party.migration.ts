import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice goes to each of several co-pledgors: a delivery is to one of them, by one way. */
export class NoticesToEachParty1700000004060 implements MigrationInterface {
  readonly name = 'NoticesToEachParty1700000004060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table by_pledge.notice_delivery add column party_client_id uuid;
      update by_pledge.notice_delivery set party_client_id = client_id;
      alter table by_pledge.notice_delivery alter column party_client_id set not null;
      drop index by_pledge.by_pledge_notice_delivery_way_key;
      create unique index by_pledge_notice_delivery_way_key
        on by_pledge.notice_delivery (lender_id, notice_id, party_client_id, way);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index by_pledge.by_pledge_notice_delivery_way_key;
      delete from by_pledge.notice_delivery where party_client_id <> client_id;
      create unique index by_pledge_notice_delivery_way_key on by_pledge.notice_delivery (lender_id, notice_id, way);
      alter table by_pledge.notice_delivery drop column party_client_id;
    `);
  }
}
