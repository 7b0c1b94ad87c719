import { lifecycleEvents, lockApplication, transition } from '../../../modules/applications';
import { defineCommand } from '../../../modules/commands';
import { applicationOfDeadline, type DeadlineKind, type DeadlineResult } from '../../../modules/deadlines';
import { APPROVAL_TERM, DECISION_TARGET, PLUGIN } from '../ids';

/** The target passed undecided: it is seen as missed, the limit still runs. */
const targetMissed: DeadlineKind['onDue'] = defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
  name: `job:${DECISION_TARGET}`,
  emits: [],
  async run({ deadlineId }, context) {
    const id = await applicationOfDeadline(context, deadlineId);
    const application = id ? await lockApplication(context, id) : null;
    const waiting = application?.status === 'SUBMITTED' || application?.status === 'IN_REVIEW';
    return { outcome: waiting ? 'MISSED' : 'CANCELLED' };
  },
});

/** An approval that was not used in time is over, whatever term the offer has. */
const approvalEnds: DeadlineKind['onDue'] = defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
  name: `job:${APPROVAL_TERM}`,
  emits: lifecycleEvents,
  async run({ deadlineId }, context) {
    const id = await applicationOfDeadline(context, deadlineId);
    const application = id ? await lockApplication(context, id) : null;
    if (application?.status !== 'OFFERED') return { outcome: 'CANCELLED' };
    await transition(context, application, 'EXPIRE');
    return { outcome: 'MISSED' };
  },
});

export const receptionDeadlines: readonly DeadlineKind[] = [
  {
    kind: DECISION_TARGET,
    plugin: PLUGIN,
    description: { en: 'Target of the decision', ru: 'Целевой срок решения', be: 'Мэтавы тэрмін рашэння' },
    clause: null,
    onDue: targetMissed,
  },
  {
    kind: APPROVAL_TERM,
    plugin: PLUGIN,
    description: { en: 'Validity of the approval', ru: 'Срок действия решения о займе', be: 'Тэрмін дзеяння рашэння аб пазыцы' },
    clause: null,
    onDue: approvalEnds,
  },
];
