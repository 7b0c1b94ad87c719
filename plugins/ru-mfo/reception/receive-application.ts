import type { ApplicationRecord } from '../../../modules/applications';
import { lastMomentOf } from '../../../modules/calendar';
import { readClient } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import { startDeadline } from '../../../modules/deadlines';
import { notify } from '../../../modules/notifications';
import { DECISION_TARGET, PRELIMINARY_DECISION } from '../ids';
import { perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { nextRegistrationNumber, setRegistered } from './reception.record';

/** An application arrived: it gets its number and moment, its terms begin, and the applicant is told of it. */
export async function receiveApplication(context: CommandContext, application: ApplicationRecord): Promise<void> {
  const number = await register(context, application);
  await startDecisionTerms(context, application);
  await tellReceipt(context, application, number);
}

async function register(context: CommandContext, application: ApplicationRecord): Promise<string> {
  const year = context.today.year;
  const [{ last } = { last: 1 }] = await context.transaction.query(nextRegistrationNumber, [context.lender.id, year]);
  const number = `${year}/${String(last).padStart(6, '0')}`;
  await context.transaction.query(setRegistered, [application.id, number, new Date(context.now.epochMilliseconds)]);
  perform(context.lender.code, 'application.registered');
  return number;
}

/** Where the rules count hours and days and not working days: a target in hours, and a limit at the end of the last calendar day. */
async function startDecisionTerms(context: CommandContext, application: ApplicationRecord): Promise<void> {
  const resolved = rulesToday(context);
  const target = rules.read(resolved, 'decision.target');
  const limit = rules.read(resolved, 'decision.limit');
  const about = {
    subject: { type: 'Application', id: application.id },
    application,
    ...(resolved.edition ? { editionId: resolved.edition.id } : {}),
  };
  if (target)
    await startDeadline(context, {
      ...about,
      kind: DECISION_TARGET,
      dueAt: context.now.add({ hours: target.value }),
      clause: target.citations[0]!.clause,
    });
  if (limit)
    await startDeadline(context, {
      ...about,
      kind: PRELIMINARY_DECISION,
      dueAt: lastMomentOf(context.today.add({ days: limit.value }), context.lender.zone),
      clause: limit.citations[0]!.clause,
    });
}

/** By every way that the rules name and the applicant has. */
async function tellReceipt(context: CommandContext, application: ApplicationRecord, number: string): Promise<void> {
  const ways = rules.read(rulesToday(context), 'notice.receipt.anyOf');
  if (!ways) return;
  const client = await readClient(context, application.clientId);
  const message = {
    clientId: application.clientId,
    applicationId: application.id,
    kind: 'APPLICATION_RECEIVED',
    text: `Заявление № ${application.number} принято на рассмотрение, регистрационный номер ${number}.`,
    clause: ways.citations[0]!.clause,
  };
  if (ways.value.includes('SMS') && client.phoneVerifiedAt) await notify(context, { ...message, channel: 'SMS' });
  if (ways.value.includes('EMAIL') && client.emailVerifiedAt) await notify(context, { ...message, channel: 'EMAIL' });
}
