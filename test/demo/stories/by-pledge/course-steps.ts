import type { Values } from '../../../support/test-gateway';
import { byn, told } from '../../graph';
import { LiveStream } from '../../live-stream';
import { expect } from '../../narrator';
import { until } from '../../sandbox-doors';
import type { Scene } from '../../scene';
import { debtLine, debtOf, pay } from '../../steps/contract';
import { by } from './clauses';
import { type Pledgor, pledgeOf } from './pledgor';

export interface Change {
  readonly cursor: string;
  readonly from: string | null;
  readonly to: string;
}

/** The lender's screen: the changes of pledges and of duties, from where it was left. */
export const pledgeScreen = (scene: Scene): LiveStream<Change> => screen(scene, 'byPledgeStatusChanged');
export const dutyScreen = (scene: Scene): LiveStream<Change> => screen(scene, 'byPledgeDutyStatusChanged');

const screen = ({ sandbox, officerToken }: Scene, name: string) =>
  new LiveStream<Change>(sandbox, officerToken, `subscription ($after: Cursor) { item: ${name}(after: $after) { cursor from to } }`);

export const changeLine = (changes: readonly Change[]): string => changes.map(({ from, to }) => `${from ?? '—'} → ${to}`).join(', ');

const newestDuty = async (scene: Scene, pledgeId: string): Promise<Values> => {
  const { duties } = await pledgeOf(
    scene,
    pledgeId,
    'duties(first: 1) { edges { node { id kind status startedOn dueOn metOn clause amount { amount } } } }',
  );
  return duties.edges[0].node;
};

/** A request by e-mail; its clock starts with the day of receipt, and counts working days. */
export async function askToPresent(scene: Scene, { pledgeId }: Pledgor): Promise<void> {
  await scene.narrator.step(
    'The lender asks by e-mail to present the car',
    async () => {
      await scene.officer.act('byPledgeDemandDuty', { pledgeId, kind: 'INSPECTION', ground: 'Плановый осмотр', ways: ['EMAIL_SCAN'] });
      return newestDuty(scene, pledgeId);
    },
    ({ status, startedOn, dueOn, clause }) => `${status}: received ${startedOn}, to be done by ${dueOn} (${clause})`,
    by('by-pledge/3.1/б/present', 'by-pledge/5.15/row3.1'),
  );
}

/** The car is presented in time and inspected. */
export async function present(scene: Scene, { pledgeId }: Pledgor): Promise<void> {
  await scene.narrator.step(
    'The pledgor presents it in time; it is in order',
    async () => {
      const on = (await scene.today()).toString();
      const { id } = await newestDuty(scene, pledgeId);
      await scene.officer.act('byPledgeMeetDuty', { dutyId: id, on });
      const inspection = { on, type: 'PHYSICAL', access: 'ACCESS_GRANTED', isInOrder: true, isTaxi: false, findings: 'Исправен' };
      await scene.officer.act('byPledgeRecordInspection', { pledgeId, ...inspection });
      const duty = await newestDuty(scene, pledgeId);
      expect(duty.status === 'MET', `The duty was met, yet it says ${duty.status}.`);
      return duty;
    },
    ({ metOn, dueOn }) => `done on ${metOn}, the last day was ${dueOn}`,
    by('by-pledge/3.1/б/present', 'by-pledge/3.4/а'),
  );
}

/** Found used as a taxi: a violation, and the fine for it, once. */
export async function fineTaxi(scene: Scene, { pledgeId }: Pledgor): Promise<string> {
  const { narrator, officer } = scene;
  await narrator.step(
    'An inspection finds the car used as a taxi: a violation is on record',
    async () => {
      const on = (await scene.today()).toString();
      const inspection = { on, type: 'PHYSICAL', access: 'ACCESS_GRANTED', isInOrder: true, isTaxi: true, findings: 'Знак такси' };
      return officer.refused('byPledgeRecordInspection', { pledgeId, ...inspection }, 'BY_PLEDGE_TAXI_USE');
    },
    told,
    by('by-pledge/3.1/о'),
  );
  const { violations } = await pledgeOf(scene, pledgeId, 'violations(first: 1) { edges { node { id } } }');
  const violationId = violations.edges[0].node.id as string;
  await narrator.step(
    'The fine for it is charged to the ledger',
    async () => {
      await officer.act('byPledgeChargeFine', { pledgeId, violationId });
      const pledge = await pledgeOf(scene, pledgeId, 'violations(first: 1) { edges { node { clause fine { amount } } } }');
      return pledge.violations.edges[0].node;
    },
    ({ fine, clause }) => `${fine.amount} BYN for ${clause}: five base values of its day`,
    by('by-pledge/4.1'),
  );
  await narrator.step(
    'a second time it is not',
    () => officer.refused('byPledgeChargeFine', { pledgeId, violationId }, 'BY_PLEDGE_FINE_NOT_CHARGEABLE'),
    told,
    by('by-pledge/4.1'),
  );
  return violationId;
}

