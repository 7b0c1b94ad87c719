import type { TransferPurpose } from '../../../modules/payments';
import { Decimal } from '../../../schema/base';
import { bookSum } from '../account-request/book-sum';
import { tellChange } from '../account-request/change-events';
import { TOP_UP_PURPOSE } from '../ids';
import { dutyOf } from '../lenders';
import { topUpRecords } from './top-up.record';

/** What follows when an additional sum arrived, or did not. The payments to come are computed anew from all that is owed. */
export const topUpPurpose: TransferPurpose = {
  purpose: TOP_UP_PURPOSE,
  async settled(context, transfer, at, on) {
    const id = transfer.reference!;
    const { contract } = await bookSum(context, transfer, on, {
      adjust: (sum) => ({ ...sum, funded: new Decimal(0) }),
      citations: () => dutyOf(context.lender.code, 'topUp.formed'),
    });
    await context.transaction.query(topUpRecords.setPaid, [id, new Date(at.epochMilliseconds), on.toString()]);
    tellChange(context, 'RuMfoTopUp', contract, { id, from: 'ORDERED', to: 'PAID' });
  },
  async failed(context, transfer, reason) {
    const id = transfer.reference!;
    await context.transaction.query(topUpRecords.setFailed, [id, reason]);
    tellChange(context, 'RuMfoTopUp', transfer.contract!, { id, from: 'ORDERED', to: 'FAILED' });
  },
};
