import { NO_ROWS } from '../../../modules/database';
import type { BackgroundJob } from '../../../modules/execution';
import { deleteDueAssessments } from './retention.commands';
import { dueChecks } from './retention.record';

const HOUR = 3_600_000;

/** Deletes results of assessments whose term of keeping is over; each client is looked at on its own day. */
export const retentionJob: BackgroundJob = {
  id: 'ru-mfo/retention',
  everyMilliseconds: HOUR,
  async run({ database, clock, execute }) {
    // Lenders' zones lie ahead of UTC: a client whose day has only come there is looked at in the next round.
    const today = clock.now().toString().slice(0, 'YYYY-MM-DD'.length);
    for (;;) {
      const due = await database.scoped(NO_ROWS).query(dueChecks, [today]);
      if (due.length === 0) return;
      for (const { lenderId, clientId } of due) await execute(deleteDueAssessments, { clientId }, lenderId);
    }
  },
};