/** One payment of the schedule on its day. */
export async function payInstalment(scene: Scene, { borrower }: Pledgor, contractId: string, no: number): Promise<void> {
  await scene.narrator.step(
    `Payment ${no} comes in on its day`,
    async () => {
      const { contract } = await borrower.party.ask('query ($id: ID!) { contract(id: $id) { schedule { no dueOn total { amount } } } }', {
        id: contractId,
      });
      const due = contract.schedule.find((row: Values) => row.no === no);
      await pay(scene, contractId, due.total.amount, 'BYN');
      return `${due.total.amount} BYN; left: ${debtLine(await debtOf(borrower, contractId))}`;
    },
    (line) => line,
    by('by-pledge/1.1/p2/base', 'by-pledge/1.1/p3'),
  );
}

/** The day on which a payment is due. */
export async function dueDay(scene: Scene, contractId: string, no: number): Promise<string> {
  const { contract } = await scene.officer.ask('query ($id: ID!) { contract(id: $id) { schedule { no dueOn } } }', { id: contractId });
  const row = contract.schedule.find((one: Values) => one.no === no);
  expect(row, `Payment ${no} stands in the schedule.`);
  return row.dueOn;
}

/** A valuation on demand that came out lower: an addendum of both parties, and the register follows. */
export async function revalue(scene: Scene, { borrower, pledgeId }: Pledgor, value: string): Promise<void> {
  const { narrator, officer } = scene;
  const day = await scene.today();
  const today = day.toString();
  await narrator.step(
    'Prices have fallen: the lender demands an independent valuation',
    () =>
      officer.act('byPledgeDemandDuty', {
        pledgeId,
        kind: 'VALUATION',
        ground: 'MARKET_CHANGE',
        ways: ['EMAIL_SCAN'],
        dueOn: day.add({ days: 14 }).toString(),
      }),
    undefined,
    by('by-pledge/3.1/з'),
  );
  await narrator.step(
    `The valuer's report says ${value} BYN, less than was agreed: an addendum is owed`,
    async () => {
      const { id } = await newestDuty(scene, pledgeId);
      await officer.act('byPledgeMeetDuty', { dutyId: id, on: today, amount: byn(value), document: 'отчёт 7', valuer: 'Оценщик' });
      return newestDuty(scene, pledgeId);
    },
    ({ kind, amount }) => `${kind} over ${amount.amount} BYN`,
    by('by-pledge/3.1/и'),
  );
  await narrator.step(
    'The lender proposes it; the pledgor accepts in the account, the lender’s signer too',
    async () => {
      const proposal = { kind: 'VALUE', changes: [{ name: 'pledgeValue', value }], reason: 'Независимая оценка', effectiveOn: today };
      const { createdId } = await officer.act('byPledgeProposeAddendum', { pledgeId, ...proposal }, 'createdId');
      for (const party of [borrower.party, officer]) await party.act('byPledgeAcceptAddendum', { pledgeId, addendumId: createdId });
    },
    undefined,
    by('by-pledge/5.3'),
  );
  await narrator.step(
    'The duty is met by that addendum; the register’s entry is changed within two working days',
    async () => {
      const { status } = await newestDuty(scene, pledgeId);
      expect(status === 'MET', `The addendum meets the duty, yet it is ${status}.`);
      return until('the change of the register', async () => {
        const { registerTasks, pledgeValue, inventoryVersion } = await pledgeOf(
          scene,
          pledgeId,
          'inventoryVersion pledgeValue { amount } registerTasks { operation state dueOn isLate }',
        );
        const task = registerTasks.find(({ operation }: Values) => operation === 'CHANGE');
        return task?.state === 'DONE' && { ...task, pledgeValue, inventoryVersion };
      });
    },
    ({ dueOn, isLate, pledgeValue, inventoryVersion }) =>
      `version ${inventoryVersion} of the inventory, ${pledgeValue.amount} BYN; due ${dueOn}, ${isLate ? 'late' : 'in time'}`,
    by('by-pledge/A1/row6', 'by-pledge/3.3/в/b1'),
  );
}
