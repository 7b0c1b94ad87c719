import type { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord } from '../../../modules/applications';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { lockContractOfApplication } from '../../../modules/contracts';
import { uphold } from '../../../modules/rules';
import { dutyOf, perform } from '../lenders';
import { markServed } from '../registration/registration.record';

/**
 * Takes a potential client into service: by the first loan that was provided, and by nothing else. A later one changes nothing.
 * @throws Refusal RU_MFO_STATUS_TRANSITION_INVALID where the loan of this application was not provided
 */
export async function beginService(
  context: CommandContext,
  application: Pick<ApplicationRecord, 'id' | 'clientId'>,
  at: Temporal.Instant,
): Promise<void> {
  const contract = await lockContractOfApplication(context, application.id);
  const provided = contract !== null && contract.concludedOn !== null;
  const early = uphold(dutyOf(context.lender.code, 'status.byLoanOnly'), provided, 'RU_MFO_STATUS_TRANSITION_INVALID');
  if (early) throw new Refusal([early]);
  const [served] = await context.transaction.query(markServed, [application.clientId, new Date(at.epochMilliseconds)]);
  if (served) perform(context.lender.code, 'status.client');
}
