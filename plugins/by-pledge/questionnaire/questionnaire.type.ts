import { Field, ID, ObjectType } from 'type-graphql';
import { SessionTokensType } from '../../../modules/access';
import { type Finding, FindingType } from '../../../modules/rules';
import { Scoped } from '../../../schema/base';

@Scoped('parent')
@ObjectType('ByPledgeRegisterPayload', { description: 'What became of a registration.' })
export class ByPledgeRegisterPayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the new client; null when refused.' })
  clientId!: string | null;

  @Field(() => SessionTokensType, { nullable: true, description: 'Lets the person confirm the contacts at once; null when refused.' })
  session!: SessionTokensType | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}
