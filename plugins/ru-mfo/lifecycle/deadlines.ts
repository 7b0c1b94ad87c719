import { lifecycleEvents, lockApplication, transition } from '../../../modules/applications';
import { defineCommand } from '../../../modules/commands';
import { applicationOfDeadline, type DeadlineKind, type DeadlineResult } from '../../../modules/deadlines';
import { OFFER_TERM, PLUGIN, PRELIMINARY_DECISION, TRANSFER_TERM } from '../ids';

/** A term that is missed while the application still waits; one that no longer waits needs nothing. */
function missedWhile(kind: string, waiting: readonly string[]): DeadlineKind['onDue'] {
  return defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
    name: `job:${kind}`,
    emits: [],
    async run({ deadlineId }, context) {
      const id = await applicationOfDeadline(context, deadlineId);
      const application = id ? await lockApplication(context, id) : null;
      return { outcome: application && waiting.includes(application.status) ? 'MISSED' : 'CANCELLED' };
    },
  });
}

/** An offer that nobody accepted in time is over: later consent concludes nothing. */
const offerEnds: DeadlineKind['onDue'] = defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
  name: `job:${OFFER_TERM}`,
  emits: lifecycleEvents,
  async run({ deadlineId }, context) {
    const id = await applicationOfDeadline(context, deadlineId);
    const application = id ? await lockApplication(context, id) : null;
    if (application?.status !== 'OFFERED') return { outcome: 'CANCELLED' };
    await transition(context, application, 'EXPIRE');
    return { outcome: 'MISSED' };
  },
});

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
    kind: OFFER_TERM,
    plugin: PLUGIN,
    description: { en: 'Acceptance of the offered terms', ru: 'Акцепт предложенных условий', be: 'Акцэпт прапанаваных умоў' },
    clause: null,
    onDue: offerEnds,
  },
  {
    kind: TRANSFER_TERM,
    plugin: PLUGIN,
    description: { en: 'Transfer of the loan', ru: 'Перечисление суммы займа', be: 'Пералічэнне сумы пазыкі' },
    clause: null,
    onDue: missedWhile(TRANSFER_TERM, ['SIGNED']),
  },
];
