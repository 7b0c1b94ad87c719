import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { Scoped } from '../../../schema/base';
import { settingPayload } from '../pledge/payload';
import { ByPledgeSettingPayload } from '../pledge/pledge.type';
import { publishRules, recordSigningAuthority } from './authority.commands';
import { ByPledgePublishRulesInput, ByPledgeRecordSigningAuthorityInput } from './authority.inputs';

@Resolver()
export class ByPledgeAuthorityMutations {
  @Mutation(() => ByPledgeSettingPayload, { description: 'Records who signs for the lender (полномочия подписанта).' })
  @Scoped('plugins:write')
  async byPledgeRecordSigningAuthority(
    @Arg('input', () => ByPledgeRecordSigningAuthorityInput, { description: 'What is done.' }) input: ByPledgeRecordSigningAuthorityInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeSettingPayload> {
    const { powerOfAttorney, validFrom, validTo, ...who } = input;
    const basis = powerOfAttorney ? ('POWER_OF_ATTORNEY' as const) : ('CHARTER' as const);
    const days = { validFrom: validFrom.toString(), validTo: validTo?.toString() ?? null };
    return settingPayload(await context.execute(recordSigningAuthority, { ...who, ...days, basis, basisNumber: powerOfAttorney ?? null }));
  }

  @Mutation(() => ByPledgeSettingPayload, {
    description: 'Publishes a version of the Microloan Rules (правила предоставления микрозаймов).',
  })
  @Scoped('plugins:write')
  async byPledgePublishRules(
    @Arg('input', () => ByPledgePublishRulesInput, { description: 'What is done.' }) input: ByPledgePublishRulesInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeSettingPayload> {
    return settingPayload(await context.execute(publishRules, { version: input.version, effectiveFrom: input.effectiveFrom.toString() }));
  }
}
