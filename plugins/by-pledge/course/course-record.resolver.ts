import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { pageKey } from '../../../modules/database';
import { Document, documentById, toDocument } from '../../../modules/documents';
import { PageArgs, Scoped } from '../../../schema/base';
import { open } from '../command-support/seal';
import { ByPledgePledge } from '../pledge/pledge.type';
import { courseRecordPages } from './course-record.record';
import { ByPledgeCourseRecord, courseRecordConnection, toCourseRecord } from './course-record.type';

@Resolver(() => ByPledgePledge)
export class ByPledgeCourseRecordsResolver {
  @FieldResolver(() => courseRecordConnection.Connection, {
    description: 'Inspections, services, disposals and demands, the newest first (записи о предмете залога).',
  })
  @Scoped('contracts:read')
  courseRecords(@Root() { record }: ByPledgePledge, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return courseRecordConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(courseRecordPages, pageKey(record.id, bound, limit)),
      positionOf: (row) => ({ at: row.recordedAt, id: row.id }),
      toNode: toCourseRecord,
    });
  }
}

@Resolver(() => ByPledgeCourseRecord)
export class ByPledgeCourseRecordResolver {
  @FieldResolver(() => String, { nullable: true, description: 'What was told in words; null where nothing was.' })
  @Scoped('clients:personal')
  text(@Root() { row }: ByPledgeCourseRecord, @Ctx() { ports, lender }: GraphContext): string | null {
    return lender && open({ ports, lender }, 'course_record', row.id, 'text_enc', row.textEnc);
  }

  @FieldResolver(() => Document, { nullable: true, description: 'The document that was made of it, such as a demand to cease.' })
  @Scoped('documents:read')
  async document(@Root() { row }: ByPledgeCourseRecord, @Ctx() context: GraphContext): Promise<Document | null> {
    const { documentId } = row.facts;
    const found = typeof documentId === 'string' ? await context.loaders.one(documentById, documentId) : null;
    return toDocument(found, context.caller);
  }
}
