import { NO_ROWS, statement } from '../database';
import type { BackgroundJob } from '../execution';
import { makeEvidencePackage } from './make-package.command';

const waiting = statement<{ lenderId: string; id: string }>(
  'evidence_packages_waiting',
  'select lender_id as "lenderId", id from core.evidence_package where made_at is null and failure is null order by requested_at limit 20',
);

/** Makes the packages that were asked for; a package that cannot be made yet waits for the next round. */
export const packageJob: BackgroundJob = {
  id: 'signatures/evidence-packages',
  everyMilliseconds: 1_000,
  async run({ database, execute }) {
    for (const { lenderId, id } of await database.scoped(NO_ROWS).query(waiting)) {
      await execute(makeEvidencePackage, { packageId: id }, lenderId);
    }
  },
};
