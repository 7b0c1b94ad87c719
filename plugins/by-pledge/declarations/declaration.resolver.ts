import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { sumFindings } from '../command-support/sums';
import { pledgePayload } from '../pledge/payload';
import { ByPledgePayload } from '../pledge/pledge.type';
import { ByPledgeDeclareInput } from './declaration.inputs';
import { declare } from './declare.command';

@Resolver()
export class ByPledgeDeclarationMutations {
  @Mutation(() => ByPledgePayload, { description: 'The pledgor answers warranties, each by itself (заверения).' })
  @Scoped('applications:write')
  async byPledgeDeclare(
    @Arg('input', () => ByPledgeDeclareInput, { description: 'What is done.' }) input: ByPledgeDeclareInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const wrong = sumFindings(Object.fromEntries(input.declarations.map(({ amount }, i) => [`declarations.${i}.amount`, amount])));
    if (wrong.length > 0) return pledgePayload({ findings: wrong }, context);
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      declarations: input.declarations.map((one) => ({ ...one, amount: one.amount?.amount ?? null, territory: one.territory ?? null })),
    };
    return pledgePayload(await context.execute(declare, command, keyOf(input)), context);
  }
}
