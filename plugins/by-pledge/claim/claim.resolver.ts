import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { sumFindings } from '../command-support/sums';
import { pledgePayload } from '../pledge/payload';
import { ByPledgePayload } from '../pledge/pledge.type';
import { addClaimItemCommand } from './add-claim-item.command';
import { ByPledgeAddClaimItemInput } from './claim.inputs';

@Resolver()
export class ByPledgeClaimMutations {
  @Mutation(() => ByPledgePayload, { description: 'Adds costs or losses to what the pledge secures (обеспеченное требование).' })
  @Scoped('payments:write')
  async byPledgeAddClaimItem(
    @Arg('input', () => ByPledgeAddClaimItemInput, { description: 'What is done.' }) input: ByPledgeAddClaimItemInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const wrong = sumFindings({ amount: input.amount });
    if (wrong.length > 0) return pledgePayload({ findings: wrong }, context);
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      kind: input.kind,
      amount: input.amount.amount,
      reference: input.reference,
    };
    return pledgePayload(await context.execute(addClaimItemCommand, command, keyOf(input)), context);
  }
}
