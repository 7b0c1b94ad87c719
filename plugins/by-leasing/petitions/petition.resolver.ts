import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { type EventRow, EventStreamArgs, eventSubscription, noticeOf } from '../../../modules/events';
import { formFinding } from '../../../modules/rules';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { ByLeasingClient } from '../by-leasing.type';
import { readClientFile } from '../conduct';
import { openText } from '../sealed-text';
import { type PetitionResult, processPetition, sendPetition, withdrawPetition, writePetition } from './petition.commands';
import { type PetitionRecord, petitionById, petitionPlace, petitionsByClient } from './petition.record';
import {
  ByLeasingPetition,
  ByLeasingPetitionPayload,
  ByLeasingPetitionStatusChange,
  ByLeasingProcessPetitionInput,
  ByLeasingSendPetitionInput,
  ByLeasingWithdrawPetitionInput,
  ByLeasingWritePetitionInput,
} from './petition.types';
import type { PetitionStatus } from './petition-status';

@Resolver(() => ByLeasingClient)
export class ClientPetitionsResolver {
  @FieldResolver(() => [ByLeasingPetition], { description: 'Petitions, the latest first (ходатайства).' })
  @Scoped('clients:read')
  async petitions(@Root() { clientId }: ByLeasingClient, @Ctx() { loaders }: GraphContext): Promise<ByLeasingPetition[]> {
    return (await loaders.list(petitionsByClient, clientId)).map(toPetition);
  }
}

@Resolver(() => ByLeasingPetition)
export class PetitionResolver {
  @FieldResolver(() => String, { description: 'The request in the client’s words.' })
  @Scoped('clients:personal')
  text(@Root() { record }: ByLeasingPetition, @Ctx() context: GraphContext): Promise<string> {
    return readClientFile(context, record.clientId, () => opened(context, record, 'text_enc', record.textEnc));
  }

  @FieldResolver(() => String, { nullable: true, description: 'The lender’s answer.' })
  @Scoped('clients:personal')
  async answer(@Root() { record }: ByLeasingPetition, @Ctx() context: GraphContext): Promise<string | null> {
    const { answerEnc } = record;
    return answerEnc && readClientFile(context, record.clientId, () => opened(context, record, 'answer_enc', answerEnc));
  }

  @Mutation(() => ByLeasingPetitionPayload, { description: 'Writes a petition, to be sent by `byLeasingSendPetition` (ходатайство).' })
  @Scoped('applications:write')
  async byLeasingWritePetition(
    @Arg('input', () => ByLeasingWritePetitionInput, { description: 'The petition.' }) input: ByLeasingWritePetitionInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingPetitionPayload> {
    const { clientId } = context.caller;
    if (!clientId) return { petition: null, findings: [formFinding('CLIENT_SESSION_REQUIRED')] };
    const { subject, contractNumber, text, fileIds } = input;
    const files = (fileIds ?? []).map((id) => rowIdOf('File', id));
    const command = { clientId, subject, contractNumber: contractNumber ?? null, text, fileIds: files };
    return payloadOf(await context.execute(writePetition, command, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingPetitionPayload, {
    description: 'Sends a written petition by an authentication of its own (подача ходатайства).',
  })
  @Scoped('applications:write')
  async byLeasingSendPetition(
    @Arg('input', () => ByLeasingSendPetitionInput, { description: 'Petition and authentication.' }) input: ByLeasingSendPetitionInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingPetitionPayload> {
    const { clientId } = context.caller;
    if (!clientId) return { petition: null, findings: [formFinding('CLIENT_SESSION_REQUIRED')] };
    const { petitionId, ceremonyId, code, codeWord } = input;
    const command = {
      clientId,
      petitionId: rowIdOf('ByLeasingPetition', petitionId),
      ceremonyId: ceremonyId ? rowIdOf('Ceremony', ceremonyId) : null,
      code: code ?? null,
      codeWord: codeWord ?? null,
    };
    return payloadOf(await context.execute(sendPetition, command, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingPetitionPayload, { description: 'Takes a petition up, or answers it (рассмотрение ходатайства).' })
  @Scoped('applications:decide')
  async byLeasingProcessPetition(
    @Arg('input', () => ByLeasingProcessPetitionInput, { description: 'The step.' }) input: ByLeasingProcessPetitionInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingPetitionPayload> {
    const command = { petitionId: rowIdOf('ByLeasingPetition', input.petitionId), status: input.status, answer: input.answer ?? null };
    return payloadOf(await context.execute(processPetition, command, keyOf(input)), context);
  }

  @Mutation(() => ByLeasingPetitionPayload, { description: 'Takes a petition back before it is answered (отзыв ходатайства).' })
  @Scoped('applications:write')
  async byLeasingWithdrawPetition(
    @Arg('input', () => ByLeasingWithdrawPetitionInput, { description: 'The petition.' }) input: ByLeasingWithdrawPetitionInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingPetitionPayload> {
    const command = { petitionId: rowIdOf('ByLeasingPetition', input.petitionId) };
    return payloadOf(await context.execute(withdrawPetition, command, keyOf(input)), context);
  }

  @Subscription(() => ByLeasingPetitionStatusChange, {
    description: 'Changes of where petitions stand, after those missed since `after` (статус ходатайства).',
    subscribe: ({ args, context }) => eventSubscription({ ...args, types: ['ByLeasingPetitionStatusChanged'] }, context),
  })
  @Scoped('clients:read')
  async byLeasingPetitionStatusChanged(
    @Root() event: EventRow,
    @Args(() => EventStreamArgs) _args: EventStreamArgs,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingPetitionStatusChange> {
    const { from, to } = event.payload as { from: PetitionStatus | null; to: PetitionStatus };
    const notice = noticeOf(event, context);
    return { ...notice, from, to, petition: await loadPetition(context, event.subject.id) };
  }
}

export async function loadPetition({ loaders }: GraphContext, id: string): Promise<ByLeasingPetition | null> {
  const row = await loaders.one(petitionById, id);
  return row && toPetition(row);
}

export function toPetition(record: PetitionRecord): ByLeasingPetition {
  const { id, number, subject, contractNumber, status, receivedAt, answeredAt, fileIds } = record;
  return {
    __typename: 'ByLeasingPetition',
    id: toGlobalId('ByLeasingPetition', id),
    record,
    number,
    subject,
    contractNumber,
    status,
    receivedAt,
    answeredAt,
    fileIds: fileIds.map((file) => toGlobalId('File', file)),
  };
}

const opened = ({ ports, lender }: GraphContext, { id }: PetitionRecord, column: 'text_enc' | 'answer_enc', sealed: Buffer): string =>
  openText({ ports, lender: lender! }, petitionPlace(id, column), sealed);

async function payloadOf({ petitionId, findings }: PetitionResult, context: GraphContext): Promise<ByLeasingPetitionPayload> {
  return { petition: petitionId ? await loadPetition(context, petitionId) : null, findings: findings ?? [] };
}
