import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { traceRead } from '../../../modules/clients';
import type { GraphContext } from '../../../modules/commands';
import { fieldCipherPort } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { RuMfoClient } from '../ru-mfo.types';
import { answerExplanation, askExplanation, type ExplanationResult } from './explanation.commands';
import { type ExplanationRecord, explanationAad, explanationById, explanationsByClient } from './explanation.record';
import { RuMfoAnswerExplanationInput, RuMfoAskExplanationInput, RuMfoExplanation, RuMfoExplanationPayload } from './explanations.types';

@Resolver(() => RuMfoClient)
export class RuMfoExplanationsResolver {
  @FieldResolver(() => [RuMfoExplanation], { description: 'Requests for explanations, in the order in which they were asked.' })
  @Scoped('clients:personal')
  async explanations(@Root() client: RuMfoClient, @Ctx() context: GraphContext): Promise<RuMfoExplanation[]> {
    const rows = await traceRead(context, client.clientId, context.loaders.list(explanationsByClient, client.clientId));
    return rows.map((row) => toExplanation(row, context));
  }

  @Mutation(() => RuMfoExplanationPayload, { description: 'Asks to explain a contract or another document, at any stage (разъяснение).' })
  @Scoped('applications:write')
  async ruMfoAskExplanation(
    @Arg('input', () => RuMfoAskExplanationInput, { description: 'The question.' }) input: RuMfoAskExplanationInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoExplanationPayload> {
    const { idempotencyKey, applicationId, clientId: named, ...rest } = input;
    const clientId = context.caller.clientId ?? (named ? rowIdOf('Client', named) : null);
    if (!clientId) return { explanation: null, findings: [formFinding('CLIENT_REQUIRED', ['input', 'clientId'])] };
    const command = { ...rest, clientId, applicationId: applicationId ? rowIdOf('Application', applicationId) : null };
    return payload(await context.execute(askExplanation, command, keyOf({ idempotencyKey })), context);
  }

  @Mutation(() => RuMfoExplanationPayload, { description: 'Answers a request for an explanation; one asked by SMS is answered by SMS.' })
  @Scoped('applications:decide')
  async ruMfoAnswerExplanation(
    @Arg('input', () => RuMfoAnswerExplanationInput, { description: 'The answer.' }) input: RuMfoAnswerExplanationInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoExplanationPayload> {
    const { idempotencyKey, explanationId, ...rest } = input;
    const command = {
      ...rest,
      explanationId: rowIdOf('RuMfoExplanation', explanationId),
      responsiblePost: input.responsiblePost ?? null,
      responsiblePerson: input.responsiblePerson ?? null,
      grounds: input.grounds ?? [],
    };
    return payload(await context.execute(answerExplanation, command, keyOf({ idempotencyKey })), context);
  }
}

async function payload({ explanationId, findings }: ExplanationResult, context: GraphContext): Promise<RuMfoExplanationPayload> {
  const row = explanationId ? await context.loaders.one(explanationById, explanationId) : null;
  return { explanation: row && toExplanation(row, context), findings: findings ?? [] };
}

function toExplanation(row: ExplanationRecord, { ports, lender }: GraphContext): RuMfoExplanation {
  const open = (sealed: Buffer, column: 'question' | 'answer') =>
    ports
      .get(fieldCipherPort)
      .decrypt(sealed, explanationAad(lender!.id, row.id, column))
      .toString('utf8');
  return {
    ...row,
    id: toGlobalId('RuMfoExplanation', row.id),
    question: open(row.questionEnc, 'question'),
    answer: row.answerEnc && open(row.answerEnc, 'answer'),
  };
}
