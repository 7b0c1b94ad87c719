import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { enforce, formFinding } from '../../../modules/rules';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { ByLeasingClient } from '../by-leasing.type';
import { cite } from '../cite';
import { readClientFile } from '../conduct';
import { lenderData } from '../lenders';
import { openText } from '../sealed-text';
import { answerClaim, type ClaimResult, fileClaim } from './claim.commands';
import { claimById, claimPlace, claimsByClient, disputesByClient } from './claim.record';
import {
  ByLeasingAnswerClaimInput,
  ByLeasingClaim,
  ByLeasingClaimPayload,
  ByLeasingDispute,
  ByLeasingDisputePayload,
  ByLeasingFileClaimInput,
  ByLeasingMoveDisputeInput,
  ByLeasingOpenDisputeInput,
  toClaim,
} from './claim.types';
import { type DisputeResult, moveDispute, openDispute } from './dispute.commands';

@Resolver(() => ByLeasingClient)
export class ClientClaimsResolver {
  @FieldResolver(() => [ByLeasingClaim], { description: 'Claims of both sides, the latest first (претензии).' })
  @Scoped('clients:read')
  async claims(@Root() { clientId }: ByLeasingClient, @Ctx() { loaders }: GraphContext): Promise<ByLeasingClaim[]> {
    return (await loaders.list(claimsByClient, clientId)).map((row) => toClaim(row, toGlobalId));
  }

  @FieldResolver(() => [ByLeasingDispute], { description: 'Disputes, the latest first (споры).' })
  @Scoped('clients:read')
  async disputes(@Root() { clientId }: ByLeasingClient, @Ctx() { loaders, lender }: GraphContext): Promise<ByLeasingDispute[]> {
    const rows = await loaders.list(disputesByClient, clientId);
    if (rows.length > 0) enforce(cite('by-leasing/12.5/p1'));
    return rows.map(({ id, claimId, forum, ...row }) => ({
      ...row,
      id: toGlobalId('ByLeasingDispute', id),
      claimId: claimId && toGlobalId('ByLeasingClaim', claimId),
      forum: forum ?? lenderData(lender!.code).forum,
    }));
  }
}

@Resolver(() => ByLeasingClaim)
export class ClaimResolver {
  @FieldResolver(() => String, { description: 'Demands and circumstances.' })
  @Scoped('clients:personal')
  text(@Root() { record }: ByLeasingClaim, @Ctx() context: GraphContext): Promise<string> {
    return readClientFile(context, record.clientId, () => opened(context, record.id, 'text_enc', record.textEnc));
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the other party says, with its reasons.' })
  @Scoped('clients:personal')
  async answerText(@Root() { record }: ByLeasingClaim, @Ctx() context: GraphContext): Promise<string | null> {
    const { id, clientId, answerEnc } = record;
    return answerEnc && readClientFile(context, clientId, () => opened(context, id, 'answer_enc', answerEnc));
  }

  @Mutation(() => ByLeasingClaimPayload, { description: 'Sends the other party a claim, or registers one that came on paper (претензия).' })
  @Scoped('applications:write')
  async byLeasingFileClaim(
    @Arg('input', () => ByLeasingFileClaimInput, { description: 'The claim.' }) input: ByLeasingFileClaimInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingClaimPayload> {
    const own = context.caller.clientId;
    const clientId = own ?? (input.clientId ? rowIdOf('Client', input.clientId) : null);
    if (!clientId) return { claim: null, findings: [formFinding('CLIENT_REQUIRED', ['input', 'clientId'])] };
    const { text, contractNumber, fileIds } = input;
    const command = {
      clientId,
      sender: own || input.fromClient ? ('CLIENT' as const) : ('LENDER' as const),
      contractNumber: contractNumber ?? null,
      text,
      fileIds: (fileIds ?? []).map((id) => rowIdOf('File', id)),
      receivedOn: own ? null : (input.receivedOn ?? null),
    };
    return claimPayload(await context.execute(fileClaim, command, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingClaimPayload, { description: 'Answers a claim of the other party (ответ на претензию).' })
  @Scoped('applications:write')
  async byLeasingAnswerClaim(
    @Arg('input', () => ByLeasingAnswerClaimInput, { description: 'The answer.' }) input: ByLeasingAnswerClaimInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingClaimPayload> {
    const command = { claimId: rowIdOf('ByLeasingClaim', input.claimId), answer: input.answer, text: input.text ?? null };
    return claimPayload(await context.execute(answerClaim, command, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingDisputePayload, { description: 'Opens the record of a dispute with a client (спор).' })
  @Scoped('contracts:write')
  async byLeasingOpenDispute(
    @Arg('input', () => ByLeasingOpenDisputeInput, { description: 'The dispute.' }) input: ByLeasingOpenDisputeInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDisputePayload> {
    const claimId = input.claimId ? rowIdOf('ByLeasingClaim', input.claimId) : null;
    return disputePayload(await context.execute(openDispute, { clientId: rowIdOf('Client', input.clientId), claimId }, keyOf(input)));
  }

  @Mutation(() => ByLeasingDisputePayload, { description: 'Takes a dispute to court after its claim, or settles it (передача в суд).' })
  @Scoped('contracts:write')
  async byLeasingMoveDispute(
    @Arg('input', () => ByLeasingMoveDisputeInput, { description: 'Where to.' }) input: ByLeasingMoveDisputeInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDisputePayload> {
    const claimId = input.claimId ? rowIdOf('ByLeasingClaim', input.claimId) : null;
    const command = { disputeId: rowIdOf('ByLeasingDispute', input.disputeId), state: input.to, claimId };
    return disputePayload(await context.execute(moveDispute, command));
  }
}

export async function loadClaim({ loaders }: GraphContext, id: string): Promise<ByLeasingClaim | null> {
  const row = await loaders.one(claimById, id);
  return row && toClaim(row, toGlobalId);
}

const opened = ({ ports, lender }: GraphContext, id: string, column: 'text_enc' | 'answer_enc', sealed: Buffer): string =>
  openText({ ports, lender: lender! }, claimPlace(id, column), sealed);

async function claimPayload({ claimId, findings }: ClaimResult, context: GraphContext): Promise<ByLeasingClaimPayload> {
  return { claim: claimId ? await loadClaim(context, claimId) : null, findings: findings ?? [] };
}

const disputePayload = ({ disputeId, findings }: DisputeResult): ByLeasingDisputePayload => ({
  disputeId: disputeId ? toGlobalId('ByLeasingDispute', disputeId) : null,
  findings: findings ?? [],
});
