import type { Temporal } from 'temporal-polyfill';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { DateTimeScalar, fromGlobalId, PageArgs, Scoped } from '../../schema/base';
import { Application, applicationById, toApplication } from '../applications';
import type { GraphContext } from '../commands';
import { Deadline, DeadlineStateEnum, deadlineConnection, deadlinesByApplication, readDeadlinePage, toDeadline } from './deadline.type';
import type { DeadlineState } from './deadline-state';
import { deadlineErrors } from './deadlines.errors';

@ArgsType()
class DeadlinesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this application.' })
  applicationId?: string | null;

  @Field(() => DeadlineStateEnum, { nullable: true, description: 'Only those in this state.' })
  state?: DeadlineState | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only those due before this moment.' })
  dueBefore?: Temporal.Instant | null;
}

@Resolver()
export class DeadlinesResolver {
  @Query(() => deadlineConnection.Connection, { description: 'Deadlines of the lender, those due first before the others (сроки).' })
  @Scoped('deadlines:read')
  deadlines(@Args(() => DeadlinesArgs) args: DeadlinesArgs, @Ctx() context: GraphContext) {
    const application = applicationRowId(args.applicationId);
    return deadlineConnection.page(args, {
      order: 'OLDEST_FIRST',
      read: (bound, limit) =>
        context.database.query(readDeadlinePage, [
          context.database.scope.lenderId,
          bound.at,
          bound.id,
          application,
          args.state ?? null,
          args.dueBefore?.toString() ?? 'infinity',
          limit,
        ]),
      positionOf: ({ dueAt, id }) => ({ at: dueAt, id }),
      toNode: (row) => toDeadline(row, context.extensions, context.locale),
    });
  }
}

@Resolver(() => Deadline)
export class DeadlineApplicationResolver {
  @FieldResolver(() => Application, { nullable: true, description: 'The application that it belongs to (заявка).' })
  @Scoped('applications:read')
  async application(@Root() deadline: Deadline, @Ctx() context: GraphContext): Promise<Application | null> {
    const id = applicationRowId(deadline.applicationId);
    const row = id ? await context.loaders.one(applicationById, id) : null;
    return row && toApplication(row);
  }
}

@Resolver(() => Application)
export class ApplicationDeadlinesResolver {
  @FieldResolver(() => [Deadline], { description: 'Deadlines of the application, those due first before the others (сроки).' })
  @Scoped('deadlines:read')
  async deadlines(@Root() application: Application, @Ctx() context: GraphContext): Promise<Deadline[]> {
    const rows = await context.loaders.list(deadlinesByApplication, application.rowId);
    return rows.map((row) => toDeadline(row, context.extensions, context.locale));
  }
}

function applicationRowId(globalId: string | null | undefined): string | null {
  if (globalId == null) return null;
  const parts = fromGlobalId(globalId);
  if (parts?.type !== 'Application') throw deadlineErrors.error('DEADLINE_APPLICATION_INVALID');
  return parts.id;
}
