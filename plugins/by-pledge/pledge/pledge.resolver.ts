import type { Temporal } from 'temporal-polyfill';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Application, applicationById, toApplication } from '../../../modules/applications';
import type { GraphContext } from '../../../modules/commands';
import { balanceOn, Contract, contractById, toContract } from '../../../modules/contracts';
import { Document, documentById, toDocument } from '../../../modules/documents';
import { type EventRow, EventStreamArgs, eventSubscription, noticeOf } from '../../../modules/events';
import { MoneyInput, money } from '../../../modules/money';
import { fromGlobalId, LocalDateScalar, Scoped } from '../../../schema/base';
import { BYN, sumFindings } from '../command-support/sums';
import { interestRule, repaymentRule, roundingOf, suppose } from '../interest';
import { pledgeById } from './pledge.record';
import { ByPledgePledge, ByPledgeStatusChange, ByPledgeSupposition, toPledge } from './pledge.type';
import type { PledgeStatus } from './pledge-status';

@Resolver(() => ByPledgePledge)
export class ByPledgePledgeResolver {
  @Query(() => ByPledgePledge, { nullable: true, description: 'A pledge by its id; null when there is none for this caller (залог).' })
  @Scoped('contracts:read')
  async byPledgePledge(
    @Arg('id', () => ID, { description: 'Global id of the pledge.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePledge | null> {
    const key = fromGlobalId(id);
    const row = key?.type === 'ByPledgePledge' ? await context.loaders.one(pledgeById, key.id) : null;
    return row && toPledge(row);
  }

  @FieldResolver(() => Application, { nullable: true, description: 'The application that it belongs to (заявка).' })
  @Scoped('applications:read')
  async application(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<Application | null> {
    const row = await context.loaders.one(applicationById, record.applicationId);
    return row && toApplication(row);
  }

  @FieldResolver(() => Contract, { nullable: true, description: 'The secured loan, once the agreement is concluded (договор микрозайма).' })
  async contract(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<Contract | null> {
    const row = record.contractId ? await context.loaders.one(contractById, record.contractId) : null;
    return row && toContract(row);
  }

  @FieldResolver(() => [Document], {
    description: 'The agreement, its inventory and the schedule, once formed (договор залога, опись, график).',
  })
  @Scoped('documents:read')
  async documents(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<Document[]> {
    const ids = [record.agreementDocumentId, record.inventoryDocumentId, record.scheduleDocumentId].filter((id) => id !== null);
    const rows = await Promise.all(ids.map((id) => context.loaders.one(documentById, id)));
    return rows.map((row) => toDocument(row, context.caller)).filter((document) => document !== null);
  }

  @FieldResolver(() => ByPledgeSupposition, {
    nullable: true,
    description:
      'What a payment on another date would come to; null for an earlier day, and for a sum that is none in BYN (расчёт на дату).',
  })
  async ifPaid(
    @Root() { record }: ByPledgePledge,
    @Arg('on', () => LocalDateScalar, { description: 'The day of the payment; today or later.' }) on: Temporal.PlainDate,
    @Arg('amount', () => MoneyInput, { nullable: true, description: 'In BYN; all that is owed on the day without it.' })
    amount: MoneyInput | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeSupposition | null> {
    const contract = record.contractId ? await context.loaders.one(contractById, record.contractId) : null;
    const state = contract?.concludedOn ? await balanceOn(context, contract, null) : null;
    if (!contract?.concludedOn || !state || on.toString() < state.on || sumFindings({ amount }).length > 0) return null;
    // As far ahead as a debt is foretold.
    await balanceOn(context, contract, on.toString());
    const rounding = roundingOf({ extensions: context.extensions, lender: context.lender! }, { concludedOn: contract.concludedOn });
    const policies = { accrue: interestRule(rounding), repay: repaymentRule, concludedOn: contract.concludedOn };
    const { closedOn, ...sums } = suppose(state, contract.terms, { on, amount: amount?.amount ?? null }, policies);
    return {
      closedOn,
      owedBefore: money(sums.owedBefore, BYN),
      paid: money(sums.paid, BYN),
      owedAfter: money(sums.owedAfter, BYN),
      totalInterest: money(sums.totalInterest, BYN),
    };
  }

  @Subscription(() => ByPledgeStatusChange, {
    description: 'Changes of pledges’ states, after those missed since `after` (статус залога).',
    subscribe: ({ args, context }) => eventSubscription({ ...args, types: ['ByPledgeStatusChanged'] }, context),
  })
  @Scoped('contracts:read')
  async byPledgeStatusChanged(
    @Root() event: EventRow,
    @Args(() => EventStreamArgs) _args: EventStreamArgs,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeStatusChange> {
    const { from, to } = event.payload as { from: PledgeStatus | null; to: PledgeStatus };
    const notice = noticeOf(event, context);
    const row = await context.loaders.one(pledgeById, event.subject.id);
    return { ...notice, from, to, pledge: row && toPledge(row) };
  }
}
