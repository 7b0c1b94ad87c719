import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { ByLeasingClient } from '../by-leasing.type';
import { refusalsByClient } from '../operations/refusal.record';
import { endSystemHoldCommand, type HoldResult, liftHold, openSystemHold, recordHold, suspendAccount } from './hold.commands';
import { holdsByClient } from './hold.record';
import {
  ByLeasingHold,
  ByLeasingHoldPayload,
  ByLeasingLiftHoldInput,
  ByLeasingOpenSystemHoldInput,
  ByLeasingRecordHoldInput,
  ByLeasingRefusal,
  ByLeasingSuspendAccountInput,
} from './hold.types';

const HOLD = 'ByLeasingHold';
const SYSTEM_HOLD = 'ByLeasingSystemHold';

@Resolver(() => ByLeasingClient)
export class HoldResolver {
  @FieldResolver(() => [ByLeasingHold], { description: 'What stands, or stood, in the way of operations, the latest first (ограничения).' })
  @Scoped('clients:read')
  async holds(@Root() { clientId }: ByLeasingClient, @Ctx() { loaders }: GraphContext): Promise<ByLeasingHold[]> {
    const rows = await loaders.list(holdsByClient, clientId);
    return rows.map(({ id, kind, ground, openedAt, endedAt }) => ({ id: toGlobalId(HOLD, id), kind, ground, openedAt, endedAt }));
  }

  @FieldResolver(() => [ByLeasingRefusal], {
    description: 'Operations that were refused, the latest first, at most 200 (отказы в операциях).',
  })
  @Scoped('clients:read')
  async refusals(@Root() { clientId }: ByLeasingClient, @Ctx() { loaders }: GraphContext): Promise<ByLeasingRefusal[]> {
    return [...(await loaders.list(refusalsByClient, clientId))];
  }

  @Mutation(() => ByLeasingHoldPayload, {
    description: 'Suspends a client’s use of the cabinet, at once and without notice (приостановление).',
  })
  @Scoped('applications:decide')
  async byLeasingSuspendAccount(
    @Arg('input', () => ByLeasingSuspendAccountInput, { description: 'The suspension.' }) input: ByLeasingSuspendAccountInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingHoldPayload> {
    const { clientId, ground, note } = input;
    return payloadOf(await context.execute(suspendAccount, { clientId: rowIdOf('Client', clientId), ground, note }, keyOf(input)), HOLD);
  }

  @Mutation(() => ByLeasingHoldPayload, { description: 'Records what stands in the way of a client’s operations (основание для отказа).' })
  @Scoped('applications:decide')
  async byLeasingRecordHold(
    @Arg('input', () => ByLeasingRecordHoldInput, { description: 'What it is.' }) input: ByLeasingRecordHoldInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingHoldPayload> {
    const { clientId, kind, note, basis = null } = input;
    return payloadOf(await context.execute(recordHold, { clientId: rowIdOf('Client', clientId), kind, note, basis }, keyOf(input)), HOLD);
  }

  @Mutation(() => ByLeasingHoldPayload, { description: 'Ends what stood in a client’s way (снятие ограничения).' })
  @Scoped('applications:decide')
  async byLeasingLiftHold(
    @Arg('input', () => ByLeasingLiftHoldInput, { description: 'How it ended.' }) { holdId, outcome = null }: ByLeasingLiftHoldInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingHoldPayload> {
    return payloadOf(await context.execute(liftHold, { holdId: rowIdOf(HOLD, holdId), outcome }), HOLD);
  }

  @Mutation(() => ByLeasingHoldPayload, {
    description: 'Opens work on the system, an incident in it, or its end by a decision (работы, инцидент, прекращение).',
  })
  @Scoped('applications:decide')
  async byLeasingOpenSystemHold(
    @Arg('input', () => ByLeasingOpenSystemHoldInput, { description: 'What it is.' }) input: ByLeasingOpenSystemHoldInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingHoldPayload> {
    const { kind, number, note, effectiveFrom } = input;
    const from = effectiveFrom ? new Date(effectiveFrom.epochMilliseconds) : null;
    return payloadOf(await context.execute(openSystemHold, { kind, number, note, effectiveFrom: from }, keyOf(input)), SYSTEM_HOLD);
  }

  @Mutation(() => ByLeasingHoldPayload, { description: 'Closes work on the system or an incident in it (окончание работ).' })
  @Scoped('applications:decide')
  async byLeasingEndSystemHold(
    @Arg('input', () => ByLeasingLiftHoldInput, { description: 'How it ended.' }) { holdId, outcome = null }: ByLeasingLiftHoldInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingHoldPayload> {
    return payloadOf(await context.execute(endSystemHoldCommand, { holdId: rowIdOf(SYSTEM_HOLD, holdId), outcome }), SYSTEM_HOLD);
  }
}

const payloadOf = ({ holdId, findings }: HoldResult, type: string): ByLeasingHoldPayload => ({
  holdId: holdId ? toGlobalId(type, holdId) : null,
  findings: findings ?? [],
});
