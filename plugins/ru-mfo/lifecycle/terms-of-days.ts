import type { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord } from '../../../modules/applications';
import { calendarOf, lastMomentOf } from '../../../modules/calendar';
import type { CommandContext } from '../../../modules/commands';
import { startDeadline } from '../../../modules/deadlines';
import { OFFER_TERM, PRELIMINARY_DECISION, TRANSFER_TERM } from '../ids';
import { rules } from '../rule-set';
import { rulesToday } from './resolve';

const params = { [PRELIMINARY_DECISION]: 'decision.within', [OFFER_TERM]: 'offer.within', [TRANSFER_TERM]: 'transfer.within' } as const;

/**
 * Starts a term of working days that runs from the next day to the end of its last one in the lender's zone.
 * Banking days are counted as working days. No term where the lender's rules are silent.
 */
export async function startTerm(
  context: CommandContext,
  kind: keyof typeof params,
  application: ApplicationRecord,
): Promise<Temporal.PlainDate | null> {
  const resolved = rulesToday(context);
  const days = rules.read(resolved, params[kind]);
  if (!days) return null;
  const lastDay = calendarOf(context.extensions, context.lender.country).addWorkingDays(context.today, days.value);
  await startDeadline(context, {
    kind,
    subject: { type: 'Application', id: application.id },
    application,
    dueAt: lastMomentOf(lastDay, context.lender.zone),
    clause: days.citations[0]!.clause,
    ...(resolved.edition ? { editionId: resolved.edition.id } : {}),
  });
  return lastDay;
}
