import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { pageKey } from '../../../modules/database';
import { keyOf, PageArgs, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { ByPledgeEnforcementPayload, coursePayload } from '../pledge/course-payload';
import { ByPledgePledge } from '../pledge/pledge.type';
import { ByPledgeAnswerClaimInput, ByPledgeRecordReceiptInput, ByPledgeSendNoticeInput } from './notice.inputs';
import { deliveriesByNotice, noticePages } from './notice.record';
import { ByPledgeDelivery, ByPledgeNotice, noticeConnection, toNotice } from './notice.type';
import { answerClaim, recordReceipt, sendNotice } from './notices.commands';

@Resolver()
export class ByPledgeNoticeMutations {
  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records a notice of one party to the other (уведомление).' })
  @Scoped('contracts:write')
  async byPledgeSendNotice(
    @Arg('input', () => ByPledgeSendNoticeInput, { description: 'What is done.' }) input: ByPledgeSendNoticeInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      kind: input.kind,
      sender: input.sender,
      ways: input.ways,
      text: input.text,
      sentOn: input.sentOn?.toString() ?? null,
    };
    return coursePayload(await context.execute(sendNotice, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records what became of a delivery (вручение).' })
  @Scoped('contracts:write')
  async byPledgeRecordReceipt(
    @Arg('input', () => ByPledgeRecordReceiptInput, { description: 'What is done.' }) input: ByPledgeRecordReceiptInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      noticeId: rowIdOf('ByPledgeNotice', input.noticeId),
      way: input.way,
      partyClientId: input.partyId ? rowIdOf('Client', input.partyId) : null,
      firstAttemptOn: input.firstAttemptOn?.toString() ?? null,
      deliveredOn: input.deliveredOn?.toString() ?? null,
      signedAt: input.signedAt?.toString() ?? null,
    };
    return coursePayload(await context.execute(recordReceipt, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records the answer to a claim (ответ на претензию).' })
  @Scoped('contracts:write')
  async byPledgeAnswerClaim(
    @Arg('input', () => ByPledgeAnswerClaimInput, { description: 'What is done.' }) input: ByPledgeAnswerClaimInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      noticeId: rowIdOf('ByPledgeNotice', input.noticeId),
      on: input.on.toString(),
    };
    return coursePayload(await context.execute(answerClaim, command, keyOf(input)), context);
  }
}

@Resolver(() => ByPledgePledge)
export class ByPledgeNoticesResolver {
  @FieldResolver(() => noticeConnection.Connection, { description: 'Notices between the parties, the newest first (уведомления).' })
  @Scoped('contracts:read')
  notices(@Root() { record }: ByPledgePledge, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return noticeConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(noticePages, pageKey(record.id, bound, limit)),
      positionOf: (row) => ({ at: row.createdAt, id: row.id }),
      toNode: toNotice,
    });
  }
}

@Resolver(() => ByPledgeNotice)
export class ByPledgeNoticeResolver {
  @FieldResolver(() => [ByPledgeDelivery], { description: 'By which ways it went (доставки).' })
  @Scoped('contracts:read')
  async deliveries(@Root() { rowId }: ByPledgeNotice, @Ctx() context: GraphContext): Promise<readonly ByPledgeDelivery[]> {
    const rows = await context.loaders.list(deliveriesByNotice, rowId);
    return rows.map(({ partyClientId, ...row }) => ({ ...row, partyId: toGlobalId('Client', partyClientId) }));
  }
}
