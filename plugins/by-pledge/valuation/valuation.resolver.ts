import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { PartnerCallError } from '../../../modules/partner-calls';
import { formFinding } from '../../../modules/rules';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { sumFindings } from '../command-support/sums';
import { inventoriesByPledge } from '../inventory/inventory.record';
import { pledgePayload } from '../pledge/payload';
import { ByPledgePayload } from '../pledge/pledge.type';
import { type AnalyticsResult, vehicleAnalyticsPort } from './port';
import { recordValuation } from './record-valuation.command';
import { ByPledgeRecordValuationInput } from './valuation.inputs';

@Resolver()
export class ByPledgeValuationMutations {
  @Mutation(() => ByPledgePayload, {
    description: 'Values the item by its photographs, with the vehicle analytics module where it is asked (оценка).',
  })
  @Scoped('applications:decide')
  async byPledgeRecordValuation(
    @Arg('input', () => ByPledgeRecordValuationInput, { description: 'What is done.' }) input: ByPledgeRecordValuationInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const wrong = sumFindings({ value: input.value });
    if (wrong.length > 0) return pledgePayload({ findings: wrong }, context);
    const pledgeId = rowIdOf('ByPledgePledge', input.pledgeId);
    const analytics = input.askAnalytics ? await askAnalytics(context, pledgeId) : null;
    if (analytics === 'UNAVAILABLE')
      return pledgePayload({ findings: [formFinding('BY_PLEDGE_ANALYTICS_UNAVAILABLE', ['input', 'askAnalytics'])] }, context);
    return pledgePayload(await context.execute(recordValuation, { pledgeId, value: input.value.amount, analytics }, keyOf(input)), context);
  }
}

/** What the module says of the item; null where it knows no such vehicle. */
async function askAnalytics(context: GraphContext, pledgeId: string): Promise<AnalyticsResult | null | 'UNAVAILABLE'> {
  const inventory = (await context.loaders.list(inventoriesByPledge, pledgeId)).at(-1);
  if (!inventory) return null;
  const { vin, propertyName: name, manufacturedIn, version } = inventory;
  try {
    return await context.ports.get(vehicleAnalyticsPort).value({ id: `${pledgeId}-${version}`, vin, name, manufacturedIn });
  } catch (error) {
    if (error instanceof PartnerCallError) return 'UNAVAILABLE';
    throw error;
  }
}
