import type { CommandContext } from '../commands';
import { statement } from '../database';
import type { DeadlineState } from './deadline-state';

/** A deadline as commands read it. */
export interface DeadlineTerm {
  readonly id: string;
  readonly kind: string;
  readonly state: DeadlineState;
  readonly dueAt: Date;
}

const ofApplication = statement<DeadlineTerm>(
  'deadline_of_application',
  `select id, kind, state, due_at as "dueAt" from core.deadline
   where lender_id = $1 and application_id = $2 order by started_at desc, id desc`,
);
const applicationOf = statement<{ applicationId: string | null }>(
  'deadline_application',
  'select application_id as "applicationId" from core.deadline where lender_id = $1 and id = $2',
);

/** All deadlines of an application, the latest started first. */
export function deadlinesOf(context: CommandContext, applicationId: string): Promise<readonly DeadlineTerm[]> {
  return context.transaction.query(ofApplication, [context.lender.id, applicationId]);
}

/** The application that a deadline belongs to; null without one. */
export async function applicationOfDeadline(context: CommandContext, deadlineId: string): Promise<string | null> {
  const [found] = await context.transaction.query(applicationOf, [context.lender.id, deadlineId]);
  return found?.applicationId ?? null;
}
