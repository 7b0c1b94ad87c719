import { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord } from '../../../modules/applications';
import { dayOf } from '../../../modules/calendar';
import type { CommandContext } from '../../../modules/commands';
import { type ResolvedRules, resolveRules } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { APPLICATION_START } from '../rule-set';

/** Edition and statutes of a contract that would be concluded today. */
export const rulesToday = (context: CommandContext): ResolvedRules =>
  resolveRules(context.extensions, PLUGIN, context.lender.code, context.today);

/** Days of an application by which editions may be chosen, beside the day of the conclusion. */
export const datesOf = (context: CommandContext, application: Pick<ApplicationRecord, 'createdAt'>) => ({
  [APPLICATION_START]: dayOf(Temporal.Instant.fromEpochMilliseconds(application.createdAt.getTime()), context.lender.zone),
});

/** The same for an application: its lender may choose the edition by the day on which it was begun. */
export const rulesOf = (context: CommandContext, application: Pick<ApplicationRecord, 'createdAt'>): ResolvedRules =>
  resolveRules(context.extensions, PLUGIN, context.lender.code, context.today, { dates: datesOf(context, application) });
