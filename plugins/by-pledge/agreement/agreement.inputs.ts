import { Field, ID, InputType } from 'type-graphql';
import { MoneyInput } from '../../../modules/money';
import { PledgeStepInput } from '../pledge/step.input';

@InputType('ByPledgeNamedLoanInput', { description: 'A loan as an agreement names it.' })
export class ByPledgeNamedLoanInput {
  @Field(() => String, { description: 'Number.' })
  number!: string;

  @Field(() => MoneyInput, { description: 'Sum of the loan, in BYN.' })
  amount!: MoneyInput;
}

@InputType('ByPledgeFormAgreementInput', {
  description: 'Forms the agreement with inventory and schedule as documents (формирование договора залога).',
})
export class ByPledgeFormAgreementInput extends PledgeStepInput {
  @Field(() => ByPledgeNamedLoanInput, { nullable: true, description: 'The loan as the agreement is to name it; as it is, unless said.' })
  names?: ByPledgeNamedLoanInput | null;
}

@InputType('ByPledgeSignAgreementInput', {
  description: 'The pledgor signs the agreement and its annexes by a code: `operationId` of `requestCode` is the pledge’s id.',
})
export class ByPledgeSignAgreementInput extends PledgeStepInput {
  @Field(() => ID, { description: 'The ceremony of the code.' })
  ceremonyId!: string;

  @Field(() => String, { description: 'The code.' })
  code!: string;
}

@InputType('ByPledgeCountersignInput', {
  description: 'The lender’s authorised signer signs: the agreement is concluded (подписание залогодержателем).',
})
export class ByPledgeCountersignInput extends PledgeStepInput {
  @Field(() => String, { description: 'SHA-256 of the agreement that was read.' })
  documentSha256!: string;
}
