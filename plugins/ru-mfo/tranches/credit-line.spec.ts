import { startApplication } from '../../../modules/applications';
import { Decimal } from '../../../schema/base';
import { acceptIndividualTerms } from '../application/accept-individual-terms.command';
import { LoanBench } from '../test-support/loan-bench';
import { accept, codesOf, decide, inReview, start, termsOf, transfer } from '../test-support/loan-steps';
import { judge } from '../test-support/rule-book';
import { runningContract } from '../test-support/running-contract';
import { lineSchedule } from './validators';

const rub = (amount: string, currency = 'RUB') => ({ amount: new Decimal(amount), currency });
const own = {
  payoutMethod: 'BANK_ACCOUNT' as const,
  account: '40702810638050013199',
  bankCode: '044525225',
  creditLimit: rub('30000'),
};
const wanted = { product: 'ru-mfo/credit-line', amount: '10000.00', termDays: 84 };

describe('a loan with a credit limit', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open();
  });
  afterAll(() => bench.close());

  const offered = async (decision: Parameters<typeof decide>[2] = {}) => {
    const clientId = await bench.borrower();
    const applicationId = await inReview(bench, clientId, {}, own, wanted);
    expect(codesOf(await decide(bench, applicationId, decision))).toEqual([]);
    return { clientId, applicationId };
  };
  const insured = async ({ clientId, applicationId }: { clientId: string; applicationId: string }) => {
    const { sha256 } = await termsOf(bench, applicationId);
    const input = { applicationId, documentSha256: sha256, choice: 'WITH_INSURANCE' as const };
    return bench.execute(acceptIndividualTerms, input, bench.client(clientId));
  };

  it('ru-mfo/veritas/4.1/д · is applied for and accepted without insurance only', async () => {
    const clientId = await bench.borrower();
    const wished = await start(bench, clientId, { ...own, insuranceWanted: true }, wanted);
    expect(wished.findings).toMatchObject([{ code: 'RU_MFO_PRODUCT_FLOW_INVALID', clauses: ['ru-mfo/veritas/4.1/д'] }]);
    const offer = await offered();
    expect((await insured(offer)).findings).toMatchObject([{ code: 'RU_MFO_PRODUCT_FLOW_INVALID', clauses: ['ru-mfo/veritas/4.1/д'] }]);
    expect(codesOf(await accept(bench, offer.clientId, offer.applicationId))).toEqual([]);
  });

  it('ru-mfo/veritas/4.2/д · neither are its changed terms accepted with insurance', async () => {
    const offer = await offered({ kind: 'APPROVED_OTHER_TERMS', termDays: 28 });
    expect((await insured(offer)).findings).toMatchObject([{ code: 'RU_MFO_PRODUCT_FLOW_INVALID', clauses: ['ru-mfo/veritas/4.2/д'] }]);
    expect(codesOf(await accept(bench, offer.clientId, offer.applicationId))).toEqual([]);
  });

  it('ru-mfo/veritas/4.7/б · its terms bear no schedule, the account does', async () => {
    const { clientId, applicationId } = await offered();
    const { text } = await termsOf(bench, applicationId);
    const shown = text.replaceAll('\u00a0', ' ');
    expect(shown).toContain('30 000 рублей');
    expect(shown).toContain('размещённому в личном кабинете');
    expect(shown).not.toContain('Платежей: ');
    const { contractId } = await accept(bench, clientId, applicationId);
    expect(codesOf((await transfer(bench, contractId!)) as never)).toEqual([]);
    const [{ terms }] = (await bench.sql('select terms from core.contract where id = $1', [contractId])) as [
      { terms: { schedule: unknown[] } },
    ];
    expect(terms.schedule).toHaveLength(6);
    expect(judge(lineSchedule, { lineSchedulePlaces: [] })).toMatchObject({ verdict: 'FAIL', code: 'RU_MFO_SCHEDULE_MISSING' });
  });

  it('needs a limit, and a first sum that a tranche may have', async () => {
    const clientId = await bench.borrower();
    const codes = async (changes: object, amount = '10000.00') =>
      codesOf(await start(bench, clientId, { ...own, ...changes }, { ...wanted, amount }));
    expect(await codes({ creditLimit: null })).toEqual(['RU_MFO_FIELD_REQUIRED']);
    expect(await codes({ creditLimit: rub('0') })).toEqual(['MONEY_NOT_POSITIVE']);
    expect(await codes({ creditLimit: rub('30000.001') })).toEqual(['MONEY_TOO_PRECISE']);
    expect(await codes({ creditLimit: rub('30000', 'EUR') })).toEqual(['MONEY_CURRENCY_WRONG']);
    expect(await codes({}, '999.99')).toEqual(['RU_MFO_TRANCHE_AMOUNT_OUT_OF_RANGE']);
    expect(await codes({}, '1000.00')).toEqual([]);
  });

  it('is offered only where the lender’s rules know tranches', async () => {
    const other = await LoanBench.open({ lender: 'sotovy', at: '2024-05-02T09:00:00Z' });
    const input = {
      clientId: null,
      product: 'ru-mfo/credit-line',
      amount: { amount: new Decimal('10000'), currency: 'RUB' },
      termDays: 84,
      channel: 'PERSONAL_ACCOUNT' as const,
      extensions: { ruMfo: own },
    };
    const { clientId } = await runningContract(other, { amount: '10000.00', termDays: 30 });
    expect(codesOf(await other.execute(startApplication, input, other.client(clientId)))).toEqual(['RU_MFO_PRODUCT_NOT_OFFERED']);
    await other.close();
  });
});
