import { type CommandResult, defineCommand, Refusal } from '../../commands';
import { fieldAad, fieldCipherPort, uuidv7 } from '../../database';
import { extensionOf } from './content-types';
import { FileEntity } from './file.entity';
import { type UploadRequest, uploadFindings } from './upload-rules';

export interface UploadRequested extends CommandResult {
  readonly fileId?: string;
}

/** Gives a file its place. The link is made by the resolver: it is never stored with the answer. */
export const requestUploadCommand = defineCommand<UploadRequest, UploadRequested>({
  name: 'requestUpload',
  emits: [],
  async run(input, context) {
    const findings = uploadFindings(context.extensions, input);
    if (findings.length > 0) throw new Refusal(findings);
    const lenderId = context.lender.id;
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(FileEntity, {
      lenderId,
      id,
      clientId: context.caller.clientId,
      purpose: input.purpose,
      fileName: context.ports
        .get(fieldCipherPort)
        .encrypt(input.fileName, fieldAad({ lenderId, table: 'core.file', id, column: 'file_name' })),
      contentType: input.contentType,
      size: input.size,
      sha256: Buffer.from(input.sha256, 'hex'),
      storageKey: `uploads/${lenderId}/${id}.${extensionOf(input.contentType)}`,
      state: 'REQUESTED',
      requestedBy: `${context.caller.kind}:${context.caller.subject}`,
      requestedAt: new Date(context.now.epochMilliseconds),
      storedAt: null,
    });
    context.audit({ fileId: id, purpose: input.purpose, size: input.size });
    return { fileId: id };
  },
});
