import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Temporal } from 'temporal-polyfill';
import { type Database, statement } from '../../database';
import { looksLike, SNIFFED } from './content-types';
import type { UploadGrant } from './file-links';
import { fileErrors } from './files.errors';
import type { ObjectStorage } from './object-storage';

const readState = statement<{ state: string }>('file_read_state', 'select state from core.file where id = $1');
const markStored = statement<{ id: string }>(
  'file_mark_stored',
  `with stored as (update core.file set state = 'STORED', stored_at = $2 where id = $1 and state = 'REQUESTED' returning id) select id from stored`,
);

/**
 * Takes the bytes of one granted file: counted, hashed and recognised while they stream. Nothing stays when they are not what was promised.
 * @throws UPLOAD_TYPE_MISMATCH, UPLOAD_SIZE_MISMATCH, UPLOAD_HASH_MISMATCH, UPLOAD_ALREADY_DONE, FILE_NOT_FOUND
 */
export async function receiveUpload(
  request: IncomingMessage,
  grant: UploadGrant,
  { storage, database, now }: { readonly storage: ObjectStorage; readonly database: Database; readonly now: Temporal.Instant },
): Promise<void> {
  const { contentType, size, fileId, key } = grant;
  if (request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== contentType)
    throw fileErrors.error('UPLOAD_TYPE_MISMATCH', { contentType });
  const announced = request.headers['content-length'];
  if (announced !== undefined && Number(announced) !== size) throw fileErrors.error('UPLOAD_SIZE_MISMATCH', { size });

  const rows = database.scoped({ lenderId: grant.lenderId });
  const [file] = await rows.query(readState, [fileId]);
  if (!file) throw fileErrors.error('FILE_NOT_FOUND');
  if (file.state !== 'REQUESTED') throw fileErrors.error('UPLOAD_ALREADY_DONE');

  let refused: unknown;
  const checked = Readable.from(
    (async function* () {
      try {
        yield* promised(request, grant);
      } catch (error) {
        refused = error;
        throw error;
      }
    })(),
  );
  try {
    await storage.write(key, checked, { contentType, size });
  } catch (error) {
    // The storage wraps errors of the stream in its own.
    throw refused ?? error;
  }
  const stored = await rows.query(markStored, [fileId, new Date(now.epochMilliseconds)]);
  // Another upload of the same bytes was first.
  if (stored.length === 0) throw fileErrors.error('UPLOAD_ALREADY_DONE');
}

/** Passes the request's bytes on, and fails before its end when they are not what was promised. */
async function* promised(request: IncomingMessage, { size, contentType, sha256 }: UploadGrant): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let count = 0;
  let start: Buffer = Buffer.alloc(0);
  // The request outlives a failure: the answer goes through the same socket.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    count += chunk.length;
    if (count > size) throw fileErrors.error('UPLOAD_SIZE_MISMATCH', { size });
    if (start.length < SNIFFED) start = Buffer.concat([start, chunk.subarray(0, SNIFFED)]);
    hash.update(chunk);
    yield chunk;
  }
  if (count !== size) throw fileErrors.error('UPLOAD_SIZE_MISMATCH', { size });
  if (!looksLike(contentType, start)) throw fileErrors.error('UPLOAD_TYPE_MISMATCH', { contentType });
  if (hash.digest('hex') !== sha256) throw fileErrors.error('UPLOAD_HASH_MISMATCH');
}
