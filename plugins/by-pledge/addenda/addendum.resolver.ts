import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { pledgePayload } from '../pledge/payload';
import { ByPledgePayload } from '../pledge/pledge.type';
import { acceptAddendum, proposeAddendum } from './addendum.commands';
import { ByPledgeAcceptAddendumInput, ByPledgeProposeAddendumInput } from './addendum.inputs';

@Resolver()
export class ByPledgeAddendumMutations {
  @Mutation(() => ByPledgePayload, { description: 'Proposes a change of an agreement in force (дополнительное соглашение).' })
  @Scoped('applications:decide')
  async byPledgeProposeAddendum(
    @Arg('input', () => ByPledgeProposeAddendumInput, { description: 'What is done.' }) input: ByPledgeProposeAddendumInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      kind: input.kind,
      changes: Object.fromEntries(input.changes.map(({ name, value }) => [name, value])),
      reason: input.reason,
      effectiveOn: input.effectiveOn.toString(),
    };
    return pledgePayload(await context.execute(proposeAddendum, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'A party accepts an addendum; with both it takes effect.' })
  @Scoped('documents:write')
  async byPledgeAcceptAddendum(
    @Arg('input', () => ByPledgeAcceptAddendumInput, { description: 'What is done.' }) input: ByPledgeAcceptAddendumInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      addendumId: rowIdOf('ByPledgeAddendum', input.addendumId),
      from: input.from ?? null,
    };
    return pledgePayload(await context.execute(acceptAddendum, command, keyOf(input)), context);
  }
}
