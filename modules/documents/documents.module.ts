import { defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { CreateDocuments1700000001600 } from './create-documents.migration';
import { DocumentEntity } from './document.entity';
import { ApplicationDocumentsResolver, DocumentResolver, loadDocument } from './document.resolver';
import { DocumentSubscriptionResolver } from './document.subscription';
import { documentErrors } from './documents.errors';
import { FileEntity } from './files/file.entity';
import { fileById } from './files/file.record';
import { FileResolver } from './files/file.resolver';
import { toFile } from './files/file.type';
import { fileErrors } from './files/files.errors';

export const documentsModule = defineModule({
  id: 'documents',
  requires: ['contracts'],
  entities: [DocumentEntity, FileEntity],
  migrations: [CreateDocuments1700000001600],
  resolvers: [DocumentResolver, ApplicationDocumentsResolver, DocumentSubscriptionResolver, FileResolver],
  errors: [documentErrors, fileErrors],
  eventTypes: [
    {
      type: 'DocumentStatusChanged',
      version: 1,
      scope: 'documents:read',
      description: 'A document was made, published, signed, sent or made void.',
      example: {
        documentId: '0199f0a0-0000-7000-8000-000000000003',
        kind: 'INDIVIDUAL_TERMS',
        from: 'DRAFT',
        to: 'PUBLISHED',
        sha256: 'ab'.repeat(32),
      },
    },
  ],
  nodes: [
    { type: 'Document', load: (context: GraphContext, id) => loadDocument(context, id) },
    {
      type: 'File',
      load: async (context: GraphContext, id) => {
        const row = await context.loaders.one(fileById, id);
        return row && toFile(row);
      },
    },
  ],
});
