import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { ByPledgeGiveConsentInput } from './consent.inputs';
import { giveConsent } from './give-consent.command';
import { pledgePayload } from './payload';
import { ByPledgePayload } from './pledge.type';

@Resolver()
export class ByPledgeConsentMutations {
  @Mutation(() => ByPledgePayload, {
    description: 'A party gives a written consent: a client’s session the pledgor’s, an officer’s the lender’s (согласие).',
  })
  @Scoped('documents:write')
  async byPledgeGiveConsent(
    @Arg('input', () => ByPledgeGiveConsentInput, { description: 'What is done.' }) input: ByPledgeGiveConsentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId), subject: input.subject, scope: input.scope };
    return pledgePayload(await context.execute(giveConsent, command, keyOf(input)), context);
  }
}
