import { randomInt } from 'node:crypto';
import { questionnaire, registrant } from '../../../plugins/ru-mfo/test-support/person';
import type { Scene } from '../scene';
import { Borrower, type Contacts } from './borrower';

/** Contacts that nobody has had before. */
export function freshContacts(prefix = '+7999'): Contacts & { readonly digits: string } {
  // No number of a subscriber begins with a zero.
  const digits = String(randomInt(1_000_000, 10_000_000));
  return { digits, phone: `${prefix}${digits}`, email: `borrower-${digits}@example.com` };
}

export interface Person {
  readonly age: number;
  readonly givenName: string;
}

/** Family name and given name, as the card's bank tells them. */
export const nameOf = ({ givenName }: Person): string => `${questionnaire.familyName} ${givenName}`;

/** Registers a person by one form with a password: phone and mailbox by codes, the questionnaire afterwards. */
export async function registerByForm(scene: Scene, person: Person, clauses: readonly string[] = []): Promise<Borrower> {
  const { narrator } = scene;
  const { digits, ...contacts } = freshContacts();
  const password = `пароль-${digits}`;
  const borrower = await narrator.step(
    `A person of ${person.age} confirms the requirements, registers, and has a session`,
    async () => {
      const { session } = await scene.visitor.act(
        'ruMfoRegister',
        { ...registrant(scene.lender), ...contacts, password },
        'session { accessToken clientId }',
      );
      return new Borrower(scene, session.clientId, contacts, session.accessToken);
    },
    undefined,
    clauses,
  );
  await narrator.step('confirms the phone by a code', () => borrower.confirm('PHONE'));
  await narrator.step('and the mailbox by another', () => borrower.confirm('EMAIL'));
  await narrator.step('comes back later with the phone and the password', () => borrower.enter(password));
  await fillQuestionnaire(scene, borrower, person, digits.slice(1));
  return borrower;
}

/** The questionnaire that is filled in at once. */
export async function fillQuestionnaire(scene: Scene, borrower: Borrower, person: Person, passportNumber: string): Promise<void> {
  const birthDate = await birthDateOf(scene, person);
  await scene.narrator.step('and fills in the questionnaire', () =>
    borrower.party.act('ruMfoCompleteProfile', {
      ...questionnaire,
      givenName: person.givenName,
      birthDate,
      passport: { ...questionnaire.passport, number: passportNumber },
      payoutKinds: ['PAYMENT_CARD', 'BANK_ACCOUNT_RU'],
    }),
  );
}

/** Somebody of that age had a birthday yesterday. */
export const birthDateOf = async (scene: Scene, { age }: Person): Promise<string> =>
  (await scene.today()).subtract({ years: age, days: 1 }).toString();
