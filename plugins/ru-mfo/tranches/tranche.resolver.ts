import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { balanceOn, Contract, contractById, toContract } from '../../../modules/contracts';
import { pageKey } from '../../../modules/database';
import { Document, documentById, toDocument } from '../../../modules/documents';
import { type EventRow, EventStreamArgs, eventSubscription, noticeOf } from '../../../modules/events';
import { Decimal, keyOf, PageArgs, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { amountTextOf, payoutOf } from '../account-request/request.types';
import type { TrancheStatus } from '../account-request/request-status';
import { roubleFindings, roubles } from '../roubles';
import { RuMfoContract } from '../ru-mfo.types';
import { availableOf } from './judge-tranche';
import { requestTranche, signTranche, type TrancheResult } from './tranche.commands';
import { creditLineByApplication, type TrancheRecord, trancheOnItsWay, trancheRecords } from './tranche.record';
import {
  RuMfoCreditLine,
  RuMfoRequestTrancheInput,
  RuMfoSignTrancheInput,
  RuMfoTranche,
  RuMfoTranchePayload,
  RuMfoTrancheStatusChange,
  trancheConnection,
} from './tranche.types';

@Resolver(() => RuMfoContract)
export class RuMfoContractTranchesResolver {
  @FieldResolver(() => trancheConnection.Connection, {
    description: 'Tranches asked for after the first sum, the newest first (транши).',
  })
  @Scoped('contracts:read')
  tranches(@Root() { contractRowId }: RuMfoContract, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return trancheConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(trancheRecords.pages, pageKey(contractRowId, bound, limit)),
      positionOf: (row) => ({ at: row.requestedAt, id: row.id }),
      toNode: toTranche,
    });
  }

  @FieldResolver(() => RuMfoCreditLine, {
    nullable: true,
    description: 'The credit limit; null for a loan without one (лимит кредитования).',
  })
  @Scoped('contracts:read')
  async creditLine(@Root() own: RuMfoContract, @Ctx() context: GraphContext): Promise<RuMfoCreditLine | null> {
    const line = await context.loaders.one(creditLineByApplication, own.applicationRowId);
    const contract = line && (await context.loaders.one(contractById, own.contractRowId));
    if (!line || !contract) return null;
    const onItsWay = await context.loaders.one(trancheOnItsWay, contract.id);
    // Before the first sum is provided it is on its way: the limit is taken by it.
    const owed = contract.status === 'AWAITING_TRANSFER' ? contract.terms.principal : (await balanceOn(context, contract, null))?.principal;
    const available = availableOf(new Decimal(line.creditLimit), new Decimal(owed ?? 0), new Decimal(onItsWay?.amount ?? 0));
    return { limit: roubles(line.creditLimit), available: roubles(available.toFixed(2)) };
  }
}

@Resolver(() => RuMfoTranche)
export class RuMfoTrancheResolver {
  @FieldResolver(() => Contract, { nullable: true, description: 'The contract under which it is drawn (договор).' })
  async contract(@Root() { record }: RuMfoTranche, @Ctx() context: GraphContext): Promise<Contract | null> {
    const row = await context.loaders.one(contractById, record.contractId);
    return row && toContract(row);
  }

  @FieldResolver(() => Document, { nullable: true, description: 'Its application, to read and sign (заявление на транш).' })
  @Scoped('documents:read')
  async application(@Root() { record }: RuMfoTranche, @Ctx() context: GraphContext): Promise<Document | null> {
    return toDocument(await context.loaders.one(documentById, record.documentId), context.caller);
  }

  @Mutation(() => RuMfoTranchePayload, {
    description: 'Asks for a tranche; its application is formed, to be read and signed («Получить новый транш»).',
  })
  @Scoped('applications:write')
  async ruMfoRequestTranche(
    @Arg('input', () => RuMfoRequestTrancheInput, { description: 'What is asked for.' }) input: RuMfoRequestTrancheInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoTranchePayload> {
    const wrong = roubleFindings(input.amount, ['input', 'amount']);
    if (wrong.length > 0) return { tranche: null, contract: null, findings: wrong };
    const command = { contractId: rowIdOf('Contract', input.contractId), amount: amountTextOf(input), payout: payoutOf(input) };
    return payloadOf(await context.execute(requestTranche, command, keyOf(input)), context);
  }

  @Mutation(() => RuMfoTranchePayload, { description: 'Signs the application for a tranche by a code; the money goes out.' })
  @Scoped('documents:sign')
  async ruMfoSignTranche(
    @Arg('input', () => RuMfoSignTrancheInput, { description: 'The application and the code.' }) input: RuMfoSignTrancheInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoTranchePayload> {
    const { documentSha256, code } = input;
    const ids = { trancheId: rowIdOf('RuMfoTranche', input.trancheId), ceremonyId: rowIdOf('Ceremony', input.ceremonyId) };
    return payloadOf(await context.execute(signTranche, { ...ids, documentSha256, code }, keyOf(input)), context);
  }

  @Subscription(() => RuMfoTrancheStatusChange, {
    description: 'Changes of tranches’ states, after those missed since `after` (статус транша).',
    subscribe: ({ args, context }) => eventSubscription({ ...args, types: ['RuMfoTrancheStatusChanged'] }, context),
  })
  @Scoped('contracts:read')
  async ruMfoTrancheStatusChanged(
    @Root() event: EventRow,
    @Args(() => EventStreamArgs) _args: EventStreamArgs,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoTrancheStatusChange> {
    const { from, to } = event.payload as { from: TrancheStatus | null; to: TrancheStatus };
    const notice = noticeOf(event, context);
    const row = await context.loaders.one(trancheRecords.byId, event.subject.id);
    return { ...notice, from, to, tranche: row && toTranche(row) };
  }
}

async function payloadOf({ trancheId, findings = [] }: TrancheResult, context: GraphContext): Promise<RuMfoTranchePayload> {
  const row = trancheId ? await context.loaders.one(trancheRecords.byId, trancheId) : null;
  const contract = row ? await context.loaders.one(contractById, row.contractId) : null;
  return { tranche: row && toTranche(row), contract: contract && toContract(contract), findings };
}

/** The GraphQL object of a row. */
export function toTranche(record: TrancheRecord): RuMfoTranche {
  const { status, amount, payoutMethod, payoutMask, requestedAt, signedAt, settledAt, failure, recalculated, formula } = record;
  const id = toGlobalId('RuMfoTranche', record.id);
  const shown = { status, payoutMethod, payoutMask, requestedAt, signedAt, settledAt, failure, formula };
  return { __typename: 'RuMfoTranche', id, record, ...shown, amount: roubles(amount), recalculation: recalculated };
}
