import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { sumFindings } from '../command-support/sums';
import { ByPledgeEnforcementPayload, coursePayload } from '../pledge/course-payload';
import { demandEarlyRepayment } from './demand-early-repayment.command';
import { chargeFine, claimLoss } from './penalty.commands';
import { ByPledgeChargeFineInput, ByPledgeClaimLossInput, ByPledgeDemandEarlyRepaymentInput } from './penalty.inputs';

@Resolver()
export class ByPledgePenaltyMutations {
  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Charges the fine for one violation (штраф).' })
  @Scoped('contracts:write')
  async byPledgeChargeFine(
    @Arg('input', () => ByPledgeChargeFineInput, { description: 'What is done.' }) input: ByPledgeChargeFineInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      violationId: rowIdOf('ByPledgeViolation', input.violationId),
    };
    return coursePayload(await context.execute(chargeFine, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Claims the loss of a violation (убытки).' })
  @Scoped('contracts:write')
  async byPledgeClaimLoss(
    @Arg('input', () => ByPledgeClaimLossInput, { description: 'What is done.' }) input: ByPledgeClaimLossInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const wrong = sumFindings({ amount: input.amount, valueAfter: input.valueAfter });
    if (wrong.length > 0) return coursePayload({ findings: wrong }, context);
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      violationId: rowIdOf('ByPledgeViolation', input.violationId),
      measure: input.measure,
      amount: input.amount.amount.toFixed(),
      valueAfter: input.valueAfter?.amount.toFixed() ?? null,
    };
    return coursePayload(await context.execute(claimLoss, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Demands all of the loan before its time (досрочный возврат).' })
  @Scoped('contracts:write')
  async byPledgeDemandEarlyRepayment(
    @Arg('input', () => ByPledgeDemandEarlyRepaymentInput, { description: 'What is done.' }) input: ByPledgeDemandEarlyRepaymentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      ground: input.ground,
      violationId: input.violationId ? rowIdOf('ByPledgeViolation', input.violationId) : null,
      dueOn: input.dueOn.toString(),
    };
    return coursePayload(await context.execute(demandEarlyRepayment, command, keyOf(input)), context);
  }
}
