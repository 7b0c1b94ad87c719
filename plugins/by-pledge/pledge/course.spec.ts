import { Temporal } from 'temporal-polyfill';
import { orderTransfer } from '../../../modules/payments';
import { acceptAddendum, proposeAddendum } from '../addenda/addendum.commands';
import { addClaimItemCommand } from '../claim/add-claim-item.command';
import { reportCircumstance } from '../course/course.commands';
import { creditRegisterJob, creditRegisterPort } from '../credit-register/port';
import { POLICY_DELIVERY, POLICY_DUE, POLICY_RENEWAL, PREMIUM_PROOF, REGISTER_CHANGE, REGISTER_EXCLUSION } from '../ids';
import { changeBeneficiary } from '../insurance/change-beneficiary.command';
import { demandInsurance } from '../insurance/demand-insurance.command';
import { type FilePolicy, filePolicy } from '../insurance/file-policy.command';
import { filePremiumProof } from '../insurance/file-premium-proof.command';
import { readRate, recordRate } from '../insurance/rates';
import { saveInventory } from '../inventory/save-inventory.command';
import { recordReceipt, sendNotice } from '../notices/notices.commands';
import { notifyChange, registerHeirs, transferDebt } from '../parties/party.commands';
import { pledgeRegisterPort, simulatedRegister } from '../register/port';
import {
  bookRegisterOperation,
  discloseRegister,
  recordRegisterOperation,
  registerFinding,
  registerJob,
} from '../register/register.commands';
import { car, clausesOf, codesOf, PledgeBench } from '../test-support/pledge-bench';
import { endJob, endPerformedPledge, endPledgeByOfficer } from './end-pledge';
import { giveConsent } from './give-consent.command';

