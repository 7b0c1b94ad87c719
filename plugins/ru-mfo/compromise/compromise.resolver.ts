import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { clientById, toClient } from '../../../modules/clients';
import type { GraphContext } from '../../../modules/commands';
import { formFinding } from '../../../modules/rules';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { RuMfoClientPayload } from '../ru-mfo.resolver';
import { RuMfoClient } from '../ru-mfo.types';
import { lockByClient } from './account-lock.record';
import { carryOutInstruction, type LockResult, reportCompromise } from './compromise.commands';
import { RuMfoAccountLock, RuMfoCarryOutInstructionInput, RuMfoReportCompromiseInput } from './compromise.types';

@Resolver(() => RuMfoClient)
export class CompromiseResolver {
  @FieldResolver(() => RuMfoAccountLock, { nullable: true, description: 'Why the account is locked; null when it is not.' })
  @Scoped('clients:read')
  accountLock(@Root() { clientId }: RuMfoClient, @Ctx() context: GraphContext): Promise<RuMfoAccountLock | null> {
    return context.loaders.one(lockByClient, clientId);
  }

  @Mutation(() => RuMfoClientPayload, {
    description: 'Reports that others know the sign-in data: all sessions end and the account is locked (сообщение о компрометации).',
  })
  @Scoped('clients:write')
  async ruMfoReportCompromise(
    @Arg('input', () => RuMfoReportCompromiseInput, { description: 'The report.' }) input: RuMfoReportCompromiseInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoClientPayload> {
    const clientId = context.caller.clientId ?? (input.clientId ? rowIdOf('Client', input.clientId) : null);
    if (!clientId) return { client: null, clientId: null, findings: [formFinding('CLIENT_REQUIRED', ['input', 'clientId'])] };
    const { channel, instructions } = input;
    return payloadOf(await context.execute(reportCompromise, { clientId, channel, instructions }, keyOf(input)), context);
  }

  @Mutation(() => RuMfoClientPayload, {
    description: 'Records that an instruction was carried out; the last one opens the account (выполнение указаний).',
  })
  @Scoped('applications:decide')
  async ruMfoCarryOutInstruction(
    @Arg('input', () => RuMfoCarryOutInstructionInput, { description: 'The instruction.' }) input: RuMfoCarryOutInstructionInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoClientPayload> {
    const command = { clientId: rowIdOf('Client', input.clientId), instruction: input.instruction };
    return payloadOf(await context.execute(carryOutInstruction, command), context);
  }
}

async function payloadOf({ clientId, findings }: LockResult, context: GraphContext): Promise<RuMfoClientPayload> {
  const row = clientId ? await context.loaders.one(clientById, clientId) : null;
  return { client: row && toClient(row), clientId: clientId ? toGlobalId('Client', clientId) : null, findings: findings ?? [] };
}
