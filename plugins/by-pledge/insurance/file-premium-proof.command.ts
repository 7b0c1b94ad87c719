import { Temporal } from 'temporal-polyfill';
import { defineCommand, Refusal } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { DEADLINE_EVENTS, meetDeadline } from '../../../modules/deadlines';
import { formFinding } from '../../../modules/rules';
import { rulesToday } from '../command-support/judging';
import { momentOf, whoOf } from '../command-support/moments';
import { newId } from '../command-support/rows';
import { PLUGIN, PREMIUM_PROOF } from '../ids';
import { type PledgeResult } from '../inventory/save-inventory.command';
import { lockPledge, tellChange } from '../pledge';
import { rules } from '../rules';
import { policiesByPledge } from './policy.record';
import { late, waitForPremium } from './policy-terms';
import { PremiumProofEntity } from './premium-proof.entity';

const setPaidThrough = statement<never>('by_pledge_policy_set_paid', 'update by_pledge.policy set paid_through = $2 where id = $1');

export interface FilePremiumProof {
  readonly pledgeId: string;
  readonly policyId: string;
  /** Last day of the period that it pays. */
  readonly paidThrough: string;
  readonly channel: 'EMAIL' | 'CABINET' | 'OFFICE';
}

/** The payment document for the next period of a policy that is paid in instalments. */
export const filePremiumProof = defineCommand<FilePremiumProof, PledgeResult>({
  name: 'byPledgeFilePremiumProof',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged', ...DEADLINE_EVENTS],
  async run({ pledgeId, policyId, paidThrough, channel }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    const policy = (await context.transaction.query(policiesByPledge.statement, [[pledgeId]])).find(({ id }) => id === policyId);
    if (!policy) throw new Refusal([formFinding('BY_PLEDGE_POLICY_NOT_FOUND', ['input', 'policyId'])]);
    if (paidThrough <= policy.paidThrough || paidThrough > policy.validTo)
      throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', 'paidThrough'], { field: 'paidThrough' })]);
    const within = rules.read(rulesToday(context), 'premium.proof.within');
    const dueOn = Temporal.PlainDate.from(policy.paidThrough).add({ days: within?.value ?? 0 });
    const isLate = within !== null && Temporal.PlainDate.compare(context.today, dueOn) > 0;
    await meetDeadline(context, { kind: PREMIUM_PROOF, subject: { type: 'ByPledgePolicy', id: policyId } });
    await context.transaction.insert(PremiumProofEntity, {
      lenderId: context.lender.id,
      id: newId(context),
      policyId,
      pledgeId,
      clientId: pledge.clientId,
      paidThrough,
      receivedOn: context.today.toString(),
      channel,
      isLate,
      filedBy: whoOf(context),
      filedAt: momentOf(context),
    });
    await context.transaction.query(setPaidThrough, [policyId, paidThrough]);
    if (paidThrough < policy.validTo) await waitForPremium(context, pledge, policyId, paidThrough);
    tellChange(context, pledge, 'PREMIUM', policyId, 'by-pledge/3.1/л/p2/instalments');
    return { pledgeId, findings: isLate ? [late('BY_PLEDGE_PREMIUM_PROOF_OVERDUE', 'by-pledge/3.1/л/p2/instalments', dueOn)] : [] };
  },
});
