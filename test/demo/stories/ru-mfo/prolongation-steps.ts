import { told } from '../../graph';
import { LiveStream } from '../../live-stream';
import { expect } from '../../narrator';
import type { Scene } from '../../scene';
import type { Borrower } from '../../steps/borrower';
import { notified, pay } from '../../steps/contract';
import { type Packet, signingCode, tick } from '../../steps/signing';
import { by } from './clauses';

interface Change {
  readonly cursor: string;
  readonly from: string | null;
  readonly to: string;
}

interface Offer {
  readonly id: string;
  readonly fromDueOn: string;
  readonly toDueOn: string;
  readonly interestToPay: { readonly amount: string };
  readonly packet: Packet;
}

const OFFER = `prolongation { id fromDueOn toDueOn interestToPay { amount }
  packet { id status documents { documentId kind sha256 required document { title download { url } } } } }`;

/** The loan's term is prolonged: offer, interest first, addendum signed by a code, heard on the borrower's screen. */
export async function prolong(scene: Scene, borrower: Borrower, contractId: string, days: number): Promise<void> {
  const { narrator } = scene;
  const screen = new LiveStream<Change>(
    scene.sandbox,
    borrower.sessionToken,
    'subscription ($after: Cursor) { item: ruMfoProlongationStatusChanged(after: $after) { cursor from to } }',
  );
  await narrator.step('The borrower’s screen listens to ruMfoProlongationStatusChanged', () => screen.connect());
  const offer = await narrator.step(
    `The borrower presses “prolong” for ${days} days`,
    async () => {
      const payload = await borrower.party.act('ruMfoRequestProlongation', { contractId, action: 'PROLONG', days }, OFFER);
      const { text } = await notified(borrower, 'PROLONGATION_INTEREST');
      return { ...(payload.prolongation as Offer), text };
    },
    ({ fromDueOn, toDueOn, interestToPay, text }) => [
      `${fromDueOn} → ${toDueOn}; interest to be paid first: ${interestToPay.amount}`,
      `“${text}”`,
    ],
    by('ru-mfo/kapital-nt/34', 'ru-mfo/kapital-nt/35/1', 'ru-mfo/kapital-nt/36', 'ru-mfo/kapital-nt/37'),
  );
  const input = { prolongationId: offer.id };
  await narrator.step(
    'and cannot sign before the interest is paid',
    async () => {
      await tick(borrower, offer.packet);
      const code = await signingCode(scene, borrower, offer.packet.id);
      return borrower.party.refused('ruMfoSignProlongation', { ...input, ...code }, 'RU_MFO_PROLONGATION_INTEREST_UNPAID');
    },
    told,
    by('ru-mfo/kapital-nt/38/2'),
  );
  await narrator.step(`pays ${offer.interestToPay.amount}`, () => pay(scene, contractId, offer.interestToPay.amount));
  await narrator.step(
    'and signs the addendum by a code',
    async () => {
      const code = await signingCode(scene, borrower, offer.packet.id);
      await borrower.party.act('ruMfoSignProlongation', { ...input, ...code });
      const { contract } = await borrower.party.ask(
        `query ($id: ID!) { contract(id: $id) { terms { dueOn } schedules { cause } application { documents { kind title status } } } }`,
        { id: contractId },
      );
      expect(contract.terms.dueOn === offer.toDueOn, `The loan is due on ${offer.toDueOn} now, not on ${contract.terms.dueOn}.`);
      return contract;
    },
    ({ terms, schedules }) => `due on ${terms.dueOn}; schedules: ${schedules.map(({ cause }: { cause: string }) => cause).join(', ')}`,
    by('ru-mfo/kapital-nt/38/3', 'ru-mfo/kapital-nt/39', 'ru-mfo/kapital-nt/41/2'),
  );
  await narrator.step(
    'The screen shows it',
    () => screen.until((changes) => changes.some(({ to }) => to === 'ACCEPTED'), 'the accepted prolongation'),
    () => screen.handled.map(({ from, to }) => `${from ?? '—'} → ${to}`).join(', '),
  );
  await screen.close();
}
