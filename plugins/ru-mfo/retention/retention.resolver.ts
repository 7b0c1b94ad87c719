import type { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { type Finding, FindingType } from '../../../modules/rules';
import { LocalDateScalar, rowIdOf, Scoped } from '../../../schema/base';
import { assignClaim, deleteAssessments, deleteEditionOriginal } from './retention.commands';

@InputType('RuMfoAssignClaimInput', { description: 'A claim that the lender assigned (уступка прав требования).' })
export class RuMfoAssignClaimInput {
  @Field(() => ID, { description: 'Global id of the contract.' })
  contractId!: string;

  @Field(() => LocalDateScalar, { description: 'Day of the assignment.' })
  assignedOn!: Temporal.PlainDate;
}

@InputType('RuMfoDeleteAssessmentsInput', { description: 'Whose assessments are to be deleted.' })
export class RuMfoDeleteAssessmentsInput {
  @Field(() => ID, { description: 'Global id of the client.' })
  clientId!: string;
}

@InputType('RuMfoDeleteEditionOriginalInput', { description: 'Which published original is to be deleted.' })
export class RuMfoDeleteEditionOriginalInput {
  @Field(() => ID, { description: 'Global id of the publication.' })
  publicationId!: string;
}

@Scoped('parent')
@ObjectType('RuMfoRetentionPayload', { description: 'What became of a deletion, or of what begins its term (хранение).' })
export class RuMfoRetentionPayload {
  @Field(() => Int, { nullable: true, description: 'How many assessments were deleted; null where none was asked for.' })
  deleted!: number | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

@Resolver()
export class RuMfoRetentionResolver {
  @Mutation(() => RuMfoRetentionPayload, {
    description: 'Records that a claim was assigned; terms of keeping run from that day (уступка). Sent again it is refused.',
  })
  @Scoped('applications:decide')
  async ruMfoAssignClaim(
    @Arg('input', () => RuMfoAssignClaimInput, { description: 'Which claim, and when.' }) input: RuMfoAssignClaimInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoRetentionPayload> {
    const command = { contractId: rowIdOf('Contract', input.contractId), assignedOn: input.assignedOn.toString() };
    const { findings = [] } = await context.execute(assignClaim, command);
    return { deleted: null, findings };
  }

  @Mutation(() => RuMfoRetentionPayload, {
    description: 'Deletes the results of a client’s assessments (результаты оценки платёжеспособности); refused while they must be kept.',
  })
  @Scoped('applications:decide')
  async ruMfoDeleteAssessments(
    @Arg('input', () => RuMfoDeleteAssessmentsInput, { description: 'Whose.' }) input: RuMfoDeleteAssessmentsInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoRetentionPayload> {
    const { deleted, findings = [] } = await context.execute(deleteAssessments, { clientId: rowIdOf('Client', input.clientId) });
    return { deleted: deleted ?? null, findings };
  }

  @Mutation(() => RuMfoRetentionPayload, {
    description: 'Deletes the original of an edition of the rules (оригинал Правил); refused while it must be kept.',
  })
  @Scoped('plugins:write')
  async ruMfoDeleteEditionOriginal(
    @Arg('input', () => RuMfoDeleteEditionOriginalInput, { description: 'Which.' }) input: RuMfoDeleteEditionOriginalInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoRetentionPayload> {
    const { findings = [] } = await context.execute(deleteEditionOriginal, {
      publicationId: rowIdOf('RuMfoPublication', input.publicationId),
    });
    return { deleted: null, findings };
  }
}
