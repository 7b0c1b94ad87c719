import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openClaim } from '../claims/claim.entity';
import { pendingPetition } from '../petitions/petition.entity';

/** What waits for an officer is read from indexes that hold nothing else. */
export class AddByLeasingWorkIndexes1700000003091 implements MigrationInterface {
  readonly name = 'AddByLeasingWorkIndexes1700000003091';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index by_leasing_petition_pending_idx on by_leasing.petition (lender_id, received_at, id) where ${pendingPetition};
      create index by_leasing_claim_open_idx on by_leasing.claim (lender_id, answer_due_on, id) where ${openClaim};
      create index by_leasing_agreement_end_open_idx on by_leasing.agreement_end (lender_id, client_consented_at, id) where ended_at is null;
      create index by_leasing_signing_authority_standing_idx on by_leasing.signing_authority (lender_id, recorded_at, id) where ended_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index by_leasing.by_leasing_signing_authority_standing_idx;
      drop index by_leasing.by_leasing_agreement_end_open_idx;
      drop index by_leasing.by_leasing_claim_open_idx;
      drop index by_leasing.by_leasing_petition_pending_idx;
    `);
  }
}
