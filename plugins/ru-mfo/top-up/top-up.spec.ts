import { Decimal } from '../../../schema/base';
import { carryOutInstruction, reportCompromise } from '../compromise/compromise.commands';
import { completeProfile } from '../profile/complete-profile.command';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf } from '../test-support/loan-steps';
import { codeFor, days, documentOf, pay, type Running, runningContract, settle } from '../test-support/running-contract';
import { payTopUp, refuseTopUp, requestTopUp, signTopUp } from './top-up.commands';

const card = { payoutMethod: 'PAYMENT_CARD' as const, account: null, bankCode: null, cardToken: 'tok_12345678', cardLastDigits: '4242' };
const nowhere = { payoutMethod: null, account: null, bankCode: null, cardToken: null, cardLastDigits: null };

describe('an additional sum', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: 'veritas', at: '2024-05-02T09:00:00Z' });
  });
  afterAll(() => bench.close());

  const loan = (termDays = 30) => runningContract(bench, { amount: '10000.00', termDays });
  const ask = ({ clientId, contractId }: Running, amount: string | null = '5000.00', payout: typeof card | typeof nowhere = card) =>
    bench.execute(requestTopUp, { contractId, amount, payout }, bench.client(clientId));
  const row = async (id: string) =>
    (
      await bench.sql<{ status: string; amount: string; documentId: string; payoutMethod: string }>(
        `select status, amount, document_id as "documentId", payout_method as "payoutMethod" from ru_mfo.top_up where id = $1`,
        [id],
      )
    )[0]!;
  const sign = async ({ clientId }: Running, topUpId: string, channel: 'SMS' | 'CALL' | 'EMAIL' = 'SMS', code?: string) => {
    const { sha256 } = await documentOf(bench, (await row(topUpId)).documentId);
    const sent = await codeFor(bench, clientId, { type: 'RuMfoTopUp', id: topUpId }, channel);
    if (!sent.ceremonyId) return { findings: sent.findings };
    const input = { topUpId, documentSha256: sha256, ceremonyId: sent.ceremonyId, code: code ?? sent.code };
    return bench.execute(signTopUp, input, bench.client(clientId));
  };
  const signed = async (running: Running): Promise<string> => {
    const { topUpId } = await ask(running);
    expect(codesOf(await sign(running, topUpId!))).toEqual([]);
    return topUpId!;
  };

  it('ru-mfo/veritas/5.1/а · a request that an officer enters is refused, the borrower’s own is taken', async () => {
    const running = await loan();
    const refused = await bench.execute(requestTopUp, { contractId: running.contractId, amount: '5000.00', payout: card });
    expect(refused.findings).toMatchObject([{ code: 'RU_MFO_CHANNEL_NOT_ALLOWED', clauses: ['ru-mfo/veritas/5.1/а'] }]);
    expect(codesOf(await ask(running))).toEqual([]);
  });

  it('ru-mfo/veritas/5.1/б · a loan of 36 days takes none, one of 35 does', async () => {
    expect((await ask(await loan(36))).findings).toMatchObject([
      { code: 'RU_MFO_TOPUP_TERM_TOO_LONG', clauses: ['ru-mfo/veritas/5.1/б'], facts: { days: 36, max: 35 } },
    ]);
    expect(codesOf(await ask(await loan(35)))).toEqual([]);
  });

  it('ru-mfo/veritas/5.2 · it is begun on a running contract only, and linked to it', async () => {
    const running = await loan();
    const { topUpId } = await ask(running);
    const [linked] = await bench.sql('select status, contract_id from ru_mfo.top_up where id = $1', [topUpId]);
    expect(linked).toEqual({ status: 'DRAFT', contract_id: running.contractId });
    const ended = await loan();
    await pay(bench, ended.contractId, '10000.00');
    expect((await ask(ended)).findings).toMatchObject([
      { code: 'RU_MFO_CONTRACT_NOT_FOUND', clauses: ['ru-mfo/veritas/5.2'], facts: { status: 'CLOSED' } },
    ]);
  });

  it('ru-mfo/veritas/5.3 · the sum must be stated', async () => {
    const { findings } = await ask(await loan(), null);
    expect(findings).toMatchObject([{ code: 'RU_MFO_FIELD_REQUIRED', clauses: ['ru-mfo/veritas/5.3'], path: ['input', 'amount'] }]);
  });

  it('ru-mfo/veritas/5.4/а · the application shows the sum and the profile’s data', async () => {
    const { topUpId } = await ask(await loan());
    const { kind, text } = await documentOf(bench, (await row(topUpId!)).documentId);
    expect(kind).toBe('TOP_UP_APPLICATION');
    for (const part of ['Примерова Проба', '5 000 рублей', '4510 123456', '•••• 4242'])
      expect(text.replaceAll('\u00a0', ' ')).toContain(part);
  });

  it('ru-mfo/veritas/5.4/б · how the money is wanted must be stated, and a card’s own number is never taken', async () => {
    const running = await loan();
    expect((await ask(running, '5000.00', nowhere)).findings).toMatchObject([
      { code: 'RU_MFO_FIELD_REQUIRED', clauses: ['ru-mfo/veritas/5.4/б'], path: ['input', 'payoutMethod'] },
    ]);
    const number = { ...card, cardToken: '4242424242424242' };
    expect(codesOf(await ask(running, '5000.00', number))).toEqual(['RU_MFO_CARD_NUMBER_REFUSED']);
  });

  it('ru-mfo/veritas/5.5 · a corrected profile makes the draft void and forms another; the void one cannot be signed', async () => {
    const running = await loan();
    const { topUpId } = await ask(running);
    const corrected = bench.questionnaire(running.clientId, { familyName: 'Образцова' });
    expect(codesOf(await bench.execute(completeProfile, corrected, bench.client(running.clientId)))).toEqual([]);
    const refused = await bench.execute(
      signTopUp,
      { topUpId: topUpId!, documentSha256: '0'.repeat(64), ceremonyId: topUpId!, code: '000000' },
      bench.client(running.clientId),
    );
    expect(refused.findings).toMatchObject([{ code: 'RU_MFO_DRAFT_SUPERSEDED', clauses: ['ru-mfo/veritas/5.5'] }]);
    const [next] = await bench.sql<{ id: string; documentId: string }>(
      `select id, document_id as "documentId" from ru_mfo.top_up where contract_id = $1 and status = 'DRAFT'`,
      [running.contractId],
    );
    expect((await documentOf(bench, next!.documentId)).text).toContain('Образцова');
    expect(codesOf(await sign(running, next!.id))).toEqual([]);
  });

  it('ru-mfo/veritas/5.6 · no money is ordered for an application that is not signed', async () => {
    const running = await loan();
    const { topUpId } = await ask(running);
    const input = { topUpId: topUpId!, payoutMethod: null };
    expect((await bench.execute(payTopUp, input)).findings).toMatchObject([
      { code: 'RU_MFO_SIGNATURE_MISSING', clauses: ['ru-mfo/veritas/5.6'] },
    ]);
    await sign(running, topUpId!);
    expect(codesOf(await bench.execute(payTopUp, input))).toEqual([]);
    expect(codesOf(await bench.execute(payTopUp, input))).toEqual(['RU_MFO_REQUEST_CLOSED']);
  });

  it('ru-mfo/veritas/5.7 · a wrong code signs nothing, nor does one sent by mail; one told by a call does', async () => {
    const running = await loan();
    const { topUpId } = await ask(running);
    expect((await sign(running, topUpId!, 'SMS', '73x1')).findings).toMatchObject([
      { code: 'RU_MFO_SMS_CODE_INVALID', clauses: ['ru-mfo/veritas/5.7'] },
    ]);
    expect((await sign(running, topUpId!, 'EMAIL')).findings).toMatchObject([
      { code: 'RU_MFO_CHANNEL_NOT_ALLOWED', clauses: ['ru-mfo/veritas/5.7'] },
    ]);
    expect((await row(topUpId!)).status).toBe('DRAFT');
    expect(codesOf(await sign(running, topUpId!, 'CALL'))).toEqual([]);
    expect((await row(topUpId!)).status).toBe('SIGNED');
  });

  it('ru-mfo/veritas/5.8 · the money goes by the way that the application names, and is owed from the next day on', async () => {
    const running = await loan();
    const topUpId = await signed(running);
    const other = await bench.execute(payTopUp, { topUpId, payoutMethod: 'BANK_ACCOUNT' });
    expect(other.findings).toMatchObject([{ code: 'RU_MFO_DISBURSEMENT_METHOD_MISMATCH', clauses: ['ru-mfo/veritas/5.8'] }]);
    days(bench, 10);
    expect(codesOf(await bench.execute(payTopUp, { topUpId, payoutMethod: null }))).toEqual([]);
    await settle(bench, topUpId);
    expect((await row(topUpId)).status).toBe('PAID');
    const [{ terms }] = (await bench.sql('select terms from core.contract where id = $1', [running.contractId])) as [
      { terms: { schedule: { principal: string; interest: string }[] } },
    ];
    // 10 000 at 0.8 % for ten days and 15 000 for the twenty that are left, in the one payment.
    expect(terms.schedule).toMatchObject([{ principal: '15000.00', interest: '3200.00' }]);
    const agreements = await bench.sql("select 1 from core.document where contract_id = $1 and kind = 'SUPPLEMENTARY_AGREEMENT'", [
      running.contractId,
    ]);
    expect(agreements).toEqual([]);
  });

  it('is refused by the lender before its money is ordered, not after', async () => {
    const running = await loan();
    const topUpId = await signed(running);
    expect(codesOf(await bench.execute(refuseTopUp, { topUpId }))).toEqual([]);
    expect(codesOf(await bench.execute(payTopUp, { topUpId, payoutMethod: null }))).toEqual(['RU_MFO_REQUEST_CLOSED']);
    const ordered = await signed(running);
    await bench.execute(payTopUp, { topUpId: ordered, payoutMethod: null });
    expect(codesOf(await bench.execute(refuseTopUp, { topUpId: ordered }))).toEqual(['RU_MFO_REQUEST_CLOSED']);
  });

  it('stays under law’s ceiling of what one person owes', async () => {
    const running = await loan();
    expect(codesOf(await ask(running, '490000.01'))).toEqual(['RU_MFO_PRINCIPAL_ABOVE_CAP']);
    expect(codesOf(await ask(running, '490000.00'))).toEqual([]);
  });

  it('is ordered once, however many officers order it at once', async () => {
    const running = await loan();
    const topUpId = await signed(running);
    const order = () => bench.execute(payTopUp, { topUpId, payoutMethod: null });
    const results = await bench.together(running.applicationId, [order, order, order]);
    expect(results.filter((result) => codesOf(result).length === 0)).toHaveLength(1);
    const transfers = await bench.sql<{ amount: string }>('select amount from core.transfer where reference = $1', [topUpId]);
    expect(transfers.map(({ amount }) => new Decimal(amount).toFixed(2))).toEqual(['5000.00']);
  });

  it('is not paid while the account is locked after a report of compromise: somebody else may have asked for it', async () => {
    const running = await loan();
    const topUpId = await signed(running);
    const { clientId } = running;
    await bench.execute(reportCompromise, { clientId, channel: 'PHONE', instructions: ['CONFIRM_IDENTITY'] });
    const order = () => bench.execute(payTopUp, { topUpId, payoutMethod: null });
    expect(codesOf(await order())).toEqual(['RU_MFO_ACCOUNT_LOCKED']);
    expect(await bench.sql('select 1 from core.transfer where reference = $1', [topUpId])).toEqual([]);
    await bench.execute(carryOutInstruction, { clientId, instruction: 'CONFIRM_IDENTITY' });
    expect(codesOf(await order())).toEqual([]);
  });

  it('is not paid once the account was deleted', async () => {
    const running = await loan();
    const topUpId = await signed(running);
    await bench.sql("update ru_mfo.registration set account_state = 'DELETED' where client_id = $1", [running.clientId]);
    expect(codesOf(await bench.execute(payTopUp, { topUpId, payoutMethod: null }))).toEqual(['RU_MFO_ACCOUNT_DELETED']);
    expect((await row(topUpId)).status).toBe('SIGNED');
  });

  it.each(['4242-4242-4242-4242', '4242_4242_4242_4242', 'tok_4242424242424242', 'tok-4242-4242-4242-4242'])(
    'takes no card number that is spelt as a token: %s',
    async (cardToken) => {
      expect(codesOf(await ask(await loan(), '5000.00', { ...card, cardToken }))).toEqual(['RU_MFO_CARD_NUMBER_REFUSED']);
    },
  );

  it('a lender whose rules know none gives none', async () => {
    const other = await LoanBench.open({ lender: 'kapital-nt', at: '2024-05-02T09:00:00Z' });
    const { clientId, contractId } = await runningContract(other, { amount: '10000.00', termDays: 30 });
    const { findings } = await other.execute(requestTopUp, { contractId, amount: '5000.00', payout: card }, other.client(clientId));
    expect(codesOf({ findings: findings ?? [] })).toEqual(['RU_MFO_PRODUCT_NOT_OFFERED']);
    await other.close();
  });
});
