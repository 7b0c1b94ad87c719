import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { BYN, sumFindings } from '../command-support/sums';
import { pledgePayload, settingPayload } from '../pledge/payload';
import { ByPledgePayload, ByPledgeSettingPayload } from '../pledge/pledge.type';
import { changeBeneficiary } from './change-beneficiary.command';
import { demandInsurance } from './demand-insurance.command';
import { filePolicy } from './file-policy.command';
import { filePremiumProof } from './file-premium-proof.command';
import {
  ByPledgeChangeBeneficiaryInput,
  ByPledgeDemandInsuranceInput,
  ByPledgeFilePolicyInput,
  ByPledgeFilePremiumProofInput,
  ByPledgeRecordRateInput,
} from './insurance.inputs';
import { nationalBankRatesPort, recordRate } from './rates';

@Resolver()
export class ByPledgeInsuranceMutations {
  @Mutation(() => ByPledgePayload, { description: 'The lender demands insurance of the item (требование страхования).' })
  @Scoped('applications:decide')
  async byPledgeDemandInsurance(
    @Arg('input', () => ByPledgeDemandInsuranceInput, { description: 'What is done.' }) input: ByPledgeDemandInsuranceInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId) };
    return pledgePayload(await context.execute(demandInsurance, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, {
    description: 'Files the payment document for the next period of a policy (подтверждение оплаты взноса).',
  })
  @Scoped('documents:write')
  async byPledgeFilePremiumProof(
    @Arg('input', () => ByPledgeFilePremiumProofInput, { description: 'What is done.' }) input: ByPledgeFilePremiumProofInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      policyId: rowIdOf('ByPledgePolicy', input.policyId),
      paidThrough: input.paidThrough.toString(),
      channel: input.channel,
    };
    return pledgePayload(await context.execute(filePremiumProof, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, {
    description: 'Books another beneficiary of a policy, with the lender’s consent (замена выгодоприобретателя).',
  })
  @Scoped('applications:decide')
  async byPledgeChangeBeneficiary(
    @Arg('input', () => ByPledgeChangeBeneficiaryInput, { description: 'What is done.' }) input: ByPledgeChangeBeneficiaryInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      policyId: rowIdOf('ByPledgePolicy', input.policyId),
      beneficiary: input.beneficiary,
      consentId: input.consentId ? rowIdOf('ByPledgeConsent', input.consentId) : null,
    };
    return pledgePayload(await context.execute(changeBeneficiary, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, {
    description: 'Files a policy; a rate that is needed and not recorded is asked of the National Bank first (полис).',
  })
  @Scoped('documents:write')
  async byPledgeFilePolicy(
    @Arg('input', () => ByPledgeFilePolicyInput, { description: 'What is done.' }) input: ByPledgeFilePolicyInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const { idempotencyKey: _, pledgeId, consentId, validFrom, validTo, paidThrough, sumInsured, deductible, ...policy } = input;
    const { currency } = sumInsured;
    const wrong = [...sumFindings({ sumInsured }, currency), ...sumFindings({ deductible }, currency)];
    if (wrong.length > 0) return pledgePayload({ findings: wrong }, context);
    const on = input.concludedOn.toString();
    if (currency !== BYN) await fetchRate(context, currency, on);
    const command = {
      ...policy,
      sumInsured: sumInsured.amount,
      currency,
      deductible: deductible.amount,
      pledgeId: rowIdOf('ByPledgePledge', pledgeId),
      consentId: consentId ? rowIdOf('ByPledgeConsent', consentId) : null,
      concludedOn: on,
      validFrom: validFrom.toString(),
      validTo: validTo.toString(),
      paidThrough: paidThrough.toString(),
    };
    return pledgePayload(await context.execute(filePolicy, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeSettingPayload, {
    description: 'Records an official rate by hand, where the National Bank cannot be asked (курс).',
  })
  @Scoped('applications:decide')
  async byPledgeRecordRate(
    @Arg('input', () => ByPledgeRecordRateInput, { description: 'What is done.' }) input: ByPledgeRecordRateInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeSettingPayload> {
    return settingPayload(
      await context.execute(recordRate, { ...input, on: input.on.toString(), rate: input.rate.toFixed(), source: 'BY_HAND' as const }),
    );
  }
}

/** Asks the National Bank for a rate that is not recorded yet; where it cannot be asked, the command says what is missing. */
async function fetchRate(context: GraphContext, currency: string, on: string): Promise<void> {
  const told = await context.ports
    .get(nationalBankRatesPort)
    .rateOn(currency, on)
    .catch(() => null);
  if (told) await context.execute(recordRate, { currency, on, ...told, source: 'NBRB' as const });
}
