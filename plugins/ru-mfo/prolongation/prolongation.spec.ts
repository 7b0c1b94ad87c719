import { Temporal } from 'temporal-polyfill';
import { completeProfile } from '../profile/complete-profile.command';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf } from '../test-support/loan-steps';
import { codeFor, days, documentOf, pay, type Running, runningContract, tickAll } from '../test-support/running-contract';
import { requestProlongation, signProlongation } from './prolongation.commands';
import type { ProlongationRecord } from './prolongation.record';

describe('prolongation', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: 'kapital-nt', at: '2023-03-01T09:00:00Z' });
  });
  afterAll(() => bench.close());

  const loan = (termDays = 21, amount = '10000.00') => runningContract(bench, { amount, termDays });
  const ask = ({ clientId, contractId }: Running, count = 10, action: 'PROLONG' | 'REPAY' = 'PROLONG') =>
    bench.execute(requestProlongation, { contractId, action, days: count }, bench.client(clientId));
  const row = async (id: string): Promise<ProlongationRecord> =>
    (
      await bench.sql<ProlongationRecord>(
        `select id, status, action, days, from_due_on::text as "fromDueOn", to_due_on::text as "toDueOn", interest_told as "interestTold",
           packet_id as "packetId", document_id as "documentId", terms from ru_mfo.prolongation where id = $1`,
        [id],
      )
    )[0]!;
  const sign = async ({ clientId }: Running, prolongationId: string, code?: string) => {
    const { packetId } = await row(prolongationId);
    await tickAll(bench, clientId, packetId);
    const sent = await codeFor(bench, clientId, { type: 'RuMfoPacket', id: packetId });
    if (!sent.ceremonyId) return { findings: sent.findings };
    return bench.execute(
      signProlongation,
      { prolongationId, ceremonyId: sent.ceremonyId, code: code ?? sent.code },
      bench.client(clientId),
    );
  };
  const prolonged = async (running: Running, count = 10): Promise<string> => {
    const { prolongationId, findings } = await ask(running, count);
    if (!prolongationId) throw new Error(JSON.stringify(findings));
    const { interestTold } = await row(prolongationId);
    if (interestTold !== '0.00') await pay(bench, running.contractId, interestTold);
    expect(codesOf(await sign(running, prolongationId))).toEqual([]);
    return prolongationId;
  };
  const versions = (contractId: string) =>
    bench.sql<{ cause: string; terms: { dueOn: string; schedule: { dueOn: string; principal: string; interest: string }[] } }>(
      'select cause, terms from core.schedule where contract_id = $1 order by version',
      [contractId],
    );
  const documents = (contractId: string) =>
    bench.sql<{ id: string; kind: string; status: string }>(
      'select id, kind, status from core.document where contract_id = $1 order by created_at, id',
      [contractId],
    );

  it('ru-mfo/kapital-nt/34 · a request that an officer enters is refused, the borrower’s own is taken', async () => {
    const running = await loan();
    const input = { contractId: running.contractId, action: 'PROLONG' as const, days: 10 };
    const refused = await bench.execute(requestProlongation, input);
    expect(refused.findings).toMatchObject([{ code: 'RU_MFO_CHANNEL_NOT_ALLOWED', clauses: ['ru-mfo/kapital-nt/34'] }]);
    expect(codesOf(await ask(running))).toEqual([]);
  });

  it('ru-mfo/kapital-nt/35/1 · the button that began it is recorded, whichever of the two it was', async () => {
    const running = await loan();
    for (const action of ['PROLONG', 'REPAY'] as const) {
      const { prolongationId } = await ask(running, 10, action);
      expect((await row(prolongationId!)).action).toBe(action);
    }
    expect(codesOf(await ask(running, 10, 'WAIT' as 'REPAY'))).toEqual(['RU_MFO_PROLONGATION_ACTION_UNKNOWN']);
  });

  it('ru-mfo/kapital-nt/36 · the interest counted up to the request is told: it must be paid to accept', async () => {
    const running = await loan();
    days(bench, 21);
    const { prolongationId } = await ask(running);
    // 21 days at 1 % a day, the highest rate of that spring.
    expect((await row(prolongationId!)).interestTold).toBe('2100.00');
    const [told] = await bench.sql<{ channel: string; clause: string; text_enc: Buffer; id: string }>(
      "select id, channel, clause, text_enc from core.notification where client_id = $1 and kind = 'PROLONGATION_INTEREST'",
      [running.clientId],
    );
    expect(told).toMatchObject({ channel: 'CABINET', clause: 'ru-mfo/kapital-nt/36' });
    expect(bench.open(told!.text_enc, 'core.notification', told!.id, 'text')).toContain('2100.00');
  });

  it('ru-mfo/kapital-nt/37 · the offer names the contract, its principal and the new day of repayment', async () => {
    const running = await loan();
    const { prolongationId } = await ask(running, 14);
    const { toDueOn, documentId, fromDueOn } = await row(prolongationId!);
    expect(Temporal.PlainDate.from(fromDueOn).until(toDueOn).days).toBe(14);
    const { kind, status, text } = await documentOf(bench, documentId);
    expect([kind, status]).toEqual(['SUPPLEMENTARY_AGREEMENT', 'PUBLISHED']);
    const [{ number }] = (await bench.sql('select number from core.contract where id = $1', [running.contractId])) as [{ number: string }];
    const shown = text.replaceAll('\u00a0', ' ');
    for (const part of [`№ ${number}`, '10 000 рублей', 'Примерова Проба', toDueOn.split('-').reverse().join('.')])
      expect(shown).toContain(part);
  });

  it('ru-mfo/kapital-nt/38/1 · a corrected profile makes the offer void and forms another; the void one cannot be accepted', async () => {
    const running = await loan();
    const { prolongationId } = await ask(running);
    await pay(bench, running.contractId, '100.00').catch(() => undefined);
    const { packetId } = await row(prolongationId!);
    await tickAll(bench, running.clientId, packetId);
    const sent = await codeFor(bench, running.clientId, { type: 'RuMfoPacket', id: packetId });
    const address = { kind: 'RESIDENCE' as const, country: 'RU', postcode: '443095', text: 'г. Самара, ул. Новая, д. 2' };
    const corrected = bench.questionnaire(running.clientId, { addresses: [address] });
    expect(codesOf(await bench.execute(completeProfile, corrected, bench.client(running.clientId)))).toEqual([]);
    expect((await row(prolongationId!)).status).toBe('VOID');
    const accept = { prolongationId: prolongationId!, ceremonyId: sent.ceremonyId!, code: sent.code! };
    expect((await bench.execute(signProlongation, accept, bench.client(running.clientId))).findings).toMatchObject([
      { code: 'RU_MFO_DRAFT_SUPERSEDED', clauses: ['ru-mfo/kapital-nt/38/1'] },
    ]);
    const [next] = await bench.sql<{ id: string }>("select id from ru_mfo.prolongation where contract_id = $1 and status = 'OFFERED'", [
      running.contractId,
    ]);
    expect((await documentOf(bench, (await row(next!.id)).documentId)).text).toContain('г. Самара');
  });

  it('ru-mfo/kapital-nt/38/2 · an offer is accepted when all the interest is paid, not a kopeck before', async () => {
    const running = await loan();
    days(bench, 21);
    const { prolongationId } = await ask(running);
    await pay(bench, running.contractId, '2099.99');
    const early = await sign(running, prolongationId!);
    expect(early.findings).toMatchObject([
      { code: 'RU_MFO_PROLONGATION_INTEREST_UNPAID', clauses: ['ru-mfo/kapital-nt/38/2'], facts: { unpaid: '0.01' } },
    ]);
    await pay(bench, running.contractId, '0.01');
    // Interest of the days since the request is no part of what was told.
    days(bench, 1);
    expect(codesOf(await sign(running, prolongationId!))).toEqual([]);
    expect((await row(prolongationId!)).status).toBe('ACCEPTED');
  });

  it('ru-mfo/kapital-nt/38/3 · the agreement is signed by the code sent for it; a wrong code changes nothing', async () => {
    const running = await loan();
    const { prolongationId } = await ask(running);
    const wrong = await sign(running, prolongationId!, '00000x');
    expect(codesOf(wrong)).toEqual(['RU_MFO_SMS_CODE_INVALID']);
    expect((await row(prolongationId!)).status).toBe('OFFERED');
    expect(codesOf(await sign(running, prolongationId!))).toEqual([]);
    const { documentId } = await row(prolongationId!);
    const { sha256, status } = await documentOf(bench, documentId);
    expect(status).toBe('SENT');
    const signatures = await bench.sql<{ digest: string; method: string }>(
      "select encode(digest, 'hex') as digest, method from core.signature where document_id = $1",
      [documentId],
    );
    expect(signatures).toEqual([{ digest: sha256, method: 'PACKET_CODE' }]);
    const [event] = await bench.sql<{ clause: string }>(
      `select clause from core.event_inbox where type = 'RuMfoProlongationStatusChanged' and subject_id = $1 and payload->>'to' = 'ACCEPTED'`,
      [prolongationId],
    );
    expect(event!.clause).toBe('ru-mfo/kapital-nt/38/3');
  });

  it('ru-mfo/kapital-nt/39 · the accepted offer stands in the account as amended individual terms', async () => {
    const running = await loan();
    const id = await prolonged(running);
    const amended = (await documents(running.contractId)).filter(({ kind }) => kind === 'AMENDED_INDIVIDUAL_TERMS');
    expect(amended).toMatchObject([{ status: 'PUBLISHED' }]);
    const { text } = await documentOf(bench, amended[0]!.id);
    const [signature] = await bench.sql<{ identifier: string }>('select identifier from core.signature where document_id = $1', [
      (await row(id)).documentId,
    ]);
    expect(text).toContain(signature!.identifier);
  });

  it('ru-mfo/kapital-nt/40 · a short loan is prolonged five times, a sixth is refused; a longer one is not limited', async () => {
    const [short, longer] = [await loan(30), await loan(31)];
    for (let i = 0; i < 5; i++) {
      await prolonged(short, 1);
      await prolonged(longer, 1);
    }
    expect((await ask(short, 10)).findings).toMatchObject([
      { code: 'RU_MFO_PROLONGATION_LIMIT', clauses: expect.arrayContaining(['ru-mfo/kapital-nt/40']), facts: { made: 5, limit: 5 } },
    ]);
    expect(codesOf(await ask(longer, 10))).toEqual([]);
  });

  it('ru-mfo/kapital-nt/41/2 · the new schedule stands in the contract from the acceptance on', async () => {
    const running = await loan();
    const id = await prolonged(running, 14);
    const { toDueOn } = await row(id);
    const [, second] = await versions(running.contractId);
    expect(second).toMatchObject({
      cause: 'PROLONGATION',
      terms: { dueOn: toDueOn, schedule: [{ dueOn: toDueOn, principal: '10000.00' }] },
    });
    const [{ terms }] = (await bench.sql('select terms from core.contract where id = $1', [running.contractId])) as [{ terms: unknown }];
    expect(terms).toEqual(second!.terms);
  });

  it('ru-mfo/kapital-nt/41/3 · every schedule stays readable, also when all is repaid', async () => {
    const running = await loan();
    await prolonged(running, 14);
    await pay(bench, running.contractId, '10000.00');
    const [contract] = await bench.sql<{ status: string }>('select status from core.contract where id = $1', [running.contractId]);
    expect(contract!.status).toBe('CLOSED');
    expect((await versions(running.contractId)).map(({ cause }) => cause)).toEqual(['CONCLUSION', 'PROLONGATION']);
  });

  it('an overdue loan is prolonged too: what was told is paid, whatever it covered first, and nothing is overdue after', async () => {
    const running = await loan();
    days(bench, 25);
    const { prolongationId } = await ask(running, 7);
    const { interestTold } = await row(prolongationId!);
    await pay(bench, running.contractId, interestTold);
    // Law lets the payment cover overdue principal before the interest of today: the offer is formed on what is owed now.
    const outdated = await sign(running, prolongationId!);
    expect(codesOf(outdated)).toEqual(['RU_MFO_DRAFT_SUPERSEDED']);
    const next = outdated.prolongationId!;
    expect((await row(next)).interestTold).toBe('0.00');
    expect(codesOf(await sign(running, next))).toEqual([]);
    const today = bench.clock.now().toZonedDateTimeISO('Europe/Samara').toPlainDate();
    expect((await row(next)).toDueOn).toBe(today.add({ days: 7 }).toString());
    days(bench, 2);
    await ask(running, 7);
    const [ledger] = await bench.sql<{ overdue: string | null }>(
      'select overdue_since::text as overdue from core.ledger where contract_id = $1',
      [running.contractId],
    );
    expect(ledger).toEqual({ overdue: null });
  });

  it('asks for a day at least and for no more than the term of the contract', async () => {
    const running = await loan(21);
    for (const count of [0, -1, 22, 1.5]) expect(codesOf(await ask(running, count))).toEqual(['RU_MFO_PROLONGATION_DAYS_INVALID']);
    for (const count of [1, 21]) expect(codesOf(await ask(running, count))).toEqual([]);
  });

  it('is accepted once, by its borrower, however often and by whomever it is tried', async () => {
    const [running, stranger] = [await loan(), await loan()];
    const { prolongationId } = await ask(running);
    const { packetId } = await row(prolongationId!);
    await tickAll(bench, running.clientId, packetId);
    const sent = await codeFor(bench, running.clientId, { type: 'RuMfoPacket', id: packetId });
    const input = { prolongationId: prolongationId!, ceremonyId: sent.ceremonyId!, code: sent.code! };
    expect(codesOf(await bench.execute(signProlongation, input, bench.client(stranger.clientId)))).toEqual(['RU_MFO_REQUEST_NOT_FOUND']);
    expect(codesOf(await bench.execute(signProlongation, input))).toEqual(['RU_MFO_NOT_AUTHENTICATED']);
    const accept = () => bench.execute(signProlongation, input, bench.client(running.clientId));
    const results = await bench.together(running.applicationId, [accept, accept, accept]);
    expect(results.filter((result) => codesOf(result).length === 0)).toHaveLength(1);
    expect((await versions(running.contractId)).filter(({ cause }) => cause === 'PROLONGATION')).toHaveLength(1);
  });
});

