import { orderTransfer } from '../../../modules/payments';
import { POLICY_DELIVERY, POLICY_DUE, POLICY_RENEWAL, PREMIUM_PROOF } from '../ids';
import { endPerformedPledge } from '../pledge/end-pledge';
import { clausesOf, codesOf, PledgeBench } from '../test-support/pledge-bench';
import { changeBeneficiary } from './change-beneficiary.command';
import { demandInsurance } from './demand-insurance.command';
import { type FilePolicy, filePolicy } from './file-policy.command';
import { filePremiumProof } from './file-premium-proof.command';
import { readRate, recordRate } from './rates';

describe('insurance of a pledged car', () => {
  let bench: PledgeBench;
  beforeAll(async () => {
    bench = await PledgeBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(() => bench.toDay('2026-06-01'));

  const policy = (pledgeId: string, parts: Partial<FilePolicy> = {}): FilePolicy => ({
    pledgeId,
    number: 'AK-1',
    insurer: 'Страховщик',
    licence: 'BY',
    product: 'AUTO_CASCO',
    risks: ['ALL_DAMAGE', 'LOSS'],
    beneficiary: 'PLEDGEE',
    sumInsured: '12500.00',
    currency: 'BYN',
    deductible: '0',
    concludedOn: '2026-06-01',
    validFrom: '2026-06-01',
    validTo: '2026-12-14',
    paidThrough: '2026-12-14',
    channel: 'EMAIL',
    consentId: null,
    ...parts,
  });
  const insured = async (sumInsured = '12500.00') => {
    const applied = await bench.ready({ rows: { sumInsured } });
    await bench.done(demandInsurance, { pledgeId: applied.pledgeId });
    await bench.signed(applied);
    return applied;
  };
  const filed = (pledgeId: string, parts: Partial<FilePolicy> = {}) => bench.execute(filePolicy, policy(pledgeId, parts));

  it('by-pledge/2.5 · is with a licensed insurer against all damage and loss, and not needed without a demand', async () => {
    const { pledgeId } = await insured();
    expect([codesOf(await filed(pledgeId, { licence: 'LV' })), codesOf(await filed(pledgeId, { risks: ['LOSS'] }))]).toEqual([
      ['BY_PLEDGE_INSURANCE_NOT_COMPLIANT'],
      ['BY_PLEDGE_INSURANCE_NOT_COMPLIANT'],
    ]);
    expect(codesOf(await filed(pledgeId))).toEqual([]);
    const plain = await bench.running();
    expect(
      await bench.sql('select 1 from core.deadline where application_id = $1 and kind = $2', [plain.applicationId, POLICY_DUE]),
    ).toEqual([]);
  });

  it('by-pledge/2.5 · was demanded: no money goes out before a policy that suffices is there', async () => {
    const applied = await insured();
    const [contract] = await bench.sql<{ id: string }>('select id from core.contract where application_id = $1', [applied.applicationId]);
    const order = () => bench.execute(orderTransfer, { contractId: contract!.id });
    const refused = await order();
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_PLEDGE_NOT_INSURED'], ['by-pledge/2.5']]);
    expect(codesOf(await filed(applied.pledgeId, { sumInsured: '12499.99' }))).toEqual(['BY_PLEDGE_INSURANCE_SUM_TOO_LOW']);
    expect(codesOf(await order())).toEqual(['BY_PLEDGE_NOT_INSURED']);
    await bench.done(filePolicy, policy(applied.pledgeId));
    expect(codesOf(await order())).toEqual([]);
  });

  it('by-pledge/2.5/а/beneficiary · names the lender as beneficiary', async () => {
    const { pledgeId } = await insured();
    expect(codesOf(await filed(pledgeId, { beneficiary: 'PLEDGOR' }))).toEqual(['BY_PLEDGE_INSURANCE_BENEFICIARY']);
    expect(codesOf(await filed(pledgeId))).toEqual([]);
  });

  it('by-pledge/2.5/а/change · gets another beneficiary with the lender’s written consent only', async () => {
    const { pledgeId } = await insured();
    const { policyId } = await bench.done(filePolicy, policy(pledgeId));
    const change = { pledgeId, policyId: policyId!, beneficiary: 'OTHER' as const };
    expect(codesOf(await bench.execute(changeBeneficiary, { ...change, consentId: null }))).toEqual(['BY_PLEDGE_CONSENT_MISSING']);
    const consentId = await bench.consent(pledgeId, 'BENEFICIARY_CHANGE', 'to a bank');
    expect(codesOf(await bench.execute(changeBeneficiary, { ...change, consentId }))).toEqual([]);
  });

  it('by-pledge/2.5/б · covers at least row 7', async () => {
    const { pledgeId } = await insured();
    expect(codesOf(await filed(pledgeId, { sumInsured: '12499.99' }))).toEqual(['BY_PLEDGE_INSURANCE_SUM_TOO_LOW']);
    expect(codesOf(await filed(pledgeId))).toEqual([]);
  });

  it('by-pledge/2.5/в · has no deductible', async () => {
    const { pledgeId } = await insured();
    expect(codesOf(await filed(pledgeId, { deductible: '100.00' }))).toEqual(['BY_PLEDGE_INSURANCE_DEDUCTIBLE']);
    expect(codesOf(await filed(pledgeId))).toEqual([]);
  });

  it('by-pledge/2.5/г/currency · is in BYN or a freely convertible currency', async () => {
    const { pledgeId } = await insured();
    await bench.done(recordRate, { currency: 'VES', on: '2026-06-01', scale: 1, rate: '10.0000', source: 'BY_HAND' });
    expect(codesOf(await filed(pledgeId, { currency: 'VES' }))).toEqual(['BY_PLEDGE_INSURANCE_CURRENCY']);
    expect(codesOf(await filed(pledgeId, { currency: 'BYN' }))).toEqual([]);
  });

  it('by-pledge/2.5/г/conversion · is measured at the National Bank’s rate of the day of the policy', async () => {
    const { pledgeId } = await insured('30000.00');
    const inUsd = (sumInsured: string) => filed(pledgeId, { currency: 'USD', sumInsured });
    expect(codesOf(await inUsd('9245.00'))).toEqual(['BY_PLEDGE_RATE_UNKNOWN']);
    const told = readRate(
      '{"Cur_ID":431,"Date":"2026-06-01T00:00:00","Cur_Abbreviation":"USD","Cur_Scale":1,"Cur_OfficialRate":3.2450}',
      'USD',
      '2026-06-01',
    );
    await bench.done(recordRate, { currency: 'USD', on: '2026-06-01', ...told, source: 'NBRB' });
    const refused = await inUsd('9244.99');
    expect([codesOf(refused), refused.findings![0]!.facts.sum]).toEqual([['BY_PLEDGE_INSURANCE_SUM_TOO_LOW'], '29999.99']);
    expect(codesOf(await inUsd('9245.00'))).toEqual([]);
    expect(await bench.sql('select sum_byn from by_pledge.policy where pledge_id = $1', [pledgeId])).toEqual([{ sum_byn: '30000.03' }]);
  });

  it('by-pledge/2.5/г/change · deviates with a consent that names the deviation, and no further', async () => {
    const { pledgeId } = await insured();
    const consentId = await bench.consent(pledgeId, 'INSURANCE_DEVIATION', 'DEDUCTIBLE');
    expect(codesOf(await filed(pledgeId, { deductible: '100.00', sumInsured: '1.00', consentId }))).toEqual([
      'BY_PLEDGE_INSURANCE_SUM_TOO_LOW',
    ]);
    expect(codesOf(await filed(pledgeId, { deductible: '100.00', consentId }))).toEqual([]);
    const other = await insured();
    const foreign = await filed(other.pledgeId, { deductible: '100.00', consentId });
    expect([codesOf(foreign), clausesOf(foreign)]).toEqual([['BY_PLEDGE_CONSENT_MISSING'], ['by-pledge/2.5/г/change']]);
  });

  it('by-pledge/3.1/л/p1 · is there on the day of the signature, or late', async () => {
    const { pledgeId, applicationId } = await insured();
    expect(codesOf(await filed(pledgeId))).toEqual([]);
    expect(await bench.fire(applicationId, POLICY_DUE)).toEqual(['MET']);
    const late = await insured();
    bench.toDay('2026-06-02');
    expect(await bench.fire(late.applicationId, POLICY_DUE)).toEqual(['MISSED']);
    expect(codesOf(await filed(late.pledgeId))).toEqual(['BY_PLEDGE_POLICY_OVERDUE']);
  });

  it('by-pledge/3.1/л/p2/continuity · goes on without a gap of a day', async () => {
    const { pledgeId, applicationId } = await insured();
    await filed(pledgeId);
    bench.toDay('2026-12-10');
    const next = { concludedOn: '2026-12-10', validTo: '2027-12-14', paidThrough: '2027-12-14' };
    const refused = await filed(pledgeId, { ...next, validFrom: '2026-12-16' });
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_PLEDGE_INSURANCE_GAP'], ['by-pledge/3.1/л/p2/continuity']]);
    expect(codesOf(await filed(pledgeId, { ...next, validFrom: '2026-12-15' }))).toEqual([]);
    expect((await bench.fire(applicationId, POLICY_RENEWAL))[0]).toBe('MET');
  });

  it('by-pledge/3.1/л/p2/continuity · is no duty any more once the loan is repaid', async () => {
    const applied = await insured();
    const { pledgeId, applicationId } = applied;
    await filed(pledgeId);
    const contractId = await bench.provided(applied);
    bench.toDay('2026-06-11');
    await bench.pay(contractId, '3045.00');
    await bench.done(endPerformedPledge, { pledgeId });
    expect(await bench.fire(applicationId, POLICY_RENEWAL)).toEqual(['CANCELLED']);
  });

  it('by-pledge/3.1/л/p2/delivery · the next policy is given by the day after the end of the one before', async () => {
    const { pledgeId, applicationId } = await insured();
    await filed(pledgeId);
    bench.toDay('2026-12-16');
    expect(await bench.fire(applicationId, POLICY_DELIVERY)).toEqual(['MISSED']);
    const next = { concludedOn: '2026-12-14', validFrom: '2026-12-15', validTo: '2027-12-14', paidThrough: '2027-12-14' };
    const late = await filed(pledgeId, next);
    expect([codesOf(late), clausesOf(late)]).toEqual([['BY_PLEDGE_POLICY_OVERDUE'], ['by-pledge/3.1/л/p2/delivery']]);
  });

  it('by-pledge/3.1/л/p2/instalments · the next premium is proved on the day the paid period ends', async () => {
    const { pledgeId, applicationId } = await insured();
    const { policyId } = await bench.done(filePolicy, policy(pledgeId, { paidThrough: '2026-09-14' }));
    const proof = (paidThrough: string) =>
      bench.execute(filePremiumProof, { pledgeId, policyId: policyId!, paidThrough, channel: 'EMAIL' as const });
    bench.toDay('2026-09-14');
    expect(codesOf(await proof('2026-10-14'))).toEqual([]);
    bench.toDay('2026-10-15');
    expect((await bench.fire(applicationId, PREMIUM_PROOF)).sort()).toEqual(['MET', 'MISSED']);
    expect(codesOf(await proof('2026-12-14'))).toEqual(['BY_PLEDGE_PREMIUM_PROOF_OVERDUE']);
  });
});
