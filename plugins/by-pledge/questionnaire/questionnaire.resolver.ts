import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { Scoped, toGlobalId } from '../../../schema/base';
import { ByPledgeRegisterInput } from './questionnaire.inputs';
import { ByPledgeRegisterPayload } from './questionnaire.type';
import { register } from './register.command';

@Resolver()
export class ByPledgeQuestionnaireMutations {
  @Mutation(() => ByPledgeRegisterPayload, {
    description:
      'A person fills in the questionnaire; the first thing to do, without a token. Sent again it is refused: the contacts are taken.',
  })
  @Scoped('public')
  async byPledgeRegister(
    @Arg('input', () => ByPledgeRegisterInput, { description: 'What is done.' }) input: ByPledgeRegisterInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeRegisterPayload> {
    const command = { ...input, birthDate: input.birthDate.toString(), patronymic: input.patronymic ?? null };
    const { clientId, session, findings } = await context.execute(register, command);
    return {
      clientId: clientId ? toGlobalId('Client', clientId) : null,
      session: session ? { ...session, clientId: toGlobalId('Client', session.clientId) } : null,
      findings: findings ?? [],
    };
  }
}