describe('a pledge in force', () => {
  let bench: PledgeBench;
  beforeAll(async () => {
    bench = await PledgeBench.open();
    bench.bind(
      pledgeRegisterPort,
      simulatedRegister(() => new Date(bench.clock.now().epochMilliseconds)),
    );
    bench.bind(creditRegisterPort, { send: async ({ id }) => `CR-${id.slice(-6)}` });
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
  const consent = async (pledgeId: string, subject: Parameters<typeof giveConsent.run>[0]['subject'], scope: string, by = bench.officer) =>
    (await bench.done(giveConsent, { pledgeId, subject, scope }, by)).consentId!;

  describe('its insurance', () => {
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
      const consentId = await consent(pledgeId, 'BENEFICIARY_CHANGE', 'to a bank');
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
      const consentId = await consent(pledgeId, 'INSURANCE_DEVIATION', 'DEDUCTIBLE');
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

  const tasks = (pledgeId: string, operation?: string) =>
    bench.sql<{ id: string; operation: string; due_on: string | null; state: string; is_late: boolean | null }>(
      'select id, operation, due_on::text, state, is_late from by_pledge.register_task where pledge_id = $1 and ($2::text is null or operation = $2) order by known_on, id',
      [pledgeId, operation ?? null],
    );
  const done = (pledgeId: string, taskId: string, parts: { chargePledgor?: boolean } = {}) =>
    bench.execute(recordRegisterOperation, { pledgeId, taskId, number: 'R-77', chargePledgor: false, ...parts });

  describe('the register', () => {
    it('by-pledge/3.3/б/cost · is paid by the lender', async () => {
      const { pledgeId } = await bench.running();
      const [entry] = await tasks(pledgeId);
      expect(codesOf(await done(pledgeId, entry!.id, { chargePledgor: true }))).toEqual(['BY_PLEDGE_REGISTER_FEE_NOT_CHARGEABLE']);
      expect(codesOf(await done(pledgeId, entry!.id))).toEqual([]);
    });

    it('by-pledge/3.3/б/entry · holds every pledge in force, and one that it does not is told', async () => {
      const { pledgeId } = await bench.running();
      expect(registerFinding({ status: 'ACTIVE' }, false)).toMatchObject({ code: 'BY_PLEDGE_REGISTER_ENTRY_MISSING' });
      await registerJob.run(bench.jobContext);
      const [entry] = await bench.sql<Record<string, unknown>>('select * from by_pledge.register_entry where pledge_id = $1', [pledgeId]);
      expect(entry).toMatchObject({ status: 'ENTERED', number: expect.stringMatching(/^R-/) });
      expect(registerFinding({ status: 'ACTIVE' }, true)).toBeNull();
    });

    it('by-pledge/3.3/б/consent-free · is changed without the pledgor, who has no say in it', async () => {
      const { pledgeId, clientId } = await bench.running();
      const [entry] = await tasks(pledgeId);
      const operation = { pledgeId, taskId: entry!.id, number: 'R-1', chargePledgor: false };
      expect(codesOf(await bench.execute(recordRegisterOperation, operation, bench.client(clientId)))).toEqual([
        'BY_PLEDGE_REGISTER_BY_PLEDGEE',
      ]);
      expect(codesOf(await bench.execute(bookRegisterOperation, operation))).toEqual([]);
    });

    it('by-pledge/3.3/б/disclosure · gives data out with both consents only', async () => {
      const { pledgeId, clientId } = await bench.running();
      await consent(pledgeId, 'REGISTER_DISCLOSURE', 'to a bank');
      expect(codesOf(await bench.execute(discloseRegister, { pledgeId, recipient: 'BANK' }))).toEqual([
        'BY_PLEDGE_REGISTER_DISCLOSURE_CONSENT',
      ]);
      await consent(pledgeId, 'REGISTER_DISCLOSURE', 'to a bank', bench.client(clientId));
      expect(codesOf(await bench.execute(discloseRegister, { pledgeId, recipient: 'BANK' }))).toEqual([]);
    });

    const amended = async (changes: Readonly<Record<string, string>>, kind: 'ITEM' | 'VALUE' | 'RATE' | 'TERMINATION' = 'ITEM') => {
      const applied = await bench.running();
      const { pledgeId, clientId } = applied;
      const { addendumId } = await bench.done(proposeAddendum, { pledgeId, kind, changes, reason: 'изменение', effectiveOn: '2026-06-01' });
      await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null }, bench.client(clientId));
      await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null });
      return applied;
    };

    it('by-pledge/3.3/в/b1 · is updated within 2 working days of a change', async () => {
      const { pledgeId, applicationId } = await amended({ plate: '5678 KB-7' });
      const [task] = await tasks(pledgeId, 'CHANGE');
      expect(task!.due_on).toBe('2026-06-03');
      bench.toDay('2026-06-03');
      expect(codesOf(await done(pledgeId, task!.id))).toEqual([]);
      bench.toDay('2026-06-01');
      const other = await amended({ plate: '5678 KB-7' });
      bench.toDay('2026-06-04');
      expect(await bench.fire(other.applicationId, REGISTER_CHANGE)).toEqual(['MISSED']);
      expect(codesOf(await done(other.pledgeId, (await tasks(other.pledgeId, 'CHANGE'))[0]!.id))).toEqual([
        'BY_PLEDGE_REGISTER_CHANGE_OVERDUE',
      ]);
      expect(await bench.fire(applicationId, REGISTER_CHANGE)).toEqual(['MET']);
    });

    it('by-pledge/A1/row4 · a new plate is a change of the register', async () => {
      const { pledgeId } = await amended({ plate: '5678 KB-7' });
      expect(await tasks(pledgeId, 'CHANGE')).toMatchObject([{ state: 'WAITING', due_on: '2026-06-03' }]);
    });

    it('by-pledge/A1/row5 · a new place of keeping is version 2, and version 1 is kept', async () => {
      const { pledgeId } = await amended({ storageAddress: 'г. Минск, ул. Иная, д. 2' });
      const rows = await bench.sql<{ version: number; ground: string }>(
        'select version, ground from by_pledge.inventory where pledge_id = $1 order by version',
        [pledgeId],
      );
      expect(rows).toEqual([
        { version: 1, ground: 'INVENTORY' },
        { version: 2, ground: expect.stringMatching(/^ADDENDUM/) },
      ]);
    });

    it('by-pledge/A1/row5 · a place that the pledgor’s notice tells of is version 2, in words that only the keys open', async () => {
      const { pledgeId } = await bench.running();
      const told = { pledgeId, event: 'LOCATION_CHANGED' as const, occurredOn: '2026-06-01', notifiedOn: '2026-06-01' };
      expect(codesOf(await bench.execute(reportCircumstance, { ...told, text: ' ' }))).toEqual(['BY_PLEDGE_DUTY_TERM_MISSING']);
      await bench.done(reportCircumstance, { ...told, text: 'г. Минск, ул. Новая, д. 3' });
      const versions = await bench.sql<{ version: number; ground: string; place: Buffer }>(
        'select version, ground, storage_address_enc as place from by_pledge.inventory where pledge_id = $1 order by version',
        [pledgeId],
      );
      expect(versions.map(({ version, place }) => bench.opened('inventory', `${pledgeId}/${version}`, 'storage_address', place))).toEqual([
        car.storageAddress,
        'г. Минск, ул. Новая, д. 3',
      ]);
      expect(versions[1]!.ground).toMatch(/^NOTICE /);
      expect(await tasks(pledgeId, 'CHANGE')).toEqual([]);
    });

    it('by-pledge/3.3/в/b2 · loses the entry within 2 working days of the end', async () => {
      const { pledgeId, contractId, applicationId } = await bench.running();
      await registerJob.run(bench.jobContext);
      bench.toDay('2026-06-30');
      await bench.pay(contractId, '3130.50');
      await endJob.run(bench.jobContext);
      const [task] = await tasks(pledgeId, 'EXCLUDE');
      // 3 July is a holiday; two working days from 30 June.
      expect(task!.due_on).toBe('2026-07-02');
      bench.toDay('2026-07-06');
      expect(await bench.fire(applicationId, REGISTER_EXCLUSION)).toEqual(['MISSED']);
      expect(codesOf(await done(pledgeId, task!.id))).toEqual(['BY_PLEDGE_REGISTER_EXCLUSION_OVERDUE']);
    });

    it('by-pledge/5.3 · nothing in force is edited; an addendum of both parties changes it', async () => {
      const { pledgeId, clientId } = await bench.running();
      const edit = await bench.execute(saveInventory, { pledgeId, ...bench.anyCar, pledgeValue: '10800.00' });
      expect([codesOf(edit), clausesOf(edit)]).toEqual([['BY_PLEDGE_ADDENDUM_MISSING'], ['by-pledge/5.3']]);
      const { addendumId } = await bench.done(proposeAddendum, {
        pledgeId,
        kind: 'VALUE',
        changes: { pledgeValue: '10800.00' },
        reason: 'независимая оценка',
        effectiveOn: '2026-06-01',
      });
      await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null }, bench.client(clientId));
      expect((await bench.pledge(pledgeId)).pledge_value).toBe('12500.00');
      await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null });
      expect(await bench.pledge(pledgeId)).toMatchObject({ pledge_value: '10800.00', inventory_version: 2, valuation_at_loan: '12500.00' });
    });

    it('by-pledge/5.16 · a signed copy from the questionnaire’s address counts without an original', async () => {
      const { pledgeId, clientId } = await bench.running();
      const [mail] = await bench.sql<{ no: string }>('select number as no from core.client where id = $1', [clientId]);
      expect(mail).toBeDefined();
      const { addendumId } = await bench.done(proposeAddendum, {
        pledgeId,
        kind: 'OTHER',
        changes: { terms: 'иное' },
        reason: 'по соглашению',
        effectiveOn: '2026-06-01',
      });
      const accept = (from: string) => bench.execute(acceptAddendum, { pledgeId, addendumId: addendumId!, from });
      expect(codesOf(await accept('stranger@example.org'))).toEqual(['BY_PLEDGE_ORIGINAL_NOT_ACCEPTED']);
      expect(codesOf(await accept(bench.emailOf(clientId)))).toEqual([]);
      await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null });
      expect(await bench.sql('select status, channel from by_pledge.addendum where id = $1', [addendumId])).toEqual([
        { status: 'ACCEPTED', channel: 'EMAIL' },
      ]);
    });

    it('by-pledge/1.1/p3/rate-on-date · an addendum changes the rate of later days only', async () => {
      const { pledgeId, clientId, contractId } = await bench.running({ amount: '2000.00' });
      const changes = { dailyRate: '0.12' };
      const { addendumId } = await bench.done(proposeAddendum, {
        pledgeId,
        kind: 'RATE',
        changes,
        reason: 'снижение ставки',
        effectiveOn: '2026-06-11',
      });
      await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null }, bench.client(clientId));
      await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null });
      bench.toDay('2026-06-12');
      await bench.pay(contractId, '0.01');
      const rows = await bench.sql<{ day: string; amount: string }>(
        "select on_day::text as day, amount from core.posting where contract_id = $1 and cause = 'ACCRUAL' and on_day in ('2026-06-10', '2026-06-11') order by on_day",
        [contractId],
      );
      expect(rows).toEqual([
        { day: '2026-06-10', amount: '3.00' },
        { day: '2026-06-11', amount: '2.40' },
      ]);
    });
  });

  describe('the claim and the end', () => {
    it('by-pledge/1.2/p1/scope · secures what the agreement names and nothing else', async () => {
      const { pledgeId, contractId } = await bench.running();
      const add = (kind: string, reference: string) => bench.execute(addClaimItemCommand, { pledgeId, kind, amount: '10.00', reference });
      expect(codesOf(await add('ADVISORY_FEE', 'a-1'))).toEqual(['BY_PLEDGE_CLAIM_ITEM_NOT_SECURED']);
      expect(codesOf(await add('COURT_COSTS', 'c-1'))).toEqual([]);
      expect(await bench.sql('select cost from core.ledger where contract_id = $1', [contractId])).toEqual([{ cost: '10.00' }]);
    });

    it('by-pledge/1.2/p2 · the secured sum is the claim at the moment of satisfaction', async () => {
      const { pledgeId, contractId } = await bench.running({ amount: '2000.00' });
      const claim = () => bench.claim(pledgeId);
      expect((await claim()).total.toFixed(2)).toBe('2000.00');
      bench.toDay('2026-06-20');
      await bench.done(addClaimItemCommand, { pledgeId, kind: 'PENALTY', amount: '225.00', reference: 'v-1' });
      const later = await claim();
      // 19 days at 3.00, and the fine.
      expect([later.interest.toFixed(2), later.penalty.toFixed(2), later.total.toFixed(2)]).toEqual(['57.00', '225.00', '2282.00']);
      expect(contractId).toEqual(expect.any(String));
    });

    it('by-pledge/5.1/end · ends on the day on which the last payment was credited, and not while a kopeck is owed', async () => {
      const { pledgeId, contractId } = await bench.running();
      bench.toDay('2026-06-03');
      await bench.pay(contractId, '3008.99');
      const open = await bench.execute(endPledgeByOfficer, { pledgeId, ground: 'OBLIGATIONS_PERFORMED', basis: null });
      expect([codesOf(open), open.findings![0]!.facts.owed]).toEqual([['BY_PLEDGE_OBLIGATION_OUTSTANDING'], '0.01']);
      bench.toDay('2026-06-04');
      await bench.pay(contractId, '0.01');
      await endJob.run(bench.jobContext);
      expect(await bench.pledge(pledgeId)).toMatchObject({ status: 'ENDED', ended_on: '2026-06-04', end_ground: 'OBLIGATIONS_PERFORMED' });
      await bench.done(endPerformedPledge, { pledgeId });
    });

    it('by-pledge/5.1/other-grounds · ends otherwise with ground and provision of law only', async () => {
      const { pledgeId } = await bench.running();
      const end = (basis: string | null) => bench.execute(endPledgeByOfficer, { pledgeId, ground: 'гибель предмета', basis });
      expect(codesOf(await end(null))).toEqual(['BY_PLEDGE_TERMINATION_GROUND_MISSING']);
      expect(codesOf(await end('ГК, прекращение залога'))).toEqual([]);
      expect((await bench.pledge(pledgeId)).status).toBe('ENDED');
    });

    it('by-pledge/5.2 · the Credit Register is told, with moment and hash', async () => {
      const { pledgeId } = await bench.running();
      await creditRegisterJob.run(bench.jobContext);
      const [report] = await bench.sql<Record<string, unknown>>('select * from by_pledge.credit_report where pledge_id = $1', [pledgeId]);
      expect(report).toMatchObject({
        occasion: 'CONCLUDED',
        state: 'SENT',
        receipt: expect.stringMatching(/^CR-/),
        sent_at: expect.any(Date),
      });
      const told = await bench.sql<{ payload: { reference: string } }>(
        "select payload from core.event_inbox where type = 'ByPledgeChanged' and payload->>'what' = 'CREDIT_REGISTER_SENT' and subject_id = $1",
        [pledgeId],
      );
      expect(told).toMatchObject([{ payload: { reference: report!.payload_sha256 } }]);
    });

    it('by-pledge/5.8 · stays as it is when the debt passes to another with the lender’s consent', async () => {
      const { pledgeId } = await bench.running();
      const debtorId = await bench.borrower();
      expect(codesOf(await bench.execute(transferDebt, { pledgeId, debtorId, consentId: null }))).toEqual(['BY_PLEDGE_CONSENT_MISSING']);
      const consentId = await consent(pledgeId, 'DEBT_TRANSFER', 'to B');
      await bench.done(transferDebt, { pledgeId, debtorId, consentId });
      expect(await bench.pledge(pledgeId)).toMatchObject({ status: 'ACTIVE', debtor_client_id: debtorId });
    });

    it('by-pledge/5.13 · heirs become joint co-pledgors, all of them', async () => {
      const { pledgeId } = await bench.running();
      const heirIds = [await bench.borrower(), await bench.borrower()];
      const register = (ids: readonly string[]) => bench.execute(registerHeirs, { pledgeId, heirIds: ids, basis: 'свидетельство' });
      expect(codesOf(await register([]))).toEqual(['BY_PLEDGE_PARTY_INVALID']);
      expect(codesOf(await register(heirIds))).toEqual([]);
      const rows = await bench.sql<{ role: string; until: Date | null }>(
        'select role, until from by_pledge.party where pledge_id = $1 order by role',
        [pledgeId],
      );
      expect(rows).toMatchObject([
        { role: 'CO_PLEDGOR', until: null },
        { role: 'CO_PLEDGOR', until: null },
        { role: 'PLEDGOR', until: expect.any(Date) },
      ]);
    });

    it('by-pledge/5.13 · a notice goes to each heir, and is received when the last of them has it', async () => {
      const { pledgeId } = await bench.running();
      const heirIds = [await bench.borrower(), await bench.borrower()];
      await bench.done(registerHeirs, { pledgeId, heirIds, basis: 'свидетельство' });
      const notice = {
        pledgeId,
        kind: 'CLAIM' as const,
        sender: 'PLEDGEE' as const,
        ways: ['REGISTERED_MAIL' as const],
        text: 'Претензия',
      };
      const { noticeId } = await bench.done(sendNotice, notice);
      const read = () =>
        bench.sql<{ party: string; received: string | null }>(
          'select party_client_id as party, received_on::text as received from by_pledge.notice_delivery where notice_id = $1',
          [noticeId],
        );
      expect(new Set((await read()).map(({ party }) => party))).toEqual(new Set(heirIds));
      bench.toDay('2026-06-05');
      const receipt = { noticeId: noticeId!, way: 'REGISTERED_MAIL' as const };
      expect(codesOf(await bench.execute(recordReceipt, { ...receipt, deliveredOn: '2026-06-03' }))).toEqual([
        'BY_PLEDGE_NOTICE_PARTY_UNCLEAR',
      ]);
      const received = async () =>
        (await bench.sql<{ on: string | null }>('select received_on::text as on from by_pledge.notice where id = $1', [noticeId]))[0]!.on;
      await bench.done(recordReceipt, { ...receipt, partyClientId: heirIds[0], deliveredOn: '2026-06-05' });
      expect(await received()).toBeNull();
      await bench.done(recordReceipt, { ...receipt, partyClientId: heirIds[1], deliveredOn: '2026-06-03' });
      expect(await received()).toBe('2026-06-05');
    });

    it('by-pledge/5.14 · a change is told by the next day', async () => {
      const { pledgeId } = await bench.running();
      const told = (changedOn: string) => bench.execute(notifyChange, { pledgeId, what: 'ADDRESS' as const, changedOn });
      bench.toDay('2026-06-02');
      expect(codesOf(await told('2026-06-01'))).toEqual([]);
      bench.toDay('2026-06-03');
      expect(codesOf(await told('2026-06-01'))).toEqual(['BY_PLEDGE_NOTICE_LATE']);
    });

    it('by-pledge/1.1/p5/deviation · repaid on day 20, the interest is 90.00', async () => {
      const { contractId } = await bench.running();
      bench.toDay(Temporal.PlainDate.from('2026-06-01').add({ days: 20 }).toString());
      await bench.pay(contractId, '3090.00');
      expect(await bench.sql('select status from core.contract where id = $1', [contractId])).toEqual([{ status: 'CLOSED' }]);
      expect(await bench.sql('select charged_interest, surplus from core.ledger where contract_id = $1', [contractId])).toEqual([
        { charged_interest: '90.00', surplus: '0.00' },
      ]);
    });
  });
});
