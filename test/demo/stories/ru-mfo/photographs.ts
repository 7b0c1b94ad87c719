import { createHash } from 'node:crypto';
import type { Values } from '../../../support/test-gateway';
import type { Party } from '../../graph';
import { expect } from '../../narrator';
import type { Scene } from '../../scene';
import type { Borrower } from '../../steps/borrower';
import { by } from './clauses';

/** A picture: one white pixel. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==', 'base64');

/** The officer records what came from the registered mailbox; of the card's face nothing is kept but that it was seen. */
export async function sendPhotographs(scene: Scene, borrower: Borrower): Promise<void> {
  const { officer } = scene;
  await scene.narrator.step(
    'sends document, selfie and the card’s face from the registered mailbox; the officer records them',
    async () => {
      const image = { clientId: borrower.clientId, from: borrower.contacts.email };
      for (const kind of ['ID_DOCUMENT', 'SELFIE_WITH_ID'])
        await officer.act('ruMfoRecordImage', { ...image, kind, fileId: await upload(officer, `${kind}.png`) });
      await officer.act('ruMfoRecordImage', { ...image, kind: 'CARD_FACE' });
    },
    undefined,
    by('ru-mfo/kapital-nt/6/1', 'ru-mfo/kapital-nt/6/2', 'ru-mfo/kapital-nt/6/3', 'ru-mfo/kapital-nt/6/4', 'ru-mfo/kapital-nt/7/4'),
  );
}

/** Sends a file past the graph. @returns its id */
async function upload(party: Party, fileName: string): Promise<string> {
  const { file, upload: link } = await party.act(
    'requestUpload',
    {
      purpose: 'RU_MFO_IDENTITY_IMAGE',
      fileName,
      contentType: 'image/png',
      size: PNG.length,
      sha256: createHash('sha256').update(PNG).digest('hex'),
    },
    'file { id } upload { url method headers { name value } }',
  );
  const headers = Object.fromEntries(link.headers.map(({ name, value }: Values) => [name, value]));
  const response = await fetch(link.url, { method: link.method, headers, body: PNG });
  expect(response.ok, `The upload answers ${response.status}: ${await response.text()}`);
  return file.id;
}
