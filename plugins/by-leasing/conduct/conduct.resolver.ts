import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver, registerEnumType } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { type Finding, FindingType, formFinding } from '../../../modules/rules';
import { enumOf, KEY_DESCRIPTION, keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { type Compromise, compromises, reportCompromise, shareAccount } from './conduct.commands';

export const CompromiseEnum = enumOf(compromises);
registerEnumType(CompromiseEnum, {
  name: 'ByLeasingCompromise',
  description: 'How others may act as the client.',
  valuesConfig: {
    ACCESS_DATA: { description: 'They know login, password, code or code word.' },
    HANDED_OVER: { description: 'They have the digital signature, SIM card or device (ЭЦП, SIM-карта, устройство).' },
  },
});

@InputType('ByLeasingReportCompromiseInput', { description: 'Others may act as the client (компрометация).' })
export class ByLeasingReportCompromiseInput {
  @Field(() => ID, { nullable: true, description: 'Whose account; a client’s own session needs none.' })
  clientId?: string | null;

  @Field(() => CompromiseEnum, { description: 'What happened.' })
  what!: Compromise;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ByLeasingAddUserInput', { description: 'Somebody is to be let into an account.' })
export class ByLeasingAddUserInput {
  @Field(() => ID, { description: 'Whose account.' })
  clientId!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('ByLeasingConductPayload', { description: 'What became of a report or request.' })
export class ByLeasingConductPayload {
  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@Resolver()
export class ConductResolver {
  @Mutation(() => ByLeasingConductPayload, {
    description: 'Reports that others may act as the client: sessions end, operations wait until it is cleared up (компрометация).',
  })
  @Scoped('clients:write')
  async byLeasingReportCompromise(
    @Arg('input', () => ByLeasingReportCompromiseInput, { description: 'The report.' }) input: ByLeasingReportCompromiseInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingConductPayload> {
    const clientId = context.caller.clientId ?? (input.clientId ? rowIdOf('Client', input.clientId) : null);
    if (!clientId) return { findings: [formFinding('CLIENT_REQUIRED', ['input', 'clientId'])] };
    const { findings } = await context.execute(reportCompromise, { clientId, what: input.what }, keyOf(input));
    return { findings: findings ?? [] };
  }

  @Mutation(() => ByLeasingConductPayload, {
    description: 'Asks that another person be let into an account: always refused, for an account is one client’s (передача доступа).',
  })
  @Scoped('clients:write')
  async byLeasingAddUser(
    @Arg('input', () => ByLeasingAddUserInput, { description: 'The account.' }) input: ByLeasingAddUserInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingConductPayload> {
    const { findings } = await context.execute(shareAccount, { clientId: rowIdOf('Client', input.clientId) }, keyOf(input));
    return { findings: findings ?? [] };
  }
}
