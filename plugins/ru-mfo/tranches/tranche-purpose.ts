import type { TransferPurpose } from '../../../modules/payments';
import { bookSum } from '../account-request/book-sum';
import { tellChange } from '../account-request/change-events';
import { TRANCHE_PURPOSE } from '../ids';
import { type DutyName, dutyOf } from '../lenders';
import { FORMULA, type RecalculationCase } from './recalculation';
import { setRecalculated, trancheRecords } from './tranche.record';

/** The clause of each case. */
const duties: Readonly<Record<RecalculationCase, DutyName>> = {
  NEXT_UNCHANGED: 'tranche.nextUnchanged',
  NEXT_RECALCULATED: 'tranche.nextRecalculated',
  CURRENT_PERIOD: 'tranche.currentPeriod',
};

/** What follows when the money of a tranche arrived, or did not. */
export const tranchePurpose: TransferPurpose = {
  purpose: TRANCHE_PURPOSE,
  async settled(context, transfer, at, on) {
    const id = transfer.reference!;
    const { contract, result } = await bookSum(context, transfer, on, {
      citations: ({ case: which }) => dutyOf(context.lender.code, duties[which]),
    });
    await context.transaction.query(setRecalculated, [id, result.case, FORMULA]);
    await context.transaction.query(trancheRecords.setPaid, [id, new Date(at.epochMilliseconds), on.toString()]);
    tellChange(context, 'RuMfoTranche', contract, { id, from: 'ORDERED', to: 'PAID' });
  },
  async failed(context, transfer, reason) {
    const id = transfer.reference!;
    await context.transaction.query(trancheRecords.setFailed, [id, reason]);
    tellChange(context, 'RuMfoTranche', transfer.contract!, { id, from: 'ORDERED', to: 'FAILED' });
  },
};
