import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { Document } from '../documents';
import { signaturesByDocument } from './signature.record';
import { Signature, toSignature } from './signature.type';

@Resolver(() => Document)
export class DocumentSignaturesResolver {
  @FieldResolver(() => [Signature], { description: 'Signatures in the order in which they were given (подписи).' })
  @Scoped('documents:read')
  async signatures(@Root() document: Document, @Ctx() context: GraphContext): Promise<Signature[]> {
    const rows = await context.loaders.list(signaturesByDocument, document.record.id);
    return rows.map(toSignature);
  }
}
