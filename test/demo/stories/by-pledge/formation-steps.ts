import { requiredDeclarations } from '../../../../plugins/by-pledge/declarations/required';
import type { Values } from '../../../support/test-gateway';
import { byn, told } from '../../graph';
import { expect } from '../../narrator';
import type { Scene } from '../../scene';
import { begin, decide } from '../../steps/application';
import type { Borrower } from '../../steps/borrower';
import { uploadPicture } from '../../steps/upload';
import { by } from './clauses';
import { PERSONAL_NUMBER, type Pledgor, pledgeOf } from './pledgor';

/** The item and the loan that it is to secure. */
export interface Deal {
  readonly amount: string;
  readonly termDays: number;
  readonly car: { readonly name: string; readonly vin: string; readonly year: number; readonly plate: string; readonly value: string };
  /** Row 7, where insurance is demanded. */
  readonly sumInsured?: string;
}

const PHOTOS = 8;
const form = { field: 'byPledge', currency: 'BYN' };

/** From the application to a decision: inventory, photographs, valuation, identity. */
export async function apply(scene: Scene, borrower: Borrower, deal: Deal): Promise<Pledgor> {
  const { narrator, officer } = scene;
  const own = { payoutMethod: 'BANK_ACCOUNT', account: 'BY13NBRB3600900000002Z00AB00' };
  const wanted = { product: 'by-pledge/secured-microloan', amount: deal.amount, termDays: deal.termDays, own, form };
  const applicationId = await begin(scene, borrower, wanted, by('by-pledge/3.3/а'));
  const { application } = await officer.ask('query ($id: ID!) { application(id: $id) { byPledge { pledge { id } } } }', {
    id: applicationId,
  });
  const pledgor = { borrower, applicationId, pledgeId: application.byPledge.pledge.id };
  await saveInventory(scene, pledgor, deal);
  await narrator.step(
    `sends ${PHOTOS} photographs and the application`,
    async () => {
      const fileIds = [];
      for (let i = 1; i <= PHOTOS; i++) fileIds.push(await uploadPicture(borrower.party, 'BY_PLEDGE_VEHICLE_PHOTO', `car-${i}.png`));
      await borrower.party.act('byPledgeAddPhotos', { pledgeId: pledgor.pledgeId, fileIds });
      await borrower.party.act('submitApplication', { applicationId });
    },
    undefined,
    by('by-pledge/1.5/valuation'),
  );
  await narrator.step(
    'The officer takes it, looks into the register and at the authorities, and values the car by its photographs',
    async () => {
      await officer.act('takeApplication', { applicationId });
      for (const kind of ['PLEDGE_REGISTER', 'ARRESTED', 'WANTED'])
        await officer.act('byPledgeRecordVehicleCheck', { pledgeId: pledgor.pledgeId, kind, found: false });
      const input = { pledgeId: pledgor.pledgeId, value: byn(deal.car.value), askAnalytics: true };
      const { pledge } = await officer.act('byPledgeRecordValuation', input, 'pledge { id }');
      return pledge;
    },
    () => `${deal.car.value} BYN, with the vehicle analytics module`,
    by('by-pledge/1.5/valuation', 'by-pledge/2.2/b3', 'by-pledge/2.2/b4'),
  );
  await narrator.step(
    'and sees the passport',
    () => {
      const identity = { documentType: 'BY_PASSPORT', documentNumber: 'MP1234567', personalNumber: PERSONAL_NUMBER, citizenship: 'BY' };
      return officer.act('byPledgeCheckIdentity', { pledgeId: pledgor.pledgeId, ...identity });
    },
    undefined,
    by('by-pledge/5.9', 'by-pledge/0/pledgor'),
  );
  await decide(scene, applicationId, 'APPROVED', { kind: 'APPROVED' });
  return pledgor;
}

/** A version of the inventory. */
export async function saveInventory(scene: Scene, { borrower, pledgeId }: Pledgor, { car, sumInsured }: Deal): Promise<void> {
  await scene.narrator.step(
    'fills in the inventory of the car',
    () =>
      borrower.party.act('byPledgeSaveInventory', {
        pledgeId,
        propertyType: 'VEHICLE',
        propertyName: car.name,
        vin: car.vin,
        manufacturedIn: car.year,
        plate: car.plate,
        storageAddress: 'г. Минск, ул. Примерная, д. 10',
        pledgeValue: byn(car.value),
        ...(sumInsured ? { sumInsured: byn(sumInsured) } : {}),
      }),
    () => [`${car.name}, ${car.year}, VIN ${car.vin}`, `value ${car.value} BYN${sumInsured ? `, to be insured for ${sumInsured}` : ''}`],
    sumInsured ? by('by-pledge/A1', 'by-pledge/A1/row7') : by('by-pledge/A1'),
  );
}

/** Each warranty by itself; nothing is formed without them. */
export async function declare(scene: Scene, pledgor: Pledgor, value: string): Promise<void> {
  const { pledgeId, borrower } = pledgor;
  await scene.narrator.step(
    'The officer forms the agreement too early: the pledgor has declared nothing yet',
    async () => told(await scene.officer.refused('byPledgeFormAgreement', { pledgeId }, 'BY_PLEDGE_DECLARATION_MISSING')).slice(0, 3),
    (lines) => lines,
  );
  await scene.narrator.step(
    `The pledgor answers ${requiredDeclarations.length + 1} declarations, each by itself`,
    () => {
      const given = requiredDeclarations.map(({ kind, accepted }) => ({
        kind,
        textVersion: '1',
        answer: accepted[0],
        ...(kind === 'NO_DISPUTES' ? { territory: ['BY', 'ABROAD'] } : {}),
      }));
      const agreed = { kind: 'VALUE_AGREED', textVersion: '1', answer: 'YES', amount: byn(value) };
      return borrower.party.act('byPledgeDeclare', { pledgeId, declarations: [...given, agreed] });
    },
    undefined,
    by('by-pledge/2.2', 'by-pledge/2.2/b2', 'by-pledge/2.2/p2', 'by-pledge/2.4', 'by-pledge/5.2', 'by-pledge/5.10', 'by-pledge/5.12'),
  );
}

/** The agreement, its inventory and schedule as documents. */
export async function formAgreement(scene: Scene, { pledgeId }: Pledgor): Promise<Values[]> {
  return scene.narrator.step(
    'The officer forms the agreement with its two annexes',
    async () => {
      await scene.officer.act('byPledgeFormAgreement', { pledgeId });
      const { documents } = await pledgeOf(scene, pledgeId, 'documents { id kind title sha256 download { url } }');
      expect(documents.length === 3, 'The agreement has an inventory and a schedule.');
      return documents as Values[];
    },
    (documents) => documents.map(({ title, sha256 }) => `${title}, SHA-256 ${sha256.slice(0, 16)}…`),
    by('by-pledge/1.1/p1', 'by-pledge/1.1/p4', 'by-pledge/1.4', 'by-pledge/2.3', 'by-pledge/6/pledgee'),
  );
}
