import { addClaimItemCommand } from '../claim/add-claim-item.command';
import { issueCeaseDemand } from '../course/cease-demand.command';
import { recordDisposal, recordInspection, recordService, reportCircumstance } from '../course/course.commands';
import { reportItemEvent } from '../duties/demand-duty.command';
import { meetDuty } from '../duties/meet-duty.command';
import { clausesOf, codesOf, PledgeBench } from '../test-support/pledge-bench';
import { PledgeStory } from '../test-support/pledge-story';
import { demandEarlyRepayment } from './demand-early-repayment.command';
import { chargeFine, claimLoss } from './penalty.commands';

describe('violations of a pledge', () => {
  let bench: PledgeBench;
  let story: PledgeStory;
  beforeAll(async () => {
    bench = await PledgeBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    bench.toDay('2026-06-01');
    story = await PledgeStory.open(bench);
    story.toDay('2026-06-15');
  });

  const inspect = (parts: object = {}) =>
    bench.execute(recordInspection, {
      pledgeId: story.pledgeId,
      on: '2026-06-12',
      type: 'PHYSICAL',
      access: 'ACCESS_GRANTED',
      isInOrder: true,
      isTaxi: false,
      findings: 'Осмотрен',
      ...parts,
    });
  const violated = async (parts: object) => {
    const { violationIds, findings } = await inspect(parts);
    if (violationIds?.length !== 1) throw new Error(JSON.stringify(findings));
    return violationIds[0]!;
  };
  const dispose = (act: 'ALIENATION' | 'LEASE' | 'LATER_PLEDGE', on: string) =>
    bench.execute(recordDisposal, { pledgeId: story.pledgeId, act, on });

  it('by-pledge/3.4/а · inspections are recorded as often as they are made', async () => {
    expect(codesOf(await inspect({ on: '2026-06-10' }))).toEqual([]);
    expect(codesOf(await inspect({ on: '2026-06-11', type: 'DOCUMENTARY' }))).toEqual([]);
    expect(await story.violations()).toEqual([]);
  });

  it('by-pledge/3.1/а · a car that is not in working order is a violation', async () => {
    await violated({ isInOrder: false });
    expect(await story.clausesViolated()).toEqual(['by-pledge/3.1/а']);
  });

  it('by-pledge/3.1/б/access · access that is denied is a violation', async () => {
    expect(codesOf(await inspect({ access: 'ACCESS_DENIED' }))).toEqual(['BY_PLEDGE_ACCESS_DENIED_BY_PLEDGOR']);
    expect(await story.clausesViolated()).toEqual(['by-pledge/3.1/б/access']);
  });

  it('by-pledge/3.1/в · acts that lower the value are recorded with the loss', async () => {
    expect(codesOf(await inspect())).toEqual([]);
    await violated({ valueLoweredBy: '2000.00' });
    const rows = await bench.sql('select clause, estimated_loss from by_pledge.violation where pledge_id = $1', [story.pledgeId]);
    expect(rows).toEqual([{ clause: 'by-pledge/3.1/в', estimated_loss: '2000.00' }]);
  });

  it('by-pledge/3.1/о · use as a taxi is a violation, other use is none', async () => {
    expect(codesOf(await inspect())).toEqual([]);
    expect(codesOf(await inspect({ isTaxi: true }))).toEqual(['BY_PLEDGE_TAXI_USE']);
    expect(await story.clausesViolated()).toEqual(['by-pledge/3.1/о']);
  });

  it('by-pledge/3.1/г · a new place is told on the next day at the latest', async () => {
    const report = (notifiedOn: string) =>
      bench.execute(reportCircumstance, {
        pledgeId: story.pledgeId,
        event: 'LOCATION_CHANGED',
        occurredOn: '2026-06-01',
        notifiedOn,
        text: 'г. Минск, ул. Примерная, д. 11',
      });
    expect(codesOf(await report('2026-06-02'))).toEqual([]);
    expect(codesOf(await report('2026-06-03'))).toEqual(['BY_PLEDGE_NOTICE_LATE']);
    expect(await story.clausesViolated()).toEqual(['by-pledge/3.1/г']);
  });

  it('by-pledge/3.1/ж · a later pledge needs a consent of an earlier day', async () => {
    await story.consented('LATER_PLEDGE', '2026-06-10');
    expect(codesOf(await dispose('LATER_PLEDGE', '2026-06-09'))).toEqual(['BY_PLEDGE_SUBSEQUENT_PLEDGE_WITHOUT_CONSENT']);
    expect(codesOf(await dispose('LATER_PLEDGE', '2026-06-11'))).toEqual([]);
    expect(await story.clausesViolated()).toEqual(['by-pledge/3.1/ж']);
  });

  it('by-pledge/3.1/к/p1 · a disposal without an earlier consent is refused and is a violation, once', async () => {
    const refused = await dispose('ALIENATION', '2026-06-15');
    expect(refused).toMatchObject({ findings: [{ code: 'BY_PLEDGE_ALIENATION_WITHOUT_CONSENT', clauses: ['by-pledge/3.1/к/p1'] }] });
    expect(refused.recordId).toBeUndefined();
    await dispose('ALIENATION', '2026-06-15');
    expect(await story.clausesViolated()).toEqual(['by-pledge/3.1/к/p1']);
    await story.consented('LEASE', '2026-06-10');
    expect((await dispose('LEASE', '2026-06-15')).recordId).toBeDefined();
  });

  it('by-pledge/1.4 · income from the item is the pledgor’s: a lease that was agreed to leaves the loan as it was', async () => {
    await story.consented('LEASE', '2026-06-10');
    const before = await story.balance();
    const { recordId } = await dispose('LEASE', '2026-06-15');
    expect(await bench.sql('select facts from by_pledge.course_record where id = $1', [recordId])).toEqual([
      { facts: { act: 'LEASE', incomeOwner: 'PLEDGOR' } },
    ]);
    expect(await story.balance()).toEqual(before);
    const claimed = { pledgeId: story.pledgeId, kind: 'ITEM_INCOME', amount: '300.00', reference: 'lease-1' };
    expect(codesOf(await bench.execute(addClaimItemCommand, claimed))).toEqual(['BY_PLEDGE_CLAIM_ITEM_NOT_SECURED']);
    expect(await story.balance()).toEqual(before);
  });

  it('by-pledge/3.1/н · a service without certificate and history is a violation', async () => {
    const serve = (...kinds: string[]) =>
      bench.execute(recordService, { pledgeId: story.pledgeId, on: '2026-06-05', evidence: kinds.map((kind) => ({ kind, number: '12' })) });
    expect(codesOf(await serve('WORK_CERTIFICATE', 'SERVICE_HISTORY'))).toEqual([]);
    expect(clausesOf(await serve('SERVICE_HISTORY'))).toEqual(['by-pledge/3.1/н']);
    expect(await story.clausesViolated()).toEqual(['by-pledge/3.1/н']);
  });

  it('by-pledge/4.1 · every fact is fined once, by five base values of its day', async () => {
    const first = await violated({ isTaxi: true });
    const second = await violated({ isInOrder: false });
    for (const violationId of [first, second]) await bench.done(chargeFine, { pledgeId: story.pledgeId, violationId });
    expect((await story.balance()).penalty).toBe('450.00');
    const again = await bench.execute(chargeFine, { pledgeId: story.pledgeId, violationId: first });
    expect(again.findings).toMatchObject([{ code: 'BY_PLEDGE_FINE_NOT_CHARGEABLE', clauses: ['by-pledge/4.1'] }]);
    expect((await story.balance()).penalty).toBe('450.00');
  });

  it('by-pledge/4.2 · losses come on top of the fine and neither lowers the other', async () => {
    const violationId = await violated({ isTaxi: true });
    await bench.done(chargeFine, { pledgeId: story.pledgeId, violationId });
    await bench.done(claimLoss, { pledgeId: story.pledgeId, violationId, measure: 'OTHER', amount: '600.00' });
    expect(await story.balance()).toMatchObject({ penalty: '225.00', cost: '600.00' });
    const again = await bench.execute(claimLoss, { pledgeId: story.pledgeId, violationId, measure: 'OTHER', amount: '600.00' });
    expect(codesOf(again)).toEqual(['BY_PLEDGE_LOSS_CLAIMED_ALREADY']);
  });

  it('by-pledge/4.4/loss · for the lost item no more than the pledge value', async () => {
    const violationId = await violated({ isInOrder: false });
    const claim = (amount: string) => bench.execute(claimLoss, { pledgeId: story.pledgeId, violationId, measure: 'LOSS', amount });
    expect((await claim('13000.00')).findings).toMatchObject([
      { code: 'BY_PLEDGE_LIABILITY_LIMIT_EXCEEDED', clauses: ['by-pledge/4.4/loss'] },
    ]);
    expect(codesOf(await claim('12500.00'))).toEqual([]);
  });

  it('by-pledge/4.4/damage · for damage the fall of the pledge value', async () => {
    const violationId = await violated({ isInOrder: false });
    const claim = (amount: string) =>
      bench.execute(claimLoss, { pledgeId: story.pledgeId, violationId, measure: 'DAMAGE', amount, valueAfter: '10800.00' });
    expect(clausesOf(await claim('1700.01'))).toEqual(['by-pledge/4.4/damage']);
    expect(codesOf(await claim('1700.00'))).toEqual([]);
    expect((await story.balance()).cost).toBe('1700.00');
  });

  it('by-pledge/3.4/в/early-repayment · on a recorded violation the whole balance falls due on the day of the demand', async () => {
    const demand = (violationId: string | null) =>
      bench.execute(demandEarlyRepayment, { pledgeId: story.pledgeId, ground: 'PLEDGE_VIOLATION', violationId, dueOn: '2026-06-22' });
    expect((await demand(null)).findings).toMatchObject([
      { code: 'BY_PLEDGE_EARLY_DEMAND_GROUND_MISSING', clauses: ['by-pledge/3.4/в/early-repayment'] },
    ]);
    expect(codesOf(await demand(await violated({ isTaxi: true })))).toEqual([]);
    story.toDay('2026-06-23');
    await inspect({ on: '2026-06-23' });
    const [row] = await bench.sql<{ terms: { schedule: { dueOn: string; principal: string }[] } }>(
      'select terms from core.schedule where contract_id = $1 order by version desc limit 1',
      [story.contractId],
    );
    expect(row!.terms.schedule).toMatchObject([{ dueOn: '2026-06-22', principal: '3000.00' }]);
  });

  it('by-pledge/3.4/г · a lost item that was replaced in time is no ground, one that was not is', async () => {
    const demand = () =>
      bench.execute(demandEarlyRepayment, { pledgeId: story.pledgeId, ground: 'POSSESSION_LOST_NOT_CURED', dueOn: '2026-06-22' });
    const lost = async () => (await bench.done(reportItemEvent, { pledgeId: story.pledgeId, event: 'LOSS', on: '2026-06-15' })).dutyId!;
    await story.consented('REPLACEMENT', '2026-06-15');
    await bench.done(meetDuty, { dutyId: await lost(), on: '2026-06-15', outcome: 'REPLACE', document: 'опись 2' });
    expect((await demand()).findings).toMatchObject([{ code: 'BY_PLEDGE_EARLY_DEMAND_GROUND_MISSING', clauses: ['by-pledge/3.4/г'] }]);
    await lost();
    expect(codesOf(await demand())).toEqual([]);
  });

  it('by-pledge/3.4/д · a demand to a third party is kept with addressee and day, in words that only the lender can read', async () => {
    const empty = await bench.execute(issueCeaseDemand, { pledgeId: story.pledgeId, addressee: ' ', ground: 'x' });
    expect(codesOf(empty)).toEqual(['BY_PLEDGE_DUTY_TERM_MISSING']);
    const { recordId } = await bench.done(issueCeaseDemand, { pledgeId: story.pledgeId, addressee: 'Стоянка', ground: 'Утилизация' });
    const [row] = await bench.sql<{ day: string; text: Buffer; document: string }>(
      "select on_day::text as day, text_enc as text, facts->>'documentId' as document from by_pledge.course_record where id = $1",
      [recordId],
    );
    expect(row!.day).toBe('2026-06-15');
    expect(row!.text.includes('Стоянка')).toBe(false);
    const [document] = await bench.sql<{ id: string; content: Buffer; kind: string }>(
      'select id, content, kind from core.document where id = $1',
      [row!.document],
    );
    expect(document!.kind).toBe('CEASE_DEMAND');
    const text = bench.textOf(document!);
    for (const said of ['Стоянка', 'Утилизация', '15.06.2026']) expect(text).toContain(said);
  });
});
