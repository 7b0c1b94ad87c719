import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { applicationById, toApplication } from '../../../modules/applications';
import type { GraphContext } from '../../../modules/commands';
import { KEY_DESCRIPTION, keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { RuMfoApplicationPayload } from '../ru-mfo.resolver';
import { agreeTransferTerm } from './agreed-term';

@InputType('RuMfoAgreeTransferTermInput', { description: 'A term of the transfer that the contract itself sets.' })
export class RuMfoAgreeTransferTermInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => Int, { description: 'Working days after the signing.' })
  workingDays!: number;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Resolver()
export class RuMfoPrecedenceResolver {
  @Mutation(() => RuMfoApplicationPayload, {
    description: 'Agrees on a term of the transfer other than that of the lender’s rules; it stands before them (индивидуальное условие).',
  })
  @Scoped('applications:decide')
  async ruMfoAgreeTransferTerm(
    @Arg('input', () => RuMfoAgreeTransferTermInput, { description: 'Which term.' }) input: RuMfoAgreeTransferTermInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const command = { applicationId: rowIdOf('Application', input.applicationId), workingDays: input.workingDays };
    const { applicationId, findings = [] } = await context.execute(agreeTransferTerm, command, keyOf(input));
    const row = applicationId ? await context.loaders.one(applicationById, applicationId) : null;
    return { application: row && toApplication(row), contract: null, findings };
  }
}
