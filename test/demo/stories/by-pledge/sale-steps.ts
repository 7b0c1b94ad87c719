import { byn, told } from '../../graph';
import { expect } from '../../narrator';
import { until } from '../../sandbox-doors';
import type { Scene } from '../../scene';
import { by } from './clauses';
import { type Pledgor, pledgeOf } from './pledgor';

/** Nothing is foreclosed while the grace period runs. */
export async function refuseEarlyForeclosure(scene: Scene, { pledgeId }: Pledgor): Promise<void> {
  await scene.narrator.step(
    'Nothing was paid on the last day; foreclosure is refused, for the grace period runs from that day',
    () =>
      scene.officer.refused(
        'byPledgeOpenForeclosure',
        { pledgeId, route: 'SELF_SALE', basis: 'DEFAULT' },
        'BY_PLEDGE_GRACE_PERIOD_RUNNING',
      ),
    told,
    by('by-pledge/5.4', 'by-pledge/5.6/threshold'),
  );
}

/** A claim by e-mail alone does not count; by registered mail it does, from the delivery. */
export async function sendClaim(scene: Scene, { pledgeId }: Pledgor): Promise<void> {
  const { narrator, officer } = scene;
  const claim = { pledgeId, kind: 'CLAIM', sender: 'PLEDGEE', text: 'Претензия: просроченная задолженность' };
  await narrator.step(
    'A claim by e-mail alone is no claim',
    () => officer.refused('byPledgeSendNotice', { ...claim, ways: ['EMAIL_SCAN'] }, 'BY_PLEDGE_NOTICE_CHANNEL_NOT_ALLOWED'),
    told,
    by('by-pledge/5.15/row1'),
  );
  await narrator.step(
    'By registered mail with a copy by e-mail it is; the time to answer runs from the delivery',
    async () => {
      const { notice } = await officer.act('byPledgeSendNotice', { ...claim, ways: ['REGISTERED_MAIL', 'EMAIL_SCAN'] }, 'notice { id }');
      await scene.wait('P3D');
      const deliveredOn = (await scene.today()).toString();
      const receipt = { noticeId: notice.id, way: 'REGISTERED_MAIL', deliveredOn };
      const answered = await scene.officer.act(
        'byPledgeRecordReceipt',
        receipt,
        'notice { receivedOn deliveries { way counts receivedOn } }',
      );
      return answered.notice;
    },
    ({ receivedOn, deliveries }) => [
      `received on ${receivedOn}`,
      ...deliveries.map(
        (one: { way: string; counts: boolean; receivedOn: string | null }) =>
          `${one.way}: ${one.counts ? one.receivedOn : 'a courtesy copy'}`,
      ),
    ],
    by('by-pledge/5.5/claim-first', 'by-pledge/5.15/row1'),
  );
}

/** The grace period has ended: the lender sells by itself, at the pledge value, at the agreed site. @returns the case */
export async function offerForSale(scene: Scene, { pledgeId }: Pledgor, value: string): Promise<string> {
  const { narrator, officer } = scene;
  const id = await narrator.step(
    'The grace period has ended: the lender opens a sale without a court',
    async () => {
      const { foreclosure } = await officer.act(
        'byPledgeOpenForeclosure',
        { pledgeId, route: 'SELF_SALE', basis: 'DEFAULT' },
        'foreclosure { id state missedOn graceEndsOn }',
      );
      return foreclosure as { id: string; state: string; missedOn: string; graceEndsOn: string };
    },
    ({ state, missedOn, graceEndsOn }) => `${state}: missed on ${missedOn}, grace period to ${graceEndsOn}`,
    by('by-pledge/1.3', 'by-pledge/5.6/threshold'),
  );
  const listing = { foreclosureId: id.id, way: 'OWN_LISTING', reference: '101234567', site: 'AV.by' };
  await narrator.step(
    'At a lower price than the pledge value it is not offered',
    () => officer.refused('byPledgeListForSale', { ...listing, startPrice: byn('3900.00') }, 'BY_PLEDGE_START_PRICE_MISMATCH'),
    told,
    by('by-pledge/2.6'),
  );
  await narrator.step(
    `It is offered for ${value} BYN, and the pledgor is told by registered mail`,
    async () => {
      await officer.act('byPledgeListForSale', { ...listing, startPrice: byn(value) });
      const notice = { pledgeId, kind: 'SALE_NOTICE', sender: 'PLEDGEE', ways: ['REGISTERED_MAIL'], text: 'Реализация предмета залога' };
      await officer.act('byPledgeSendNotice', notice);
    },
    undefined,
    by('by-pledge/5.6/sale-way', 'by-pledge/5.15/row2'),
  );
  return id.id;
}

/** Sold: the secured claim is counted that day, the surplus goes back to the pledgor's account, and the pledge ends. */
export async function sell(scene: Scene, { pledgeId }: Pledgor, foreclosureId: string, proceeds: string): Promise<void> {
  const { narrator, officer } = scene;
  await narrator.step(
    `Sold for ${proceeds} BYN: the claim of that day is satisfied`,
    async () => {
      const sale = { foreclosureId, soldOn: (await scene.today()).toString(), proceeds: byn(proceeds) };
      const selection = 'foreclosure { state securedClaim { amount } surplus { amount } deficit { amount } }';
      const { foreclosure } = await officer.act('byPledgeRecordSale', sale, selection);
      expect(Number(foreclosure.surplus.amount) > 0, 'The sale brought more than the claim.');
      const sum = Number(foreclosure.securedClaim.amount) + Number(foreclosure.surplus.amount);
      expect(sum.toFixed(2) === proceeds, 'Claim and surplus are the proceeds.');
      return foreclosure;
    },
    ({ securedClaim, surplus }) => `claim ${securedClaim.amount}, surplus ${surplus.amount}`,
    by('by-pledge/1.2/p2', 'by-pledge/3.3/а'),
  );
  await narrator.step(
    'The surplus goes to the account that the loan contract names, nowhere else',
    async () => {
      const settle = { foreclosureId };
      const elsewhere = { ...settle, destination: 'BY77AEBK30120240598500000000' };
      await officer.refused('byPledgeSettleSale', elsewhere, 'BY_PLEDGE_SURPLUS_DESTINATION');
      const { foreclosure } = await officer.act('byPledgeSettleSale', settle, 'foreclosure { state }');
      return foreclosure.state as string;
    },
    (state) => state,
    by('by-pledge/3.3/а'),
  );
  await ends(scene, { pledgeId });
}

/** The pledge ends with the last payment's day; the register's entry is removed. */
export async function ends(scene: Scene, { pledgeId }: Pick<Pledgor, 'pledgeId'>): Promise<void> {
  await scene.narrator.step(
    'Nothing is owed any more: the pledge ends, the item is free, the register’s entry goes',
    () =>
      until('the end of the pledge', async () => {
        const pledge = await pledgeOf(scene, pledgeId, 'status endedOn endGround registerTasks { operation state dueOn }');
        const removed = pledge.registerTasks.find((one: { operation: string; state: string }) => one.operation === 'EXCLUDE');
        return pledge.status === 'ENDED' && removed?.state === 'DONE' && { ...pledge, removed };
      }),
    ({ status, endedOn, endGround, removed }) => `${status} on ${endedOn} (${endGround}); entry removed, it was due by ${removed.dueOn}`,
    by('by-pledge/5.1/end', 'by-pledge/3.3/в/b2'),
  );
}
