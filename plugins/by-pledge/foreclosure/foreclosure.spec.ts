import { type CommandResult, defineCommand } from '../../../modules/commands';
import { cite } from '../cite';
import { answerClaim } from '../notices/notices.commands';
import { lockPledge } from '../pledge';
import { enforcementEvents } from '../pledge/course-events';
import { clausesOf, codesOf, PledgeBench } from '../test-support/pledge-bench';
import { PledgeStory } from '../test-support/pledge-story';
import { recordViolation } from '../violations/record-violation';
import { type OpenForeclosure, openForeclosure } from './open-foreclosure.command';
import { fileSuit, listForSale, recordDecision, recordSale, settleSale } from './steps.commands';

const violate = defineCommand<{ readonly pledgeId: string; readonly on: string }, CommandResult & { readonly id: string }>({
  name: 'test:violate',
  emits: enforcementEvents,
  async run({ pledgeId, on }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    return { id: await recordViolation(context, pledge, { clause: cite('by-pledge/3.1/о'), fact: on, on }) };
  },
});

const COURT = 'MINSK_CENTRAL_DISTRICT';

/** Loans of 2026-06-01 for 30 days: due on 2026-07-01, the grace period ends on 2026-08-01. */
describe('foreclosure', () => {
  let bench: PledgeBench;
  beforeAll(async () => {
    bench = await PledgeBench.open();
  });
  afterAll(() => bench.close());

  let story: PledgeStory;
  const DUE = '2026-07-01';
  const GRACE_END = '2026-08-01';
  const AFTER = '2026-08-02';
  beforeEach(async () => {
    bench.toDay('2026-06-01');
    story = await PledgeStory.open(bench);
  });

  const open = (parts: Partial<OpenForeclosure> = {}) =>
    bench.execute(openForeclosure, { pledgeId: story.pledgeId, route: 'COURT', basis: 'DEFAULT', ...parts });
  const opened = async (parts: Partial<OpenForeclosure> = {}) => {
    const { foreclosureId, findings } = await open(parts);
    if (!foreclosureId) throw new Error(JSON.stringify(findings));
    return foreclosureId;
  };
  const state = async (id: string) =>
    (await bench.sql<{ state: string }>('select state from by_pledge.foreclosure where id = $1', [id]))[0]!.state;
  const list = (foreclosureId: string, more: object = {}) =>
    bench.execute(listForSale, {
      foreclosureId,
      way: 'OWN_LISTING',
      reference: '101234567',
      site: 'AV.by',
      startPrice: '4200.00',
      ...more,
    });
  /** A case of a small car that is offered for sale. */
  const onSale = async () => {
    await story.worth('4200.00');
    story.toDay(AFTER);
    const id = await opened({ route: 'SELF_SALE' });
    expect(codesOf(await list(id))).toEqual([]);
    return id;
  };
  const debt = async () => {
    const { principal, interest, penalty, cost } = await story.balance();
    return (Number(principal) + Number(interest) + Number(penalty) + Number(cost)).toFixed(2);
  };

  it('by-pledge/1.3 · needs a default: nothing overdue, no case; with one and the grace period ended it opens', async () => {
    story.toDay(DUE);
    const early = await open();
    expect(early.findings).toMatchObject([{ code: 'BY_PLEDGE_NO_DEFAULT', clauses: ['by-pledge/1.3'] }]);
    story.toDay(AFTER);
    expect(await state(await opened())).toBe('OPEN');
    expect((await bench.pledge(story.pledgeId)).status).toBe('FORECLOSURE');
  });

  it('by-pledge/5.4 · by a court begins when the grace period has ended, not on its last day', async () => {
    story.toDay(GRACE_END);
    expect((await open()).findings).toMatchObject([
      { code: 'BY_PLEDGE_GRACE_PERIOD_RUNNING', clauses: ['by-pledge/5.4'], facts: { endsOn: GRACE_END } },
    ]);
    story.toDay(AFTER);
    expect(codesOf(await open())).toEqual([]);
  });

  it('by-pledge/5.5/claim-first · no suit without a claim that was received', async () => {
    story.toDay(AFTER);
    const foreclosureId = await opened();
    const refused = await bench.execute(fileSuit, { foreclosureId, forum: COURT });
    expect(refused.findings).toMatchObject([{ code: 'BY_PLEDGE_CLAIM_REQUIRED_FIRST', clauses: ['by-pledge/5.5/claim-first'] }]);
  });

  it('by-pledge/5.5/claim-first · the claim and its answer may run within the grace period', async () => {
    story.toDay('2026-07-06');
    await story.claimReceived('2026-07-06');
    story.toDay(AFTER);
    const foreclosureId = await opened();
    expect(codesOf(await bench.execute(fileSuit, { foreclosureId, forum: COURT }))).toEqual([]);
    expect(await state(foreclosureId)).toBe('FILED');
  });

  it('by-pledge/5.5/answer · ten working days from the day after receipt; a suit on the last of them is refused', async () => {
    story.toDay('2026-08-03');
    const foreclosureId = await opened();
    await story.claimReceived('2026-08-03');
    story.toDay('2026-08-17');
    const refused = await bench.execute(fileSuit, { foreclosureId, forum: COURT });
    expect(refused.findings).toMatchObject([
      { code: 'BY_PLEDGE_CLAIM_PERIOD_RUNNING', clauses: ['by-pledge/5.5/answer'], facts: { endsOn: '2026-08-17' } },
    ]);
    story.toDay('2026-08-18');
    expect(await bench.fire(story.applicationId, 'by-pledge/claim-answer')).toEqual(['MET']);
    expect(codesOf(await bench.execute(fileSuit, { foreclosureId, forum: COURT }))).toEqual([]);
  });

  it('by-pledge/5.5/answer · an answer ends the waiting', async () => {
    story.toDay('2026-08-03');
    const foreclosureId = await opened();
    const noticeId = await story.claimReceived('2026-08-03');
    story.toDay('2026-08-05');
    await bench.done(answerClaim, { noticeId, on: '2026-08-05' });
    expect(codesOf(await bench.execute(fileSuit, { foreclosureId, forum: COURT }))).toEqual([]);
  });

  it('by-pledge/5.7 · another court than the agreed one is refused, and the agreed one is stored', async () => {
    story.toDay('2026-07-06');
    await story.claimReceived('2026-07-06');
    story.toDay(AFTER);
    const foreclosureId = await opened();
    const refused = await bench.execute(fileSuit, { foreclosureId, forum: 'MINSK_FRUNZENSKY_DISTRICT' });
    expect(refused.findings).toMatchObject([{ code: 'BY_PLEDGE_FORUM_MISMATCH', clauses: ['by-pledge/5.7'] }]);
    await bench.done(fileSuit, { foreclosureId, forum: COURT });
    expect(await bench.sql('select forum from by_pledge.foreclosure where id = $1', [foreclosureId])).toEqual([{ forum: COURT }]);
  });

  it('by-pledge/5.6/threshold · without a court for a value of 100 base values at most, after the grace period', async () => {
    await story.worth('4500.01');
    story.toDay(AFTER);
    const refused = await open({ route: 'SELF_SALE' });
    expect(refused.findings).toMatchObject([{ code: 'BY_PLEDGE_SELF_SALE_NOT_ALLOWED', clauses: ['by-pledge/5.6/threshold'] }]);
    await story.worth('4500.00');
    expect(codesOf(await open({ route: 'SELF_SALE' }))).toEqual([]);
  });

  it('by-pledge/5.6/threshold · nothing is sold within the grace period', async () => {
    await story.worth('4200.00');
    story.toDay(GRACE_END);
    expect(clausesOf(await open({ route: 'SELF_SALE' }))).toEqual(['by-pledge/5.6/threshold']);
  });

  it('by-pledge/5.6/sale-way · by commission, or by a listing with its number at the agreed site', async () => {
    await story.worth('4200.00');
    story.toDay(AFTER);
    const id = await opened({ route: 'SELF_SALE' });
    for (const wrong of [{ reference: null }, { site: 'elsewhere.by' }, { way: 'AUCTION' }, { way: null }])
      expect((await list(id, wrong)).findings).toMatchObject([{ code: 'BY_PLEDGE_SALE_WAY_INVALID', clauses: ['by-pledge/5.6/sale-way'] }]);
    expect(codesOf(await list(id))).toEqual([]);
  });

  it('by-pledge/5.6/sale-way · a commission contract needs its number and no site', async () => {
    await story.worth('4200.00');
    story.toDay(AFTER);
    const id = await opened({ route: 'SELF_SALE' });
    expect(codesOf(await list(id, { way: 'COMMISSION_CONTRACT', reference: 'K-17', site: null }))).toEqual([]);
  });

  it('by-pledge/2.6 · begins at the pledge value unless a decision or an agreement sets another price', async () => {
    await story.worth('4200.00');
    story.toDay(AFTER);
    const id = await opened({ route: 'SELF_SALE' });
    expect((await list(id, { startPrice: '3900.00' })).findings).toMatchObject([
      { code: 'BY_PLEDGE_START_PRICE_MISMATCH', clauses: ['by-pledge/2.6'] },
    ]);
    const without = { startPrice: '3900.00', override: { kind: 'PARTIES_AGREEMENT', document: ' ' } };
    expect(codesOf(await list(id, without))).toEqual(['BY_PLEDGE_START_PRICE_MISMATCH']);
    expect(codesOf(await list(id, { startPrice: '3900.00', override: { kind: 'PARTIES_AGREEMENT', document: '5' } }))).toEqual([]);
  });

  it('by-pledge/3.2/а · is stopped by the overdue debt, not by a kopeck less, and nothing can be sold then', async () => {
    const id = await onSale();
    const [ledger] = await bench.sql<{ overdue: string }>(
      'select principal + interest_due as overdue from core.ledger where contract_id = $1',
      [story.contractId],
    );
    await bench.pay(story.contractId, (Number(ledger!.overdue) - 0.01).toFixed(2));
    expect(await state(id)).toBe('ON_SALE');
    await bench.pay(story.contractId, '0.01');
    expect(await state(id)).toBe('STOPPED');
    const refused = await bench.execute(recordSale, { foreclosureId: id, soldOn: AFTER, proceeds: '4200.00' });
    expect(codesOf(refused)).toEqual(['BY_PLEDGE_FORECLOSURE_STOPPED']);
    expect((await bench.pledge(story.pledgeId)).status).toBe('ACTIVE');
  });

  it('by-pledge/3.3/а · a surplus goes to the account of the loan contract and nowhere else', async () => {
    const foreclosureId = await onSale();
    const owed = Number(await debt());
    await bench.done(recordSale, { foreclosureId, soldOn: AFTER, proceeds: '4200.00' });
    const surplus = (4200 - owed).toFixed(2);
    expect((await story.balance()).surplus).toBe(surplus);
    const elsewhere = await bench.execute(settleSale, { foreclosureId, destination: 'BY13NBRB3600900000002Z00AB00' });
    expect(elsewhere.findings).toMatchObject([{ code: 'BY_PLEDGE_SURPLUS_DESTINATION', clauses: ['by-pledge/3.3/а'] }]);
    await bench.done(settleSale, { foreclosureId });
    const refunds = await bench.sql("select amount, method from core.transfer where contract_id = $1 and purpose = 'REFUND'", [
      story.contractId,
    ]);
    expect(refunds).toEqual([{ amount: surplus, method: 'BANK_ACCOUNT' }]);
    expect(await state(foreclosureId)).toBe('SETTLED');
    expect(await bench.sql('select status from core.contract where id = $1', [story.contractId])).toEqual([{ status: 'CLOSED' }]);
    expect((await bench.pledge(story.pledgeId)).status).toBe('REALISED');
  });

  it('by-pledge/3.4/б · what the proceeds do not cover stays due from the pledgor', async () => {
    const foreclosureId = await onSale();
    const owed = Number(await debt());
    await bench.done(recordSale, { foreclosureId, soldOn: AFTER, proceeds: '2800.00' });
    await bench.done(settleSale, { foreclosureId });
    const deficit = (owed - 2800).toFixed(2);
    expect(await debt()).toBe(deficit);
    const [row] = await bench.sql('select deficit, surplus, secured_claim as claim from by_pledge.foreclosure where id = $1', [
      foreclosureId,
    ]);
    expect(row).toEqual({ deficit, surplus: '0.00', claim: owed.toFixed(2) });
  });

  it('by-pledge/3.4/в/early-foreclosure · begins early on a recorded violation, and still sells nothing within a month', async () => {
    await story.worth('4200.00');
    story.toDay('2026-06-10');
    const refused = await open({ basis: 'EARLY', route: 'SELF_SALE', violationId: null });
    expect(refused.findings).toMatchObject([{ code: 'BY_PLEDGE_NO_DEFAULT', clauses: ['by-pledge/3.4/в/early-foreclosure'] }]);
    const { id } = await bench.execute(violate, { pledgeId: story.pledgeId, on: '2026-06-09' });
    const foreclosureId = await opened({ basis: 'EARLY', route: 'SELF_SALE', violationId: id });
    expect(codesOf(await list(foreclosureId))).toEqual(['BY_PLEDGE_GRACE_PERIOD_RUNNING']);
    story.toDay('2026-07-11');
    expect(codesOf(await list(foreclosureId))).toEqual([]);
  });

  it('by a court goes on when the court allows it, ends when it does not, and never goes to sale without it', async () => {
    story.toDay('2026-07-06');
    await story.claimReceived('2026-07-06');
    story.toDay(AFTER);
    const first = await opened();
    const price = { startPrice: '12500.00', way: null, reference: null, site: null };
    expect(codesOf(await list(first, price))).toEqual(['BY_PLEDGE_FORECLOSURE_STEP_INVALID']);
    await bench.done(fileSuit, { foreclosureId: first, forum: COURT });
    await bench.done(recordDecision, { foreclosureId: first, isAllowed: false });
    expect([await state(first), (await bench.pledge(story.pledgeId)).status]).toEqual(['DISMISSED', 'ACTIVE']);
    const second = await opened();
    await bench.done(fileSuit, { foreclosureId: second, forum: COURT });
    await bench.done(recordDecision, { foreclosureId: second, isAllowed: true });
    expect(codesOf(await list(second, price))).toEqual([]);
  });
});
