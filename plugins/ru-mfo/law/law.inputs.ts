import { Field, ID, InputType } from 'type-graphql';
import { type Decimal, DecimalScalar, KEY_DESCRIPTION } from '../../../schema/base';
import { PayeeSourceEnum } from './law.types';
import type { PayeeSource } from './payee-check.entity';

@InputType('RuMfoAskBureausInput', { description: 'Of which applicant the credit bureaus are asked (запрос в БКИ).' })
export class RuMfoAskBureausInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Average monthly income, roubles (среднемесячный доход); the debt burden is counted against it.',
  })
  monthlyIncome?: Decimal | null;
}

@InputType('RuMfoCheckPayeeInput', { description: 'Whose account or card it is, as a source told it.' })
export class RuMfoCheckPayeeInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => String, { description: 'Name of the holder; compared with the borrower’s and not kept.' })
  holderName!: string;

  @Field(() => PayeeSourceEnum, { description: 'Who told it.' })
  source!: PayeeSource;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoSignDebtBurdenWarningInput', { description: 'The warning that was read and the code that signs it.' })
export class RuMfoSignDebtBurdenWarningInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => String, { description: 'Hexadecimal SHA-256 of the warning that was read.' })
  documentSha256!: string;

  @Field(() => ID, {
    description: 'The ceremony that `requestCode` opened with SIGN_DOCUMENT and the application’s id as `operationId`.',
  })
  ceremonyId!: string;

  @Field(() => String, { description: 'The code.' })
  code!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}
