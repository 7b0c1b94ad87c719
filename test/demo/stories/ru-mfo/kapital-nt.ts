import { told } from '../../graph';
import { expect, type Narrator } from '../../narrator';
import type { Sandbox } from '../../sandbox';
import { Scene } from '../../scene';
import { begin, decide, send } from '../../steps/application';
import type { Borrower } from '../../steps/borrower';
import { notified, payOut, repay } from '../../steps/contract';
import { nameOf, type Person } from '../../steps/registration';
import { checkPayee, review } from '../../steps/review';
import { openPacket, signingCode, signPacket, tick } from '../../steps/signing';
import { by } from './clauses';
import { prolong } from './prolongation-steps';
import { registerInSteps } from './step-registration';

const TARDY: Person = { age: 36, givenName: 'Неспешная' };
const PROLONGING: Person = { age: 38, givenName: 'Продлевающая' };

/** A registration in gated steps; an offer that nobody signs in time; another signed by a code, prolonged and repaid. */
export async function kapitalNt(sandbox: Sandbox, narrator: Narrator): Promise<void> {
  const scene = await Scene.open(sandbox, narrator, 'kapital-nt');
  await scene.daylight();

  narrator.chapter('КапиталЪ-НТ: five steps, each of which opens the next');
  const tardy = await registerInSteps(scene, TARDY, '4471');

  narrator.chapter('КапиталЪ-НТ: an offer that nobody signs in time');
  const missed = await offered(scene, tardy, TARDY);
  await expire(scene, tardy, missed);

  narrator.chapter('КапиталЪ-НТ: an offer signed by a code');
  const borrower = await scene.again('Another person registers likewise', (aside) => registerInSteps(aside, PROLONGING, '5582'));
  const applicationId = await offered(scene, borrower, PROLONGING);
  const signed = by('ru-mfo/kapital-nt/24/3', 'ru-mfo/kapital-nt/24/4', 'ru-mfo/kapital-nt/26', 'ru-mfo/kapital-nt/27/2');
  const contractId = await signPacket(scene, borrower, await openPacket(borrower.party, applicationId, 'TERMS'), signed);
  expect(contractId, 'The signed packet made a contract that waits for its money.');
  await payOut(scene, borrower, contractId, by('ru-mfo/kapital-nt/30', 'ru-mfo/kapital-nt/31/1', 'ru-mfo/kapital-nt/32'));

  narrator.chapter('КапиталЪ-НТ: prolongation and repayment');
  await scene.pass('P20D', 'Twenty days pass; tomorrow the loan is due');
  await borrower.comeBack();
  await prolong(scene, borrower, contractId, 10);
  await scene.pass('P9D', 'Nine more days pass');
  await borrower.comeBack();
  await repay(scene, borrower, contractId, by('ru-mfo/kapital-nt/41/3'));
}

async function offered(scene: Scene, borrower: Borrower, person: Person): Promise<string> {
  const own = {
    payoutMethod: 'PAYMENT_CARD',
    rulesShown: 'ru-mfo/kapital-nt/2022-09-20',
    acknowledged: ['FALSE_DATA_RISK', 'CRIMINAL_LIABILITY'],
  };
  const wanted = { amount: '10000.00', termDays: 21, own };
  const id = await begin(scene, borrower, wanted, by('ru-mfo/kapital-nt/term/Заявка', 'ru-mfo/kapital-nt/12/1', 'ru-mfo/kapital-nt/12/2'));
  await scene.narrator.step(
    'says that the data of the registration still hold',
    () => borrower.party.act('ruMfoConfirmData', { applicationId: id, changed: false }),
    undefined,
    by('ru-mfo/kapital-nt/9/1'),
  );
  await send(scene, borrower, id, by('ru-mfo/kapital-nt/10', 'ru-mfo/kapital-nt/14'));
  await review(
    scene,
    id,
    { identificationMethods: ['DOCUMENT_PHOTOS'], checkData: true, solvency: true },
    by('ru-mfo/kapital-nt/13/1', 'ru-mfo/kapital-nt/18/1', 'ru-mfo/kapital-nt/20/1'),
  );
  await checkPayee(scene, id, nameOf(person));
  await decide(scene, id, 'APPROVED');
  await scene.narrator.step(
    'The client is told by a message, and finds the draft of the terms and the packet in the account',
    async () => ({ notice: await notified(borrower, 'DECISION'), packet: await openPacket(borrower.party, id, 'TERMS') }),
    ({ notice, packet }) => [
      `“${notice.text}” (${notice.clause})`,
      ...packet.documents.map(({ kind, required }) => `${kind}${required ? '' : ' (may be left out)'}`),
    ],
    by('ru-mfo/kapital-nt/23/1', 'ru-mfo/kapital-nt/24/1', 'ru-mfo/kapital-nt/24/6'),
  );
  return id;
}

/** Fifteen calendar days later the offer is over: the client is told, and can sign nothing. */
async function expire(scene: Scene, client: Borrower, applicationId: string): Promise<void> {
  const { narrator } = scene;
  const packet = await openPacket(client.party, applicationId, 'TERMS');
  await scene.pass('P15D', 'Fifteen days pass: the offer stands until the end of this day');
  await client.comeBack();
  const code = await narrator.step('The client ticks the documents and asks for the code, but goes to sleep over it', async () => {
    await tick(client, packet);
    return signingCode(scene, client, packet.id);
  });
  await scene.pass('P1D', 'The next day comes');
  await client.comeBack();
  await narrator.step(
    'The offer is over: the application expired, and the client is told to apply again',
    async () => {
      const notice = await notified(client, 'OFFER_OVER');
      const { application } = await client.party.ask('query ($id: ID!) { application(id: $id) { status deadlines { kind state } } }', {
        id: applicationId,
      });
      expect(application.status === 'EXPIRED', `The application is expired, not ${application.status}.`);
      return notice;
    },
    ({ text, clause }) => `“${text}” (${clause})`,
    by('ru-mfo/kapital-nt/29/1', 'ru-mfo/kapital-nt/29/2'),
  );
  await narrator.step(
    'Yesterday’s code signs nothing',
    () => client.party.refused('ruMfoSignPacket', { packetId: packet.id, ...code }, 'RU_MFO_OFFER_EXPIRED'),
    told,
    by('ru-mfo/kapital-nt/29/2'),
  );
}
