import type { Scene } from '../../scene';
import type { Borrower } from '../../steps/borrower';
import { uploadPicture } from '../../steps/upload';
import { by } from './clauses';

/** The officer records what came from the registered mailbox; of the card's face nothing is kept but that it was seen. */
export async function sendPhotographs(scene: Scene, borrower: Borrower): Promise<void> {
  const { officer } = scene;
  await scene.narrator.step(
    'sends document, selfie and the card’s face from the registered mailbox; the officer records them',
    async () => {
      const image = { clientId: borrower.clientId, from: borrower.contacts.email };
      for (const kind of ['ID_DOCUMENT', 'SELFIE_WITH_ID'])
        await officer.act('ruMfoRecordImage', {
          ...image,
          kind,
          fileId: await uploadPicture(officer, 'RU_MFO_IDENTITY_IMAGE', `${kind}.png`),
        });
      await officer.act('ruMfoRecordImage', { ...image, kind: 'CARD_FACE' });
    },
    undefined,
    by('ru-mfo/kapital-nt/6/1', 'ru-mfo/kapital-nt/6/2', 'ru-mfo/kapital-nt/6/3', 'ru-mfo/kapital-nt/6/4', 'ru-mfo/kapital-nt/7/4'),
  );
}
