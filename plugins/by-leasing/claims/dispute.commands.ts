import { Temporal } from 'temporal-polyfill';
import { lockClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { lenderData } from '../lenders';
import { type ClaimRecord, type DisputeRecord, lockClaim, lockDispute, setDispute } from './claim.record';
import type { DisputeState } from './claim-state';
import { DisputeEntity } from './dispute.entity';

const DISPUTE_EVENTS = ['ByLeasingDisputeChanged'];

export interface DisputeResult extends CommandResult {
  readonly disputeId?: string;
}

/** Opens the record of a dispute; a claim may be linked now or later. */
export const openDispute = defineCommand<{ readonly clientId: string; readonly claimId: string | null }, DisputeResult>({
  name: 'byLeasingOpenDispute',
  plugin: PLUGIN,
  emits: DISPUTE_EVENTS,
  async run({ clientId, claimId }, context) {
    await lockClient(context, clientId);
    await claimOf(context, clientId, claimId);
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(DisputeEntity, {
      lenderId: context.lender.id,
      id,
      clientId,
      claimId,
      state: 'PRE_TRIAL',
      openedAt: momentOf(context),
      openedBy: whoOf(context),
      forum: null,
      courtAt: null,
    });
    tell(context, { id, clientId }, 'PRE_TRIAL');
    return { disputeId: id };
  },
});

export interface MoveDispute {
  readonly disputeId: string;
  readonly state: Exclude<DisputeState, 'PRE_TRIAL'>;
  /** The claim that went before; needed for the court where none is linked yet. */
  readonly claimId: string | null;
}

/** Takes a dispute to court, which is open only after a claim and its answer or the end of its term; or records that it is settled. */
export const moveDispute = defineCommand<MoveDispute, DisputeResult>({
  name: 'byLeasingMoveDispute',
  plugin: PLUGIN,
  emits: DISPUTE_EVENTS,
  async run({ disputeId, state, claimId }, context) {
    const [dispute] = await context.transaction.query(lockDispute, [disputeId]);
    if (!dispute || dispute.state === 'SETTLED' || dispute.state === state)
      throw new Refusal([formFinding('BY_LEASING_DISPUTE_NOT_FOUND', ['input', 'disputeId'])]);
    const claim = await claimOf(context, dispute.clientId, claimId ?? dispute.claimId);
    if (state === 'COURT')
      refuse(
        uphold(cite('by-leasing/12.5/p2'), isOver(context, claim), 'BY_LEASING_CLAIM_REQUIRED_FIRST', {}, { path: ['input', 'claimId'] }),
      );
    const court = state === 'COURT';
    if (court) enforce(cite('by-leasing/12.5/p1'));
    const forum = court ? lenderData(context.lender.code).forum : dispute.forum;
    const at = court ? momentOf(context) : dispute.courtAt;
    await context.transaction.query(setDispute, [dispute.id, state, claim?.id ?? null, forum, at]);
    tell(context, dispute, state);
    return { disputeId };
  },
});

async function claimOf(context: CommandContext, clientId: string, claimId: string | null): Promise<ClaimRecord | null> {
  if (!claimId) return null;
  const [claim] = await context.transaction.query(lockClaim, [claimId]);
  if (claim?.clientId !== clientId) throw new Refusal([formFinding('BY_LEASING_CLAIM_NOT_FOUND', ['input', 'claimId'])]);
  return claim;
}

/** An answer came, or the days for it have passed. */
const isOver = ({ today }: CommandContext, claim: ClaimRecord | null): boolean =>
  claim !== null && (claim.state !== 'RECEIVED' || Temporal.PlainDate.compare(today, claim.answerDueOn) > 0);

function tell(context: CommandContext, { id, clientId }: Pick<DisputeRecord, 'id' | 'clientId'>, state: DisputeState): void {
  context.emit({
    type: 'ByLeasingDisputeChanged',
    subject: { type: 'ByLeasingDispute', id },
    clientId,
    plugin: PLUGIN,
    payload: { byLeasingDisputeId: id, state },
  });
}
