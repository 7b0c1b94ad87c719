import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { sumFindings } from '../command-support/sums';
import { pledgePayload } from '../pledge/payload';
import { ByPledgePayload } from '../pledge/pledge.type';
import { ByPledgeCountersignInput, ByPledgeFormAgreementInput, ByPledgeSignAgreementInput } from './agreement.inputs';
import { formAgreement } from './form-agreement.command';
import { countersignAgreement, signAgreement } from './sign.commands';

@Resolver()
export class ByPledgeAgreementMutations {
  @Mutation(() => ByPledgePayload, {
    description: 'Forms the agreement with inventory and schedule as documents (формирование договора залога).',
  })
  @Scoped('applications:decide')
  async byPledgeFormAgreement(
    @Arg('input', () => ByPledgeFormAgreementInput, { description: 'What is done.' }) input: ByPledgeFormAgreementInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const wrong = sumFindings({ 'names.amount': input.names?.amount });
    if (wrong.length > 0) return pledgePayload({ findings: wrong }, context);
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      names: input.names ? { number: input.names.number, amount: input.names.amount.amount } : null,
    };
    return pledgePayload(await context.execute(formAgreement, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, {
    description: 'The pledgor signs the agreement and its annexes by a code: `operationId` of `requestCode` is the pledge’s id.',
  })
  @Scoped('documents:sign')
  async byPledgeSignAgreement(
    @Arg('input', () => ByPledgeSignAgreementInput, { description: 'What is done.' }) input: ByPledgeSignAgreementInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      ceremonyId: rowIdOf('Ceremony', input.ceremonyId),
      code: input.code,
    };
    return pledgePayload(await context.execute(signAgreement, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, {
    description: 'The lender’s authorised signer signs: the agreement is concluded (подписание залогодержателем).',
  })
  @Scoped('applications:decide')
  async byPledgeCountersign(
    @Arg('input', () => ByPledgeCountersignInput, { description: 'What is done.' }) input: ByPledgeCountersignInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId), documentSha256: input.documentSha256 };
    return pledgePayload(await context.execute(countersignAgreement, command, keyOf(input)), context);
  }
}
