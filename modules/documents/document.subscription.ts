import { Args, Ctx, Field, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { EventNotice, type EventRow, EventStreamArgs, eventSubscription, noticeOf } from '../events';
import { loadDocument } from './document.resolver';
import { Document, DocumentStatusEnum } from './document.type';
import type { DocumentStatus } from './document-status';

@Scoped('parent')
@ObjectType('DocumentStatusChange', { description: 'A change of a document’s state.' })
export class DocumentStatusChange extends EventNotice {
  @Field(() => DocumentStatusEnum, { nullable: true, description: 'State before; null for a new document.' })
  from!: DocumentStatus | null;

  @Field(() => DocumentStatusEnum, { description: 'State after this change; `document` shows the present one.' })
  to!: DocumentStatus;

  @Field(() => Document, { nullable: true, description: 'The document as it is now; null while this caller may not see it.' })
  document!: Document | null;
}

@Resolver()
export class DocumentSubscriptionResolver {
  @Subscription(() => DocumentStatusChange, {
    description: 'Changes of documents’ states, after those missed since `after` (статус документа).',
    subscribe: ({ args, context }) => eventSubscription({ ...args, types: ['DocumentStatusChanged'] }, context),
  })
  @Scoped('documents:read')
  async documentStatusChanged(
    @Root() event: EventRow,
    @Args(() => EventStreamArgs) _args: EventStreamArgs,
    @Ctx() context: GraphContext,
  ): Promise<DocumentStatusChange> {
    const { from, to } = event.payload as { from: DocumentStatus | null; to: DocumentStatus };
    const notice = noticeOf(event, context);
    const document = await loadDocument(context, event.subject.id);
    return { ...notice, from, to, document };
  }
}
