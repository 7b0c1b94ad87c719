import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { pageKey } from '../../../modules/database';
import { type EventRow, EventStreamArgs, eventSubscription, noticeOf } from '../../../modules/events';
import { keyOf, PageArgs, rowIdOf, Scoped } from '../../../schema/base';
import { sumFindings } from '../command-support/sums';
import { ByPledgeEnforcementPayload, coursePayload } from '../pledge/course-payload';
import { ByPledgePledge } from '../pledge/pledge.type';
import { type DemandDuty, demandDuty, reportItemEvent } from './demand-duty.command';
import { ByPledgeDemandDutyInput, ByPledgeMeetDutyInput, ByPledgeReportItemEventInput } from './duty.inputs';
import { dutyById, dutyPages } from './duty.record';
import { ByPledgeDutyStatusChange, dutyConnection, toDuty } from './duty.type';
import type { DutyStatus } from './duty-kinds';
import { meetDuty } from './meet-duty.command';

@Resolver()
export class ByPledgeDutyMutations {
  @Mutation(() => ByPledgeEnforcementPayload, {
    description: 'Asks the pledgor for something by a notice; its clock begins as the agreement says (требование).',
  })
  @Scoped('contracts:write')
  async byPledgeDemandDuty(
    @Arg('input', () => ByPledgeDemandDutyInput, { description: 'What is done.' }) input: ByPledgeDemandDutyInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const wrong = sumFindings({ amount: input.amount });
    if (wrong.length > 0) return coursePayload({ findings: wrong }, context);
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      kind: input.kind as DemandDuty['kind'],
      ground: input.ground,
      ways: input.ways,
      dueOn: input.dueOn?.toString() ?? null,
      amount: input.amount?.amount.toFixed() ?? null,
      withCopies: input.withCopies ?? false,
      place: input.elsewhere ? { agreedByPledgor: input.agreedByPledgor ?? false, agreedByPledgee: input.agreedByPledgee ?? false } : null,
    };
    return coursePayload(await context.execute(demandDuty, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records what happened to the item; restoration is owed from that day.' })
  @Scoped('contracts:write')
  async byPledgeReportItemEvent(
    @Arg('input', () => ByPledgeReportItemEventInput, { description: 'What is done.' }) input: ByPledgeReportItemEventInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const wrong = sumFindings({ valueDecrease: input.valueDecrease });
    if (wrong.length > 0) return coursePayload({ findings: wrong }, context);
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      event: input.event,
      on: input.on.toString(),
      valueDecrease: input.valueDecrease?.amount.toFixed() ?? null,
      repayUntil: input.repayUntil?.toString() ?? null,
    };
    return coursePayload(await context.execute(reportItemEvent, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records that a duty was done (исполнение обязанности).' })
  @Scoped('contracts:write')
  async byPledgeMeetDuty(
    @Arg('input', () => ByPledgeMeetDutyInput, { description: 'What is done.' }) input: ByPledgeMeetDutyInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const wrong = sumFindings({ amount: input.amount });
    if (wrong.length > 0) return coursePayload({ findings: wrong }, context);
    const command = {
      dutyId: rowIdOf('ByPledgeDuty', input.dutyId),
      on: input.on.toString(),
      outcome: input.outcome ?? null,
      document: input.document ?? null,
      amount: input.amount?.amount.toFixed() ?? null,
      valuer: input.valuer ?? null,
    };
    return coursePayload(await context.execute(meetDuty, command, keyOf(input)), context);
  }
}

@Resolver(() => ByPledgePledge)
export class ByPledgeDutiesResolver {
  @FieldResolver(() => dutyConnection.Connection, { description: 'Duties of the pledgor, the newest first (обязанности).' })
  @Scoped('contracts:read')
  duties(@Root() { record }: ByPledgePledge, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return dutyConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(dutyPages, pageKey(record.id, bound, limit)),
      positionOf: (row) => ({ at: row.openedAt, id: row.id }),
      toNode: toDuty,
    });
  }

  @Subscription(() => ByPledgeDutyStatusChange, {
    description: 'Changes of duties’ states, after those missed since `after` (статус обязанности).',
    subscribe: ({ args, context }) => eventSubscription({ ...args, types: ['ByPledgeDutyStatusChanged'] }, context),
  })
  @Scoped('contracts:read')
  async byPledgeDutyStatusChanged(
    @Root() event: EventRow,
    @Args(() => EventStreamArgs) _args: EventStreamArgs,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeDutyStatusChange> {
    const { from, to } = event.payload as { from: DutyStatus | null; to: DutyStatus };
    const notice = noticeOf(event, context);
    const row = await context.loaders.one(dutyById, event.subject.id);
    return { ...notice, from, to, duty: row && toDuty(row) };
  }
}
