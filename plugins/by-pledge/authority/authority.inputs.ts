import type { Temporal } from 'temporal-polyfill';
import { Field, InputType } from 'type-graphql';
import { LocalDateScalar } from '../../../schema/base';

@InputType('ByPledgeRecordSigningAuthorityInput', { description: 'Who signs for the lender (полномочия).' })
export class ByPledgeRecordSigningAuthorityInput {
  @Field(() => String, { description: 'Subject of the officer’s token.' })
  signer!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'Position.' })
  position!: string;

  @Field(() => String, { nullable: true, description: 'Number of the power of attorney; by the charter without it.' })
  powerOfAttorney?: string | null;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day.' })
  validTo?: Temporal.PlainDate | null;
}

@InputType('ByPledgePublishRulesInput', { description: 'A version of the Microloan Rules.' })
export class ByPledgePublishRulesInput {
  @Field(() => String, { description: 'Version.' })
  version!: string;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  effectiveFrom!: Temporal.PlainDate;
}
