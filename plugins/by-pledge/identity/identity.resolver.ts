import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { pledgePayload } from '../pledge/payload';
import { ByPledgePayload } from '../pledge/pledge.type';
import { checkIdentity } from './check-identity.command';
import { ByPledgeCheckIdentityInput } from './identity.inputs';

@Resolver()
export class ByPledgeIdentityMutations {
  @Mutation(() => ByPledgePayload, { description: 'Records the identity document that the pledgor produced (проверка личности).' })
  @Scoped('applications:decide')
  async byPledgeCheckIdentity(
    @Arg('input', () => ByPledgeCheckIdentityInput, { description: 'What is done.' }) input: ByPledgeCheckIdentityInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      documentType: input.documentType,
      documentNumber: input.documentNumber,
      personalNumber: input.personalNumber,
      citizenship: input.citizenship,
    };
    return pledgePayload(await context.execute(checkIdentity, command, keyOf(input)), context);
  }
}
