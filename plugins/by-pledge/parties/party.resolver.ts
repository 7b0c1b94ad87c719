import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { pledgePayload } from '../pledge/payload';
import { ByPledgePayload } from '../pledge/pledge.type';
import { notifyChange, registerHeirs, transferDebt } from './party.commands';
import { ByPledgeNotifyChangeInput, ByPledgeRegisterHeirsInput, ByPledgeTransferDebtInput } from './party.inputs';

@Resolver()
export class ByPledgePartyMutations {
  @Mutation(() => ByPledgePayload, { description: 'Heirs become joint co-pledgors (солидарные созалогодатели).' })
  @Scoped('applications:decide')
  async byPledgeRegisterHeirs(
    @Arg('input', () => ByPledgeRegisterHeirsInput, { description: 'What is done.' }) input: ByPledgeRegisterHeirsInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      heirIds: input.heirIds.map((id) => rowIdOf('Client', id)),
      basis: input.basis,
    };
    return pledgePayload(await context.execute(registerHeirs, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'The debt passes to somebody else with the lender’s consent (перевод долга).' })
  @Scoped('applications:decide')
  async byPledgeTransferDebt(
    @Arg('input', () => ByPledgeTransferDebtInput, { description: 'What is done.' }) input: ByPledgeTransferDebtInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      debtorId: rowIdOf('Client', input.debtorId),
      consentId: input.consentId ? rowIdOf('ByPledgeConsent', input.consentId) : null,
    };
    return pledgePayload(await context.execute(transferDebt, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'A party tells that its address or something else changed (уведомление об изменениях).' })
  @Scoped('documents:write')
  async byPledgeNotifyChange(
    @Arg('input', () => ByPledgeNotifyChangeInput, { description: 'What is done.' }) input: ByPledgeNotifyChangeInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId), what: input.what, changedOn: input.changedOn.toString() };
    return pledgePayload(await context.execute(notifyChange, command, keyOf(input)), context);
  }
}
