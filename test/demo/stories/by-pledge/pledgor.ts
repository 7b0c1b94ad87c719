import { randomInt } from 'node:crypto';
import { hasCheckDigit } from '../../../../plugins/by-pledge/inventory/vin-check-digit';
import type { Values } from '../../../support/test-gateway';
import type { Scene } from '../../scene';
import { Borrower } from '../../steps/borrower';
import { freshContacts } from '../../steps/registration';
import { by } from './clauses';

/** Somebody with a car, and what is known of the loan. */
export interface Pledgor {
  readonly borrower: Borrower;
  readonly applicationId: string;
  readonly pledgeId: string;
}

export const PERSONAL_NUMBER = '3010185A001PB3';

/** A number of 17 characters that no car of an earlier run has, with its check digit. */
export function freshVin(): string {
  for (;;) {
    const vin = `1M8GDM9${'0123456789X'[randomInt(11)]}XKP${String(randomInt(1_000_000)).padStart(6, '0')}`;
    if (hasCheckDigit(vin)) return vin;
  }
}

/** A person fills in the questionnaire, confirms both contacts by codes and comes in. */
export async function register(scene: Scene, givenName: string): Promise<Borrower> {
  const { narrator } = scene;
  const { digits: _, ...contacts } = freshContacts('+37529');
  const borrower = await narrator.step(
    `${givenName} fills in the questionnaire: name, registered residence, phone and mailbox`,
    async () => {
      const person = { familyName: 'Примеров', givenName, birthDate: '1985-01-30', citizenship: 'BY' };
      const input = { ...contacts, ...person, registeredAddress: '220000, г. Минск, ул. Примерная, д. 10' };
      const { session } = await scene.visitor.act('byPledgeRegister', input, 'session { accessToken clientId }');
      return new Borrower(scene, session.clientId, contacts, session.accessToken);
    },
    undefined,
    by('by-pledge/5.15/row3.1'),
  );
  await narrator.step('and confirms phone and mailbox by codes', async () => {
    await borrower.confirm('PHONE');
    await borrower.confirm('EMAIL');
  });
  return borrower;
}

/** What the graph tells of a pledge. */
export async function pledgeOf(scene: Scene, pledgeId: string, selection: string): Promise<Values> {
  const { byPledgePledge } = await scene.officer.ask(`query ($id: ID!) { byPledgePledge(id: $id) { ${selection} } }`, { id: pledgeId });
  return byPledgePledge;
}
