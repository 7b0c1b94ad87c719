import { lockApplication } from '../../../modules/applications';
import type { CommandContext } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { perform } from '../lenders';
import { acceptsByCode } from '../packet/acceptance-method';
import { reofferTerms } from './offer';

const offeredOf = statement<{ id: string }>(
  'ru_mfo_offered_of_client',
  "select id from core.application where client_id = $1 and status = 'OFFERED' order by id",
);

/**
 * The client corrected the account: terms that wait for a signature are formed anew with the right data, the earlier draft and
 * its packet are void. Nothing happens where a button accepts: those terms name the client only.
 */
export async function redraftOffers(context: CommandContext, clientId: string): Promise<void> {
  if (!acceptsByCode(context)) return;
  for (const { id } of await context.transaction.query(offeredOf, [clientId])) {
    const application = await lockApplication(context, id);
    if (application.status !== 'OFFERED') continue;
    perform(context.lender.code, 'terms.redrafted');
    await reofferTerms(context, application);
  }
}
