import type { CommandContext } from '../../../modules/commands';
import { fieldAad, fieldCipherPort } from '../../../modules/database';
import type { PayoutDestination } from '../../../modules/payments';
import { Decimal } from '../../../schema/base';
import { addonEffect, joinedAddons } from '../addons/addon-terms';
import { readPayout } from '../application/loan-application.record';
import { requireOpenAccount } from '../compromise/require-open-account';
import { perform } from '../lenders';
import { startAccountCredit } from './account-credit';

/** The place of the encrypted destination. */
export const payoutAad = (lenderId: string, applicationId: string) =>
  fieldAad({ lenderId, table: 'ru_mfo.application', id: applicationId, column: 'payout' });

/** Money goes where the application says. */
export const ruMfoPayout: PayoutDestination = {
  async of(context: CommandContext, application) {
    const [payout] = await context.transaction.query(readPayout, [application.id]);
    if (!payout) return null;
    perform(context.lender.code, 'payout.kept');
    const reference = context.ports
      .get(fieldCipherPort)
      .decrypt(payout.payoutEnc, payoutAad(context.lender.id, application.id))
      .toString('utf8');
    const withheld = addonEffect(context.lender.code, await joinedAddons(context, application.id), new Decimal(application.amount))?.price;
    return { method: payout.payoutMethod, reference, ...(withheld ? { withheld: withheld.toFixed(2) } : {}) };
  },
  async ordered(context, application, destination) {
    await requireOpenAccount(context, application.clientId);
    await startAccountCredit(context, application, destination);
  },
};
