import { NO_ROWS, statement } from '../../../modules/database';
import type { BackgroundJob } from '../../../modules/execution';
import { checkIntegrity, type IntegrityBatch } from './integrity';
import { checkProofs } from './proofs';

const lendersWithDocuments = statement<{ lenderId: string }>(
  'by_leasing_lenders_with_documents',
  'select distinct lender_id as "lenderId" from by_leasing.document',
);
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const EVERY_SIX_HOURS = 6 * 60 * 60 * 1000;

/** Looks at all signed documents, and at the proofs of all completed operations, of all lenders, four times a day. */
export function integrityJob(): BackgroundJob {
  let lastAt: number | null = null;
  return {
    id: 'by-leasing/integrity',
    everyMilliseconds: EVERY_SIX_HOURS,
    async run({ database, clock, execute }) {
      // A round is asked for after every commit too; fingerprints are not counted anew each time.
      const now = clock.now().epochMilliseconds;
      if (lastAt !== null && now - lastAt < EVERY_SIX_HOURS) return;
      lastAt = now;
      for (const { lenderId } of await database.scoped(NO_ROWS).query(lendersWithDocuments)) {
        for (const check of [checkIntegrity, checkProofs])
          for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
            const batch: IntegrityBatch = await execute(check, { after }, lenderId);
            after = batch.next;
          }
      }
    },
  };
}
