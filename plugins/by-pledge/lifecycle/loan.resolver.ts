import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { Scoped } from '../../../schema/base';
import { settingPayload } from '../pledge/payload';
import { ByPledgeSettingPayload } from '../pledge/pledge.type';
import { ByPledgeSetRateInput } from './loan.inputs';
import { setRate } from './terms';

@Resolver()
export class ByPledgeLoanMutations {
  @Mutation(() => ByPledgeSettingPayload, { description: 'Sets the rate of new loans from a day on (ставка).' })
  @Scoped('plugins:write')
  async byPledgeSetRate(
    @Arg('input', () => ByPledgeSetRateInput, { description: 'What is done.' }) input: ByPledgeSetRateInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeSettingPayload> {
    return settingPayload(await context.execute(setRate, { dailyRate: input.dailyRate, effectiveFrom: input.effectiveFrom.toString() }));
  }
}
