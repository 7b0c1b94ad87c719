import { Arg, Args, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { fromGlobalId, keyOf, PageArgs, rowIdOf, Scoped } from '../../schema/base';
import { Client, clientById, toClient } from '../clients';
import type { Command, GraphContext } from '../commands';
import { type Finding, FindingType } from '../rules';
import { ApplicationStepInput, StartApplicationInput } from './application.input';
import { applicationById, applicationsPage } from './application.record';
import { Application, ApplicationStatusEnum, applicationConnection, toApplication } from './application.type';
import type { ApplicationStatus } from './application-status';
import { applicationLifecycle } from './extension-points';
import { type ApplicationResult, startApplication } from './start-application.command';
import { type ApplicationStep, submitApplication, takeApplication, withdrawApplication } from './step.commands';

@Scoped('parent')
@ObjectType('ApplicationPayload', { description: 'What became of a step in an application’s life.' })
export class ApplicationPayload {
  @Field(() => Application, { nullable: true, description: 'The application; null when the step was refused.' })
  application!: Application | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

@Scoped('public')
@ObjectType('Product', { description: 'Something that a lender offers (продукт).' })
export class Product {
  @Field(() => String, { description: 'Code to send with `startApplication`.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the caller’s language.' })
  title!: string;
}

@Resolver(() => Application)
export class ApplicationResolver {
  @Query(() => Application, { nullable: true, description: 'An application by its id; null when there is none for this caller (заявка).' })
  @Scoped('applications:read')
  async application(
    @Arg('id', () => ID, { description: 'Global id of the application.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Application | null> {
    const key = fromGlobalId(id);
    if (key?.type !== 'Application') return null;
    const row = await context.loaders.one(applicationById, key.id);
    return row && toApplication(row);
  }

  @Query(() => applicationConnection.Connection, {
    description: 'Applications, the newest first: a client’s own, or all of the lender for an officer (заявки).',
  })
  @Scoped('applications:read')
  applications(
    @Args(() => PageArgs) args: PageArgs,
    @Arg('status', () => ApplicationStatusEnum, { nullable: true, description: 'Only applications in this state.' })
    status: ApplicationStatus | null,
    @Ctx() context: GraphContext,
  ) {
    return applicationConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: ({ at, id }, limit) => context.database.query(applicationsPage, [at, id, limit, status ?? null]),
      positionOf: (row) => ({ at: row.createdAt, id: row.id }),
      toNode: toApplication,
    });
  }

  @Query(() => [Product], { description: 'What the lender offers now (продукты).' })
  @Scoped('public')
  products(@Ctx() { extensions, lender, locale }: GraphContext): Product[] {
    return extensions
      .all(applicationLifecycle)
      .filter(({ plugin }) => lender?.plugins.get(plugin) === 'ENABLED')
      .flatMap(({ value }) => value.products)
      .map(({ code, title }) => ({ code, title: title[locale] }));
  }

  @FieldResolver(() => Client, { nullable: true, description: 'Who asks (клиент).' })
  @Scoped('clients:read')
  async client(@Root() application: Application, @Ctx() context: GraphContext): Promise<Client | null> {
    const row = await context.loaders.one(clientById, application.clientRowId);
    return row && toClient(row);
  }

  @Mutation(() => ApplicationPayload, { description: 'Makes an application in state DRAFT (новая заявка).' })
  @Scoped('applications:write')
  async startApplication(
    @Arg('input', () => StartApplicationInput, { description: 'What is asked for.' }) input: StartApplicationInput,
    @Ctx() context: GraphContext,
  ): Promise<ApplicationPayload> {
    const { clientId, product, amount, termDays, idempotencyKey, ...extensions } = input;
    const result = await context.execute(
      startApplication,
      {
        clientId: clientId ? rowIdOf('Client', clientId) : null,
        product,
        amount: { amount: amount.amount, currency: amount.currency },
        termDays,
        channel: context.caller.kind === 'CLIENT' ? 'PERSONAL_ACCOUNT' : 'OFFICE',
        extensions,
      },
      keyOf({ idempotencyKey }),
    );
    return payload(result, context);
  }

  @Mutation(() => ApplicationPayload, { description: 'Sends an application to the lender (подача заявки).' })
  @Scoped('applications:write')
  submitApplication(
    @Arg('input', () => ApplicationStepInput, { description: 'Which one.' }) input: ApplicationStepInput,
    @Ctx() context: GraphContext,
  ): Promise<ApplicationPayload> {
    return step(submitApplication, input, context);
  }

  @Mutation(() => ApplicationPayload, { description: 'Takes an application into review (рассмотрение).' })
  @Scoped('applications:decide')
  takeApplication(
    @Arg('input', () => ApplicationStepInput, { description: 'Which one.' }) input: ApplicationStepInput,
    @Ctx() context: GraphContext,
  ): Promise<ApplicationPayload> {
    return step(takeApplication, input, context);
  }

  @Mutation(() => ApplicationPayload, { description: 'Takes an application back before a contract is concluded (отзыв заявки).' })
  @Scoped('applications:write')
  withdrawApplication(
    @Arg('input', () => ApplicationStepInput, { description: 'Which one.' }) input: ApplicationStepInput,
    @Ctx() context: GraphContext,
  ): Promise<ApplicationPayload> {
    return step(withdrawApplication, input, context);
  }
}

async function step(
  command: Command<ApplicationStep, ApplicationResult>,
  input: ApplicationStepInput,
  context: GraphContext,
): Promise<ApplicationPayload> {
  const applicationId = rowIdOf('Application', input.applicationId);
  return payload(await context.execute(command, { applicationId }, keyOf(input)), context);
}

async function payload(result: ApplicationResult, context: GraphContext): Promise<ApplicationPayload> {
  const row = result.applicationId ? await context.loaders.one(applicationById, result.applicationId) : null;
  return { application: row && toApplication(row), findings: result.findings ?? [] };
}
