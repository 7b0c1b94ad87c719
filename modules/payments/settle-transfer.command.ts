import { Temporal } from 'temporal-polyfill';
import { evaluate, lifecycleEvents, transition } from '../applications';
import { type CommandResult, defineCommand } from '../commands';
import { concludeContract, lockContractWithApplication, termsCalculator } from '../contracts';
import { statement } from '../database';
import { tellTransfer } from './order-transfer.command';
import type { TransferOutcome } from './ports';

export interface SettleTransfer {
  readonly transferId: string;
  readonly outcome: Exclude<TransferOutcome, { state: 'PENDING' }>;
}

const lockTransfer = statement<{ id: string; contractId: string; status: string }>(
  'transfer_lock',
  'select id, contract_id as "contractId", status from core.transfer where id = $1 for update',
);
const contractOf = statement<{ contractId: string }>(
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
 * Books the partner's answer. Settled money concludes the contract, on the day of the settlement in the lender's zone,
 * under the edition of that day. A repeated answer changes nothing.
 */
export const settleTransfer = defineCommand<SettleTransfer, CommandResult>({
  name: 'job:settleTransfer',
  emits: lifecycleEvents,
  async run({ transferId, outcome }, context) {
    const [found] = await context.transaction.query(contractOf, [transferId]);
    if (!found) return {};
    const { contract, application } = await lockContractWithApplication(context, found.contractId);
    const [transfer] = await context.transaction.query(lockTransfer, [transferId]);
    if (transfer?.status !== 'ORDERED') return {};
    const about = { ...application, id: transferId, contractId: contract.id };
    if (outcome.state === 'FAILED') {
      await context.transaction.query(setFailed, [transferId, outcome.partner, outcome.reason]);
      tellTransfer(context, about, 'ORDERED', 'FAILED');
      return {};
    }
    await context.transaction.query(setSettled, [transferId, outcome.partner, outcome.partnerOperationId, outcome.at]);
    tellTransfer(context, about, 'ORDERED', 'SETTLED');

    const at = Temporal.Instant.fromEpochMilliseconds(outcome.at.getTime());
    const on = at.toZonedDateTimeISO(context.lender.zone).toPlainDate();
    const [calculator] = context.extensions.of(termsCalculator, contract.pluginId);
    const wanted = { amount: contract.terms.principal, termDays: contract.terms.termDays, accepted: contract.terms };
    const terms = calculator ? await calculator.compute(context, application, wanted, on) : contract.terms;
    // The money is out: what the rules say now is recorded, it no longer refuses.
    const { rules, findings } = await evaluate(context, application, 'CONCLUDE', on);
    await concludeContract(context, contract, { at, on, editionId: rules.edition?.id ?? null, terms, cause: `transfer:${transferId}` });
    await transition(context, application, 'CONCLUDE', { at });
    return { findings: findings.map((finding) => ({ ...finding, severity: 'WARNING' as const })) };
  },
});
