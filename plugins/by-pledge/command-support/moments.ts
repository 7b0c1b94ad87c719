import { Temporal } from 'temporal-polyfill';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { formFinding } from '../../../modules/rules';

export const whoOf = ({ caller }: CommandContext): string => `${caller.kind}:${caller.subject}`;

export const momentOf = ({ now }: Pick<CommandContext, 'now'>): Date => new Date(now.epochMilliseconds);

/** A day of the past or today. @throws Refusal BY_PLEDGE_DAY_INVALID */
export function pastDay(context: CommandContext, day: string, field: string): Temporal.PlainDate {
  const on = Temporal.PlainDate.from(day);
  if (on.since(context.today).sign > 0) throw new Refusal([formFinding('BY_PLEDGE_DAY_INVALID', ['input', field], { field })]);
  return on;
}
