import { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord } from '../../../modules/applications';
import { calendarOf, lastMomentOf } from '../../../modules/calendar';
import type { CommandContext } from '../../../modules/commands';
import { startDeadline } from '../../../modules/deadlines';
import { OFFER_TERM, PRELIMINARY_DECISION, TRANSFER_TERM } from '../ids';
import { agreedTransferDays } from '../precedence/agreed-term';
import { rules } from '../rule-set';
import { rulesOf } from './resolve';

const params = { [PRELIMINARY_DECISION]: 'decision.within', [OFFER_TERM]: 'offer.within', [TRANSFER_TERM]: 'transfer.within' } as const;

/**
 * Starts a term that runs from the next day to the end of its last one in the lender's zone. Working days are counted, and banking
 * days as such; an offer may also stand for calendar days, and then until the later of both. No term where the rules are silent.
 */
export async function startTerm(
  context: CommandContext,
  kind: keyof typeof params,
  application: ApplicationRecord,
): Promise<Temporal.PlainDate | null> {
  const resolved = rulesOf(context, application);
  const working = rules.read(resolved, params[kind]);
  // What the contract itself sets stands before the lender's rules.
  const agreed = kind === TRANSFER_TERM ? await agreedTransferDays(context, application.id) : null;
  const calendar = kind === OFFER_TERM ? rules.read(resolved, 'offer.withinDays') : null;
  const ends = [
    ...(working
      ? [{ by: working, on: calendarOf(context.extensions, context.lender.country).addWorkingDays(context.today, agreed ?? working.value) }]
      : []),
    ...(calendar ? [{ by: calendar, on: context.today.add({ days: calendar.value }) }] : []),
  ].sort((a, b) => Temporal.PlainDate.compare(b.on, a.on));
  const [last] = ends;
  if (!last) return null;
  await startDeadline(context, {
    kind,
    subject: { type: 'Application', id: application.id },
    application,
    dueAt: lastMomentOf(last.on, context.lender.zone),
    clause: last.by.citations[0]!.clause,
    ...(resolved.edition ? { editionId: resolved.edition.id } : {}),
  });
  return last.on;
}
