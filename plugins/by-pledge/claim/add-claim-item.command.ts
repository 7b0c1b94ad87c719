import { defineCommand, Refusal } from '../../../modules/commands';
import { ledgerEvents } from '../../../modules/contracts';
import { formFinding } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { PLUGIN } from '../ids';
import type { PledgeResult } from '../inventory/save-inventory.command';
import { lockPledgeWithContract, requireInForce, tellChange } from '../pledge';
import { addClaimItem } from './secured-claim';

export interface AddClaimItem {
  readonly pledgeId: string;
  readonly kind: string;
  readonly amount: Decimal | string;
  /** Names the very thing, e.g. the number of a court's bill; added once. */
  readonly reference: string;
}

const REFERENCE = /^[\w./-]{1,80}$/;

/** An officer adds costs of court, of foreclosure or losses to what the pledge secures. */
export const addClaimItemCommand = defineCommand<AddClaimItem, PledgeResult>({
  name: 'byPledgeAddClaimItem',
  plugin: PLUGIN,
  emits: [...ledgerEvents, 'ByPledgeChanged'],
  async run({ pledgeId, kind, amount, reference }, context) {
    const { pledge, contract } = await lockPledgeWithContract(context, pledgeId);
    requireInForce(pledge);
    const sum = new Decimal(amount);
    const invalid = [
      ...(sum.isFinite() && sum.gt(0) && sum.decimalPlaces() <= 2 ? [] : ['amount']),
      ...(REFERENCE.test(reference) ? [] : ['reference']),
    ];
    if (invalid.length > 0) throw new Refusal(invalid.map((field) => formFinding('BY_PLEDGE_FIELD_INVALID', ['input', field], { field })));
    await addClaimItem(context, contract, { kind, amount: sum, reference });
    tellChange(context, pledge, 'CLAIM_ITEM', kind, 'by-pledge/1.2/p1/scope');
    return { pledgeId };
  },
});
