import { contribute, defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { signatureBlocks } from '../documents';
import { backgroundJobs } from '../execution';
import { CreateEvidencePackages1700000001710 } from './create-evidence-packages.migration';
import { CreateSignatures1700000001700 } from './create-signatures.migration';
import { EvidencePackageEntity } from './evidence-package.entity';
import { packageById } from './package.record';
import { DocumentEvidenceResolver, EvidencePackageResolver } from './package.resolver';
import { toEvidencePackage } from './package.type';
import { packageJob } from './package-job';
import { SignatureEntity } from './signature.entity';
import { signatureById } from './signature.record';
import { DocumentSignaturesResolver } from './signature.resolver';
import { toSignature } from './signature.type';
import { signaturePage } from './signature-page';
import { signatureErrors } from './signatures.errors';

export const signaturesModule = defineModule({
  id: 'signatures',
  requires: ['documents'],
  entities: [SignatureEntity, EvidencePackageEntity],
  migrations: [CreateSignatures1700000001700, CreateEvidencePackages1700000001710],
  resolvers: [DocumentSignaturesResolver, EvidencePackageResolver, DocumentEvidenceResolver],
  eventTypes: [
    {
      type: 'EvidencePackageMade',
      version: 1,
      scope: 'documents:read',
      description: 'The evidence package of a document is ready to be fetched.',
      example: {
        packageId: '0199f0a0-0000-7000-8000-000000000004',
        documentId: '0199f0a0-0000-7000-8000-000000000005',
        sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      },
    },
  ],
  errors: [signatureErrors],
  nodes: [
    {
      type: 'EvidencePackage',
      load: async (context: GraphContext, id) => {
        const row = await context.loaders.one(packageById, id);
        return row && toEvidencePackage(row);
      },
    },
    {
      type: 'Signature',
      load: async (context: GraphContext, id) => {
        const row = await context.loaders.one(signatureById, id);
        return row && toSignature(row);
      },
    },
  ],
  contributions: [contribute(signatureBlocks, signaturePage), contribute(backgroundJobs, packageJob)],
});
