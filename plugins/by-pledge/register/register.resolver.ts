import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { pledgePayload } from '../pledge/payload';
import { ByPledgePayload } from '../pledge/pledge.type';
import { discloseRegister, recordRegisterOperation } from './register.commands';
import { ByPledgeDiscloseRegisterInput, ByPledgeRecordRegisterOperationInput } from './register.inputs';

@Resolver()
export class ByPledgeRegisterMutations {
  @Mutation(() => ByPledgePayload, { description: 'Records that the register was changed (действие в Реестре).' })
  @Scoped('applications:decide')
  async byPledgeRecordRegisterOperation(
    @Arg('input', () => ByPledgeRecordRegisterOperationInput, { description: 'What is done.' }) input: ByPledgeRecordRegisterOperationInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      taskId: rowIdOf('ByPledgeRegisterTask', input.taskId),
      number: input.number ?? null,
      chargePledgor: input.chargePledgor,
    };
    return pledgePayload(await context.execute(recordRegisterOperation, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'Gives out the register’s data, with both consents on record (выдача сведений).' })
  @Scoped('applications:decide')
  async byPledgeDiscloseRegister(
    @Arg('input', () => ByPledgeDiscloseRegisterInput, { description: 'What is done.' }) input: ByPledgeDiscloseRegisterInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId), recipient: input.recipient };
    return pledgePayload(await context.execute(discloseRegister, command, keyOf(input)), context);
  }
}
