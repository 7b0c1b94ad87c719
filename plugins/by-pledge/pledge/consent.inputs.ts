import { Field, InputType } from 'type-graphql';
import type { ConsentSubject } from './consent.entity';
import { ConsentSubjectEnum } from './consent.enums';
import { PledgeStepInput } from './step.input';

@InputType('ByPledgeGiveConsentInput', {
  description: 'A party gives a written consent: a client’s session the pledgor’s, an officer’s the lender’s (согласие).',
})
export class ByPledgeGiveConsentInput extends PledgeStepInput {
  @Field(() => ConsentSubjectEnum, { description: 'What is consented to.' })
  subject!: ConsentSubject;

  @Field(() => String, { description: 'What exactly is allowed.' })
  scope!: string;
}
