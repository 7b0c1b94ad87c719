import { Temporal } from 'temporal-polyfill';
import { type ApplicationRecord, evaluate, lifecycleEvents, transition } from '../applications';
import { dayOf } from '../calendar';
import { type CommandContext, type CommandResult, defineCommand } from '../commands';
import { type ContractRecord, concludeContract, lockContractWithApplication, termsCalculator } from '../contracts';
import { statement } from '../database';
import type { Finding } from '../rules';
import { type BookedTransfer, transferPurposes } from './extension-points';
import { tellTransfer } from './order-money';
import type { TransferOutcome } from './ports';
import { LOAN } from './transfer.entity';

export interface SettleTransfer {
  readonly transferId: string;
  readonly outcome: Exclude<TransferOutcome, { state: 'PENDING' }>;
}

const lockTransfer = statement<Omit<BookedTransfer, 'contract'> & { readonly status: string }>(
  'transfer_lock',
  `select id, purpose, reference, client_id as "clientId", amount, currency, status from core.transfer where id = $1 for update`,
);
const contractOf = statement<{ contractId: string | null }>(
  'transfer_contract_of',
  'select contract_id as "contractId" from core.transfer where id = $1',
);
const setSettled = statement<never>(
  'transfer_set_settled',
  "update core.transfer set status = 'SETTLED', partner = $2, partner_operation_id = $3, settled_at = $4 where id = $1",
);
const setFailed = statement<never>(
  'transfer_set_failed',
  "update core.transfer set status = 'FAILED', partner = $2, failure = $3 where id = $1",
);

/**
 * Books the partner's answer and does what the transfer's purpose asks for. A loan's settled sum concludes the contract, on the
 * day of the settlement in the lender's zone, under the edition of that day. A repeated answer changes nothing.
 */
export const settleTransfer = defineCommand<SettleTransfer, CommandResult>({
  name: 'job:settleTransfer',
  emits: lifecycleEvents,
  async run({ transferId, outcome }, context) {
    const [found] = await context.transaction.query(contractOf, [transferId]);
    if (!found) return {};
    const locked = found.contractId ? await lockContractWithApplication(context, found.contractId) : null;
    const [row] = await context.transaction.query(lockTransfer, [transferId]);
    if (row?.status !== 'ORDERED') return {};
    const { status: _, ...rest } = row;
    const transfer: BookedTransfer = { ...rest, contract: locked?.contract ?? null };
    const handler = context.extensions.all(transferPurposes).find(({ value }) => value.purpose === transfer.purpose);
    const about = { ...transfer, contractId: found.contractId, pluginId: locked?.contract.pluginId ?? handler?.plugin ?? null };
    if (outcome.state === 'FAILED') {
      await context.transaction.query(setFailed, [transferId, outcome.partner, outcome.reason]);
      tellTransfer(context, about, 'ORDERED', 'FAILED');
      await handler?.value.failed?.(context, transfer, outcome.reason);
      return {};
    }
    await context.transaction.query(setSettled, [transferId, outcome.partner, outcome.partnerOperationId, outcome.at]);
    tellTransfer(context, about, 'ORDERED', 'SETTLED');

    const at = Temporal.Instant.fromEpochMilliseconds(outcome.at.getTime());
    const on = dayOf(at, context.lender.zone);
    if (locked && transfer.purpose === LOAN) return { findings: await conclude(context, locked, transferId, at, on) };
    await handler?.value.settled(context, transfer, at, on);
    return {};
  },
});

async function conclude(
  context: CommandContext,
  { contract, application }: { readonly contract: ContractRecord; readonly application: ApplicationRecord },
  transferId: string,
  at: Temporal.Instant,
  on: Temporal.PlainDate,
): Promise<readonly Finding[]> {
  const [calculator] = context.extensions.of(termsCalculator, contract.pluginId);
  const wanted = { amount: contract.terms.principal, termDays: contract.terms.termDays, accepted: contract.terms };
  const terms = calculator ? await calculator.compute(context, application, wanted, on) : contract.terms;
  // The money is out: what the rules say now is recorded, it no longer refuses.
  const { rules, findings } = await evaluate(context, application, 'CONCLUDE', on);
  await concludeContract(context, contract, { at, on, editionId: rules.edition?.id ?? null, terms, transferId });
  await transition(context, application, 'CONCLUDE', { at });
  return findings.map((finding) => ({ ...finding, severity: 'WARNING' as const }));
}
