import { defineCommand, Refusal } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { type PledgeResult } from '../inventory/save-inventory.command';
import { lockPledge, requireConsent, tellChange } from '../pledge';
import { policiesByPledge } from './policy.record';

const setBeneficiary = statement<never>(
  'by_pledge_policy_set_beneficiary',
  'update by_pledge.policy set beneficiary = $2, consent_id = $3 where id = $1',
);

export interface ChangeBeneficiary {
  readonly pledgeId: string;
  readonly policyId: string;
  readonly beneficiary: 'PLEDGEE' | 'PLEDGOR' | 'OTHER';
  readonly consentId: string | null;
}

/** Another beneficiary, with the lender's written consent on record only. */
export const changeBeneficiary = defineCommand<ChangeBeneficiary, PledgeResult>({
  name: 'byPledgeChangeBeneficiary',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged'],
  async run({ pledgeId, policyId, beneficiary, consentId }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    const policy = (await context.transaction.query(policiesByPledge.statement, [[pledgeId]])).find(({ id }) => id === policyId);
    if (!policy) throw new Refusal([formFinding('BY_PLEDGE_POLICY_NOT_FOUND', ['input', 'policyId'])]);
    const clause = cite('by-pledge/2.5/а/change');
    const consent = await requireConsent(context, pledge, consentId, 'BENEFICIARY_CHANGE', clause);
    uphold(clause, true, 'BY_PLEDGE_CONSENT_MISSING');
    await context.transaction.query(setBeneficiary, [policyId, beneficiary, consent.id]);
    tellChange(context, pledge, 'BENEFICIARY', policyId, 'by-pledge/2.5/а/change');
    return { pledgeId };
  },
});
