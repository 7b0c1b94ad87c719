import { Temporal } from 'temporal-polyfill';
import { registerPayment } from '../../../modules/payments';
import { resolveRules } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { lenderData } from '../lenders';
import { charge } from '../test-support/charge-addon';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf, decide, termsOf, transfer } from '../test-support/loan-steps';
import { applied, CODE_LENDER, codeBorrower, packetOf, reviewed, sentApplication, signPacketOf } from '../test-support/packet-steps';
import { undisclosed } from './addon-rules';
import type { AddonService } from './addon-service';
import { tickAddon } from './tick-addon.command';
import { withdrawFromAddon } from './withdraw-addon.command';

const CARD = applied({ payoutMethod: 'PAYMENT_CARD', account: null, bankCode: null, cardToken: 'tok_12345678', cardLastDigits: '4477' });
const INSURANCE = 'ACCIDENT_INSURANCE';

interface AddonRow {
  readonly id: string;
  readonly code: string;
  readonly status: string;
  readonly price: string;
  readonly chosen_at: Date | null;
  readonly request_document_id: string;
  readonly refunded_to_debt: string | null;
  readonly refunded_to_client: string | null;
}

describe('paid services that the client ticks', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: CODE_LENDER, at: '2023-03-01T08:00:00Z' });
  });
  afterAll(() => bench.close());
  afterEach(() => bench.clock.moveTo('2023-03-01T08:00:00Z'));

  const offered = async (wanted = { amount: '15000.00', termDays: 30 }) => {
    const clientId = await codeBorrower(bench);
    const applicationId = await sentApplication(bench, clientId, CARD, wanted);
    await reviewed(bench, applicationId);
    expect(codesOf(await decide(bench, applicationId))).toEqual([]);
    return { clientId, applicationId };
  };
  const addonsOf = (applicationId: string) =>
    bench.sql<AddonRow>('select * from ru_mfo.addon where application_id = $1 order by code', [applicationId]);
  const insuranceOf = async (applicationId: string) => (await addonsOf(applicationId)).find(({ code }) => code === INSURANCE)!;
  const statusOf = async (documentId: string) =>
    (await bench.sql<{ status: string }>('select status from core.document where id = $1', [documentId]))[0]!.status;
  const tick = (clientId: string, applicationId: string, ticked = true, code = INSURANCE) => {
    // The packet that is formed anew is the latest one.
    bench.clock.advance({ seconds: 1 });
    return bench.execute(tickAddon, { applicationId, prolongationId: null, code, ticked }, bench.client(clientId));
  };
  const insuredLoan = async () => {
    const { clientId, applicationId } = await offered();
    expect(codesOf(await tick(clientId, applicationId))).toEqual([]);
    const { contractId, findings } = await signPacketOf(bench, clientId, applicationId);
    expect(findings).toEqual([]);
    expect(codesOf(await transfer(bench, contractId!))).toEqual([]);
    return { clientId, applicationId, contractId: contractId!, addon: await insuranceOf(applicationId) };
  };
  const owed = async (contractId: string) => {
    const [row] = await bench.sql<{ owed: string }>(
      "select coalesce(sum(amount), 0)::text as owed from core.posting where contract_id = $1 and component in ('PRINCIPAL', 'INTEREST', 'PENALTY', 'COST')",
      [contractId],
    );
    return new Decimal(row!.owed).toFixed(2);
  };
  const withdraw = (clientId: string, addonId: string, addressee: 'LENDER' | 'INSURER' = 'LENDER') =>
    bench.execute(withdrawFromAddon, { addonId, addressee, madeOn: null, reference: null }, bench.client(clientId));
  const refunds = (contractId: string) =>
    bench.sql("select amount, method from core.transfer where contract_id = $1 and purpose = 'ru-mfo/addon-refund'", [contractId]);

  it('ru-mfo/kapital-nt/24/7 · are offered with kind, terms and whole price, each with documents behind links, before consent', async () => {
    const { applicationId } = await offered();
    const addons = await addonsOf(applicationId);
    expect(addons).toMatchObject([
      { code: 'ACCIDENT_INSURANCE', kind: 'INSURANCE', status: 'OFFERED', price: '990.00', chosen_at: null },
      { code: 'LEGAL_ADVICE', kind: 'SERVICE', status: 'OFFERED', price: '450.00', chosen_at: null },
    ]);
    for (const { request_document_id: id } of addons) expect(await statusOf(id)).toBe('PUBLISHED');
    const rules = resolveRules(bench.extensions, 'ru-mfo', CODE_LENDER, Temporal.PlainDate.from('2023-03-01'));
    const [service] = lenderData(CODE_LENDER)!.addons!;
    const hidden = (changes: Partial<AddonService>) => undisclosed(rules, 'LOAN', { ...service!, ...changes });
    expect(hidden({})).toBeNull();
    const { links } = service!;
    const kindless = { kind: '' as never };
    for (const changes of [{ price: null }, { links: { ...links, cost: null } }, { links: { ...links, terms: null } }, kindless]) {
      expect(hidden(changes)).toMatchObject({ code: 'RU_MFO_ADDON_DISCLOSURE_MISSING', clauses: ['ru-mfo/kapital-nt/24/7'] });
    }
  });

  it('ru-mfo/kapital-nt/24/8 · are bought by a tick of their own only: terms, packet and price follow it', async () => {
    const { clientId, applicationId } = await offered();
    const before = await termsOf(bench, applicationId);
    expect(codesOf(await tick(clientId, applicationId))).toEqual([]);
    const after = await termsOf(bench, applicationId);
    expect(await statusOf(before.id)).toBe('VOID');
    expect(after.text).toContain('990 рублей 00 копеек');
    const packet = await packetOf(bench, applicationId);
    expect(packet.documents.filter(({ required }) => required).map(({ kind }) => kind)).toContain('INSURANCE_APPLICATION');
    const { contractId, findings } = await signPacketOf(bench, clientId, applicationId);
    expect(findings).toEqual([]);
    expect(await addonsOf(applicationId)).toMatchObject([{ status: 'JOINED' }, { status: 'DECLINED', chosen_at: null }]);
    await transfer(bench, contractId!);
    expect(await bench.sql('select amount from core.transfer where contract_id = $1', [contractId])).toEqual([{ amount: '14010.00' }]);
    const [declined] = (await addonsOf(applicationId)).filter(({ status }) => status === 'DECLINED');
    expect((await bench.execute(charge, { addonId: declined!.id })).findings).toMatchObject([
      { code: 'RU_MFO_ADDON_NOT_OPTED_IN', clauses: ['ru-mfo/kapital-nt/24/8'] },
    ]);
    await expect(bench.sql("update ru_mfo.addon set status = 'JOINED' where id = $1", [declined!.id])).rejects.toThrow(
      'ru_mfo_addon_opted_in_check',
    );
  });

  it('are taken back as they were ticked, and a tick is nobody’s but the client’s', async () => {
    const { clientId, applicationId } = await offered();
    const plain = (await termsOf(bench, applicationId)).text;
    expect(codesOf(await bench.execute(tickAddon, { applicationId, prolongationId: null, code: INSURANCE, ticked: true }))).toEqual([
      'RU_MFO_ADDON_TICK_OF_CLIENT',
    ]);
    await tick(clientId, applicationId);
    await tick(clientId, applicationId, true, 'LEGAL_ADVICE');
    await tick(clientId, applicationId, false);
    expect(codesOf(await tick(clientId, applicationId, false))).toEqual(['RU_MFO_ADDON_NOT_CHOSEN']);
    await tick(clientId, applicationId, false, 'LEGAL_ADVICE');
    expect((await termsOf(bench, applicationId)).text).toBe(plain);
    expect(codesOf(await tick(clientId, applicationId, true, 'NOTHING'))).toEqual(['RU_MFO_ADDON_NOT_OFFERED']);
  });

  it('are refused where the full cost would pass the ceiling, and nothing changes', async () => {
    const { clientId, applicationId } = await offered({ amount: '10000.00', termDays: 21 });
    const before = await termsOf(bench, applicationId);
    expect(codesOf(await tick(clientId, applicationId))).toEqual(['RU_MFO_FULL_COST_ABOVE_CAP']);
    expect((await termsOf(bench, applicationId)).id).toBe(before.id);
    expect(await insuranceOf(applicationId)).toMatchObject({ status: 'OFFERED', chosen_at: null });
  });

  it('ru-mfo/kapital-nt/24/9 · are given up until the fourteenth day after the conclusion, by request to lender or insurer', async () => {
    const first = await insuredLoan();
    const second = await insuredLoan();
    bench.clock.moveTo('2023-03-15T19:59:59Z');
    expect(codesOf(await withdraw(first.clientId, first.addon.id, 'INSURER'))).toEqual([]);
    const [document] = await bench.sql<{ kind: string; status: string }>(
      'select d.kind, d.status from core.document d join ru_mfo.addon a on a.withdrawal_document_id = d.id where a.id = $1',
      [first.addon.id],
    );
    expect(document).toEqual({ kind: 'ADDON_WITHDRAWAL', status: 'SENT' });
    bench.clock.moveTo('2023-03-15T20:00:00Z');
    expect((await withdraw(second.clientId, second.addon.id)).findings).toMatchObject([
      {
        code: 'RU_MFO_ADDON_WITHDRAWAL_EXPIRED',
        clauses: expect.arrayContaining(['ru-mfo/kapital-nt/24/9']),
        facts: { lastDay: '2023-03-15', madeOn: '2023-03-16' },
      },
    ]);
    const paper = { addonId: second.addon.id, addressee: 'LENDER' as const, madeOn: '2023-03-15', reference: 'Вх-17' };
    expect(codesOf(await bench.execute(withdrawFromAddon, paper))).toEqual([]);
  });

  it('ru-mfo/kapital-nt/24/10 · given up while the loan is owed lower the debt, and nothing is paid out', async () => {
    const { clientId, contractId, addon } = await insuredLoan();
    bench.clock.moveTo('2023-03-08T08:00:00Z');
    expect(codesOf(await withdraw(clientId, addon.id))).toEqual([]);
    // 15 000 for seven days at 0.5 % a day, less the price.
    expect(await owed(contractId)).toBe('14535.00');
    expect(await refunds(contractId)).toEqual([]);
    expect(
      await insuranceOf(
        (await bench.sql<{ application_id: string }>('select application_id from ru_mfo.addon where id = $1', [addon.id]))[0]!
          .application_id,
      ),
    ).toMatchObject({
      refunded_to_debt: '990.00',
      refunded_to_client: '0.00',
    });
  });

  it('ru-mfo/kapital-nt/24/11 · given up after the loan was repaid go back to the card that got the loan', async () => {
    const { clientId, contractId, applicationId, addon } = await insuredLoan();
    bench.clock.moveTo('2023-03-07T08:00:00Z');
    const payment = {
      contractId,
      amount: { amount: new Decimal('15450.00'), currency: 'RUB' },
      paidOn: null,
      paidAt: null,
      externalId: `pay-${contractId}`,
    };
    expect(codesOf(await bench.execute(registerPayment, payment))).toEqual([]);
    expect(await owed(contractId)).toBe('0.00');
    bench.clock.moveTo('2023-03-10T08:00:00Z');
    expect(codesOf(await withdraw(clientId, addon.id))).toEqual([]);
    expect(await refunds(contractId)).toEqual([{ amount: '990.00', method: 'PAYMENT_CARD' }]);
    expect(await insuranceOf(applicationId)).toMatchObject({ status: 'WITHDRAWN', refunded_to_debt: '0.00', refunded_to_client: '990.00' });
  });

  it('are given up once, by their own client, with a number where the request is on paper', async () => {
    const { clientId, addon } = await insuredLoan();
    const stranger = await codeBorrower(bench);
    expect(codesOf(await withdraw(stranger, addon.id))).toEqual(['RU_MFO_ADDON_NOT_FOUND']);
    const paper = { addonId: addon.id, addressee: 'LENDER' as const, madeOn: '2023-03-01', reference: null };
    expect(codesOf(await bench.execute(withdrawFromAddon, paper))).toEqual(['RU_MFO_FIELD_REQUIRED']);
    expect(codesOf(await bench.execute(withdrawFromAddon, { ...paper, madeOn: '2023-03-02', reference: '1' }))).toEqual([
      'RU_MFO_ADDON_WITHDRAWAL_DAY',
    ]);
    expect(codesOf(await withdraw(clientId, addon.id))).toEqual([]);
    expect(codesOf(await withdraw(clientId, addon.id))).toEqual(['RU_MFO_ADDON_NOT_FOUND']);
  });
});