describe('prolongation where the rules say little of it', () => {
  it('ru-mfo/veritas/4.7/в · the agreement that changes the term bears the schedule, and so does the account', async () => {
    const bench = await LoanBench.open({ lender: 'veritas', at: '2024-05-02T09:00:00Z' });
    const running = await runningContract(bench, { amount: '10000.00', termDays: 30 });
    days(bench, 5);
    const input = { contractId: running.contractId, action: 'PROLONG' as const, days: 10 };
    const { prolongationId } = await bench.execute(requestProlongation, input, bench.client(running.clientId));
    const [{ packetId, documentId, toDueOn }] = (await bench.sql(
      'select packet_id as "packetId", document_id as "documentId", to_due_on::text as "toDueOn" from ru_mfo.prolongation where id = $1',
      [prolongationId],
    )) as [{ packetId: string; documentId: string; toDueOn: string }];
    expect((await documentOf(bench, documentId)).text).toContain(toDueOn.split('-').reverse().join('.'));
    await tickAll(bench, running.clientId, packetId);
    const { ceremonyId, code } = await codeFor(bench, running.clientId, { type: 'RuMfoPacket', id: packetId });
    const accept = { prolongationId: prolongationId!, ceremonyId: ceremonyId!, code: code! };
    expect(codesOf(await bench.execute(signProlongation, accept, bench.client(running.clientId)))).toEqual([]);
    const [{ terms }] = (await bench.sql('select terms from core.contract where id = $1', [running.contractId])) as [
      { terms: { schedule: { dueOn: string; interest: string }[] } },
    ];
    // Nothing asks for the interest before: 10 000 at 0.8 % for forty days in one payment.
    expect(terms.schedule).toMatchObject([{ dueOn: toDueOn, interest: '3200.00' }]);
    await bench.close();
  });

  it('is refused where the rules know nothing of it', async () => {
    const bench = await LoanBench.open({ lender: 'sotovy', at: '2024-05-02T09:00:00Z' });
    const running = await runningContract(bench, { amount: '10000.00', termDays: 30 });
    const input = { contractId: running.contractId, action: 'PROLONG' as const, days: 10 };
    expect(codesOf(await bench.execute(requestProlongation, input, bench.client(running.clientId)))).toEqual([
      'RU_MFO_PROLONGATION_NOT_PROVIDED',
    ]);
    await bench.close();
  });
});
