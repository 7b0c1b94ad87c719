import type { CommandContext } from '../commands';
import { fieldCipherPort, statement } from '../database';

/** What was counted under a key in the present hour, locked until the transaction ends. */
export interface Count {
  readonly key: Buffer;
  readonly count: number;
  readonly since: Date;
  readonly lastAt: Date | null;
}

export const HOUR = 3_600_000;

const take = statement<{ count: number; since: Date; lastAt: Date }>(
  'throttle_take',
  `insert into core.throttle (lender_id, key, count, since, last_at) values ($1, $2, 0, $3, $3)
   on conflict on constraint throttle_pkey do update set count = core.throttle.count
   returning count, since, last_at as "lastAt"`,
);
const write = statement<never>(
  'throttle_write',
  'update core.throttle set count = $3, since = $4, last_at = $5 where lender_id = $1 and key = $2',
);
const remove = statement<never>('throttle_remove', 'delete from core.throttle where lender_id = $1 and key = $2');

/** Takes a count and its lock: others that count the same wait. */
export async function lockCount(context: CommandContext, what: 'code' | 'password', subject: string): Promise<Count> {
  const key = context.ports.get(fieldCipherPort).blindIndex(subject, `${context.lender.id}/throttle/${what}`);
  const now = new Date(context.now.epochMilliseconds);
  const [row] = await context.transaction.query(take, [context.lender.id, key, now]);
  const { count, since, lastAt } = row!;
  const stale = now.getTime() - since.getTime() >= HOUR;
  return { key, count: stale ? 0 : count, since: stale ? now : since, lastAt: count > 0 ? lastAt : null };
}

/** Counts one more. */
export async function countOne(context: CommandContext, { key, count, since }: Count): Promise<void> {
  await context.transaction.query(write, [context.lender.id, key, count + 1, since, new Date(context.now.epochMilliseconds)]);
}

/** Forgets what was counted. */
export async function forget(context: CommandContext, { key }: Count): Promise<void> {
  await context.transaction.query(remove, [context.lender.id, key]);
}

/** Whole seconds until a time after a moment has passed; 0 when it has. */
export function secondsUntil(context: CommandContext, from: Date, milliseconds: number): number {
  return Math.max(0, Math.ceil((from.getTime() + milliseconds - context.now.epochMilliseconds) / 1000));
}
