import { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord } from '../../../modules/applications';
import { dayOf } from '../../../modules/calendar';
import type { CommandContext } from '../../../modules/commands';
import { falseFieldsOf, overdueRequests } from '../data-requests/data-request.record';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { confirmationsOf, hasOtherApplications } from './confirmation.record';
import { type RegistrationRecord, readRegistration } from './registration.record';
import { confirmedUntil } from './yearly-confirmation';

/** Whether nothing of a registration is left to do. */
export const isRegistered = (registration: RegistrationRecord | undefined): boolean =>
  registration !== undefined && (registration.stage === null || registration.stage === 'REGISTERED');

/** What the rules of an account ask about an application. */
export async function registrationFacts(
  context: CommandContext,
  { id, clientId }: Pick<ApplicationRecord, 'id' | 'clientId'>,
): Promise<Parameters<typeof rules.factSet>[0]> {
  const [registration] = await context.transaction.query(readRegistration, [[clientId]]);
  const confirmations = await confirmationsOf(context, clientId);
  const confirmed = confirmations.some(({ applicationId }) => applicationId === id);
  // What was given for the registration a moment ago needs no word that it holds.
  const first = registration?.completedAt && !(await hasOtherApplications(context, clientId, id));
  const overdue =
    (await overdueRequests(context, clientId)) + (yearlyOverdue(context, registration, confirmations[0]?.confirmedAt) ? 1 : 0);
  return {
    dataConfirmed: [confirmed || Boolean(first), 'CONFIRMATION'],
    unansweredRequests: [overdue, 'DEADLINES'],
    falseData: [await falseFieldsOf(context, clientId), 'VERIFICATION'],
  };
}

/** Whether the yearly confirmation is late: derived from the last one, whatever a deadline’s worker has done. */
export function yearlyOverdue(context: CommandContext, registration: RegistrationRecord | undefined, last: Date | undefined): boolean {
  const years = rules.read(rulesToday(context), 'confirmation.years');
  const since = last ?? registration?.completedAt;
  if (!years || !since) return false;
  const on = dayOf(Temporal.Instant.fromEpochMilliseconds(since.getTime()), context.lender.zone);
  return Temporal.PlainDate.compare(context.today, confirmedUntil(on, years.value)) > 0;
}
