import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { Contract, contractById, toContract } from '../../../modules/contracts';
import { pageKey } from '../../../modules/database';
import { Document, documentById, toDocument } from '../../../modules/documents';
import { keyOf, PageArgs, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { amountTextOf, payoutOf } from '../account-request/request.types';
import { roubleFindings, roubles } from '../roubles';
import { RuMfoContract } from '../ru-mfo.types';
import { payTopUp, refuseTopUp, requestTopUp, signTopUp, type TopUpResult } from './top-up.commands';
import { type TopUpRecord, topUpRecords } from './top-up.record';
import {
  RuMfoPayTopUpInput,
  RuMfoRefuseTopUpInput,
  RuMfoRequestTopUpInput,
  RuMfoSignTopUpInput,
  RuMfoTopUp,
  RuMfoTopUpPayload,
  topUpConnection,
} from './top-up.types';

@Resolver(() => RuMfoContract)
export class RuMfoContractTopUpsResolver {
  @FieldResolver(() => topUpConnection.Connection, { description: 'Additional sums asked for, the newest first (дополнительные суммы).' })
  @Scoped('contracts:read')
  topUps(@Root() { contractRowId }: RuMfoContract, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return topUpConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(topUpRecords.pages, pageKey(contractRowId, bound, limit)),
      positionOf: (row) => ({ at: row.requestedAt, id: row.id }),
      toNode: toTopUp,
    });
  }
}

@Resolver(() => RuMfoTopUp)
export class RuMfoTopUpResolver {
  @FieldResolver(() => Contract, { nullable: true, description: 'The contract that it adds to (договор).' })
  async contract(@Root() { record }: RuMfoTopUp, @Ctx() context: GraphContext): Promise<Contract | null> {
    const row = await context.loaders.one(contractById, record.contractId);
    return row && toContract(row);
  }

  @FieldResolver(() => Document, { nullable: true, description: 'Its application, to read and sign (заявление).' })
  @Scoped('documents:read')
  async application(@Root() { record }: RuMfoTopUp, @Ctx() context: GraphContext): Promise<Document | null> {
    return toDocument(await context.loaders.one(documentById, record.documentId), context.caller);
  }

  @Mutation(() => RuMfoTopUpPayload, {
    description: 'Asks for an additional sum; its application is formed, to be read and signed («Получить дополнительную сумму»).',
  })
  @Scoped('applications:write')
  async ruMfoRequestTopUp(
    @Arg('input', () => RuMfoRequestTopUpInput, { description: 'What is asked for.' }) input: RuMfoRequestTopUpInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoTopUpPayload> {
    const wrong = roubleFindings(input.amount, ['input', 'amount']);
    if (wrong.length > 0) return { topUp: null, contract: null, findings: wrong };
    const command = { contractId: rowIdOf('Contract', input.contractId), amount: amountTextOf(input), payout: payoutOf(input) };
    return payloadOf(await context.execute(requestTopUp, command, keyOf(input)), context);
  }

  @Mutation(() => RuMfoTopUpPayload, { description: 'Signs and sends the application for an additional sum by a code.' })
  @Scoped('documents:sign')
  async ruMfoSignTopUp(
    @Arg('input', () => RuMfoSignTopUpInput, { description: 'The application and the code.' }) input: RuMfoSignTopUpInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoTopUpPayload> {
    const { documentSha256, code } = input;
    const ids = { topUpId: rowIdOf('RuMfoTopUp', input.topUpId), ceremonyId: rowIdOf('Ceremony', input.ceremonyId) };
    return payloadOf(await context.execute(signTopUp, { ...ids, documentSha256, code }, keyOf(input)), context);
  }

  @Mutation(() => RuMfoTopUpPayload, { description: 'Orders the money of a signed application for an additional sum.' })
  @Scoped('payments:write')
  async ruMfoPayTopUp(
    @Arg('input', () => RuMfoPayTopUpInput, { description: 'What to pay out.' }) input: RuMfoPayTopUpInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoTopUpPayload> {
    const command = { topUpId: rowIdOf('RuMfoTopUp', input.topUpId), payoutMethod: input.payoutMethod ?? null };
    return payloadOf(await context.execute(payTopUp, command, keyOf(input)), context);
  }

  @Mutation(() => RuMfoTopUpPayload, { description: 'Refuses a signed application for an additional sum.' })
  @Scoped('applications:decide')
  async ruMfoRefuseTopUp(
    @Arg('input', () => RuMfoRefuseTopUpInput, { description: 'What to refuse.' }) input: RuMfoRefuseTopUpInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoTopUpPayload> {
    return payloadOf(await context.execute(refuseTopUp, { topUpId: rowIdOf('RuMfoTopUp', input.topUpId) }, keyOf(input)), context);
  }
}

async function payloadOf({ topUpId, findings = [] }: TopUpResult, context: GraphContext): Promise<RuMfoTopUpPayload> {
  const row = topUpId ? await context.loaders.one(topUpRecords.byId, topUpId) : null;
  const contract = row ? await context.loaders.one(contractById, row.contractId) : null;
  return { topUp: row && toTopUp(row), contract: contract && toContract(contract), findings };
}

/** The GraphQL object of a row. */
export function toTopUp(record: TopUpRecord): RuMfoTopUp {
  const { status, amount, payoutMethod, payoutMask, requestedAt, signedAt, settledAt, failure } = record;
  const shown = { status, payoutMethod, payoutMask, requestedAt, signedAt, settledAt, failure };
  return { __typename: 'RuMfoTopUp', id: toGlobalId('RuMfoTopUp', record.id), record, ...shown, amount: roubles(amount) };
}
