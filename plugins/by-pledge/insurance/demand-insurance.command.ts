import { defineCommand } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { DEADLINE_EVENTS } from '../../../modules/deadlines';
import { enforce } from '../../../modules/rules';
import { startPolicyTerm } from '../agreement/sign.commands';
import { cite } from '../cite';
import { momentOf } from '../command-support/moments';
import { PLUGIN } from '../ids';
import { type PledgeResult, reopen } from '../inventory/save-inventory.command';
import { inForce, lockPledge, tellChange } from '../pledge';

const setDemanded = statement<never>(
  'by_pledge_set_insurance_demanded',
  'update by_pledge.pledge set insurance_demanded_at = $2 where id = $1',
);

/** The lender demands insurance; without a demand no policy is needed. A running agreement's clock starts with the demand. */
export const demandInsurance = defineCommand<{ readonly pledgeId: string }, PledgeResult>({
  name: 'byPledgeDemandInsurance',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged', 'ByPledgeStatusChanged', 'DocumentStatusChanged', ...DEADLINE_EVENTS],
  async run({ pledgeId }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    if (pledge.insuranceDemandedAt) return { pledgeId };
    const open = await reopen(context, pledge);
    await context.transaction.query(setDemanded, [pledgeId, momentOf(context)]);
    if (inForce.includes(open.status)) await startPolicyTerm(context, open);
    tellChange(context, open, 'INSURANCE_DEMANDED', context.today.toString(), enforce(cite('by-pledge/2.5')));
    return { pledgeId };
  },
});
