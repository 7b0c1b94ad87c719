import type { ApplicationRecord } from '../../../modules/applications';
import { calendarOf, lastMomentOf } from '../../../modules/calendar';
import type { CommandContext } from '../../../modules/commands';
import { startDeadline } from '../../../modules/deadlines';
import { notify } from '../../../modules/notifications';
import type { Destination } from '../../../modules/payments';
import { ACCOUNT_CREDIT } from '../ids';
import { rules } from '../rule-set';
import { rulesOf } from './resolve';

/** A transfer to an account may be on its way for some banking days: the client is told, and the day is watched. */
export async function startAccountCredit(context: CommandContext, application: ApplicationRecord, { method }: Destination): Promise<void> {
  const resolved = rulesOf(context, application);
  const days = method === 'BANK_ACCOUNT' ? rules.read(resolved, 'account.creditWithin') : null;
  if (!days) return;
  const last = calendarOf(context.extensions, context.lender.country).addWorkingDays(context.today, days.value);
  const clause = days.citations[0]!.clause;
  await startDeadline(context, {
    kind: ACCOUNT_CREDIT,
    subject: { type: 'Application', id: application.id },
    application,
    dueAt: lastMomentOf(last, context.lender.zone),
    clause,
    ...(resolved.edition ? { editionId: resolved.edition.id } : {}),
  });
  await notify(context, {
    clientId: application.clientId,
    applicationId: application.id,
    channel: 'CABINET',
    kind: 'TRANSFER_UNDER_WAY',
    text: `Деньги отправлены на ваш счёт. Зачисление может занять до ${days.value} банковских дней, не позднее ${last.toString()}.`,
    clause,
  });
}
