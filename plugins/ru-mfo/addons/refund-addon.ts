import type { ApplicationRecord } from '../../../modules/applications';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { accrueToday, type ContractRecord, debtOf } from '../../../modules/contracts';
import { destinationOf, orderMoney, receivePayment, type TransferPurpose } from '../../../modules/payments';
import { type ResolvedRules, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { rules } from '../rule-set';
import type { AddonRecord } from './addon.record';

/** Purpose of transfers that give the price of a service back. */
export const ADDON_REFUND = 'ru-mfo/addon-refund';
/** Source of payments that are such prices, set against the debt. */
const SOURCE = 'ADDON_REFUND';

/** The row of the service says what was given back; nothing else follows when the partner has paid it. */
export const addonRefundPurpose: TransferPurpose = { purpose: ADDON_REFUND, settled: async () => {} };

export interface AddonRefund {
  readonly toDebt: Decimal;
  readonly toClient: Decimal;
}

/**
 * Gives the price of a service back, at most once: against the debt while the loan is owed and the lender's rules say so, what is left
 * over of it, or all where nothing is owed, to where the loan's sum went. Contract and application are locked by the caller.
 */
export async function refundAddon(
  context: CommandContext,
  resolved: ResolvedRules,
  contract: ContractRecord,
  application: ApplicationRecord,
  addon: AddonRecord,
): Promise<AddonRefund> {
  const price = new Decimal(addon.price!);
  const { state } = await accrueToday(context, contract);
  const owed = debtOf(state);
  const target = owed.gt(0) ? rules.read(resolved, 'addon.refund.openLoan') : rules.read(resolved, 'addon.refund.repaidLoan');
  const toDebt = owed.gt(0) && target?.value.includes('LOAN_DEBT') ? Decimal.min(price, owed) : new Decimal(0);
  const toClient = price.minus(toDebt);
  const taken = toDebt.gt(0) ? 'LOAN_DEBT' : 'PAYOUT_CARD';
  const wrong = target
    ? uphold(target.citations, target.value.includes(taken), 'RU_MFO_ADDON_REFUND_TARGET_INVALID', {
        target: taken,
        accepted: target.value.join(', '),
      })
    : null;
  if (wrong) throw new Refusal([wrong]);
  if (toDebt.gt(0)) {
    await receivePayment(context, contract, { amount: toDebt, paidOn: context.today, externalId: `${SOURCE}:${addon.id}`, source: SOURCE });
  }
  if (toClient.gt(0)) {
    const { currency } = contract.terms;
    const destination = await destinationOf(context, application);
    await orderMoney(context, { purpose: ADDON_REFUND, reference: addon.id, amount: toClient.toFixed(2), currency, contract, destination });
  }
  return { toDebt, toClient };
}
