import { startApplication } from '../../../modules/applications';
import { Decimal } from '../../../schema/base';
import { completeProfile } from '../profile/complete-profile.command';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf } from '../test-support/loan-steps';
import { codeFor, days, documentOf, pay, type Running, runningContract, settle } from '../test-support/running-contract';
import { requireTrancheDocument } from './judge-tranche';
import { requestTranche, signTranche } from './tranche.commands';
import type { TrancheRecord } from './tranche.record';

const LENDER = 'veritas';
const account = {
  payoutMethod: 'BANK_ACCOUNT' as const,
  account: '40702810638050013199',
  bankCode: '044525225',
  cardToken: null,
  cardLastDigits: null,
};
const nowhere = { payoutMethod: null, account: null, bankCode: null, cardToken: null, cardLastDigits: null };

describe('tranches of a credit line', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: LENDER, at: '2023-05-02T09:00:00Z' });
  });
  afterAll(() => bench.close());

  const line = (loan: { amount?: string; creditLimit?: string; termDays?: number } = {}) =>
    runningContract(bench, { amount: '10000.00', creditLimit: '30000.00', termDays: 84, ...loan });
  const ask = ({ clientId, contractId }: Running, amount: string | null = '8000.00', payout: typeof account | typeof nowhere = account) =>
    bench.execute(requestTranche, { contractId, amount, payout }, bench.client(clientId));
  const row = async (id: string): Promise<TrancheRecord> =>
    (
      await bench.sql<TrancheRecord>(
        'select id, status, amount, document_id as "documentId", payout_method as "payoutMethod", recalculated, failure from ru_mfo.tranche where id = $1',
        [id],
      )
    )[0]!;
  const sign = async ({ clientId }: Running, trancheId: string, channel: 'SMS' | 'CALL' | 'EMAIL' = 'SMS', code?: string) => {
    const { documentId } = await row(trancheId);
    const { sha256 } = await documentOf(bench, documentId);
    const sent = await codeFor(bench, clientId, { type: 'RuMfoTranche', id: trancheId }, channel);
    if (!sent.ceremonyId) return { findings: sent.findings };
    const input = { trancheId, documentSha256: sha256, ceremonyId: sent.ceremonyId, code: code ?? sent.code };
    return bench.execute(signTranche, input, bench.client(clientId));
  };
  const drawn = async (running: Running, amount = '8000.00'): Promise<string> => {
    const { trancheId } = await ask(running, amount);
    expect(codesOf(await sign(running, trancheId!))).toEqual([]);
    await settle(bench, trancheId!);
    return trancheId!;
  };
  const versions = (contractId: string) =>
    bench.sql<{ cause: string; terms: { schedule: { dueOn: string; principal: string; interest: string }[] } }>(
      'select cause, terms from core.schedule where contract_id = $1 order by version',
      [contractId],
    );

  it('ru-mfo/veritas/5.1.1/а · a request that an officer enters is refused, the borrower’s own is taken', async () => {
    const running = await line();
    const input = { contractId: running.contractId, amount: '8000.00', payout: account };
    const refused = await bench.execute(requestTranche, input);
    expect(refused.findings).toMatchObject([{ code: 'RU_MFO_CHANNEL_NOT_ALLOWED', clauses: ['ru-mfo/veritas/5.1.1/а'] }]);
    expect(codesOf(await ask(running))).toEqual([]);
  });

  it('ru-mfo/veritas/5.1.1/б · 999.99 and 30 000.01 are refused, 1 000 and 30 000 are taken', async () => {
    const running = await line({ amount: '1000.00', creditLimit: '60000.00' });
    for (const amount of ['999.99', '999', '30000.01', '30001', '0.01']) {
      const { findings } = await ask(running, amount);
      expect(findings).toMatchObject([{ code: 'RU_MFO_TRANCHE_AMOUNT_OUT_OF_RANGE', clauses: ['ru-mfo/veritas/5.1.1/б'] }]);
    }
    expect(codesOf(await ask(running, '1000.00'))).toEqual([]);
    expect(codesOf(await ask(running, '30000.00'))).toEqual([]);
  });

  it('ru-mfo/veritas/5.1.2 · without a sum nothing is begun', async () => {
    const running = await line();
    expect((await ask(running, null)).findings).toMatchObject([{ code: 'RU_MFO_FIELD_REQUIRED', clauses: ['ru-mfo/veritas/5.1.2'] }]);
    expect(codesOf(await ask(running, '-8000'))).toEqual(['RU_MFO_FIELD_REQUIRED']);
    expect(codesOf(await ask(running, '8000.001'))).toEqual(['RU_MFO_FIELD_REQUIRED']);
    expect(await bench.sql('select 1 from ru_mfo.tranche where contract_id = $1', [running.contractId])).toEqual([]);
  });

  it('ru-mfo/veritas/5.1.3/а · the application shows the sum, the contract and the profile’s data', async () => {
    const running = await line();
    const { trancheId } = await ask(running);
    const { kind, status, text } = await documentOf(bench, (await row(trancheId!)).documentId);
    expect([kind, status]).toEqual(['TRANCHE_APPLICATION', 'PUBLISHED']);
    for (const part of ['Примерова Проба', '8 000 рублей', '+7926', '4510 123456', '•••• 3199'])
      expect(text.replaceAll('\u00a0', ' ')).toContain(part);
  });

  it('ru-mfo/veritas/5.1.3/б · how the money is wanted must be stated, and hold', async () => {
    const running = await line();
    const { findings } = await ask(running, '8000.00', nowhere);
    expect(findings).toMatchObject([
      { code: 'RU_MFO_FIELD_REQUIRED', clauses: ['ru-mfo/veritas/5.1.3/б'], path: ['input', 'payoutMethod'] },
    ]);
    const wrong = { ...account, account: '40702810638050013198' };
    expect(codesOf(await ask(running, '8000.00', wrong))).toEqual(['RU_MFO_ACCOUNT_INVALID']);
  });

  it('ru-mfo/veritas/5.1.4/а · a wrong code signs nothing, a right one by message or call does, one by mail does not', async () => {
    const running = await line();
    const { trancheId } = await ask(running, '1000.00');
    const wrong = await sign(running, trancheId!, 'SMS', '000000x');
    expect(wrong.findings).toMatchObject([{ code: 'RU_MFO_SMS_CODE_INVALID', clauses: ['ru-mfo/veritas/5.1.4/а'] }]);
    expect((await row(trancheId!)).status).toBe('DRAFT');
    bench.clock.advance({ minutes: 2 });
    const mailed = await sign(running, trancheId!, 'EMAIL');
    expect(mailed.findings).toMatchObject([{ code: 'RU_MFO_CHANNEL_NOT_ALLOWED', clauses: ['ru-mfo/veritas/5.1.4/а'] }]);
    bench.clock.advance({ minutes: 2 });
    expect(codesOf(await sign(running, trancheId!, 'CALL'))).toEqual([]);
    const signed = await row(trancheId!);
    expect(signed.status).toBe('ORDERED');
    const [signature] = await bench.sql<{ method: string; digest: string }>(
      "select method, encode(digest, 'hex') as digest from core.signature where document_id = $1",
      [signed.documentId],
    );
    expect(signature).toEqual({ method: 'REQUEST_CODE', digest: (await documentOf(bench, signed.documentId)).sha256 });
  });

  it('a code of another tranche, of a changed document or of another borrower signs nothing', async () => {
    const [one, other] = [await line(), await line()];
    const { trancheId } = await ask(one);
    const { trancheId: theirs } = await ask(other);
    const sent = await codeFor(bench, other.clientId, { type: 'RuMfoTranche', id: theirs! });
    const { sha256 } = await documentOf(bench, (await row(trancheId!)).documentId);
    const input = { trancheId: trancheId!, documentSha256: sha256, ceremonyId: sent.ceremonyId!, code: sent.code! };
    expect(codesOf(await bench.execute(signTranche, input, bench.client(one.clientId)))).toEqual(['RU_MFO_SMS_CODE_INVALID']);
    const stale = { ...input, documentSha256: '0'.repeat(64) };
    expect(codesOf(await bench.execute(signTranche, stale, bench.client(one.clientId)))).toEqual(['RU_MFO_DOCUMENT_CHANGED']);
    expect(codesOf(await bench.execute(signTranche, input, bench.client(other.clientId)))).toEqual(['RU_MFO_REQUEST_NOT_FOUND']);
    const asked = await codeFor(bench, other.clientId, { type: 'RuMfoTranche', id: trancheId! });
    expect(asked.ceremonyId).toBeNull();
  });

  it('ru-mfo/veritas/5.1.4/б · a tranche makes no supplementary agreement, and may make none', async () => {
    const running = await line();
    await drawn(running);
    const kinds = await bench.sql<{ kind: string }>('select kind from core.document where contract_id = $1', [running.contractId]);
    expect(kinds).toEqual([{ kind: 'TRANCHE_APPLICATION' }]);
    const context = { extensions: bench.extensions, lender: bench.lender } as never;
    const contract = { concludedOn: '2023-05-02' } as never;
    expect(() => requireTrancheDocument(context, contract, 'SUPPLEMENTARY_AGREEMENT')).toThrow('RU_MFO_DOCUMENT_KIND_NOT_ALLOWED');
    expect(() => requireTrancheDocument(context, contract, 'TRANCHE_APPLICATION')).not.toThrow();
  });

  it('ru-mfo/veritas/5.1.5/а · an overdue debt refuses, and what is paid lets a tranche be drawn again', async () => {
    const running = await line();
    days(bench, 15);
    const { findings } = await ask(running);
    expect(findings).toMatchObject([{ code: 'RU_MFO_TRANCHE_OVERDUE_DEBT', clauses: ['ru-mfo/veritas/5.1.5/а'] }]);
    await pay(bench, running.contractId, '4000.00');
    expect(codesOf(await ask(running))).toEqual([]);
  });

  it('ru-mfo/veritas/5.1.5/б · 999 available refuse, 1 000 do not', async () => {
    const low = await line({ amount: '29001.00' });
    expect((await ask(low, '1000.00')).findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'RU_MFO_TRANCHE_LIMIT_TOO_LOW',
          clauses: ['ru-mfo/veritas/5.1.5/б'],
          facts: expect.objectContaining({ available: '999.00' }),
        }),
      ]),
    );
    const enough = await line({ amount: '29000.00' });
    expect(codesOf(await ask(enough, '1000.00'))).toEqual([]);
  });

  it('ru-mfo/veritas/5.1.5/в · 13 days before the end refuse, 14 do not', async () => {
    const running = await line({ amount: '1000.00', termDays: 29 });
    const late = await line({ amount: '1000.00', termDays: 28 });
    days(bench, 15);
    expect((await ask(late, '1000.00')).findings).toMatchObject([
      { code: 'RU_MFO_TRANCHE_TOO_CLOSE_TO_END', clauses: ['ru-mfo/veritas/5.1.5/в'], facts: { days: 13 } },
    ]);
    expect(codesOf(await ask(running, '1000.00'))).toEqual([]);
  });

  it('ru-mfo/veritas/1.16 · no tranche passes the limit, and no application asks for more at first', async () => {
    const running = await line({ amount: '10000.00', creditLimit: '20000.00' });
    expect((await ask(running, '10000.01')).findings).toMatchObject([
      { code: 'RU_MFO_CREDIT_LIMIT_EXCEEDED', clauses: ['ru-mfo/veritas/1.16'], facts: { available: '10000.00' } },
    ]);
    expect(codesOf(await ask(running, '10000.00'))).toEqual([]);
    const applied = (amount: string) =>
      bench.execute(
        startApplication,
        {
          clientId: running.clientId,
          product: 'ru-mfo/credit-line',
          amount: { amount: new Decimal(amount), currency: 'RUB' },
          termDays: 90,
          channel: 'PERSONAL_ACCOUNT',
          extensions: { ruMfo: { ...account, creditLimit: { amount: new Decimal('5000'), currency: 'RUB' } } },
        },
        bench.client(running.clientId),
      );
    expect(codesOf(await applied('5000.01'))).toEqual(['RU_MFO_CREDIT_LIMIT_EXCEEDED']);
    expect((await applied('5000.00')).applicationId).toEqual(expect.any(String));
  });

  it('ru-mfo/veritas/5.1.6/б · a next payment that is not fully funded is asked on all that is owed', async () => {
    const running = await line();
    days(bench, 7);
    const id = await drawn(running);
    expect((await row(id)).recalculated).toBe('NEXT_RECALCULATED');
    const [first, second] = await versions(running.contractId);
    expect(second!.cause).toBe('TRANCHE');
    const principal = second!.terms.schedule.reduce((sum, one) => sum.plus(one.principal), new Decimal(0));
    expect(principal.toFixed(2)).toBe('18000.00');
    expect(second!.terms.schedule.map(({ dueOn }) => dueOn)).toEqual(first!.terms.schedule.map(({ dueOn }) => dueOn));
    // 10 000 at 1 % a day for the first seven days, 18 000 for the other seven.
    expect(second!.terms.schedule[0]!.interest).toBe('1960.00');
  });

  it('ru-mfo/veritas/5.1.6/а · a fully funded next payment is not asked again, the tranche’s interest follows in the next period', async () => {
    const running = await line();
    const { terms: first } = (await versions(running.contractId))[0]!;
    days(bench, 7);
    const { principal, interest } = first.schedule[0]!;
    await pay(bench, running.contractId, new Decimal(principal).plus(interest).toFixed(2));
    const id = await drawn(running);
    expect((await row(id)).recalculated).toBe('NEXT_UNCHANGED');
    const last = (await versions(running.contractId)).at(-1)!;
    expect(last.terms.schedule[0]!.dueOn).toBe(first.schedule[1]!.dueOn);
    expect(last.terms.schedule.at(-1)!.dueOn).toBe(first.schedule.at(-1)!.dueOn);
    const owed = new Decimal('10000').minus(new Decimal(principal).plus(interest).minus('700')).plus('8000');
    // Interest on all that is owed from the tranche to the second date of payment, 21 days.
    expect(last.terms.schedule[0]!.interest).toBe(owed.mul('0.21').toFixed(2));
    days(bench, 8);
    expect(codesOf(await ask(running, '1000.00'))).toEqual([]);
  });

  it('ru-mfo/veritas/5.1.7/а · with nothing owed the next payment is asked on the tranche, in the current period', async () => {
    const running = await line();
    days(bench, 4);
    await pay(bench, running.contractId, '10400.00');
    const [contract] = await bench.sql<{ status: string }>('select status from core.contract where id = $1', [running.contractId]);
    expect(contract!.status).toBe('ACTIVE');
    days(bench, 2);
    const id = await drawn(running);
    expect((await row(id)).recalculated).toBe('CURRENT_PERIOD');
    const [first, ...later] = await versions(running.contractId);
    const { schedule } = later.at(-1)!.terms;
    expect(schedule[0]!.dueOn).toBe(first!.terms.schedule[0]!.dueOn);
    // 8 000 at 1 % for the eight days that are left of the period.
    expect(schedule[0]!.interest).toBe('640.00');
    expect(schedule.reduce((sum, one) => sum.plus(one.principal), new Decimal(0)).toFixed(2)).toBe('8000.00');
  });

  it('ru-mfo/veritas/5.1.6/б · what paid an overdue payment, or that of the very day, funds no later one', async () => {
    const [late, punctual] = [await line(), await line()];
    const { terms } = (await versions(late.contractId))[0]!;
    const first = new Decimal(terms.schedule[0]!.principal).plus(terms.schedule[0]!.interest);
    days(bench, 14);
    await pay(bench, punctual.contractId, first.toFixed(2));
    expect((await row(await drawn(punctual))).recalculated).toBe('NEXT_RECALCULATED');
    days(bench, 2);
    await pay(bench, late.contractId, first.plus(300).toFixed(2));
    expect((await row(await drawn(late))).recalculated).toBe('NEXT_RECALCULATED');
  });

  it('ru-mfo/veritas/5.1.6/а · money that funded a payment before one tranche funds no other before the next', async () => {
    const running = await line();
    const { terms } = (await versions(running.contractId))[0]!;
    days(bench, 7);
    await pay(bench, running.contractId, new Decimal(terms.schedule[0]!.principal).plus(terms.schedule[0]!.interest).toFixed(2));
    expect((await row(await drawn(running, '1000.00'))).recalculated).toBe('NEXT_UNCHANGED');
    expect((await row(await drawn(running, '1000.00'))).recalculated).toBe('NEXT_RECALCULATED');
  });

  it('two tranches signed at once never pass the limit', async () => {
    const running = await line({ creditLimit: '20000.00' });
    const { trancheId: one } = await ask(running, '8000.00');
    await sign(running, one!);
    const { trancheId: other } = await ask(running, '2000.00');
    expect(codesOf(await sign(running, other!))).toEqual([]);
    expect(codesOf(await ask(running, '1000.00'))).toEqual(['RU_MFO_CREDIT_LIMIT_EXCEEDED', 'RU_MFO_TRANCHE_LIMIT_TOO_LOW']);

    const racing = await line({ creditLimit: '20000.00' });
    const { trancheId } = await ask(racing, '6000.00');
    const { sha256 } = await documentOf(bench, (await row(trancheId!)).documentId);
    const sent = await codeFor(bench, racing.clientId, { type: 'RuMfoTranche', id: trancheId! });
    const input = { trancheId: trancheId!, documentSha256: sha256, ceremonyId: sent.ceremonyId!, code: sent.code! };
    const signing = () => bench.execute(signTranche, input, bench.client(racing.clientId));
    const results = await bench.together(racing.applicationId, [signing, signing, () => ask(racing, '5000.00')]);
    expect(results.filter(({ findings = [] }) => findings.length === 0).length).toBeLessThanOrEqual(2);
    const [{ sum }] = (await bench.sql(
      "select coalesce(sum(amount), 0)::text as sum from core.transfer where contract_id = $1 and purpose <> 'LOAN'",
      [racing.contractId],
    )) as [{ sum: string }];
    expect(new Decimal(sum).lte('10000')).toBe(true);
  });

  it('a draft whose profile was corrected is void and formed anew for the same sum', async () => {
    const running = await line();
    const { trancheId } = await ask(running);
    const address = { kind: 'RESIDENCE' as const, country: 'RU', postcode: '443095', text: 'г. Самара, ул. Новая, д. 2' };
    const input = bench.questionnaire(running.clientId, { addresses: [address] });
    expect(codesOf(await bench.execute(completeProfile, input, bench.client(running.clientId)))).toEqual([]);
    expect((await row(trancheId!)).status).toBe('VOID');
    const [next] = await bench.sql<{ id: string; amount: string; documentId: string }>(
      `select id, amount, document_id as "documentId" from ru_mfo.tranche where contract_id = $1 and status = 'DRAFT'`,
      [running.contractId],
    );
    expect(next!.amount).toBe('8000.00');
    expect((await documentOf(bench, next!.documentId)).text).toContain('г. Самара');
    expect(codesOf(await sign(running, trancheId!))).toEqual(['RU_MFO_DRAFT_SUPERSEDED']);
    expect(codesOf(await sign(running, next!.id))).toEqual([]);
  });

  it('money that the partner refuses is not owed, and frees the limit', async () => {
    const running = await line();
    const { trancheId } = await ask(running, '20000.00');
    await sign(running, trancheId!);
    expect(codesOf(await ask(running, '1000.00'))).toContain('RU_MFO_CREDIT_LIMIT_EXCEEDED');
    await settle(bench, trancheId!, 'ACCOUNT_CLOSED');
    expect(await row(trancheId!)).toMatchObject({ status: 'FAILED', failure: 'ACCOUNT_CLOSED' });
    expect(codesOf(await ask(running, '20000.00'))).toEqual([]);
  });

  it('a loan without a limit takes no tranche', async () => {
    const running = await runningContract(bench, { amount: '10000.00', termDays: 84 });
    expect(codesOf(await ask(running))).toEqual(['RU_MFO_PRODUCT_NOT_OFFERED']);
  });
});
