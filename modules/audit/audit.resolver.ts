import type { Temporal } from 'temporal-polyfill';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { DateTimeScalar, fromGlobalId, PageArgs, Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import type { AuditOutcome } from './audit-entry.entity';
import { type AuditEntry, AuditOutcomeEnum, auditConnection, readAuditPage, toAuditEntry } from './audit-entry.type';

@ArgsType()
class AuditLogArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only entries about the object with this id.' })
  subjectId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only entries of this command.' })
  command?: string | null;

  @Field(() => String, { nullable: true, description: 'Only entries of the caller with this subject.' })
  actorSubject?: string | null;

  @Field(() => AuditOutcomeEnum, { nullable: true, description: 'Only entries that ended so.' })
  outcome?: AuditOutcome | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only entries from this moment on.' })
  from?: Temporal.Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only entries before this moment.' })
  until?: Temporal.Instant | null;
}

@Resolver()
export class AuditResolver {
  @Query(() => auditConnection.Connection, { description: 'The audit log of the lender, newest first (журнал аудита).' })
  @Scoped('audit:read')
  auditLog(@Args(() => AuditLogArgs) args: AuditLogArgs, @Ctx() context: GraphContext) {
    // What is no id of ours was never written about.
    const subject = args.subjectId == null ? null : (fromGlobalId(args.subjectId)?.id ?? '');
    return auditConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) =>
        context.database.query(readAuditPage, [
          context.database.scope.lenderId,
          bound.at,
          bound.id,
          subject,
          args.command ?? null,
          args.actorSubject ?? null,
          args.outcome ?? null,
          args.from?.toString() ?? '-infinity',
          args.until?.toString() ?? 'infinity',
          limit,
        ]),
      positionOf: ({ at, id }) => ({ at, id }),
      toNode: (row): AuditEntry => toAuditEntry(row),
    });
  }
}
