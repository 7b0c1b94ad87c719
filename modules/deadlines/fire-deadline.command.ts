import { lockApplication } from '../applications';
import { type Command, type CommandResult, Refusal } from '../commands';
import { statement } from '../database';
import { blocks } from '../rules';
import { DEADLINE_EVENTS, type DeadlineFacts, tellDeadline } from './deadline-events';
import { FACTS } from './deadlines';
import { applicationOfDeadline } from './deadlines-of-application';
import type { DeadlineKind } from './extension-points';

export interface FireResult extends CommandResult {
  /** Set when the deadline was settled by this very run; not set when the handler refused. */
  readonly fired?: true;
}

/** Rolls back a run that found nothing to do: another worker has the deadline, or it was settled, or it is not due again yet. */
export class NothingToFire extends Error {
  constructor(readonly reason: 'BUSY' | 'SETTLED') {
    super(reason);
  }
}

// Tried, never waited for: a second worker goes on with the next deadline.
const takeTurn = statement<{ taken: boolean }>(
  'deadline_take_turn',
  "select pg_try_advisory_xact_lock(hashtextextended('lexgraph.deadline/' || $1, 0)) as taken",
);
const settle = statement<DeadlineFacts>(
  'deadline_settle',
  `update core.deadline set state = 'MISSED', settled_at = $3, fired_at = $3
   where lender_id = $1 and id = $2 and state = 'PENDING' and retry_at <= $3 returning ${FACTS}`,
);
const correct = statement<never>('deadline_correct', 'update core.deadline set state = $3 where lender_id = $1 and id = $2');

/**
 * The command that settles a due deadline and runs its kind's handler, exactly once however many workers try:
 * the row's lock and state decide. The application is locked before the deadline, in the order of all other commands.
 * @throws NothingToFire
 */
export function fireDeadline(kind: DeadlineKind): Command<{ readonly deadlineId: string }, FireResult> {
  return {
    name: `job:${kind.kind}`,
    emits: [...new Set([...kind.onDue.emits, ...DEADLINE_EVENTS])],
    async run({ deadlineId }, context) {
      const { transaction, lender } = context;
      const [turn] = await transaction.query(takeTurn, [deadlineId]);
      if (!turn?.taken) throw new NothingToFire('BUSY');
      const applicationId = await applicationOfDeadline(context, deadlineId);
      if (applicationId) await lockApplication(context, applicationId);
      const [deadline] = await transaction.query(settle, [lender.id, deadlineId, new Date(context.now.epochMilliseconds)]);
      if (!deadline) throw new NothingToFire('SETTLED');

      const result = await kind.onDue.run({ deadlineId }, context);
      const reasons = result.findings?.filter(blocks) ?? [];
      // Returned or thrown, a refusal must leave nothing behind: the deadline stays pending and is tried again.
      if (reasons.length > 0) throw new Refusal(reasons);
      const state = result.outcome ?? 'MISSED';
      if (state !== 'MISSED') await transaction.query(correct, [lender.id, deadlineId, state]);
      tellDeadline(context, deadline, state);
      context.audit({ deadline: deadlineId, state });
      return { fired: true };
    },
  };
}
