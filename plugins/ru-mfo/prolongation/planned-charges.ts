import type { CommandContext } from '../../../modules/commands';
import { type Finding, runValidators, toFindings } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { rulesOfContract } from '../account-request/judge';
import { runningState } from '../account-request/ledger-facts';
import { rules } from '../rule-set';
import { readFacts } from '../servicing/servicing-facts';
import { charges } from '../validators/loan';
import { lockProlongation, unpaidOf } from './prolongation.commands';

/**
 * What law says against services of this price, roubles, beside a prolongation: all that was charged on the contract, the interest
 * of its prolonged schedule and the services are held together against the overall cap. A contract that the cap does not reach is free.
 */
export async function aboveChargesCap(context: CommandContext, prolongationId: string, price: Decimal): Promise<readonly Finding[]> {
  const { contract, prolongation } = await lockProlongation(context, prolongationId);
  const state = await runningState(context, contract);
  const { charged, provided, interest } = state.ledger;
  const scheduled = prolongation.terms.schedule.reduce((sum, row) => sum.plus(row.interest), new Decimal(0));
  // The schedule and the interest that was told hold interest which the ledger has counted already.
  const coming = Decimal.max(0, scheduled.plus(await unpaidOf(context, prolongation, contract, state)).minus(interest));
  const services = (await readFacts(context.transaction, [{ ...contract, concludedOn: contract.concludedOn! }])).get(contract.id)!.services;
  const all = Decimal.sum(charged.interest, charged.penalty, charged.cost, services, coming, price);
  const facts = rules.factSet({
    charges: [all, 'LEDGER'],
    decidedAmount: [provided, 'LEDGER'],
    decidedTermDays: [state.originalTermDays, 'CONTRACT'],
  });
  const resolved = rulesOfContract(context, contract);
  return toFindings(runValidators([charges], facts, resolved), resolved);
}
