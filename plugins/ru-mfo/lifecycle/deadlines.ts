import { defineCommand } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import type { DeadlineKind, DeadlineResult } from '../../../modules/deadlines';
import { PLUGIN, PRELIMINARY_DECISION, TRANSFER_TERM } from '../ids';

const subjectStatus = statement<{ status: string }>(
  'ru_mfo_deadline_subject',
  'select a.status from core.deadline d join core.application a on a.id = d.application_id where d.id = $1',
);

/** A term that is missed while the application still waits; one that no longer waits needs nothing. */
function missedWhile(kind: string, waiting: readonly string[]): DeadlineKind['onDue'] {
  return defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
    name: `job:${kind}`,
    emits: [],
    async run({ deadlineId }, context) {
      const [subject] = await context.transaction.query(subjectStatus, [deadlineId]);
      return { outcome: subject && waiting.includes(subject.status) ? 'MISSED' : 'CANCELLED' };
    },
  });
}

export const deadlines: readonly DeadlineKind[] = [
  {
    kind: PRELIMINARY_DECISION,
    plugin: PLUGIN,
    description: {
      en: 'Preliminary decision on the application',
      ru: 'Предварительное решение по заявлению',
      be: 'Папярэдняе рашэнне па заяве',
    },
    // Each lender's own clause is given when the term starts.
    clause: null,
    onDue: missedWhile(PRELIMINARY_DECISION, ['SUBMITTED', 'IN_REVIEW']),
  },
  {
    kind: TRANSFER_TERM,
    plugin: PLUGIN,
    description: { en: 'Transfer of the loan', ru: 'Перечисление суммы займа', be: 'Пералічэнне сумы пазыкі' },
    clause: null,
    onDue: missedWhile(TRANSFER_TERM, ['SIGNED']),
  },
];
