import { told } from '../../graph';
import { expect, type Narrator } from '../../narrator';
import type { Sandbox } from '../../sandbox';
import { Scene } from '../../scene';
import { CabinetClient } from './cabinet-client';
import { by } from './clauses';
import { answer, applicationOf, flow, hand } from './document-steps';
import { proveContract } from './evidence-steps';
import { approve, authoriseDirector, authoriseRepresentative, invite, offer, refuseExpired } from './lender-steps';
import { company, guarantor, lessee, proprietor, seller } from './people';
import { claim, petition } from './service-steps';

const LENDER = 'mikro-leasing';

/** An individual, a sole proprietor and a legal entity, each from registration to a signed leasing contract, proven offline in the end. */
export async function byLeasingStory(sandbox: Sandbox, narrator: Narrator): Promise<void> {
  const scene = await Scene.open(sandbox, narrator, LENDER);
  await scene.daylight();

  narrator.chapter('The lender gets ready');
  await authoriseDirector(scene);

  narrator.chapter('An individual: registered, identified, and identified again');
  const client = await CabinetClient.register(scene, lessee, by('by-leasing/4.2/b1', 'by-leasing/4.3/p1', 'by-leasing/4.4'));
  await client.open();
  await expire(client);

  narrator.chapter('An individual: the application, with a guarantor and a seller');
  const applicationId = await apply(client);
  await approve(scene, applicationId);
  await secure(scene, applicationId);
  await buy(scene, applicationId);

  narrator.chapter('An individual: the leasing contract');
  const terms = await offer(scene, { kind: 'LEASING_MAIN_TERMS', applicationId }, 'the main terms');
  await narrator.step(
    'The client reads them',
    () => client.party.act('byLeasingReviewDocument', { documentId: terms }, 'document { reviewedAt }'),
    ({ document }) => `read at ${document.reviewedAt}`,
    by('by-leasing/3.13.6'),
  );
  const contract = await offer(scene, { kind: 'LEASING_CONTRACT', applicationId }, 'the contract', (documentId) =>
    refuseExpired(scene, documentId, client),
  );
  await answer(client, contract, 'the contract', by('by-leasing/3.11/p1/client-signs', 'by-leasing/6.3', 'by-leasing/6.4'));
  await concluded(client, applicationId);

  for (const person of [proprietor, company]) {
    narrator.chapter(`${person.role}: by certificate, from registration to the contract`);
    await lease(scene, person);
  }

  narrator.chapter('The cabinet: a petition, and a claim that nobody answers');
  // The session of before has grown old while the others signed.
  await client.signIn();
  await petition(client);
  await claim(client);

  narrator.chapter('The contract is proven without the server');
  await proveContract(client, contract);
}

/** A day after the identification nothing goes on until there is another one. */
async function expire(client: CabinetClient): Promise<void> {
  const { scene } = client;
  await scene.pass('P1DT2M', 'A day passes');
  await client.signIn();
  const request = { amount: { amount: '25000.00', currency: 'BYN' }, termDays: 365 };
  await scene.narrator.step(
    'The identification is older than 24 hours: a questionnaire is refused',
    () => client.party.refused('byLeasingCreateDocument', { kind: 'QUESTIONNAIRE', request }, 'BY_LEASING_REIDENTIFICATION_REQUIRED'),
    told,
    by('by-leasing/5.4/b1'),
  );
  await scene.narrator.step('so the client goes to МСИ again', () => client.identify(), undefined, by('by-leasing/5.4/b1'));
}

async function apply(client: CabinetClient): Promise<string> {
  await hand(client, { kind: 'QUESTIONNAIRE', applicationId: null }, flow);
  const applicationId = await applicationOf(client);
  await hand(client, { kind: 'CREDIT_REPORT_CONSENT', applicationId }, by('by-leasing/3.10/p2/credit-report-consent'));
  return applicationId;
}

/** A guarantor takes part with documents of its own. */
async function secure(scene: Scene, applicationId: string): Promise<void> {
  const client = await CabinetClient.register(scene, guarantor, by('by-leasing/4.2/b1'));
  await client.open();
  await invite(client, applicationId, 'GUARANTOR');
  await hand(client, { kind: 'GUARANTOR_QUESTIONNAIRE', applicationId }, by('by-leasing/3.10/p2/kinds'));
  await hand(client, { kind: 'GUARANTOR_CONSENT', applicationId }, by('by-leasing/3.13.4'));
  const surety = await offer(scene, { kind: 'SURETY_CONTRACT', applicationId, signer: client }, 'the surety contract');
  await answer(client, surety, 'the surety contract', by('by-leasing/3.13.4'));
}

/** The seller agrees to the purchase. */
async function buy(scene: Scene, applicationId: string): Promise<void> {
  const client = await CabinetClient.register(scene, seller, by('by-leasing/4.2/b2'));
  await client.open();
  await authoriseRepresentative(client);
  await invite(client, applicationId, 'SELLER');
  const purchase = await offer(scene, { kind: 'PURCHASE_CONTRACT', applicationId, signer: client }, 'the purchase contract');
  await answer(client, purchase, 'the purchase contract', by('by-leasing/3.13.5', 'by-leasing/6.2/p2'));
}

/** All the way of those who sign with ЭЦП at МСИ. */
async function lease(scene: Scene, person: typeof proprietor): Promise<void> {
  const own = person.kind === 'LEGAL_ENTITY' ? by('by-leasing/4.2/b2') : by('by-leasing/4.2/b3');
  const client = await CabinetClient.register(scene, person, own);
  await client.open();
  if (person.kind === 'LEGAL_ENTITY') await authoriseRepresentative(client);
  const applicationId = await apply(client);
  await approve(scene, applicationId);
  const contract = await offer(scene, { kind: 'LEASING_CONTRACT', applicationId }, 'the contract');
  await answer(client, contract, 'the contract', by('by-leasing/6.2/p1', 'by-leasing/6.2/p2', 'by-leasing/7.9/to-msi'));
  await concluded(client, applicationId);
}

async function concluded({ party, scene }: CabinetClient, applicationId: string): Promise<void> {
  await scene.narrator.step(
    'The contract is concluded',
    async () => {
      const { application } = await party.ask('query ($id: ID!) { application(id: $id) { status contract { number status } } }', {
        id: applicationId,
      });
      expect(application.status === 'CONCLUDED', `The application is ${application.status}.`);
      return application.contract as { number: string; status: string };
    },
    ({ number, status }) => `contract ${number}: ${status}`,
    by('by-leasing/7.8', 'by-leasing/3.13.6'),
  );
}
