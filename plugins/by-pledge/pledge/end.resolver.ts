import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { ByPledgeEndInput } from './end.inputs';
import { endPledgeByOfficer } from './end-pledge';
import { pledgePayload } from './payload';
import { ByPledgePayload } from './pledge.type';

@Resolver()
export class ByPledgeEndMutations {
  @Mutation(() => ByPledgePayload, { description: 'Ends a pledge: by performance, or on another ground of law (прекращение залога).' })
  @Scoped('applications:decide')
  async byPledgeEnd(
    @Arg('input', () => ByPledgeEndInput, { description: 'What is done.' }) input: ByPledgeEndInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId), ground: input.ground, basis: input.basis ?? null };
    return pledgePayload(await context.execute(endPledgeByOfficer, command, keyOf(input)), context);
  }
}
