import { NO_ROWS, statement } from '../database';
import type { BackgroundJob } from '../execution';
import { makeEvidencePackage } from './make-package.command';

interface Waiting {
  readonly lenderId: string;
  readonly id: string;
}

const waiting = statement<Waiting>(
  'evidence_packages_waiting',
  `select lender_id as "lenderId", id from core.evidence_package where made_at is null and failure is null and id > $1 order by id limit 20`,
);
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Makes the packages that were asked for; a package that cannot be made yet waits for the next round and holds up no other. */
export const packageJob: BackgroundJob = {
  id: 'signatures/evidence-packages',
  everyMilliseconds: 1_000,
  async run({ database, execute }) {
    const failures: unknown[] = [];
    for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
      const some: readonly Waiting[] = await database.scoped(NO_ROWS).query(waiting, [after]);
      for (const { lenderId, id } of some) {
        await execute(makeEvidencePackage, { packageId: id }, lenderId).catch((error: unknown) => failures.push(error));
      }
      after = some.at(-1)?.id;
    }
    // Told as the round's own: the log has its class and place.
    if (failures.length > 0) throw failures[0];
  },
};
