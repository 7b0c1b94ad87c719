import type { CommandResult, GraphContext } from '../../../modules/commands';
import { toGlobalId } from '../../../schema/base';
import { pledgeById } from './pledge.record';
import { ByPledgePayload, ByPledgeSettingPayload, toPledge } from './pledge.type';

interface Done extends CommandResult {
  readonly pledgeId?: string;
  readonly consentId?: string;
  readonly policyId?: string;
  readonly addendumId?: string;
}

/** What a step answers: the pledge as it is now, what was made, and what was found. */
export async function pledgePayload(
  { pledgeId, consentId, policyId, addendumId, findings = [] }: Done,
  context: GraphContext,
): Promise<ByPledgePayload> {
  const row = pledgeId ? await context.loaders.one(pledgeById, pledgeId) : null;
  const createdId = consentId
    ? toGlobalId('ByPledgeConsent', consentId)
    : policyId
      ? toGlobalId('ByPledgePolicy', policyId)
      : addendumId
        ? toGlobalId('ByPledgeAddendum', addendumId)
        : null;
  return { pledge: row && toPledge(row), createdId, findings };
}

/** What a setting answers. */
export const settingPayload = ({ findings = [] }: CommandResult): ByPledgeSettingPayload => ({ findings });
