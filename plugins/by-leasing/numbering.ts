import type { CommandContext } from '../../modules/commands';
import { statement } from '../../modules/database';

const next = statement<{ last: number }>(
  'by_leasing_counter_next',
  `insert into by_leasing.counter (lender_id, name, year, last) values ($1, $2, $3, 1)
   on conflict on constraint by_leasing_counter_pkey do update set last = by_leasing.counter.last + 1 returning last`,
);

const DIGITS = 6;

/** The next number of a series within the lender's year, such as `Х-2026-000001`; a refusal leaves no hole. */
export async function nextNumber(context: CommandContext, series: string): Promise<string> {
  const { year } = context.today;
  const [{ last }] = (await context.transaction.query(next, [context.lender.id, series, year])) as [{ last: number }];
  return `${series}-${year}-${String(last).padStart(DIGITS, '0')}`;
}
