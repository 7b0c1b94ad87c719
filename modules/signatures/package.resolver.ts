import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { keyOf, rowIdOf, Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { Document, FileDownload, fileLinksPort } from '../documents';
import { packageById, packagesByDocument } from './package.record';
import { EvidencePackage, RequestEvidencePackageInput, RequestEvidencePackagePayload, toEvidencePackage } from './package.type';
import { requestEvidencePackage } from './package-request.command';

@Resolver(() => EvidencePackage)
export class EvidencePackageResolver {
  @FieldResolver(() => FileDownload, { nullable: true, description: 'A new link to it; null while it waits.' })
  download(@Root() { record }: EvidencePackage, @Ctx() { ports, clock }: GraphContext): FileDownload | null {
    if (!record.storageKey) return null;
    const fileName = `evidence-${record.documentId}.zip`;
    return ports.get(fileLinksPort).download({ key: record.storageKey, contentType: 'application/zip', fileName }, clock.now());
  }

  @Mutation(() => RequestEvidencePackagePayload, {
    description: 'Asks for a signed document’s evidence package; it is made within moments, told by the event `EvidencePackageMade`.',
  })
  @Scoped('documents:read')
  async requestEvidencePackage(
    @Arg('input', () => RequestEvidencePackageInput, { description: 'Which document is to be proved.' }) input: RequestEvidencePackageInput,
    @Ctx() context: GraphContext,
  ): Promise<RequestEvidencePackagePayload> {
    const documentId = rowIdOf('Document', input.documentId);
    const result = await context.execute(requestEvidencePackage, { documentId }, keyOf(input));
    const row = result.packageId ? await context.loaders.one(packageById, result.packageId) : null;
    return { evidencePackage: row && toEvidencePackage(row), findings: result.findings ?? [] };
  }
}

@Resolver(() => Document)
export class DocumentEvidenceResolver {
  @FieldResolver(() => [EvidencePackage], {
    description: 'Evidence packages that were asked for, the oldest first (доказательственные пакеты).',
  })
  @Scoped('documents:read')
  async evidencePackages(@Root() { record }: Document, @Ctx() context: GraphContext): Promise<EvidencePackage[]> {
    return (await context.loaders.list(packagesByDocument, record.id)).map(toEvidencePackage);
  }
}
