import { Temporal } from 'temporal-polyfill';
import { withdrawApplication } from '../../../modules/applications';
import { Decimal } from '../../../schema/base';
import { acceptIndividualTerms } from '../application/accept-individual-terms.command';
import { fullCostOfCredit } from '../finance';
import { charge } from '../test-support/charge-addon';
import { LoanBench } from '../test-support/loan-bench';
import { accept, codesOf, decide, inReview, termsOf, transfer } from '../test-support/loan-steps';
import { tickAddon } from './tick-addon.command';
import { withdrawFromAddon } from './withdraw-addon.command';

const CARD = { payoutMethod: 'PAYMENT_CARD' as const, cardToken: 'tok_12345678', cardLastDigits: '0004' };
const WISHED = { ...CARD, insuranceWanted: true };

interface AddonRow {
  readonly id: string;
  readonly status: string;
  readonly price: string | null;
  readonly chosen_at: Date | null;
  readonly joined_at: Date | null;
  readonly charged_at: Date | null;
  readonly memo_document_id: string | null;
  readonly request_document_id: string | null;
  readonly withdrawn_on: string | null;
  readonly refunded_to_debt: string | null;
  readonly refunded_to_client: string | null;
}

describe('insurance beside a loan, with two buttons', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open();
  });
  afterAll(() => bench.close());
  afterEach(() => bench.clock.moveTo('2023-04-28T11:00:00Z'));

  const offered = async (own: Parameters<typeof inReview>[3] = WISHED, decision: Parameters<typeof decide>[2] = {}) => {
    const clientId = await bench.borrower();
    const applicationId = await inReview(bench, clientId, {}, own);
    const { findings = [] } = await decide(bench, applicationId, decision);
    expect(findings).toEqual([]);
    return { clientId, applicationId };
  };
  const addonOf = async (applicationId: string) =>
    (
      await bench.sql<AddonRow>('select *, withdrawn_on::text as withdrawn_on from ru_mfo.addon where application_id = $1', [applicationId])
    )[0]!;
  const documentOf = async (id: string) => {
    const [row] = await bench.sql<{ id: string; kind: string; status: string; sha256: string; content: Buffer }>(
      "select id, kind, status, encode(sha256, 'hex') as sha256, content from core.document where id = $1",
      [id],
    );
    return { ...row!, text: bench.open(row!.content, 'core.document', row!.id, 'content') };
  };
  const insuredTermsOf = async (applicationId: string) => {
    const [row] = await bench.sql<{ document_id: string; terms: { dailyRate: string; fullCost: { percent: string; amount: string } } }>(
      'select document_id, terms from ru_mfo.insured_terms where application_id = $1',
      [applicationId],
    );
    return { ...(await documentOf(row!.document_id)), terms: row!.terms };
  };
  const acceptInsured = async (clientId: string, applicationId: string) => {
    const { sha256 } = await insuredTermsOf(applicationId);
    const input = { applicationId, documentSha256: sha256, choice: 'WITH_INSURANCE' as const };
    return bench.execute(acceptIndividualTerms, input, bench.client(clientId));
  };
  const codeEnteredAt = async (clientId: string) =>
    (
      await bench.sql<{ used_at: Date }>("select used_at from core.ceremony where client_id = $1 and purpose = 'CONFIRM_PHONE'", [clientId])
    )[0]!.used_at;

  describe('the offer', () => {
    it('ru-mfo/veritas/1.23 · is made with insurance and without it: each half is a document of its own, with its own cost', async () => {
      const { applicationId } = await offered();
      const [plain, insured] = [await termsOf(bench, applicationId), await insuredTermsOf(applicationId)];
      expect([plain.status, insured.status]).toEqual(['PUBLISHED', 'PUBLISHED']);
      expect(plain.sha256).not.toBe(insured.sha256);
      expect(plain.text).not.toContain('Дополнительные услуги по выбору заёмщика');
      expect(insured.text).toContain('Дополнительные услуги по выбору заёмщика');
      expect(insured.text).toContain('450 рублей 00 копеек');
    });

    it('counts the price on the day of issue into the full cost, as 353-FZ art. 6 part 4 asks', async () => {
      const { applicationId } = await offered();
      const { terms } = await insuredTermsOf(applicationId);
      const day = Temporal.PlainDate.from('2023-04-28');
      const flows = [
        { on: day, amount: new Decimal('-15000') },
        { on: day, amount: new Decimal('450') },
        { on: day.add({ days: 30 }), amount: new Decimal('17700') },
      ];
      const { percent, money } = fullCostOfCredit(flows, 'DAY');
      expect(terms).toMatchObject({ dailyRate: '0.6', fullCost: { percent: percent.toFixed(3), amount: money.toFixed(2) } });
      expect(terms.fullCost.amount).toBe('3150.00');
    });

    it('ru-mfo/veritas/4.1/б · brings memo and application for insurance to read and download, once it was wished', async () => {
      const { applicationId } = await offered();
      const addon = await addonOf(applicationId);
      expect(addon).toMatchObject({ status: 'OFFERED', price: '450.00', chosen_at: null });
      const [memo, request] = [await documentOf(addon.memo_document_id!), await documentOf(addon.request_document_id!)];
      expect([memo.kind, request.kind]).toEqual(['INSURANCE_MEMO', 'INSURANCE_APPLICATION']);
      expect([memo.status, request.status]).toEqual(['PUBLISHED', 'PUBLISHED']);
      for (const { text } of [memo, request]) expect(text).toContain('450 рублей 00 копеек');
      const plain = await offered(CARD);
      expect(await addonOf(plain.applicationId)).toBeUndefined();
    });

    it('ru-mfo/veritas/4.2/б · on other terms brings them too, with the price of those terms', async () => {
      const { applicationId } = await offered(WISHED, { kind: 'APPROVED_OTHER_TERMS', amount: '10000.00' });
      const addon = await addonOf(applicationId);
      expect(addon.price).toBe('300.00');
      expect((await documentOf(addon.memo_document_id!)).text).toContain('300 рублей 00 копеек');
    });

    it('is refused while the full cost with insurance would pass the ceiling, until the wish is dropped', async () => {
      const clientId = await bench.borrower();
      const applicationId = await inReview(bench, clientId, {}, WISHED, { termDays: 5 });
      expect(codesOf(await decide(bench, applicationId))).toEqual(['RU_MFO_FULL_COST_ABOVE_CAP']);
      expect(
        codesOf(
          await bench.execute(tickAddon, { applicationId: applicationId, prolongationId: null, code: 'ACCIDENT_INSURANCE', ticked: false }),
        ),
      ).toEqual([]);
      expect(await addonOf(applicationId)).toMatchObject({ status: 'DECLINED' });
      expect(codesOf(await decide(bench, applicationId))).toEqual([]);
    });
  });

  describe('the button', () => {
    it('ru-mfo/veritas/4.1/в · with insurance joins it, and its application is signed; the other half takes no effect', async () => {
      const { clientId, applicationId } = await offered();
      const plain = await termsOf(bench, applicationId);
      expect(codesOf(await acceptInsured(clientId, applicationId))).toEqual([]);
      const addon = await addonOf(applicationId);
      expect(addon).toMatchObject({ status: 'JOINED', chosen_at: new Date('2023-04-28T11:00:00Z') });
      expect((await documentOf(addon.request_document_id!)).status).toBe('SIGNED');
      expect((await documentOf(plain.id)).status).toBe('VOID');
      expect((await termsOf(bench, applicationId)).status).toBe('SENT');
    });

    it('ru-mfo/veritas/4.1/в · without insurance buys none: it is not joined and no price can be charged', async () => {
      const { clientId, applicationId } = await offered();
      expect(codesOf(await accept(bench, clientId, applicationId))).toEqual([]);
      const addon = await addonOf(applicationId);
      expect(addon).toMatchObject({ status: 'DECLINED', chosen_at: null, joined_at: null });
      expect((await documentOf(addon.request_document_id!)).status).toBe('VOID');
      expect((await bench.execute(charge, { addonId: addon.id })).findings).toMatchObject([
        { code: 'RU_MFO_ADDON_NOT_OPTED_IN', clauses: ['ru-mfo/veritas/4.1/в'] },
      ]);
      await expect(bench.sql('update ru_mfo.addon set charged_at = now() where id = $1', [addon.id])).rejects.toThrow(
        'ru_mfo_addon_opted_in_check',
      );
    });

    it('ru-mfo/veritas/4.8 · joins at the moment at which the code was entered', async () => {
      const { clientId, applicationId } = await offered();
      bench.clock.moveTo('2023-04-28T13:55:00Z');
      await acceptInsured(clientId, applicationId);
      const addon = await addonOf(applicationId);
      expect(addon.joined_at).toEqual(await codeEnteredAt(clientId));
      expect(addon.joined_at!.getTime()).toBeLessThan(addon.chosen_at!.getTime());
    });

    it('with insurance is refused where memo or application are gone, and nothing is signed', async () => {
      const { clientId, applicationId } = await offered();
      const addon = await addonOf(applicationId);
      await bench.sql("update core.document set status = 'VOID' where id = $1", [addon.memo_document_id]);
      const { findings } = await acceptInsured(clientId, applicationId);
      expect(findings).toMatchObject([{ code: 'RU_MFO_ADDON_DISCLOSURE_MISSING', clauses: ['ru-mfo/veritas/4.1/б'] }]);
      expect((await termsOf(bench, applicationId)).status).toBe('PUBLISHED');
      expect(await addonOf(applicationId)).toMatchObject({ status: 'OFFERED', chosen_at: null });
    });

    it('ru-mfo/veritas/4.2/б · with insurance on other terms is refused where its application is gone', async () => {
      const { clientId, applicationId } = await offered(WISHED, { kind: 'APPROVED_OTHER_TERMS', amount: '10000.00' });
      await bench.sql("update core.document set status = 'VOID' where id = $1", [(await addonOf(applicationId)).request_document_id]);
      expect((await acceptInsured(clientId, applicationId)).findings).toMatchObject([
        { code: 'RU_MFO_ADDON_DISCLOSURE_MISSING', clauses: ['ru-mfo/veritas/4.2/б'] },
      ]);
    });

    it('with insurance is refused where nobody wished it, and with the hash of the other half', async () => {
      const plain = await offered(CARD);
      expect(codesOf(await accept(bench, plain.clientId, plain.applicationId, 'WITH_INSURANCE'))).toEqual(['RU_MFO_INSURANCE_NOT_OFFERED']);
      const wished = await offered();
      expect(codesOf(await accept(bench, wished.clientId, wished.applicationId, 'WITH_INSURANCE'))).toEqual(['RU_MFO_DOCUMENT_CHANGED']);
    });

    it('chooses, not a tick', async () => {
      const { clientId, applicationId } = await offered();
      const input = { applicationId, prolongationId: null, code: 'ACCIDENT_INSURANCE', ticked: true };
      expect(codesOf(await bench.execute(tickAddon, input, bench.client(clientId)))).toEqual(['RU_MFO_ADDON_NOT_OFFERED']);
    });
  });

  describe('the money', () => {
    const insuredLoan = async () => {
      const { clientId, applicationId } = await offered();
      const { contractId } = await acceptInsured(clientId, applicationId);
      return { clientId, applicationId, contractId: contractId! };
    };

    it('keeps the price back from the sum, and the debt is the whole principal', async () => {
      const { applicationId, contractId } = await insuredLoan();
      await transfer(bench, contractId);
      expect(await bench.sql('select amount from core.transfer where contract_id = $1', [contractId])).toEqual([{ amount: '14550.00' }]);
      expect(await bench.sql("select amount from core.posting where contract_id = $1 and component = 'PRINCIPAL'", [contractId])).toEqual([
        { amount: '15000.00' },
      ]);
      expect((await addonOf(applicationId)).charged_at).toEqual(new Date('2023-04-28T11:00:00Z'));
    });

    it('goes back to where the loan went, by law, since this lender’s rules are silent', async () => {
      const { clientId, applicationId, contractId } = await insuredLoan();
      await transfer(bench, contractId);
      bench.clock.moveTo('2023-05-12T09:00:00Z');
      const { id } = await addonOf(applicationId);
      const input = { addonId: id, addressee: 'LENDER' as const, madeOn: null, reference: null };
      expect(codesOf(await bench.execute(withdrawFromAddon, input, bench.client(clientId)))).toEqual([]);
      expect(await addonOf(applicationId)).toMatchObject({
        status: 'WITHDRAWN',
        withdrawn_on: '2023-05-12',
        refunded_to_debt: '0.00',
        refunded_to_client: '450.00',
      });
      expect(
        await bench.sql("select amount, method, status from core.transfer where contract_id = $1 and purpose = 'ru-mfo/addon-refund'", [
          contractId,
        ]),
      ).toEqual([{ amount: '450.00', method: 'PAYMENT_CARD', status: 'ORDERED' }]);
    });

    it('stays after the fourteenth day', async () => {
      const { clientId, applicationId, contractId } = await insuredLoan();
      await transfer(bench, contractId);
      bench.clock.moveTo('2023-05-12T21:00:00Z');
      const { id } = await addonOf(applicationId);
      const input = { addonId: id, addressee: 'LENDER' as const, madeOn: null, reference: null };
      expect((await bench.execute(withdrawFromAddon, input, bench.client(clientId))).findings).toMatchObject([
        { code: 'RU_MFO_ADDON_WITHDRAWAL_EXPIRED', facts: { lastDay: '2023-05-12', madeOn: '2023-05-13' } },
      ]);
    });

    it('is not taken where the service was given up before the loan was provided', async () => {
      const { clientId, applicationId, contractId } = await insuredLoan();
      const { id } = await addonOf(applicationId);
      const input = { addonId: id, addressee: 'INSURER' as const, madeOn: null, reference: null };
      expect(codesOf(await bench.execute(withdrawFromAddon, input, bench.client(clientId)))).toEqual([]);
      await transfer(bench, contractId);
      expect(await bench.sql('select amount from core.transfer where contract_id = $1', [contractId])).toEqual([{ amount: '15000.00' }]);
      expect(await addonOf(applicationId)).toMatchObject({ charged_at: null, refunded_to_client: '0.00' });
    });

    it('is never taken where the client declines the loan', async () => {
      const { clientId, applicationId } = await insuredLoan();
      expect(codesOf(await bench.execute(withdrawApplication, { applicationId }, bench.client(clientId)))).toEqual([]);
      expect(await addonOf(applicationId)).toMatchObject({ status: 'DECLINED', charged_at: null });
    });
  });
});
