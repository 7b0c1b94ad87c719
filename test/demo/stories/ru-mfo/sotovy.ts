import { readPdf, textOf } from '../../../support/read-pdf';
import { told } from '../../graph';
import { expect, type Narrator } from '../../narrator';
import type { Sandbox } from '../../sandbox';
import { messagesTo } from '../../sandbox-doors';
import { Scene } from '../../scene';
import { begin, decide, send, toAccount } from '../../steps/application';
import { Borrower } from '../../steps/borrower';
import { codeSentTo } from '../../steps/codes';
import { debtLine, debtOf, notified, payOut, repay } from '../../steps/contract';
import { download } from '../../steps/offer';
import { fillQuestionnaire, freshContacts, nameOf, type Person } from '../../steps/registration';
import { checkPayee, review } from '../../steps/review';
import { openPacket, type Packet, signPacket } from '../../steps/signing';
import { by } from './clauses';

const LATE: Person = { age: 45, givenName: 'Задержавшаяся' };
const VERSION = '2023-01-19';
/** 15 % of the loan of 8 000, in roubles. */
const FIXED_SUM = 1200;

/** An account by a code; application and consents signed by one code; terms with two frames; days overdue with a penalty. */
export async function sotovy(sandbox: Sandbox, narrator: Narrator): Promise<void> {
  const scene = await Scene.open(sandbox, narrator, 'sotovy');
  await scene.daylight();

  narrator.chapter('Сотовый: an account opened by a code');
  const borrower = await openAccount(scene);
  await narrator.step('confirms the mailbox too', () => borrower.confirm('EMAIL'));
  await fillQuestionnaire(scene, borrower, LATE, borrower.contacts.phone.slice(-6));

  narrator.chapter('Сотовый: an application and two consents signed by one code');
  const applicationId = await apply(scene, borrower);
  await review(
    scene,
    applicationId,
    { identificationMethods: ['INFORMATION_SYSTEMS'], checkData: true, solvency: true, military: true },
    by('ru-mfo/sotovy/3.4.2', 'ru-mfo/sotovy/3.4.3/а', 'ru-mfo/sotovy/3.4.3/б', 'ru-mfo/sotovy/2.5/8'),
  );
  await checkPayee(scene, applicationId, nameOf(LATE));
  await decide(scene, applicationId, 'APPROVED');

  narrator.chapter('Сотовый: terms with two frames, signed by a fresh code');
  const packet = await readOffer(scene, borrower, applicationId);
  const contractId = await signPacket(scene, borrower, packet, by('ru-mfo/sotovy/4.5/а', 'ru-mfo/sotovy/4.5/б', 'ru-mfo/sotovy/4.5/в'));
  expect(contractId, 'The signed terms made a contract that waits for its money.');
  await payOut(scene, borrower, contractId, by('ru-mfo/sotovy/4.8/а', 'ru-mfo/sotovy/4.8/б', 'ru-mfo/sotovy/4.9'));

  narrator.chapter('Сотовый: overdue, with a penalty, and repaid');
  await scene.pass('P24D', 'Twenty-four days pass: the loan of fourteen is ten days overdue');
  await borrower.comeBack();
  await seeOverdue(scene, borrower, contractId);
  await repay(scene, borrower, contractId);
}

async function openAccount(scene: Scene): Promise<Borrower> {
  const { digits: _, ...contacts } = freshContacts();
  const agreed = await scene.narrator.step(
    'A visitor reads what the lender publishes',
    async () => {
      const { ruMfoPublications } = await scene.visitor.ask<{ ruMfoPublications: { kind: string; version: string; title: string }[] }>(
        '{ ruMfoPublications { kind version title } }',
      );
      return ruMfoPublications.filter(({ kind }) => ['RULES', 'INFORMATION', 'GENERAL_TERMS'].includes(kind));
    },
    (documents) => documents.map(({ title, version }) => `${title}, ${version}`),
    by('ru-mfo/sotovy/2.4/1', 'ru-mfo/sotovy/2.4/2', 'ru-mfo/sotovy/2.4/3'),
  );
  return scene.narrator.step(
    'agrees, leaves a phone number, and enters the code that came there',
    async () => {
      const seen = (await messagesTo(scene.sandbox, contacts.phone)).length;
      const texts = agreed.map(({ kind, version }) => ({ kind, version }));
      const { ceremonyId } = await scene.visitor.act('ruMfoOpenAccount', { ...contacts, agreed: texts }, 'ceremonyId');
      const input = { ceremonyId, code: await codeSentTo(scene, contacts.phone, seen), contact: 'PHONE' };
      const { clientId, session } = await scene.visitor.act('ruMfoEnterAccount', input, 'clientId session { accessToken }');
      return new Borrower(scene, clientId, contacts, session.accessToken);
    },
    undefined,
    by('ru-mfo/sotovy/3.1.1', 'ru-mfo/sotovy/3.1.2', 'ru-mfo/sotovy/3.1.3', 'ru-mfo/sotovy/3.1.4'),
  );
}

