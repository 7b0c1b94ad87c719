import { contribute, defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { signatureBlocks } from '../documents';
import { CreateSignatures1700000001700 } from './create-signatures.migration';
import { SignatureEntity } from './signature.entity';
import { signatureById } from './signature.record';
import { DocumentSignaturesResolver } from './signature.resolver';
import { toSignature } from './signature.type';
import { signaturePage } from './signature-page';
import { signatureErrors } from './signatures.errors';

export const signaturesModule = defineModule({
  id: 'signatures',
  requires: ['documents'],
  entities: [SignatureEntity],
  migrations: [CreateSignatures1700000001700],
  resolvers: [DocumentSignaturesResolver],
  errors: [signatureErrors],
  nodes: [
    {
      type: 'Signature',
      load: async (context: GraphContext, id) => {
        const row = await context.loaders.one(signatureById, id);
        return row && toSignature(row);
      },
    },
  ],
  contributions: [contribute(signatureBlocks, signaturePage)],
});
