import { type ClientDetails, lockClient, normalizeEmail } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { fileById } from '../../../modules/documents';
import { type Finding, findingOf, formFinding, uphold } from '../../../modules/rules';
import { lockRequest } from '../data-requests/data-request.record';
import { PLUGIN } from '../ids';
import { dutyOf, perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { ImageEntity } from './image.entity';
import { sealFrom } from './image.record';
import type { ImageChannel, ImageKind } from './image-kind';
import { IDENTITY_IMAGE } from './upload-purpose';

export interface RecordImage {
  readonly clientId: string;
  readonly kind: ImageKind;
  /** The address that it was sent from; null where the client uploads it in the account. */
  readonly from: string | null;
  /** The uploaded file; null for a card's face, which is seen and not kept. */
  readonly fileId: string | null;
  /** The demand for data that it answers. */
  readonly requestId: string | null;
}

export interface ImageResult extends CommandResult {
  readonly clientId?: string;
  readonly imageId?: string;
}

/** Keeps an image that identifies: one that an officer found in the mail, or one that the client uploaded in the account. */
export const recordImage = defineCommand<RecordImage, ImageResult>({
  name: 'ruMfoRecordImage',
  plugin: PLUGIN,
  emits: ['RuMfoImageReceived'],
  async run(input, context) {
    const { clientId, kind, fileId, requestId } = input;
    const client = await lockClient(context, clientId);
    const channel: ImageChannel = context.caller.kind === 'CLIENT' ? 'PERSONAL_ACCOUNT' : 'EMAIL';
    const findings = [
      await requestFinding(context, clientId, requestId),
      channelFinding(context, client, channel, input),
      await fileFinding(context, kind, fileId),
    ].filter((finding) => finding !== null);
    if (findings.length > 0) throw new Refusal(findings);

    const id = uuidv7(context.now.epochMilliseconds);
    const certified = channel === 'EMAIL' && kind !== 'CARD_FACE';
    if (certified) perform(context.lender.code, 'image.certified');
    await context.transaction.insert(ImageEntity, {
      lenderId: context.lender.id,
      id,
      clientId,
      requestId,
      kind,
      channel,
      fileId,
      fromEnc: channel === 'EMAIL' ? sealFrom(context, id, normalizeEmail(input.from!)!) : null,
      certified,
      recordedBy: `${context.caller.kind}:${context.caller.subject}`,
      receivedAt: new Date(context.now.epochMilliseconds),
    });
    context.emit({
      type: 'RuMfoImageReceived',
      subject: { type: 'Client', id: clientId },
      clientId,
      plugin: PLUGIN,
      payload: { clientId, ruMfoImageId: id, kind, channel },
    });
    return { clientId, imageId: id, findings: [] };
  },
});

async function requestFinding(context: CommandContext, clientId: string, requestId: string | null): Promise<Finding | null> {
  if (!requestId) return null;
  const [request] = await context.transaction.query(lockRequest, [requestId]);
  return request?.clientId === clientId && request.status === 'OPEN'
    ? null
    : formFinding('RU_MFO_DATA_REQUEST_NOT_FOUND', ['input', 'requestId']);
}

/** Whether an address is the registered one, whatever its spelling. */
export const isRegisteredAddress = (client: ClientDetails, from: string | null): boolean => {
  const given = from && normalizeEmail(from.trim());
  return Boolean(given) && given!.toLowerCase() === client.email?.toLowerCase();
};

function channelFinding(context: CommandContext, client: ClientDetails, channel: ImageChannel, input: RecordImage): Finding | null {
  const resolved = rulesToday(context);
  // What answers a demand comes by the ways of demands, what identifies by those of registration.
  const channels = rules.read(resolved, input.requestId ? 'request.channels' : 'image.channels');
  const known = channel !== 'EMAIL' || isRegisteredAddress(client, input.from);
  const path = ['input', channel === 'EMAIL' ? 'from' : 'clientId'];
  const facts = { accepted: channels?.value.join(', ') ?? 'EMAIL' };
  if (!channels) return known ? null : formFinding('RU_MFO_IMAGE_CHANNEL_NOT_ALLOWED', path, facts);
  const holds = channels.value.includes(channel) && known;
  return uphold(channels.citations, holds, 'RU_MFO_IMAGE_CHANNEL_NOT_ALLOWED', facts, { path });
}

/** A file arrived whole and for this purpose; of a card's face none is kept, because it shows the number. */
async function fileFinding(context: CommandContext, kind: ImageKind, fileId: string | null): Promise<Finding | null> {
  const path = ['input', 'fileId'];
  if (kind === 'CARD_FACE')
    return fileId === null ? null : findingOf('RU_MFO_CARD_IMAGE_NOT_KEPT', dutyOf(context.lender.code, 'card.kept'), {}, { path });
  const [file] = fileId ? await context.transaction.query(fileById.statement, [[fileId]]) : [];
  return file?.state === 'STORED' && file.purpose === IDENTITY_IMAGE
    ? null
    : formFinding('RU_MFO_IMAGE_FILE_INVALID', path, { purpose: IDENTITY_IMAGE });
}
