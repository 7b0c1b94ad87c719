import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { Contract, contractById, toContract, toTerms } from '../../../modules/contracts';
import { pageKey } from '../../../modules/database';
import { Document, documentById, toDocument } from '../../../modules/documents';
import { type EventRow, EventStreamArgs, eventSubscription, noticeOf } from '../../../modules/events';
import { keyOf, PageArgs, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import type { ProlongationStatus } from '../account-request/request-status';
import { packetById } from '../packet';
import { toPacket } from '../packet/packet.resolver';
import { RuMfoPacket } from '../packet/packet.types';
import { RuMfoContract } from '../ru-mfo.types';
import { type ProlongationResult, requestProlongation, signProlongation } from './prolongation.commands';
import { type ProlongationRecord, prolongationById, prolongationPages } from './prolongation.record';
import {
  prolongationConnection,
  RuMfoProlongation,
  RuMfoProlongationPayload,
  RuMfoProlongationStatusChange,
  RuMfoRequestProlongationInput,
  RuMfoSignProlongationInput,
} from './prolongation.types';

@Resolver(() => RuMfoContract)
export class RuMfoContractProlongationsResolver {
  @FieldResolver(() => prolongationConnection.Connection, { description: 'Prolongations of the contract, the newest first (пролонгации).' })
  @Scoped('contracts:read')
  prolongations(@Root() { contractRowId }: RuMfoContract, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return prolongationConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(prolongationPages, pageKey(contractRowId, bound, limit)),
      positionOf: (row) => ({ at: row.requestedAt, id: row.id }),
      toNode: toProlongation,
    });
  }
}

@Resolver(() => RuMfoProlongation)
export class RuMfoProlongationResolver {
  @FieldResolver(() => Contract, { nullable: true, description: 'The contract that is prolonged (договор).' })
  async contract(@Root() { record }: RuMfoProlongation, @Ctx() context: GraphContext): Promise<Contract | null> {
    const row = await context.loaders.one(contractById, record.contractId);
    return row && toContract(row);
  }

  @FieldResolver(() => RuMfoPacket, { nullable: true, description: 'The documents that one code signs: `operationId` of `requestCode`.' })
  @Scoped('documents:read')
  async packet(@Root() { record }: RuMfoProlongation, @Ctx() context: GraphContext): Promise<RuMfoPacket | null> {
    const row = await context.loaders.one(packetById, record.packetId);
    return row && toPacket(row);
  }

  @FieldResolver(() => Document, { nullable: true, description: 'The supplementary agreement (дополнительное соглашение).' })
  @Scoped('documents:read')
  async supplementaryAgreement(@Root() { record }: RuMfoProlongation, @Ctx() context: GraphContext): Promise<Document | null> {
    return toDocument(await context.loaders.one(documentById, record.documentId), context.caller);
  }

  @Mutation(() => RuMfoProlongationPayload, {
    description: 'Asks to prolong a running contract; the lender’s offer is formed and tells the interest to pay («Продлить», «Погасить»).',
  })
  @Scoped('applications:write')
  async ruMfoRequestProlongation(
    @Arg('input', () => RuMfoRequestProlongationInput, { description: 'What is asked for.' }) input: RuMfoRequestProlongationInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoProlongationPayload> {
    const command = { contractId: rowIdOf('Contract', input.contractId), action: input.action, days: input.days };
    return payloadOf(await context.execute(requestProlongation, command, keyOf(input)), context);
  }

  @Mutation(() => RuMfoProlongationPayload, {
    description: 'Accepts the offer: signs the supplementary agreement by a code, once the interest is paid (акцепт).',
  })
  @Scoped('documents:sign')
  async ruMfoSignProlongation(
    @Arg('input', () => RuMfoSignProlongationInput, { description: 'The offer and the code.' }) input: RuMfoSignProlongationInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoProlongationPayload> {
    const command = {
      prolongationId: rowIdOf('RuMfoProlongation', input.prolongationId),
      ceremonyId: rowIdOf('Ceremony', input.ceremonyId),
      code: input.code,
    };
    return payloadOf(await context.execute(signProlongation, command, keyOf(input)), context);
  }

  @Subscription(() => RuMfoProlongationStatusChange, {
    description: 'Changes of prolongations’ states, after those missed since `after` (статус пролонгации).',
    subscribe: ({ args, context }) => eventSubscription({ ...args, types: ['RuMfoProlongationStatusChanged'] }, context),
  })
  @Scoped('contracts:read')
  async ruMfoProlongationStatusChanged(
    @Root() event: EventRow,
    @Args(() => EventStreamArgs) _args: EventStreamArgs,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoProlongationStatusChange> {
    const { from, to } = event.payload as { from: ProlongationStatus | null; to: ProlongationStatus };
    const notice = noticeOf(event, context);
    const row = await context.loaders.one(prolongationById, event.subject.id);
    return { ...notice, from, to, prolongation: row && toProlongation(row) };
  }
}

async function payloadOf({ prolongationId, findings = [] }: ProlongationResult, context: GraphContext): Promise<RuMfoProlongationPayload> {
  const row = prolongationId ? await context.loaders.one(prolongationById, prolongationId) : null;
  const contract = row ? await context.loaders.one(contractById, row.contractId) : null;
  return { prolongation: row && toProlongation(row), contract: contract && toContract(contract), findings };
}

/** The GraphQL object of a row. */
export function toProlongation(record: ProlongationRecord): RuMfoProlongation {
  const { status, action, days, fromDueOn, toDueOn, interestTold, terms, requestedAt, acceptedAt } = record;
  return {
    __typename: 'RuMfoProlongation',
    id: toGlobalId('RuMfoProlongation', record.id),
    record,
    status,
    action,
    days,
    fromDueOn,
    toDueOn,
    interestToPay: { amount: interestTold, currency: terms.currency },
    terms: toTerms(terms),
    requestedAt,
    acceptedAt,
  };
}
