import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { ByLeasingClient } from '../by-leasing.type';
import { type BreachResult, recordClientBreach, settleClientBreach } from './breach.commands';
import { breachesByClient } from './breach.record';
import { ByLeasingBreach, ByLeasingBreachPayload, ByLeasingRecordBreachInput, ByLeasingSettleBreachInput } from './breach.types';

@Resolver(() => ByLeasingClient)
export class BreachResolver {
  @FieldResolver(() => [ByLeasingBreach], { description: 'Recorded breaches of the agreement, the latest first (нарушения).' })
  @Scoped('clients:read')
  async breaches(@Root() { clientId }: ByLeasingClient, @Ctx() { loaders }: GraphContext): Promise<ByLeasingBreach[]> {
    const rows = await loaders.list(breachesByClient, clientId);
    return rows.map(({ id, ...row }) => ({ ...row, id: toGlobalId('ByLeasingBreach', id) }));
  }

  @Mutation(() => ByLeasingBreachPayload, { description: 'Records a breach of the agreement by a client (нарушение).' })
  @Scoped('applications:decide')
  async byLeasingRecordBreach(
    @Arg('input', () => ByLeasingRecordBreachInput, { description: 'The breach.' }) input: ByLeasingRecordBreachInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingBreachPayload> {
    const occurredAt = input.occurredAt ?? context.clock.now();
    const command = { clientId: rowIdOf('Client', input.clientId), clause: input.clause, occurredAt };
    return payloadOf(await context.execute(recordClientBreach, command, keyOf(input)));
  }

  @Mutation(() => ByLeasingBreachPayload, { description: 'Records that a breach was put right or was none (устранение нарушения).' })
  @Scoped('applications:decide')
  async byLeasingSettleBreach(
    @Arg('input', () => ByLeasingSettleBreachInput, { description: 'The outcome.' }) input: ByLeasingSettleBreachInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingBreachPayload> {
    const state = input.remedied ? ('REMEDIED' as const) : ('DISMISSED' as const);
    return payloadOf(await context.execute(settleClientBreach, { breachId: rowIdOf('ByLeasingBreach', input.breachId), state }));
  }
}

const payloadOf = ({ breachId, findings }: BreachResult): ByLeasingBreachPayload => ({
  breachId: breachId ? toGlobalId('ByLeasingBreach', breachId) : null,
  findings: findings ?? [],
});
