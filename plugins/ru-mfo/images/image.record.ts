import type { CommandContext } from '../../../modules/commands';
import { fieldAad, fieldCipherPort, listLoader, statement } from '../../../modules/database';
import type { ImageChannel, ImageKind } from './image-kind';

export interface ImageRecord {
  readonly id: string;
  readonly clientId: string;
  readonly requestId: string | null;
  readonly kind: ImageKind;
  readonly channel: ImageChannel;
  readonly fileId: string | null;
  readonly fromEnc: Buffer | null;
  readonly certified: boolean;
  readonly receivedAt: Date;
}

/** Images of clients, the latest first. */
export const readImages = statement<ImageRecord>(
  'ru_mfo_images',
  `select id, client_id as "clientId", request_id as "requestId", kind, channel, file_id as "fileId", from_enc as "fromEnc", certified,
     received_at as "receivedAt" from ru_mfo.image where client_id = any($1) order by received_at desc, id desc`,
);

export const imagesByClient = listLoader(readImages, (row) => row.clientId);

export const fromAad = (lenderId: string, id: string) => fieldAad({ lenderId, table: 'ru_mfo.image', id, column: 'from_enc' });

/** Kinds of images that a client has given and that count. */
export async function imageKindsOf(context: CommandContext, clientId: string): Promise<readonly ImageKind[]> {
  return (await context.transaction.query(readImages, [[clientId]])).map(({ kind }) => kind);
}

export const sealFrom = (context: CommandContext, id: string, from: string): Buffer =>
  context.ports.get(fieldCipherPort).encrypt(from, fromAad(context.lender.id, id));