async function apply(scene: Scene, borrower: Borrower): Promise<string> {
  const own = { ...toAccount, purpose: 'NON_BUSINESS', loanKind: 'FIRST', formVersion: VERSION, signatureAgreementVersion: VERSION };
  const id = await begin(scene, borrower, { amount: '8000.00', termDays: 14, own }, by('ru-mfo/sotovy/3.2.1', 'ru-mfo/sotovy/2.1'));
  await scene.narrator.step(
    'An unsigned application is not taken',
    () => borrower.party.refused('submitApplication', { applicationId: id }, 'RU_MFO_SIGNATURE_MISSING'),
    told,
    by('ru-mfo/sotovy/3.3/а'),
  );
  await borrower.party.act('ruMfoFormApplicationPacket', { applicationId: id });
  const packet = await openPacket(borrower.party, id, 'APPLICATION');
  const signed = by('ru-mfo/sotovy/3.2.2/1', 'ru-mfo/sotovy/3.2.2/2', 'ru-mfo/sotovy/3.2.3/а', 'ru-mfo/sotovy/3.2.3/б');
  await signPacket(scene, borrower, packet, signed);
  await send(scene, borrower, id, by('ru-mfo/sotovy/3.3/а', 'ru-mfo/sotovy/3.5'));
  await scene.narrator.step(
    'The application has a number, and the applicant is told that it came',
    async () => {
      const { application } = await borrower.party.ask(
        'query ($id: ID!) { application(id: $id) { ruMfo { reception { registrationNo registeredAt } } } }',
        { id },
      );
      expect(application.ruMfo.reception?.registrationNo, 'The application was registered.');
      return { ...application.ruMfo.reception, notice: await notified(borrower, 'APPLICATION_RECEIVED') };
    },
    ({ registrationNo, registeredAt, notice }) => [`no. ${registrationNo} of ${registeredAt}`, `“${notice.text}” (${notice.clause})`],
    by('ru-mfo/sotovy/3.4.1', 'ru-mfo/sotovy/3.3/б'),
  );
  return id;
}

/** The terms in the account: their first page bears two frames with the full cost, in percent and in money. */
async function readOffer(scene: Scene, borrower: Borrower, applicationId: string): Promise<Packet> {
  const packet = await openPacket(borrower.party, applicationId, 'TERMS');
  await scene.narrator.step(
    'The borrower downloads the individual terms: the first page bears the full cost in two frames',
    async () => {
      const url = packet.documents.find(({ kind }) => kind === 'INDIVIDUAL_TERMS')!.document!.download.url;
      const [page] = await readPdf(await download(url));
      const text = textOf(page!);
      const sheet = page!.width * page!.height;
      const frames = page!.boxes.map(({ left, top, right, bottom }) => (Math.abs(right - left) * Math.abs(bottom - top)) / sheet);
      const large = frames.filter((share) => share >= 0.05 && share < 0.5);
      expect(large.length === 2, `Two frames of at least 5 % of the page each are on it, not ${large.length}.`);
      for (const words of ['ПОЛНАЯ СТОИМОСТЬ', nameOf(LATE), '8 000 рублей'])
        expect(text.replaceAll('\u00a0', ' ').includes(words), `The first page says “${words}”.`);
      return { text, shares: large };
    },
    ({ text, shares }) => [
      ...(text.match(/ПОЛНАЯ СТОИМОСТЬ.*?(ПРОЦЕНТ|КОПЕ)[А-Я]+( ГОДОВЫХ)?/g) ?? []),
      ...(text.match(/Максимальное значение[^№]*/)?.slice(0, 1) ?? []),
      `frames of ${shares.map((share) => `${(share * 100).toFixed(1)} %`).join(' and ')} of the page`,
    ],
    by(
      'ru-mfo/sotovy/4.1',
      'ru-mfo/sotovy/4.2/2/место',
      'ru-mfo/sotovy/4.2/2/площадь',
      'ru-mfo/sotovy/4.2/3/место',
      'ru-mfo/sotovy/4.2/3/площадь',
    ),
  );
  return packet;
}

async function seeOverdue(scene: Scene, borrower: Borrower, contractId: string): Promise<void> {
  await scene.narrator.step(
    'The borrower sees days overdue and a penalty, counted on unpaid principal alone',
    async () => {
      const debt = await debtOf(borrower, contractId);
      expect(Number(debt.penalty.amount) > 0, 'A penalty runs after the day on which the loan was due.');
      expect(Number(debt.overdue.amount) > 0, 'The debt is overdue.');
      const { contract } = await borrower.party.ask('query ($id: ID!) { contract(id: $id) { overdueSince } }', { id: contractId });
      expect(contract.overdueSince, 'The contract says since when it is overdue.');
      expect(
        Number(debt.interest.amount) < FIXED_SUM,
        `Interest stops at ${FIXED_SUM} roubles at the latest, yet it is ${debt.interest.amount}.`,
      );
      return { debt, since: contract.overdueSince as string };
    },
    ({ debt, since }) => [
      `overdue since ${since}: ${debt.overdue.amount}`,
      debtLine(debt),
      `interest and the first days’ penalty stopped at ${FIXED_SUM} together; a penalty of 0.1 % of principal a day went on`,
    ],
    by('ru-mfo/sotovy/4.3/2/база', 'ru-mfo/sotovy/4.4/1/предел', 'ru-mfo/sotovy/4.4/1/неустойка', 'ru-mfo/sotovy/1.3/Личный_кабинет'),
  );
}
