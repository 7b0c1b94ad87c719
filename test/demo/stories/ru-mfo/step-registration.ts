import { questionnaire } from '../../../../plugins/ru-mfo/test-support/person';
import { additionalAnswers, boxes, passportAnswers } from '../../../../plugins/ru-mfo/test-support/step-answers';
import { told } from '../../graph';
import { expect } from '../../narrator';
import type { Scene } from '../../scene';
import { Borrower } from '../../steps/borrower';
import { askCode } from '../../steps/codes';
import { birthDateOf, freshContacts, nameOf, type Person } from '../../steps/registration';
import { verifyCard } from './card-steps';
import { by } from './clauses';
import { sendPhotographs } from './photographs';

const STEPS = 'clientId client { ruMfo { registration { current steps { step done } } } }';

/** A registration in steps, each of which opens the next; the money goes to a card that the borrower proves to hold. */
export async function registerInSteps(scene: Scene, person: Person, last4: string): Promise<Borrower> {
  const { narrator } = scene;
  const { digits, ...contacts } = freshContacts();
  const borrower = await narrator.step(
    'A person chooses sum and term, leaves contacts and ticks ten boxes',
    async () => {
      const input = {
        ...contacts,
        desiredAmount: '10000.00',
        desiredTermDays: 21,
        familyName: questionnaire.familyName,
        givenName: person.givenName,
        noPatronymic: true,
        declarations: boxes(),
      };
      const { session } = await scene.visitor.act('ruMfoStartRegistration', input, 'session { accessToken clientId }');
      return new Borrower(scene, session.clientId, contacts, session.accessToken);
    },
    undefined,
    by('ru-mfo/kapital-nt/1/1', 'ru-mfo/kapital-nt/1/2', 'ru-mfo/kapital-nt/2/1/чекбоксы'),
  );
  const { taxpayerNumber } = questionnaire;
  const birthDate = await birthDateOf(scene, person);
  const passport = { ...passportAnswers, passportNumber: digits.slice(1), birthDate, taxpayerNumber };
  await narrator.step(
    'wants to go on with the passport before the phone is confirmed, and may not',
    () => borrower.party.refused('ruMfoGivePassportData', passport, 'RU_MFO_STEP_OUT_OF_ORDER'),
    told,
    by('ru-mfo/kapital-nt/2/3/шлюз'),
  );
  await narrator.step(
    'confirms the phone by a code, and the next step opens',
    async () => {
      const code = await askCode(scene, borrower.party, { purpose: 'CONFIRM_PHONE', channel: 'SMS' }, contacts.phone);
      return current(await borrower.party.act('ruMfoConfirmContactInfo', code, STEPS), 'PASSPORT_DATA');
    },
    undefined,
    by('ru-mfo/kapital-nt/2/2/код', 'ru-mfo/kapital-nt/2/3/номер'),
  );
  await narrator.step(
    'gives the passport’s data, addresses and a contact person',
    async () => current(await borrower.party.act('ruMfoGivePassportData', passport, STEPS), 'ADDITIONAL_INFO'),
    undefined,
    by('ru-mfo/kapital-nt/3/1', 'ru-mfo/kapital-nt/3/9', 'ru-mfo/kapital-nt/3/шлюз'),
  );
  await narrator.step(
    'tells of work, income and obligations',
    async () => current(await borrower.party.act('ruMfoGiveAdditionalInfo', additionalAnswers, STEPS), 'MONEY_RECEIPT'),
    undefined,
    by('ru-mfo/kapital-nt/4/7', 'ru-mfo/kapital-nt/4/8', 'ru-mfo/kapital-nt/4/шлюз'),
  );
  const cardId = await verifyCard(scene, borrower, last4);
  await narrator.step(
    'chooses the verified card to take the money',
    async () => {
      const input = { method: 'PAYMENT_CARD', cardId, ownWays: ['BANK_ACCOUNT_RU'] };
      return current(await borrower.party.act('ruMfoChooseMoneyReceipt', input, STEPS), 'IDENTIFICATION');
    },
    undefined,
    by('ru-mfo/kapital-nt/5/способ', 'ru-mfo/kapital-nt/5/шлюз'),
  );
  await sendPhotographs(scene, borrower);
  await narrator.step(
    'ticks that all of them were sent: the registration is complete',
    async () => {
      const input = { confirmations: ['ID_SENT', 'SELFIE_SENT', 'CARD_SENT'] };
      return current(await borrower.party.act('ruMfoIdentify', input, STEPS), 'REGISTERED');
    },
    () => nameOf(person),
    by('ru-mfo/kapital-nt/6/5', 'ru-mfo/kapital-nt/6/шлюз', 'ru-mfo/kapital-nt/reg/1'),
  );
  return borrower;
}

function current(payload: { client: { ruMfo: { registration: { current: string } } } }, step: string): void {
  const found = payload.client.ruMfo.registration.current;
  expect(found === step, `The step that is due is ${step}, not ${found}.`);
}
