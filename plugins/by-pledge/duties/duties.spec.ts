import { acceptAddendum, proposeAddendum } from '../addenda/addendum.commands';
import { recordDisposal } from '../course/course.commands';
import { recordReceipt } from '../notices/notices.commands';
import { clausesOf, codesOf, PledgeBench } from '../test-support/pledge-bench';
import { PledgeStory } from '../test-support/pledge-story';
import { type DemandDuty, demandDuty, reportItemEvent } from './demand-duty.command';
import { meetDuty } from './meet-duty.command';

describe('duties of a pledgor', () => {
  let bench: PledgeBench;
  let story: PledgeStory;
  beforeAll(async () => {
    bench = await PledgeBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    bench.toDay('2026-06-01');
    story = await PledgeStory.open(bench);
  });

  const demand = (parts: Partial<DemandDuty> & Pick<DemandDuty, 'kind'>) =>
    bench.execute(demandDuty, { pledgeId: story.pledgeId, ground: 'Запрос', ways: ['REGISTERED_MAIL'], ...parts });
  const received = (noticeId: string, deliveredOn: string) => bench.done(recordReceipt, { noticeId, way: 'REGISTERED_MAIL', deliveredOn });
  const duty = async (id: string) =>
    (
      await bench.sql<{ status: string; due: string | null }>('select status, due_on::text as due from by_pledge.duty where id = $1', [id])
    )[0]!;
  const fire = () => bench.fire(story.applicationId, 'by-pledge/duty');
  /** A duty that a notice started on a day. */
  const started = async (parts: Partial<DemandDuty> & Pick<DemandDuty, 'kind'>, on: string) => {
    story.toDay(on);
    const { dutyId, noticeId, findings } = await demand(parts);
    if (!dutyId) throw new Error(JSON.stringify(findings));
    await received(noticeId!, on);
    return dutyId;
  };

  it('by-pledge/3.1/б/information · what was not answered by the end of the day that the lender set is a violation', async () => {
    const { dutyId } = await demand({ kind: 'INFORMATION', dueOn: '2026-06-10' });
    story.toDay('2026-06-10');
    expect(await fire()).toEqual(['PENDING']);
    story.toDay('2026-06-11');
    expect(await fire()).toEqual(['MISSED']);
    expect(await duty(dutyId!)).toMatchObject({ status: 'OVERDUE' });
    expect(await story.violations()).toMatchObject([{ clause: 'by-pledge/3.1/б/information', on: '2026-06-11' }]);
  });

  it('by-pledge/3.1/б/present · three working days from the receipt of the request, holidays left out', async () => {
    const inTime = await started({ kind: 'INSPECTION' }, '2026-06-30');
    expect((await duty(inTime)).due).toBe('2026-07-06');
    story.toDay('2026-07-06');
    await bench.done(meetDuty, { dutyId: inTime, on: '2026-07-06' });
    expect(await duty(inTime)).toMatchObject({ status: 'MET' });
    expect(await story.violations()).toEqual([]);
  });

  it('by-pledge/3.1/б/present · a day later is late and a violation', async () => {
    const late = await started({ kind: 'INSPECTION' }, '2026-06-30');
    story.toDay('2026-07-07');
    await fire();
    await bench.done(meetDuty, { dutyId: late, on: '2026-07-07' });
    expect(await duty(late)).toMatchObject({ status: 'MET_LATE' });
    expect(await story.clausesViolated()).toEqual(['by-pledge/3.1/б/present']);
  });

  it('by-pledge/3.1/б/present · a request by e-mail is received on the day after it was sent, and counts from there by itself', async () => {
    story.toDay('2026-06-29');
    const { dutyId } = await demand({ kind: 'INSPECTION', ways: ['EMAIL_SCAN'] });
    expect(await duty(dutyId!)).toEqual({ status: 'OPEN', due: '2026-07-06' });
    story.toDay('2026-07-07');
    expect(await fire()).toEqual(['MISSED']);
    expect(await story.clausesViolated()).toEqual(['by-pledge/3.1/б/present']);
  });

  it('by-pledge/3.1/б/place · another place than the lender’s needs both parties', async () => {
    const at = (agreedByPledgor: boolean, agreedByPledgee: boolean) =>
      demand({ kind: 'INSPECTION', place: { agreedByPledgor, agreedByPledgee } });
    expect((await at(true, false)).findings).toMatchObject([
      { code: 'BY_PLEDGE_INSPECTION_PLACE_NOT_AGREED', clauses: ['by-pledge/3.1/б/place'], facts: { missing: 'PLEDGEE' } },
    ]);
    expect(codesOf(await at(true, true))).toEqual([]);
  });

  it('by-pledge/3.1/д · a demand to replace the item describes the threat', async () => {
    const refused = await demand({ kind: 'THREAT_REPLACEMENT', ground: ' ', dueOn: '2026-06-20' });
    expect(refused.findings).toMatchObject([{ code: 'BY_PLEDGE_REPLACEMENT_GROUND_MISSING', clauses: ['by-pledge/3.1/д'] }]);
    const { dutyId } = await demand({ kind: 'THREAT_REPLACEMENT', ground: 'Подтопление гаража', dueOn: '2026-06-20' });
    expect(await duty(dutyId!)).toEqual({ status: 'OPEN', due: '2026-06-20' });
  });

  const happened = async (event: 'LOSS' | 'DAMAGE' | 'VALUE_DECREASE', on: string, more: object = {}) =>
    (await bench.done(reportItemEvent, { pledgeId: story.pledgeId, event, on, ...more })).dutyId!;

  it('by-pledge/3.1/е/restore · five working days from the event', async () => {
    story.toDay('2026-06-03');
    const dutyId = await happened('DAMAGE', '2026-06-02');
    expect(await duty(dutyId)).toEqual({ status: 'OPEN', due: '2026-06-09' });
    story.toDay('2026-06-10');
    await fire();
    expect(await story.violations()).toMatchObject([{ clause: 'by-pledge/3.1/е/restore', on: '2026-06-10' }]);
  });

  it('by-pledge/3.1/е/replacement-consent · a stolen car is not restored, and is replaced with consent only', async () => {
    story.toDay('2026-06-03');
    const dutyId = await happened('LOSS', '2026-06-02');
    const meet = (outcome: string) => bench.execute(meetDuty, { dutyId, on: '2026-06-03', outcome, document: 'опись 2' });
    for (const option of ['RESTORE', 'REPLACE'])
      expect((await meet(option)).findings).toMatchObject([
        { code: 'BY_PLEDGE_CONSENT_MISSING', clauses: ['by-pledge/3.1/е/replacement-consent'] },
      ]);
    await story.consented('REPLACEMENT', '2026-06-03');
    expect(codesOf(await meet('REPLACE'))).toEqual([]);
    expect(await duty(dutyId)).toMatchObject({ status: 'MET' });
  });

  it('by-pledge/3.1/е/repay · the corresponding part may be repaid by the day that the lender sets', async () => {
    story.toDay('2026-06-03');
    const dutyId = await happened('VALUE_DECREASE', '2026-06-02', { valueDecrease: '1500.00', repayUntil: '2026-06-20' });
    story.toDay('2026-06-19');
    const repay = (amount: string) => bench.execute(meetDuty, { dutyId, on: '2026-06-19', outcome: 'REPAY', amount });
    expect(codesOf(await repay('1499.99'))).toEqual(['BY_PLEDGE_DUTY_TERM_MISSING']);
    // Said to be paid, but nothing came in on the loan.
    expect((await repay('1500.00')).findings).toMatchObject([{ facts: { missing: 'payment ≥ 1500.00' } }]);
    await bench.pay(story.contractId, '1500.00');
    expect(codesOf(await repay('1500.00'))).toEqual([]);
    expect(await duty(dutyId)).toEqual({ status: 'MET', due: '2026-06-20' });
  });

  const valued = async (amount: string) => {
    const { dutyId } = await demand({ kind: 'VALUATION', ground: 'MARKET_CHANGE', dueOn: '2026-06-20' });
    return bench.done(meetDuty, { dutyId: dutyId!, on: '2026-06-01', amount, document: 'отчёт 7', valuer: 'ООО «Оценка»' });
  };
  const addenda = () => bench.sql("select amount from by_pledge.duty where pledge_id = $1 and kind = 'VALUE_ADDENDUM'", [story.pledgeId]);

  it('by-pledge/3.1/з · a demanded valuation needs a ground and is met by a report, at no cost of the lender', async () => {
    expect(codesOf(await demand({ kind: 'VALUATION', ground: 'WHIM', dueOn: '2026-06-20' }))).toEqual(['BY_PLEDGE_DUTY_TERM_MISSING']);
    await valued('10800.00');
    expect((await story.balance()).cost).toBe('0.00');
  });

  it('by-pledge/3.1/и · a lower valuation asks for an addendum, an equal one does not', async () => {
    await valued('12500.00');
    expect(await addenda()).toEqual([]);
    await valued('10800.00');
    expect(await addenda()).toEqual([{ amount: '10800.00' }]);
  });

  it('by-pledge/3.1/и · the duty is done by the addendum of that value that both accepted, and by no other', async () => {
    const { dutyId } = await valued('10800.00');
    const said = () => bench.execute(meetDuty, { dutyId: dutyId!, on: '2026-06-01', document: 'соглашение 1' });
    const { pledgeId, clientId } = story;
    const agree = async (pledgeValue: string) => {
      const proposal = { kind: 'VALUE' as const, changes: { pledgeValue }, reason: 'Оценка', effectiveOn: '2026-06-01' };
      const { addendumId } = await bench.done(proposeAddendum, { pledgeId, ...proposal });
      await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null }, bench.client(clientId));
      await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null });
      return addendumId;
    };
    await agree('11000.00');
    expect((await said()).findings).toMatchObject([{ code: 'BY_PLEDGE_ADDENDUM_MISSING', clauses: ['by-pledge/3.1/и'] }]);
    const addendumId = await agree('10800.00');
    expect(await bench.sql('select status, outcome from by_pledge.duty where id = $1', [dutyId])).toEqual([
      { status: 'MET', outcome: addendumId },
    ]);
  });

  it('by-pledge/3.1/к/p2 · after an alienation with consent one of three outcomes is followed to its end', async () => {
    await story.consented('ALIENATION', '2026-06-01');
    story.toDay('2026-06-02');
    await bench.done(recordDisposal, { pledgeId: story.pledgeId, act: 'ALIENATION', on: '2026-06-02' });
    const [open] = await bench.sql<{ id: string }>("select id from by_pledge.duty where pledge_id = $1 and kind = 'ALIENATION_OUTCOME'", [
      story.pledgeId,
    ]);
    const meet = (outcome: string | null) => bench.execute(meetDuty, { dutyId: open!.id, on: '2026-06-02', outcome });
    for (const option of [null, 'EARLY_REPAYMENT', 'DEBT_TRANSFER', 'REPLACEMENT', 'GIFT'])
      expect(clausesOf(await meet(option))).toEqual(['by-pledge/3.1/к/p2']);
    const { principal, interest } = await story.balance();
    await bench.pay(story.contractId, (Number(principal) + Number(interest) + 100).toFixed(2));
    expect(codesOf(await meet('EARLY_REPAYMENT'))).toEqual([]);
  });

  it('by-pledge/3.1/м · three working days from the notice with copies; without the copies no term begins', async () => {
    const bare = await started({ kind: 'DEFECT_REIMBURSEMENT', amount: '380.00' }, '2026-06-01');
    expect(await duty(bare)).toEqual({ status: 'WAITING', due: null });
    const dutyId = await started({ kind: 'DEFECT_REIMBURSEMENT', amount: '380.00', withCopies: true }, '2026-06-01');
    expect(await duty(dutyId)).toEqual({ status: 'OPEN', due: '2026-06-04' });
    story.toDay('2026-06-04');
    await bench.done(meetDuty, { dutyId, on: '2026-06-04', amount: '380.00' });
    expect(await duty(dutyId)).toMatchObject({ status: 'MET' });
  });

  it('by-pledge/3.1/м · unpaid by the end of the last day is overdue', async () => {
    const dutyId = await started({ kind: 'DEFECT_REIMBURSEMENT', amount: '380.00', withCopies: true }, '2026-06-01');
    story.toDay('2026-06-05');
    expect(await fire()).toEqual(['MISSED']);
    expect(await duty(dutyId)).toMatchObject({ status: 'OVERDUE' });
  });

  it('that were done are not done again, and one without its day is not opened', async () => {
    const dutyId = await started({ kind: 'INSPECTION' }, '2026-06-02');
    await bench.done(meetDuty, { dutyId, on: '2026-06-02' });
    expect(codesOf(await bench.execute(meetDuty, { dutyId, on: '2026-06-02' }))).toEqual(['BY_PLEDGE_DUTY_NOT_OPEN']);
    expect(codesOf(await demand({ kind: 'INFORMATION' }))).toEqual(['BY_PLEDGE_DUTY_TERM_MISSING']);
  });
});
