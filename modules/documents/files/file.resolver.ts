import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { keyOf, Scoped } from '../../../schema/base';
import type { GraphContext } from '../../commands';
import { fieldAad, fieldCipherPort } from '../../database';
import { extensionOf } from './content-types';
import { type FileRecord, fileById } from './file.record';
import { File, FileDownload, type FileUpload, RequestUploadInput, RequestUploadPayload, toFile } from './file.type';
import { fileLinksPort } from './file-links';
import { requestUploadCommand } from './request-upload.command';

@Resolver(() => File)
export class FileResolver {
  @FieldResolver(() => String, { description: 'The name that the uploader gave it.' })
  name(@Root() { record }: File, @Ctx() { ports, lender }: GraphContext): string {
    const aad = fieldAad({ lenderId: lender!.id, table: 'core.file', id: record.id, column: 'file_name' });
    return ports.get(fieldCipherPort).decrypt(record.fileName, aad).toString('utf8');
  }

  @FieldResolver(() => FileDownload, { nullable: true, description: 'A new link to fetch it with; null while it has not arrived.' })
  download(@Root() { record }: File, @Ctx() { ports, clock }: GraphContext): FileDownload | null {
    if (record.state !== 'STORED') return null;
    const fileName = `${record.id}.${extensionOf(record.contentType)}`;
    return ports.get(fileLinksPort).download({ key: record.storageKey, contentType: record.contentType, fileName }, clock.now());
  }

  @Mutation(() => RequestUploadPayload, {
    description: 'Asks for a link to send one file to; the file itself never passes through GraphQL.',
  })
  @Scoped('documents:write')
  async requestUpload(
    @Arg('input', () => RequestUploadInput, { description: 'What will be uploaded.' }) input: RequestUploadInput,
    @Ctx() context: GraphContext,
  ): Promise<RequestUploadPayload> {
    const { idempotencyKey, purpose, fileName, contentType, size, sha256 } = input;
    const result = await context.execute(requestUploadCommand, { purpose, fileName, contentType, size, sha256 }, keyOf({ idempotencyKey }));
    const row = result.fileId ? await context.loaders.one(fileById, result.fileId) : null;
    return { file: row && toFile(row), upload: row && uploadOf(row, context), findings: result.findings ?? [] };
  }
}

function uploadOf(file: FileRecord, { ports, clock, lender }: GraphContext): FileUpload | null {
  if (file.state !== 'REQUESTED') return null;
  const { id: fileId, storageKey: key, contentType, size, sha256 } = file;
  const link = ports.get(fileLinksPort).upload({ lenderId: lender!.id, fileId, key, contentType, size, sha256 }, clock.now());
  return { ...link, method: 'PUT', headers: [{ name: 'Content-Type', value: contentType }] };
}
