import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { accrueToday, type ContractRecord, debtOf } from '../../../modules/contracts';
import { destinationOf, orderMoney, type PaymentFollower, paymentEvents, REFUND, receivePayment } from '../../../modules/payments';
import { enforce, formFinding, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { cite } from '../cite';
import { refuse } from '../command-support/judging';
import { pastDay } from '../command-support/moments';
import { positiveSum } from '../command-support/sums';
import { PLUGIN } from '../ids';
import { changePledgeStatus, type LockedPledge, lockPledgeWithContract } from '../pledge';
import { enforcementEvents } from '../pledge/course-events';
import {
  type ForeclosureRecord,
  foreclosureById,
  lockForeclosureRow,
  setForeclosureForum,
  setForeclosureListing,
  setForeclosureSold,
  stoppableOfContract,
} from './foreclosure.record';
import { isUnpaid, makeStep } from './judge-step';
import type { ForeclosureResult } from './open-foreclosure.command';

type Locked = LockedPledge & { readonly contract: ContractRecord; readonly foreclosure: ForeclosureRecord };

/** A case with its pledge and contract, all locked. @throws Refusal BY_PLEDGE_FORECLOSURE_NOT_FOUND */
async function lockForeclosure(context: CommandContext, id: string): Promise<Locked> {
  const [found] = await context.transaction.query(foreclosureById.statement, [[id]]);
  if (!found) throw new Refusal([formFinding('BY_PLEDGE_FORECLOSURE_NOT_FOUND', ['input', 'foreclosureId'])]);
  const locked = await lockPledgeWithContract(context, found.pledgeId);
  const [foreclosure] = await context.transaction.query(lockForeclosureRow, [id]);
  return { ...locked, foreclosure: foreclosure! };
}

const emits: readonly string[] = [...new Set([...enforcementEvents, ...paymentEvents, 'TransferStatusChanged'])];

export interface FileSuit {
  readonly foreclosureId: string;
  /** The court, by its code. */
  readonly forum: string;
}

/** Files the suit: after the grace period, after a received claim and the time to answer it, at the agreed court. */
export const fileSuit = defineCommand<FileSuit, ForeclosureResult>({
  name: 'byPledgeFileSuit',
  plugin: PLUGIN,
  emits,
  async run({ foreclosureId, forum }, context) {
    const locked = await lockForeclosure(context, foreclosureId);
    await makeStep(context, locked, 'FILE', { forum });
    await context.transaction.query(setForeclosureForum, [foreclosureId, forum]);
    return { foreclosureId, pledgeId: locked.pledge.id };
  },
});

export interface RecordDecision {
  readonly foreclosureId: string;
  readonly isAllowed: boolean;
}

/** Records the court's decision. */
export const recordDecision = defineCommand<RecordDecision, ForeclosureResult>({
  name: 'byPledgeRecordDecision',
  plugin: PLUGIN,
  emits,
  async run({ foreclosureId, isAllowed }, context) {
    const locked = await lockForeclosure(context, foreclosureId);
    await makeStep(context, locked, isAllowed ? 'AWARD' : 'DISMISS');
    if (!isAllowed) await changePledgeStatus(context, locked.pledge, 'ACTIVE');
    return { foreclosureId, pledgeId: locked.pledge.id };
  },
});

export interface ListForSale {
  readonly foreclosureId: string;
  readonly way?: string | null;
  /** Number of the commission contract or of the listing. */
  readonly reference?: string | null;
  readonly site?: string | null;
  /** BYN. */
  readonly startPrice: string;
  /** What sets another price than the pledge value, with its number. */
  readonly override?: { readonly kind: string; readonly document: string } | null;
}

/** Offers the item at its pledge value, or at the price that a court's decision or an agreement of the parties sets. */
export const listForSale = defineCommand<ListForSale, ForeclosureResult>({
  name: 'byPledgeListForSale',
  plugin: PLUGIN,
  emits,
  async run({ foreclosureId, way = null, reference = null, site = null, startPrice, override }, context) {
    const locked = await lockForeclosure(context, foreclosureId);
    const price = positiveSum(startPrice, 'startPrice');
    const document = override?.document.trim() || null;
    await makeStep(context, locked, 'LIST', {
      saleWay: way,
      saleReference: reference?.trim() || null,
      saleSite: site,
      startPrice: price,
      priceOverride: override && document ? override.kind : null,
    });
    await context.transaction.query(setForeclosureListing, [
      foreclosureId,
      way,
      reference?.trim() || null,
      site,
      price.toFixed(2),
      document,
    ]);
    return { foreclosureId, pledgeId: locked.pledge.id };
  },
});

export interface RecordSale {
  readonly foreclosureId: string;
  /** ISO 8601. */
  readonly soldOn: string;
  /** BYN. */
  readonly proceeds: string;
}

/** Records the sale: the proceeds are booked as a payment, what is above the debt is held for the pledgor, what is missing stays due. */
export const recordSale = defineCommand<RecordSale, ForeclosureResult>({
  name: 'byPledgeRecordSale',
  plugin: PLUGIN,
  emits,
  async run({ foreclosureId, soldOn, proceeds }, context) {
    const locked = await lockForeclosure(context, foreclosureId);
    const { pledge, contract } = locked;
    // A sale is recorded on its day: what was owed and allowed is judged by today.
    const on = pastDay(context, soldOn, 'soldOn');
    if (!on.equals(context.today)) throw new Refusal([formFinding('BY_PLEDGE_DAY_INVALID', ['input', 'soldOn'], { field: 'soldOn' })]);
    const sum = positiveSum(proceeds, 'proceeds');
    await makeStep(context, locked, 'SELL');
    await changePledgeStatus(context, pledge, 'REALISED');
    const { state: before } = await accrueToday(context, contract);
    const claim = debtOf(before);
    await receivePayment(context, contract, { amount: sum, paidOn: on, externalId: `sale:${foreclosureId}`, source: 'PLEDGE_SALE' });
    const surplus = Decimal.max(0, sum.minus(claim));
    const deficit = Decimal.max(0, claim.minus(sum));
    if (surplus.gt(0)) enforce(cite('by-pledge/3.3/а'));
    // What is missing stays owed under the contract: the ledger is the receivable, the case its basis.
    if (deficit.gt(0)) enforce(cite('by-pledge/3.4/б'));
    const row = [foreclosureId, on.toString(), sum.toFixed(2), claim.toFixed(2), surplus.toFixed(2), deficit.toFixed(2)];
    await context.transaction.query(setForeclosureSold, row);
    return { foreclosureId, pledgeId: pledge.id };
  },
});

export interface SettleSale {
  readonly foreclosureId: string;
  /** Where a surplus is to go, when somebody names it: only the account or card of the loan contract is accepted. */
  readonly destination?: string | null;
}

/** Settles a sale: a surplus is ordered to the account or card of the loan contract, a deficit stays claimed. */
export const settleSale = defineCommand<SettleSale, ForeclosureResult>({
  name: 'byPledgeSettleSale',
  plugin: PLUGIN,
  emits,
  async run({ foreclosureId, destination }, context) {
    const locked = await lockForeclosure(context, foreclosureId);
    const { application, contract, foreclosure } = locked;
    await makeStep(context, locked, 'SETTLE');
    const surplus = new Decimal(foreclosure.surplus ?? '0');
    if (surplus.gt(0)) {
      const agreed = await destinationOf(context, application);
      const isAgreed = destination == null || destination === agreed.reference;
      const path = { path: ['input', 'destination'] };
      refuse(uphold(cite('by-pledge/3.3/а'), isAgreed, 'BY_PLEDGE_SURPLUS_DESTINATION', {}, path));
      const { currency } = contract.terms;
      const amount = surplus.toFixed(2);
      await orderMoney(context, { purpose: REFUND, reference: foreclosureId, amount, currency, contract, destination: agreed });
    }
    return { foreclosureId, pledgeId: locked.pledge.id };
  },
});

/** A payment of what was overdue stops foreclosure at any time before the sale: nothing may be sold any more. */
export const stopOnPayment: PaymentFollower = {
  async received(context, contract, { state }) {
    for (const { id } of await context.transaction.query(stoppableOfContract, [contract.id])) {
      const locked = await lockForeclosure(context, id);
      if (isUnpaid(locked.foreclosure, state)) continue;
      enforce(cite('by-pledge/3.2/а'));
      await makeStep(context, locked, 'STOP');
      await changePledgeStatus(context, locked.pledge, 'ACTIVE', 'by-pledge/3.2/а');
    }
  },
};
