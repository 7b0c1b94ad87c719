import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { fromGlobalId, Scoped } from '../../schema/base';
import { Application, applicationById, toApplication } from '../applications';
import type { GraphContext } from '../commands';
import { documentById, documentsByApplication } from './document.record';
import { Document, toDocument } from './document.type';
import { FileDownload } from './files/file.type';
import { fileLinksPort } from './files/file-links';
import { printedCopy } from './printed-copy';

@Resolver(() => Document)
export class DocumentResolver {
  @Query(() => Document, { nullable: true, description: 'A document by its id; null when there is none for this caller (документ).' })
  @Scoped('documents:read')
  async document(
    @Arg('id', () => ID, { description: 'Global id of the document.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Document | null> {
    const key = fromGlobalId(id);
    return key?.type === 'Document' ? loadDocument(context, key.id) : null;
  }

  @FieldResolver(() => FileDownload, { description: 'A new link to its PDF, printed with the signatures that it has by now.' })
  async download(@Root() { record }: Document, @Ctx() context: GraphContext): Promise<FileDownload> {
    const key = await printedCopy(context, record);
    const fileName = `${record.kind.toLowerCase()}-${record.id}.pdf`;
    return context.ports.get(fileLinksPort).download({ key, contentType: 'application/pdf', fileName }, context.clock.now());
  }

  @FieldResolver(() => Application, { nullable: true, description: 'The application that it belongs to (заявка).' })
  @Scoped('applications:read')
  async application(@Root() { record }: Document, @Ctx() context: GraphContext): Promise<Application | null> {
    const row = record.applicationId ? await context.loaders.one(applicationById, record.applicationId) : null;
    return row && toApplication(row);
  }
}

@Resolver(() => Application)
export class ApplicationDocumentsResolver {
  @FieldResolver(() => [Document], { description: 'Documents of the application, the oldest first (документы).' })
  @Scoped('documents:read')
  async documents(@Root() application: Application, @Ctx() context: GraphContext): Promise<Document[]> {
    const rows = await context.loaders.list(documentsByApplication, application.rowId);
    return rows.flatMap((row) => toDocument(row, context.caller) ?? []);
  }
}

/** A document as this caller may see it. */
export async function loadDocument(context: GraphContext, id: string): Promise<Document | null> {
  return toDocument(await context.loaders.one(documentById, id), context.caller);
}
