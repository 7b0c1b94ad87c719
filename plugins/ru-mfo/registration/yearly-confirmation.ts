import type { Temporal } from 'temporal-polyfill';
import { lastMomentOf } from '../../../modules/calendar';
import type { CommandContext } from '../../../modules/commands';
import { startDeadline } from '../../../modules/deadlines';
import { YEARLY_CONFIRMATION } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';

/** The last day on which data confirmed on a day need no new confirmation. */
export const confirmedUntil = (confirmedOn: Temporal.PlainDate, years: number): Temporal.PlainDate => confirmedOn.add({ years });

/** Starts the term of the next confirmation anew; none where the lender's rules are silent. */
export async function startYearlyConfirmation(context: CommandContext, clientId: string): Promise<void> {
  const resolved = rulesToday(context);
  const years = rules.read(resolved, 'confirmation.years');
  if (!years) return;
  await startDeadline(context, {
    kind: YEARLY_CONFIRMATION,
    subject: { type: 'Client', id: clientId },
    clientId,
    dueAt: lastMomentOf(confirmedUntil(context.today, years.value), context.lender.zone),
    clause: years.citations[0]!.clause,
    ...(resolved.edition ? { editionId: resolved.edition.id } : {}),
  });
}
