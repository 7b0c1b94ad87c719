import {
  type ApplicationRecord,
  type ApplicationStatus,
  lifecycleEvents,
  lockApplication,
  transition,
} from '../../../modules/applications';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { openContractsOf } from '../../../modules/contracts';
import { applicationOfDeadline, type DeadlineKind, type DeadlineResult } from '../../../modules/deadlines';
import { isMoneyOut } from '../../../modules/payments';
import { formFinding, uphold } from '../../../modules/rules';
import { accountDeadlines } from '../account/deadlines';
import { OFFER_TERM, PLUGIN, PRELIMINARY_DECISION, TRANSFER_TERM } from '../ids';
import { dutyOf } from '../lenders';

/** States in which nothing is owed by the lender any more: nobody waits for a decision or for money. */
const moot: readonly ApplicationStatus[] = ['WITHDRAWN', 'EXPIRED'];

/**
 * A term that the lender must keep. What was done in time has met it already, so whatever still runs when it is due was missed,
 * also where it was done since. An answer of the settlement partner that is not booked yet is waited for.
 */
function missed(kind: string): DeadlineKind['onDue'] {
  return defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
    name: `job:${kind}`,
    emits: [],
    async run({ deadlineId }, context) {
      const id = await applicationOfDeadline(context, deadlineId);
      const application = id ? await lockApplication(context, id) : null;
      if (!application || moot.includes(application.status)) return { outcome: 'CANCELLED' };
      if (kind === TRANSFER_TERM && application.status === 'SIGNED' && (await isUnderWay(context, application)))
        throw new Refusal([formFinding('RU_MFO_TRANSFER_UNDER_WAY')]);
      return { outcome: 'MISSED' };
    },
  });
}

async function isUnderWay(context: CommandContext, { id, clientId }: ApplicationRecord): Promise<boolean> {
  const contract = (await openContractsOf(context, clientId)).find(({ applicationId }) => applicationId === id);
  return contract !== undefined && isMoneyOut(context, contract.id);
}

/** An offer that nobody accepted in time is over: later consent concludes nothing. */
const offerEnds: DeadlineKind['onDue'] = defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
  name: `job:${OFFER_TERM}`,
  emits: lifecycleEvents,
  async run({ deadlineId }, context) {
    const id = await applicationOfDeadline(context, deadlineId);
    const application = id ? await lockApplication(context, id) : null;
    const open = application?.status === 'OFFERED';
    uphold(dutyOf(context.lender.code, 'offer.closed'), !open, 'RU_MFO_OFFER_NOT_SIGNED');
    if (!open) return { outcome: 'CANCELLED' };
    await transition(context, application, 'EXPIRE');
    return { outcome: 'MISSED' };
  },
});

export const deadlines: readonly DeadlineKind[] = [
  ...accountDeadlines,
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
    onDue: missed(PRELIMINARY_DECISION),
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
    onDue: missed(TRANSFER_TERM),
  },
];
