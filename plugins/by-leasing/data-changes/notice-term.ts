import { Temporal } from 'temporal-polyfill';
import { calendarOf } from '../../../modules/calendar';
import type { CommandContext } from '../../../modules/commands';
import { type Finding, uphold } from '../../../modules/rules';
import { rulesToday } from '../judge';
import { rules } from '../rules';

export interface NoticeTerm {
  /** The last day for the notice. */
  readonly dueOn: Temporal.PlainDate;
  /** A warning where today is later than that. */
  readonly late: Finding | null;
}

/** The working days that a client has to tell of a change that happened on a day (9.2.7), and whether today is among them. */
export function noticeTerm(context: CommandContext, what: 'DATA' | 'PHONE', changedOn: Temporal.PlainDate): NoticeTerm {
  const within = rules.read(rulesToday(context), what === 'PHONE' ? 'notice.phoneChange' : 'notice.dataChange')!;
  const dueOn = calendarOf(context.extensions, context.lender.country).addWorkingDays(changedOn, within.value);
  const inTime = Temporal.PlainDate.compare(context.today, dueOn) <= 0;
  const code = what === 'PHONE' ? 'BY_LEASING_PHONE_CHANGE_NOTICE_LATE' : 'BY_LEASING_DATA_CHANGE_NOTICE_LATE';
  const facts = { dueOn: dueOn.toString(), days: within.value };
  return { dueOn, late: uphold(within.citations, inTime, code, facts, { severity: 'WARNING', path: ['input', 'changedOn'] }) };
}
