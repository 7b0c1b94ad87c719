import type { CommandContext } from '../../modules/commands';
import { statement } from '../../modules/database';

const subject = statement<{ id: string }>('by_leasing_deadline_subject', 'select subject_id as id from core.deadline where id = $1');

/** Row id of what a deadline is about. */
export const subjectOfDeadline = async (context: CommandContext, deadlineId: string): Promise<string | null> =>
  (await context.transaction.query(subject, [deadlineId]))[0]?.id ?? null;
