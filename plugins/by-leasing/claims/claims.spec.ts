import { Temporal } from 'temporal-polyfill';
import { toGlobalId } from '../../../schema/base';
import { suspendAccount } from '../holds/hold.commands';
import { CLAIM_ANSWER } from '../ids';
import { CabinetBench, codesOf } from '../test-support/cabinet-bench';
import { answerClaim, type FileClaim, fileClaim } from './claim.commands';
import { moveDispute, openDispute } from './dispute.commands';

const ALL = `query ($id: ID!) { client(id: $id) { byLeasing {
  claims { number sender state receivedOn answerDueOn answer text answerText }
  disputes { state forum claimId courtAt } } } }`;

describe('a claim', () => {
  let bench: CabinetBench;
  beforeAll(async () => {
    bench = await CabinetBench.open();
  });
  afterAll(() => bench.close());
  // Monday. Messages of days that were never are no longer the last ones.
  beforeEach(async () => {
    bench.clock.moveTo('2026-06-01T09:00:00Z');
    await bench.sql('update core.notification set secret_enc = null');
  });

  const file = (clientId: string, parts: Partial<FileClaim> = {}) => {
    const claim = {
      sender: 'CLIENT' as const,
      contractNumber: 'FL-1001',
      text: 'Верните излишне уплаченное.',
      fileIds: [],
      receivedOn: null,
    };
    const caller = (parts.sender ?? claim.sender) === 'CLIENT' && !parts.receivedOn ? bench.client(clientId) : bench.officer;
    return bench.execute(fileClaim, { clientId, ...claim, ...parts }, caller);
  };
  const answer = (claimId: string, kind: 'ACCEPTED' | 'REJECTED', text: string | null, caller = bench.officer) =>
    bench.execute(answerClaim, { claimId, answer: kind, text }, caller);
  const shown = async (clientId: string) =>
    (await bench.ask(ALL, { id: toGlobalId('Client', clientId) }, bench.client(clientId))).client.byLeasing;

  it('by-leasing/12.5/p3/claim · is sent by either side, with number, sender, content and day of receipt', async () => {
    const clientId = await bench.newClient();
    expect(codesOf(await file(clientId))).toEqual([]);
    expect(codesOf(await file(clientId, { sender: 'LENDER', text: 'Погасите задолженность.' }))).toEqual([]);
    const { claims } = await shown(clientId);
    expect(claims).toHaveLength(2);
    expect(claims.find(({ sender }: { sender: string }) => sender === 'CLIENT')).toMatchObject({
      number: expect.stringMatching(/^П-2026-\d{6}$/),
      state: 'RECEIVED',
      receivedOn: '2026-06-01',
      answerDueOn: '2026-06-15',
      text: 'Верните излишне уплаченное.',
    });
    const notices = await bench.notices(clientId);
    expect(notices.map(({ channel, kind }) => [channel, kind])).toEqual([
      ['CABINET', 'BY_LEASING_CLAIM'],
      ['SMS', 'BY_LEASING_CLAIM'],
    ]);
  });

  it('by-leasing/12.5/p3/answer · is answered in time on the tenth working day after its receipt', async () => {
    const clientId = await bench.newClient();
    const { claimId } = await file(clientId);
    bench.clock.moveTo('2026-06-15T20:59:00Z');
    expect(codesOf(await answer(claimId!, 'REJECTED', 'Переплаты нет: сверка приложена.'))).toEqual([]);
    bench.clock.moveTo('2026-06-16T00:00:00Z');
    expect(await bench.fire(CLAIM_ANSWER, claimId!)).toEqual(['MET']);
    const [found] = await bench.sql('select state, answer from by_leasing.claim where id = $1', [claimId]);
    expect(found).toEqual({ state: 'ANSWERED', answer: 'REJECTED' });
  });

  it('by-leasing/12.5/p3/answer · is overdue from the next day on: an answer is refused with the clause', async () => {
    const clientId = await bench.newClient();
    const { claimId } = await file(clientId);
    // Midnight in Minsk has passed; nobody has looked at the clock yet.
    bench.clock.moveTo('2026-06-15T21:00:01Z');
    expect((await answer(claimId!, 'ACCEPTED', null)).findings).toMatchObject([
      { code: 'BY_LEASING_CLAIM_ANSWER_OVERDUE', clauses: ['by-leasing/12.5/p3/answer'], facts: { days: 10, dueOn: '2026-06-15' } },
    ]);
  });

  it('by-leasing/12.5/p3/deemed-accepted · without an answer counts as accepted, and a later answer changes nothing', async () => {
    const clientId = await bench.newClient();
    const { claimId } = await file(clientId);
    bench.clock.moveTo('2026-06-15T21:00:00Z');
    expect(await bench.fire(CLAIM_ANSWER, claimId!)).toEqual(['MISSED']);
    const state = () => bench.sql('select state, answer from by_leasing.claim where id = $1', [claimId]);
    expect(await state()).toEqual([{ state: 'DEEMED_ACCEPTED', answer: null }]);
    bench.clock.moveTo('2026-06-17T09:00:00Z');
    expect(codesOf(await answer(claimId!, 'REJECTED', 'Возражаем.'))).toEqual(['BY_LEASING_CLAIM_ANSWER_OVERDUE']);
    expect(await state()).toEqual([{ state: 'DEEMED_ACCEPTED', answer: null }]);
    const missed = await bench.sql('select clause, client_id from by_leasing.missed_duty where subject_id = $1', [claimId]);
    expect(missed).toEqual([{ clause: 'by-leasing/12.5/p3/answer', client_id: clientId }]);
  });

  it('by-leasing/12.5/p3/deemed-accepted · is not objected to without reasons', async () => {
    const clientId = await bench.newClient();
    const { claimId } = await file(clientId, { sender: 'LENDER' });
    const asClient = bench.client(clientId);
    expect((await answer(claimId!, 'REJECTED', ' ', asClient)).findings).toMatchObject([
      { code: 'BY_LEASING_CLAIM_OBJECTION_UNREASONED', clauses: ['by-leasing/12.5/p3/deemed-accepted'] },
    ]);
    expect(codesOf(await answer(claimId!, 'REJECTED', 'Платёж внесён 28 мая.', asClient))).toEqual([]);
    expect((await shown(clientId)).claims).toMatchObject([{ state: 'ANSWERED', answerText: 'Платёж внесён 28 мая.' }]);
    expect(codesOf(await answer(claimId!, 'ACCEPTED', null, asClient))).toEqual(['BY_LEASING_CLAIM_ANSWERED_ALREADY']);
  });

  it('is answered by the party that received it, not by its sender or a stranger', async () => {
    const [clientId, other] = [await bench.newClient(), await bench.newClient()];
    const { claimId } = await file(clientId);
    expect(codesOf(await answer(claimId!, 'ACCEPTED', null, bench.client(clientId)))).toEqual(['BY_LEASING_CLAIM_OWN']);
    expect(codesOf(await answer(claimId!, 'ACCEPTED', null, bench.client(other)))).toEqual(['BY_LEASING_CLAIM_NOT_FOUND']);
  });

  it('that came on paper counts from the day of its receipt, which is not to come', async () => {
    const clientId = await bench.newClient();
    const received = Temporal.PlainDate.from('2026-05-29');
    const { claimId } = await file(clientId, { receivedOn: received });
    const [{ due }] = (await bench.sql<{ due: string }>('select answer_due_on::text as due from by_leasing.claim where id = $1', [
      claimId,
    ])) as [{ due: string }];
    expect(due).toBe('2026-06-12');
    expect(codesOf(await file(clientId, { receivedOn: Temporal.PlainDate.from('2026-06-02') }))).toEqual(['BY_LEASING_MOMENT_IN_FUTURE']);
  });

  it('is not sent through a suspended cabinet, only on paper', async () => {
    const clientId = await bench.newClient();
    await bench.done(suspendAccount, { clientId, ground: 'SUSPECTED_THIRD_PARTY_USE', note: 'Вход с двух устройств' });
    expect(codesOf(await file(clientId))).toContain('BY_LEASING_ACCOUNT_SUSPENDED');
    expect(codesOf(await file(clientId, { receivedOn: Temporal.PlainDate.from('2026-06-01') }))).toEqual([]);
  });

  describe('before a court', () => {
    const dispute = async (clientId: string) => (await bench.done(openDispute, { clientId, claimId: null })).disputeId!;
    const toCourt = (disputeId: string, claimId: string | null = null) =>
      bench.execute(moveDispute, { disputeId, state: 'COURT', claimId });

    it('by-leasing/12.5/p2 · must have been sent, and answered or left without an answer in its time', async () => {
      const clientId = await bench.newClient();
      const disputeId = await dispute(clientId);
      expect((await toCourt(disputeId)).findings).toMatchObject([
        { code: 'BY_LEASING_CLAIM_REQUIRED_FIRST', clauses: ['by-leasing/12.5/p2'] },
      ]);
      const { claimId } = await file(clientId, { sender: 'LENDER' });
      expect(codesOf(await toCourt(disputeId, claimId))).toEqual(['BY_LEASING_CLAIM_REQUIRED_FIRST']);
      bench.clock.moveTo('2026-06-16T00:00:00Z');
      expect(codesOf(await toCourt(disputeId, claimId))).toEqual([]);
    });

    it('by-leasing/12.5/p2 · need not wait once the other party has answered', async () => {
      const clientId = await bench.newClient();
      const { claimId } = await file(clientId, { sender: 'LENDER' });
      await bench.done(answerClaim, { claimId: claimId!, answer: 'REJECTED', text: 'Не согласен.' }, bench.client(clientId));
      expect(codesOf(await toCourt(await dispute(clientId), claimId))).toEqual([]);
    });

    it('by-leasing/12.5/p1 · shows where disputes go, and keeps it when one went there', async () => {
      const clientId = await bench.newClient();
      const disputeId = await dispute(clientId);
      const forum = expect.stringContaining('Верховн');
      expect((await shown(clientId)).disputes).toEqual([{ state: 'PRE_TRIAL', forum, claimId: null, courtAt: null }]);
      const { claimId } = await file(clientId, { sender: 'LENDER' });
      await bench.done(answerClaim, { claimId: claimId!, answer: 'ACCEPTED', text: null }, bench.client(clientId));
      await bench.done(moveDispute, { disputeId, state: 'COURT', claimId: claimId! });
      const [kept] = await bench.sql<{ forum: string }>('select forum from by_leasing.dispute where id = $1', [disputeId]);
      expect(kept).toEqual({ forum });
      await bench.done(moveDispute, { disputeId, state: 'SETTLED', claimId: null });
      expect(codesOf(await toCourt(disputeId))).toEqual(['BY_LEASING_DISPUTE_NOT_FOUND']);
    });

    it('must be a claim of the same client', async () => {
      const [clientId, other] = [await bench.newClient(), await bench.newClient()];
      const { claimId } = await file(other);
      expect(codesOf(await bench.execute(openDispute, { clientId, claimId: claimId! }))).toEqual(['BY_LEASING_CLAIM_NOT_FOUND']);
    });
  });
});
