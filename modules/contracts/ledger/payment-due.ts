import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../calendar';
import { defineCommand } from '../../commands';
import { statement } from '../../database';
import { applicationOfDeadline, type DeadlineKind, type DeadlineResult } from '../../deadlines';
import { ledgerEvents } from '../contract-events';
import { lockContractOfApplication } from '../lock-contract';
import { readBook } from './book';
import { dayAfter } from './day';
import { foldGroups } from './fold-lines';
import { PAYMENT_DUE } from './instalment-deadlines';
import { openDay } from './open-day';
import { settle } from './settle';

const readDue = statement<{ dueAt: Date }>(
  'payment_due_at',
  'select due_at as "dueAt" from core.deadline where lender_id = $1 and id = $2',
);

/** An instalment is paid in time when nothing is overdue on the day after its date, by all that is booked when it is judged. */
export const paymentDue: DeadlineKind = {
  kind: PAYMENT_DUE,
  plugin: null,
  description: { en: 'Payment by the schedule', ru: 'Платёж по графику', be: 'Плацеж паводле графіка' },
  clause: null,
  onDue: defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
    name: `job:${PAYMENT_DUE}`,
    emits: ledgerEvents,
    async run({ deadlineId }, context) {
      const applicationId = await applicationOfDeadline(context, deadlineId);
      const contract = applicationId ? await lockContractOfApplication(context, applicationId) : null;
      if (contract?.status !== 'ACTIVE') return { outcome: 'CANCELLED' };
      await settle(context, contract, {});
      const [deadline] = await context.transaction.query(readDue, [context.lender.id, deadlineId]);
      const on = dayOf(Temporal.Instant.fromEpochMilliseconds(deadline!.dueAt.getTime()), context.lender.zone).toString();
      const { groups, versions, openedOn } = (await readBook(context, contract)).ledger;
      const state = foldGroups(
        groups.filter((group) => group.on <= on),
        versions,
        openedOn,
        on,
      );
      return { outcome: openDay(state, versions, dayAfter(on)).overdueSince === null ? 'MET' : 'MISSED' };
    },
  }),
};
