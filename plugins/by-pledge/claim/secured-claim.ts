import type { CommandContext } from '../../../modules/commands';
import { accrueToday, type ContractRecord, debtOf, type LedgerState, post } from '../../../modules/contracts';
import { enforce } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { cite } from '../cite';
import { judge } from '../command-support/judging';
import { CLAIM } from '../validators/insurance';

/** The claim that a pledge secures, as it is at one moment; sums in BYN. */
export interface SecuredClaim {
  /** ISO 8601. */
  readonly on: string;
  readonly principal: Decimal;
  readonly interest: Decimal;
  /** Fines. */
  readonly penalty: Decimal;
  /** Losses, costs of court and of foreclosure. */
  readonly costs: Decimal;
  readonly total: Decimal;
}

/** What a ledger's balances come to as a claim. */
export function claimOf(state: LedgerState): SecuredClaim {
  enforce(cite('by-pledge/1.2/p2'));
  const { on, principal, interest, penalty, cost } = state;
  return { on, principal, interest, penalty, costs: cost, total: debtOf(state) };
}

/** The claim of today: counted anew at every moment of satisfaction, never the one of the day of the pledge. The contract is locked. */
export async function securedClaim(context: CommandContext, contract: ContractRecord): Promise<SecuredClaim> {
  return claimOf((await accrueToday(context, contract)).state);
}

/** Kinds of claims that are added by hand, and how the ledger keeps them. */
const components = {
  LOSSES: ['COST', 'LOSS'],
  PENALTY: ['PENALTY', 'FINE'],
  INTEREST_ON_MONEY_USE: ['COST', 'ADJUSTMENT'],
  COURT_COSTS: ['COST', 'EXPENSE'],
  FORECLOSURE_COSTS: ['COST', 'EXPENSE'],
} as const;

/**
 * Adds something to the claim, once for its reference. The contract is locked; the command declares `ledgerEvents`.
 * @throws Refusal BY_PLEDGE_CLAIM_ITEM_NOT_SECURED for what the pledge does not secure
 */
export async function addClaimItem(
  context: CommandContext,
  contract: ContractRecord,
  item: { readonly kind: string; readonly amount: Decimal; readonly reference: string },
): Promise<SecuredClaim> {
  judge(context, CLAIM, { claimItem: [item.kind, 'CLAIM'] });
  const [component, cause] = components[item.kind as keyof typeof components] ?? components.LOSSES;
  const { state } = await post(context, contract, {
    cause,
    reference: `${item.kind}:${item.reference}`,
    on: context.today,
    lines: [{ component, amount: new Decimal(item.amount) }],
    clause: enforce(cite('by-pledge/1.2/p1/scope')),
  });
  return claimOf(state);
}
