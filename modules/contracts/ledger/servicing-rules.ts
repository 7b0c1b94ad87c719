import type { Extensions } from '../../../schema/base';
import type { Queryable } from '../../database';
import {
  type AccrualPolicy,
  type AccrualRule,
  accrualPolicy,
  type RepaymentPolicy,
  type RepaymentRule,
  repaymentPolicy,
  type ServicedContract,
  type ServicingScope,
} from '../accrual/extension-points';
import { inOrder } from './in-order';

export interface ServicingRules {
  readonly accrue: AccrualRule;
  readonly repay: RepaymentRule;
}

/** Where a plugin says nothing: nothing accrues by itself, and payments go to what is overdue first, then to costs. */
const silentAccrual: AccrualPolicy = { ruleFor: () => () => [] };
const silentRepayment: RepaymentPolicy = {
  ruleFor: () => ({ allocate: inOrder(['INTEREST_DUE', 'PRINCIPAL_DUE', 'PENALTY', 'INTEREST', 'PRINCIPAL', 'COST']) }),
};

const policiesOf = (extensions: Extensions, plugin: string) => ({
  accrual: extensions.of(accrualPolicy, plugin)[0] ?? silentAccrual,
  repayment: extensions.of(repaymentPolicy, plugin)[0] ?? silentRepayment,
});

/** The rules of some contracts of one lender, with what their plugins read for them; one statement per plugin and policy. */
export async function rulesOf(
  database: Queryable,
  scope: ServicingScope,
  contracts: readonly ServicedContract[],
): Promise<(contract: ServicedContract) => ServicingRules> {
  const plugins = new Map<string, (contract: ServicedContract) => ServicingRules>();
  for (const plugin of new Set(contracts.map(({ pluginId }) => pluginId))) {
    const own = contracts.filter(({ pluginId }) => pluginId === plugin);
    const { accrual, repayment } = policiesOf(scope.extensions, plugin);
    const accrualFacts = await accrual.facts?.(database, own);
    const repaymentFacts = await repayment.facts?.(database, own);
    plugins.set(plugin, (contract) => ({
      accrue: accrual.ruleFor(contract, scope, accrualFacts?.get(contract.id)),
      repay: repayment.ruleFor(contract, scope, repaymentFacts?.get(contract.id)),
    }));
  }
  return (contract) => plugins.get(contract.pluginId)!(contract);
}
