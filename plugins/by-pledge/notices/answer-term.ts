import type { Temporal } from 'temporal-polyfill';
import { calendarOf, lastMomentOf } from '../../../modules/calendar';
import { type CommandContext, defineCommand } from '../../../modules/commands';
import { type DeadlineKind, type DeadlineResult, startDeadline } from '../../../modules/deadlines';
import { rulesOfPledge } from '../command-support/judging';
import { answerEnd } from '../foreclosure/guards';
import { CLAIM_ANSWER, PLUGIN } from '../ids';
import type { PledgeRecord } from '../pledge';
import { rules } from '../rules';

/** Starts the time for which a claim may be answered, from the day after its receipt. */
export async function startAnswerTerm(
  context: CommandContext,
  pledge: PledgeRecord,
  { id }: { readonly id: string },
  receivedOn: Temporal.PlainDate,
): Promise<void> {
  const within = rules.read(rulesOfPledge(context, pledge), 'claim.answer.within')!;
  const until = answerEnd(calendarOf(context.extensions, context.lender.country), receivedOn, within);
  await startDeadline(context, {
    kind: CLAIM_ANSWER,
    subject: { type: 'ByPledgeNotice', id },
    dueAt: lastMomentOf(until, context.lender.zone),
    application: { id: pledge.applicationId, clientId: pledge.clientId },
  });
}

/** The time for an answer is meant to run out: nothing follows but that a suit may be filed. */
export const claimAnswerDeadline: DeadlineKind = {
  kind: CLAIM_ANSWER,
  plugin: PLUGIN,
  description: { en: 'Time to answer the claim', ru: 'Срок рассмотрения претензии', be: 'Тэрмін разгляду прэтэнзіі' },
  clause: 'by-pledge/5.5/answer',
  onDue: defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
    name: `job:${CLAIM_ANSWER}`,
    emits: [],
    run: async () => ({ outcome: 'MET' }),
  }),
};
