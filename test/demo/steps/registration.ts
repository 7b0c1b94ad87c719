import { randomInt } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Scene } from '../scene';
import { Borrower, type Contacts } from './borrower';

/** Contacts that nobody has had before. */
export function freshContacts(): Contacts & { readonly digits: string } {
  const digits = String(randomInt(10_000_000)).padStart(7, '0');
  return { digits, phone: `+7999${digits}`, email: `borrower-${digits}@example.com` };
}

export interface Person {
  readonly age: number;
  readonly givenName: string;
}

const FAMILY_NAME = 'Заёмщик';
export const nameOf = ({ givenName }: Person): string => `${givenName} ${FAMILY_NAME}`;

/** Where the borrower lives. */
const address = { kind: 'RESIDENCE', country: 'RU', postcode: '101000', text: 'г. Москва, адрес для примера' };

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
        {
          ...contacts,
          password,
          requirementsConfirmed: true,
          requirementsVersion: '2023-03-13',
          consents: ['PERSONAL_DATA', 'CREDIT_BUREAU_TRANSFER'],
          generalTermsVersion: '2023-03-13',
          signatureAgreementVersion: '2023-03-13',
        },
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
  const today = await scene.today();
  await scene.narrator.step('and fills in the questionnaire', () =>
    borrower.party.act('ruMfoCompleteProfile', {
      familyName: FAMILY_NAME,
      givenName: person.givenName,
      birthDate: today.subtract({ years: person.age, days: 1 }).toString(),
      citizenship: 'RU',
      addresses: [address],
      passport: { series: '4510', number: passportNumber, issuedOn: passportDay(today), unitCode: '770-001' },
      taxpayerNumber: '500100732259',
      payoutKinds: ['PAYMENT_CARD', 'BANK_ACCOUNT_RU'],
      fullCapacity: true,
      ownInterest: true,
      officialTies: [],
    }),
  );
}

/** A passport is some years old. */
export const passportDay = (today: Temporal.PlainDate): string => today.subtract({ years: 10 }).toString();
