import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { KEY_DESCRIPTION, keyOf, rowIdOf, Scoped } from '../../schema/base';
import { Application, applicationById, toApplication } from '../applications';
import type { GraphContext } from '../commands';
import { MoneyInput } from '../money';
import { type Finding, FindingType } from '../rules';
import { decideApplication } from './decide-application.command';
import type { DecisionKind } from './decision.entity';
import { decisionById, decisionsByApplication } from './decision.record';
import { Decision, DecisionKindEnum } from './decision.type';
import { showDecision } from './shown-decision';

@InputType('DecisionGroundInput', { description: 'A ground of the lender’s rules on which an application is refused (основание отказа).' })
export class DecisionGroundInput {
  @Field(() => String, { description: 'Code of the ground.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Explanation, where the ground needs one.' })
  note?: string | null;
}

@InputType('DecideApplicationInput', { description: 'A decision on an application in review.' })
export class DecideApplicationInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => DecisionKindEnum, {
    nullable: true,
    description: 'Left out, the rules decide: refused when a rule blocks, approved otherwise.',
  })
  kind?: DecisionKind | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'The sum offered instead, in the application’s currency; only with APPROVED_OTHER_TERMS.',
  })
  amount?: MoneyInput | null;

  @Field(() => Int, { nullable: true, description: 'The term offered instead, in days; only with APPROVED_OTHER_TERMS.' })
  termDays?: number | null;

  @Field(() => [DecisionGroundInput], { defaultValue: [], description: 'Grounds of a refusal, beside the rules that fail.' })
  grounds!: DecisionGroundInput[];

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('DecideApplicationPayload', { description: 'What became of the decision.' })
export class DecideApplicationPayload {
  @Field(() => Decision, { nullable: true, description: 'The decision; null when it could not be recorded.' })
  decision!: Decision | null;

  @Field(() => Application, { nullable: true, description: 'The application after it.' })
  application!: Application | null;

  @Field(() => [FindingType], { description: 'Why it could not be recorded, or warnings.' })
  findings!: readonly Finding[];
}

@Resolver(() => Application)
export class ApplicationDecisionsResolver {
  @FieldResolver(() => [Decision], { description: 'Decisions on the application, the latest first (решения).' })
  @Scoped('decisions:read')
  async decisions(@Root() application: Application, @Ctx() context: GraphContext): Promise<Decision[]> {
    const rows = await context.loaders.list(decisionsByApplication, application.rowId);
    return Promise.all(rows.map((row) => showDecision(row, context)));
  }
}

@Resolver(() => Decision)
export class DecisionResolver {
  @FieldResolver(() => Application, { nullable: true, description: 'The application that was decided (заявка).' })
  @Scoped('applications:read')
  async application(@Root() decision: Decision, @Ctx() context: GraphContext): Promise<Application | null> {
    const row = await context.loaders.one(applicationById, decision.applicationRowId);
    return row && toApplication(row);
  }

  @Mutation(() => DecideApplicationPayload, { description: 'Records a decision with its receipt (решение по заявке).' })
  @Scoped('applications:decide')
  async decideApplication(
    @Arg('input', () => DecideApplicationInput, { description: 'The decision.' }) input: DecideApplicationInput,
    @Ctx() context: GraphContext,
  ): Promise<DecideApplicationPayload> {
    const result = await context.execute(
      decideApplication,
      {
        applicationId: rowIdOf('Application', input.applicationId),
        kind: input.kind ?? null,
        amount: input.amount ? { amount: input.amount.amount.toFixed(), currency: input.amount.currency } : null,
        termDays: input.termDays ?? null,
        grounds: input.grounds.map(({ code, note }) => ({ code, note: note ?? null })),
      },
      keyOf(input),
    );
    const [decision, application] = await Promise.all([
      result.decisionId ? context.loaders.one(decisionById, result.decisionId) : null,
      result.applicationId ? context.loaders.one(applicationById, result.applicationId) : null,
    ]);
    return {
      decision: decision && (await showDecision(decision, context)),
      application: application && toApplication(application),
      findings: result.findings ?? [],
    };
  }
}
