import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../../../modules/money';
import { type Decimal, DecimalScalar, LocalDateScalar } from '../../../schema/base';
import { PledgeStepInput } from '../pledge/step.input';
import { Beneficiary, BeneficiaryEnum, Channel, ChannelEnum } from './insurance.enums';

@InputType('ByPledgeFilePolicyInput', { description: 'A policy on the pledged item (полис).' })
export class ByPledgeFilePolicyInput extends PledgeStepInput {
  @Field(() => String, { description: 'Number of the policy.' })
  number!: string;

  @Field(() => String, { description: 'Name of the insurer.' })
  insurer!: string;

  @Field(() => String, { description: 'Country of its licence, ISO 3166-1 alpha-2.' })
  licence!: string;

  @Field(() => String, { description: 'AUTO_CASCO.' })
  product!: string;

  @Field(() => [String], { description: 'ALL_DAMAGE, LOSS.' })
  risks!: readonly string[];

  @Field(() => BeneficiaryEnum, { description: 'Who is paid (выгодоприобретатель).' })
  beneficiary!: Beneficiary;

  @Field(() => MoneyInput, { description: 'Sum insured, in the policy’s currency (страховая сумма).' })
  sumInsured!: MoneyInput;

  @Field(() => MoneyInput, { description: 'In the policy’s currency; zero for none (франшиза).' })
  deductible!: MoneyInput;

  @Field(() => LocalDateScalar, { description: 'Day of the policy.' })
  concludedOn!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  validTo!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { description: 'Last day for which the premium is paid.' })
  paidThrough!: Temporal.PlainDate;

  @Field(() => ChannelEnum, { description: 'How it came.' })
  channel!: Channel;

  @Field(() => ID, { nullable: true, description: 'The lender’s consent to what deviates.' })
  consentId?: string | null;
}

@InputType('ByPledgeRecordRateInput', { description: 'An official rate of the National Bank (курс).' })
export class ByPledgeRecordRateInput {
  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;

  @Field(() => LocalDateScalar, { description: 'Day.' })
  on!: Temporal.PlainDate;

  @Field(() => Int, { description: 'Units that the rate is for.' })
  scale!: number;

  @Field(() => DecimalScalar, { description: 'BYN for them.' })
  rate!: Decimal;
}

@InputType('ByPledgeDemandInsuranceInput', { description: 'The lender demands insurance of the item (требование страхования).' })
export class ByPledgeDemandInsuranceInput extends PledgeStepInput {}

@InputType('ByPledgeFilePremiumProofInput', {
  description: 'Files the payment document for the next period of a policy (подтверждение оплаты взноса).',
})
export class ByPledgeFilePremiumProofInput extends PledgeStepInput {
  @Field(() => ID, { description: 'The policy.' })
  policyId!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of the period that it pays.' })
  paidThrough!: Temporal.PlainDate;

  @Field(() => ChannelEnum, { description: 'How it came.' })
  channel!: Channel;
}

@InputType('ByPledgeChangeBeneficiaryInput', {
  description: 'Books another beneficiary of a policy, with the lender’s consent (замена выгодоприобретателя).',
})
export class ByPledgeChangeBeneficiaryInput extends PledgeStepInput {
  @Field(() => ID, { description: 'The policy.' })
  policyId!: string;

  @Field(() => BeneficiaryEnum, { description: 'Who it is now.' })
  beneficiary!: Beneficiary;

  @Field(() => ID, { nullable: true, description: 'The lender’s written consent.' })
  consentId?: string | null;
}
