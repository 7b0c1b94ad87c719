import { Temporal } from 'temporal-polyfill';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { accrueToday, type ContractRecord, debtOf, readCourse } from '../../../modules/contracts';
import { NO_ROWS, statement } from '../../../modules/database';
import { DEADLINE_EVENTS } from '../../../modules/deadlines';
import type { BackgroundJob } from '../../../modules/execution';
import { enforce, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { momentOf } from '../command-support/moments';
import { tellCreditRegister } from '../credit-register/queue';
import { PLUGIN } from '../ids';
import { stopInsurance } from '../insurance/policy-terms';
import { releaseItem } from '../inventory/inventory.record';
import type { PledgeResult } from '../inventory/save-inventory.command';
import { owesExclusion } from '../register/register-tasks';
import { lockPledgeWithContract, requireInForce, requireNext } from './lock-pledge';
import { type PledgeRecord, setPledgeEnded } from './pledge.record';
import { tellPledge } from './pledge-events';

export const PERFORMED = 'OBLIGATIONS_PERFORMED';

/** Ends a locked pledge on a day: the item is free, the register's entry goes, the clocks of insurance stop. */
export async function endPledge(
  context: CommandContext,
  pledge: PledgeRecord,
  end: { readonly on: Temporal.PlainDate; readonly ground: string; readonly basis: string | null; readonly clause: string },
): Promise<PledgeRecord> {
  requireNext(pledge, 'ENDED');
  const on = end.on.toString();
  await context.transaction.query(setPledgeEnded, [pledge.id, on, end.ground, end.basis]);
  const ended = { ...pledge, status: 'ENDED' as const, endedOn: on, endGround: end.ground, endBasis: end.basis };
  tellPledge(context, ended, pledge.status, end.clause);
  await context.transaction.query(releaseItem, [pledge.id, momentOf(context)]);
  await stopInsurance(context, ended);
  await owesExclusion(context, ended, context.today);
  await tellCreditRegister(context, ended, 'ENDED');
  return ended;
}

/**
 * Ends a pledge whose obligations are performed, on the day of the last payment. What is owed includes costs and losses: while one
 * of them is open the pledge stays.
 * @throws Refusal BY_PLEDGE_OBLIGATION_OUTSTANDING, BY_PLEDGE_TRANSITION_INVALID
 */
export async function endByPerformance(context: CommandContext, pledge: PledgeRecord, contract: ContractRecord): Promise<PledgeRecord> {
  const { state } = await accrueToday(context, contract);
  const owed = debtOf(state);
  const open = uphold(cite('by-pledge/5.1/end'), owed.isZero(), 'BY_PLEDGE_OBLIGATION_OUTSTANDING', { owed: owed.toFixed(2) });
  if (open) throw new Refusal([open]);
  const { payments } = await readCourse(context, contract);
  const last = payments
    .map(({ on }) => on)
    .sort()
    .at(-1);
  const on = last ? Temporal.PlainDate.from(last) : context.today;
  return endPledge(context, pledge, { on, ground: PERFORMED, basis: null, clause: 'by-pledge/5.1/end' });
}

const endEvents = ['ByPledgeStatusChanged', 'ByPledgeChanged', 'ContractStatusChanged', ...DEADLINE_EVENTS];

/** Ends a pledge whose loan is closed; asked again it changes nothing. */
export const endPerformedPledge = defineCommand<{ readonly pledgeId: string }, PledgeResult>({
  name: 'job:byPledgeEnd',
  emits: endEvents,
  async run({ pledgeId }, context) {
    const { pledge, contract } = await lockPledgeWithContract(context, pledgeId);
    if (pledge.status === 'ENDED' || contract.status !== 'CLOSED') return { pledgeId };
    await endByPerformance(context, pledge, contract);
    return { pledgeId };
  },
});

export interface EndPledge {
  readonly pledgeId: string;
  /** OBLIGATIONS_PERFORMED, or another ground with the provision of law that it rests on. */
  readonly ground: string;
  readonly basis: string | null;
}

/** An officer ends a pledge: by performance, or on another ground of law with its provision. */
export const endPledgeByOfficer = defineCommand<EndPledge, PledgeResult>({
  name: 'byPledgeEnd',
  plugin: PLUGIN,
  emits: endEvents,
  async run({ pledgeId, ground, basis }, context) {
    const { pledge, contract } = await lockPledgeWithContract(context, pledgeId);
    requireInForce(pledge);
    if (ground === PERFORMED) {
      await endByPerformance(context, pledge, contract);
      return { pledgeId };
    }
    const clause = cite('by-pledge/5.1/other-grounds');
    const named = uphold(
      clause,
      Boolean(ground.trim() && basis?.trim()),
      'BY_PLEDGE_TERMINATION_GROUND_MISSING',
      {},
      { path: ['input', 'basis'] },
    );
    if (named) throw new Refusal([named]);
    await endPledge(context, pledge, { on: context.today, ground: ground.trim(), basis: basis!.trim(), clause: enforce(clause) });
    return { pledgeId };
  },
});

const lendersWithPledges = statement<{ lenderId: string }>(
  'by_pledge_lenders_with_pledges',
  "select distinct lender_id as \"lenderId\" from by_pledge.pledge where status in ('ACTIVE', 'FORECLOSURE', 'REALISED')",
);
const repaid = statement<{ id: string }>(
  'by_pledge_repaid',
  `select p.id from by_pledge.pledge p join core.contract c on c.lender_id = p.lender_id and c.id = p.contract_id
   where p.lender_id = $1 and p.status in ('ACTIVE', 'FORECLOSURE', 'REALISED') and c.status = 'CLOSED' order by p.id limit 100`,
);

/** The pledges of a lender whose loans are repaid and which have not ended yet. */
export const findRepaid = defineCommand<null, CommandResult & { readonly pledgeIds: readonly string[] }>({
  name: 'job:byPledgeRepaid',
  emits: [],
  run: async (_, context) => ({ pledgeIds: (await context.transaction.query(repaid, [context.lender.id])).map(({ id }) => id) }),
});

/** Ends pledges whose loans were repaid, right after the payment. */
export const endJob: BackgroundJob = {
  id: 'by-pledge/end',
  everyMilliseconds: 5_000,
  async run({ database, execute }) {
    for (const { lenderId } of await database.scoped(NO_ROWS).query(lendersWithPledges)) {
      const { pledgeIds } = await execute(findRepaid, null, lenderId);
      for (const pledgeId of pledgeIds) await execute(endPerformedPledge, { pledgeId }, lenderId);
    }
  },
};
