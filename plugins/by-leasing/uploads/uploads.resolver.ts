import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { type FileRecord, fileById, objectStoragePort } from '../../../modules/documents';
import { formFinding } from '../../../modules/rules';
import { rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { ByLeasingClient } from '../by-leasing.type';
import { malwareScannerPort } from './scanner';
import { bookUploadCheck, withdrawUpload } from './upload-check.commands';
import { uploadChecksByClient } from './upload-check.record';
import { ByLeasingCheckUploadInput, ByLeasingUpload, ByLeasingUploadPayload, ByLeasingWithdrawUploadInput } from './uploads.types';

@Resolver(() => ByLeasingClient)
export class UploadResolver {
  @FieldResolver(() => [ByLeasingUpload], { description: 'Uploaded files that were checked, the latest first (загруженные файлы).' })
  @Scoped('documents:read')
  async uploads(@Root() { clientId }: ByLeasingClient, @Ctx() { loaders }: GraphContext): Promise<ByLeasingUpload[]> {
    const rows = await loaders.list(uploadChecksByClient, clientId);
    return rows.map(({ id, ...row }) => ({ ...row, fileId: toGlobalId('File', id) }));
  }

  @Mutation(() => ByLeasingUploadPayload, {
    description: 'Has an uploaded file checked for malware: only a clean one can be attached to anything (проверка файла).',
  })
  @Scoped('documents:write')
  async byLeasingCheckUpload(
    @Arg('input', () => ByLeasingCheckUploadInput, { description: 'The file.' }) input: ByLeasingCheckUploadInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingUploadPayload> {
    const { clientId } = context.caller;
    if (!clientId) return refused('CLIENT_SESSION_REQUIRED');
    const file = await context.loaders.one(fileById, rowIdOf('File', input.fileId));
    if (file?.state !== 'STORED') return refused('BY_LEASING_UPLOAD_NOT_FOUND');
    const verdict = await scan(context, file);
    if (!verdict) return refused('BY_LEASING_SCANNER_UNAVAILABLE');
    const { id: fileId, contentType } = file;
    const result = await context.execute(bookUploadCheck, { clientId, fileId, contentType, ...verdict });
    return payload(result.fileId, result.findings);
  }

  @Mutation(() => ByLeasingUploadPayload, { description: 'Takes a file out of use (изъятие файла).' })
  @Scoped('applications:decide')
  async byLeasingWithdrawUpload(
    @Arg('input', () => ByLeasingWithdrawUploadInput, { description: 'File and reason.' }) input: ByLeasingWithdrawUploadInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingUploadPayload> {
    const { reason } = input;
    const result = await context.execute(withdrawUpload, { fileId: rowIdOf('File', input.fileId), reason });
    return payload(result.fileId, result.findings);
  }
}

/** Null where the scanner gave no usable answer: the file stays as unchecked as it was. */
async function scan({ ports }: GraphContext, file: FileRecord) {
  const scanner = ports.get(malwareScannerPort);
  try {
    return { scanner: scanner.name, verdict: await scanner.scan(await ports.get(objectStoragePort).read(file.storageKey)) };
  } catch {
    return null;
  }
}

const refused = (code: string) => payload(undefined, [formFinding(code, ['input', 'fileId'])]);

const payload = (id: string | undefined, findings: ByLeasingUploadPayload['findings'] = []): ByLeasingUploadPayload => ({
  fileId: id ? toGlobalId('File', id) : null,
  findings,
});
