import { createHash } from 'node:crypto';
import type { Values } from '../../support/test-gateway';
import type { Party } from '../graph';
import { expect } from '../narrator';

/** A picture: one white pixel. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==', 'base64');

/** Sends a picture past the graph. @returns the file's id */
export async function uploadPicture(party: Party, purpose: string, fileName: string): Promise<string> {
  const { file, upload: link } = await party.act(
    'requestUpload',
    { purpose, fileName, contentType: 'image/png', size: PNG.length, sha256: createHash('sha256').update(PNG).digest('hex') },
    'file { id } upload { url method headers { name value } }',
  );
  const headers = Object.fromEntries(link.headers.map(({ name, value }: Values) => [name, value]));
  const response = await fetch(link.url, { method: link.method, headers, body: PNG });
  expect(response.ok, `The upload answers ${response.status}: ${await response.text()}`);
  return file.id;
}
