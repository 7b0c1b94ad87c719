import { Narrator } from '../demo/narrator';
import { Scene } from '../demo/scene';
import { dueDay } from '../demo/stories/by-pledge/course-steps';
import { apply, type Deal, declare, formAgreement, saveInventory } from '../demo/stories/by-pledge/formation-steps';
import { prepareLender } from '../demo/stories/by-pledge/lender-steps';
import { freshVin, type Pledgor, pledgeOf, register } from '../demo/stories/by-pledge/pledgor';
import { countersign, provideMoney, signAsPledgor } from '../demo/stories/by-pledge/signing-steps';
import { eventually, type Listener, startTestGateway, type TestGateway, type Transport, type Values } from '../support/test-gateway';

const LENDER = 'zubr-leasing';
const TRANSPORTS: readonly Transport[] = ['WebSocket', 'SSE'];
const STATUS = 'subscription ($after: Cursor) { byPledgeStatusChanged(after: $after) { cursor from to pledge { id } } }';
const DUTY = 'subscription ($after: Cursor) { byPledgeDutyStatusChanged(after: $after) { cursor from to duty { id kind } } }';

let gateway: TestGateway;
let scene: Scene;

beforeAll(async () => {
  gateway = await startTestGateway({ at: '2026-06-01T07:00:00Z' });
  scene = await Scene.open({ url: gateway.url, own: false, stop: async () => {} }, Narrator.silent(), LENDER);
  await prepareLender(scene);
});
afterEach(() => gateway.silence());
afterAll(() => gateway.stop());

const officerAsker = async () => ({
  token: await gateway.token({ kind: 'OFFICER', subject: 'sandbox-officer', lenders: [LENDER], ttl: 43_200 }),
});
const byn = (amount: string) => ({ amount, currency: 'BYN' });

const deal = (value = '4200.00', more: Partial<Deal> = {}): Deal => ({
  amount: '2000.00',
  termDays: 30,
  car: { name: 'Renault Logan', vin: freshVin(), year: 2015, plate: '4321 BA-7', value },
  ...more,
});

/** An application with everything that an agreement needs. */
async function ready(what: Deal = deal()): Promise<Pledgor> {
  const pledgor = await apply(scene, await register(scene, 'Проба'), what);
  await declare(scene, pledgor, what.car.value);
  return pledgor;
}

async function signed(what?: Deal): Promise<Pledgor> {
  const pledgor = await ready(what);
  const documents = await formAgreement(scene, pledgor);
  await signAsPledgor(scene, pledgor, documents);
  await countersign(scene, pledgor, documents);
  return pledgor;
}

/** The next changes of a stream. */
async function take(listener: Listener, count: number): Promise<Values[]> {
  const taken: Values[] = [];
  while (taken.length < count) {
    const { value, done } = await listener.next();
    if (done || value.errors) throw new Error(`Ended after ${taken.length}: ${JSON.stringify(value)}`);
    taken.push(Object.values(value.data as object)[0]);
  }
  return taken;
}

const steps = (changes: readonly Values[]) => changes.map(({ from, to }) => [from, to]);

/** What was found, as code and clauses. */
async function found(party: Scene['officer'], mutation: string, input: Readonly<Record<string, unknown>>, code: string): Promise<string[]> {
  const findings = await party.refused(mutation, input, code);
  return findings.flatMap(({ clauses }) => clauses.map(({ id }) => id));
}

describe.each(TRANSPORTS)('over %s', (transport) => {
  it('the life of a pledge is told live; a cut stream is resumed without gap or repeat', async () => {
    await gateway.sequenced();
    const asker = await officerAsker();
    const before = gateway.listen(transport, asker, STATUS);
    const heard = take(before, 2);
    await eventually(() => gateway.parts.http.openStreams === 1);
    const pledgor = await ready();
    const documents = await formAgreement(scene, pledgor);
    const first = await heard;
    before.cut();
    // Signed while nobody listens.
    await signAsPledgor(scene, pledgor, documents);
    await countersign(scene, pledgor, documents);
    await gateway.sequenced();
    const after = gateway.listen(transport, asker, STATUS, { after: first.at(-1).cursor });
    const missed = await take(after, 1);
    const live = take(after, 1);
    const end = { pledgeId: pledgor.pledgeId, ground: 'Гибель предмета', basis: 'ГК' };
    await scene.officer.act('byPledgeEnd', end);
    expect(steps([...first, ...missed, ...(await live)])).toEqual([
      [null, 'DRAFT'],
      ['DRAFT', 'FORMED'],
      ['FORMED', 'ACTIVE'],
      ['ACTIVE', 'ENDED'],
    ]);
    expect(new Set([...first, ...missed].map(({ pledge }) => pledge.id))).toEqual(new Set([pledgor.pledgeId]));
  });

  it('so are the pledgor’s duties', async () => {
    const { pledgeId } = await signed();
    await gateway.sequenced();
    const asker = await officerAsker();
    const listener = gateway.listen(transport, asker, DUTY);
    const opened = take(listener, 1);
    await eventually(() => gateway.parts.http.openStreams === 1);
    const today = (await scene.today()).toString();
    await scene.officer.act('byPledgeDemandDuty', { pledgeId, kind: 'INFORMATION', ground: 'Запрос', ways: ['EMAIL_SCAN'], dueOn: today });
    const [told] = await opened;
    expect([told.from, told.to, told.duty.kind]).toEqual([null, 'OPEN', 'INFORMATION']);
    listener.cut();
    await scene.officer.act('byPledgeMeetDuty', { dutyId: told.duty.id, on: today });
    await gateway.sequenced();
    const resumed = gateway.listen(transport, asker, DUTY, { after: told.cursor });
    expect(steps(await take(resumed, 1))).toEqual([['OPEN', 'MET']]);
  });
});

describe('the plugin’s streams', () => {
  const SET = `mutation ($input: SetPluginStateInput!) { setPluginState(input: $input) { findings { code severity } } }`;
  const reach = async (state: string) => {
    const reason = { force: true, reason: 'The rules are being looked through.' };
    await scene.operator.ask(SET, { input: { plugin: 'by-pledge', state, ...(state === 'DISABLED' ? reason : {}) } });
    await eventually(() => gateway.parts.lenders.byCode(LENDER)?.plugins.get('by-pledge') === state);
  };

  it.each([
    ['byPledgeStatusChanged', STATUS],
    ['byPledgeDutyStatusChanged', DUTY],
  ])('%s ends with the plugin, is absent while it is off, and goes on from the last cursor when it is back', async (name, document) => {
    const pledgor = await signed();
    await gateway.sequenced();
    const asker = await officerAsker();
    const listener = gateway.listen('WebSocket', asker, document);
    const opened = listener.next();
    await eventually(() => gateway.parts.http.openStreams === 1);
    const today = (await scene.today()).toString();
    const ask = (kind: string) =>
      scene.officer.act('byPledgeDemandDuty', { pledgeId: pledgor.pledgeId, kind, ground: 'Запрос', ways: ['EMAIL_SCAN'], dueOn: today });
    if (document === DUTY) await ask('INFORMATION');
    else await ready();
    await opened;
    await reach('DISABLED');
    let last: Values = null;
    while (!last) {
      const { value } = await listener.next();
      last = value.errors?.[0]?.extensions ?? null;
    }
    expect(last.code).toBe('PLUGIN_DISABLED');
    const absent = gateway.listen('WebSocket', asker, document, { after: last.lastCursor });
    expect((await absent.next()).value.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const { __schema } = await scene.officer.ask('{ __schema { subscriptionType { fields { name } } } }');
    expect(__schema.subscriptionType.fields.map(({ name: field }: Values) => field)).not.toContain(name);
    await reach('ENABLED');
    const again = gateway.listen('WebSocket', asker, document, { after: last.lastCursor });
    const next = take(again, 1);
    if (document === DUTY) await ask('INFORMATION');
    else await register(scene, 'Ещё').then((borrower) => apply(scene, borrower, deal()));
    expect((await next)[0].from).toBeNull();
  });
});

describe('bad input is refused in the graph with its code and clause:', () => {
  it('a second pledge on a pledged car', async () => {
    const first = deal();
    await signed(first);
    const second = await ready(deal('4200.00', { car: first.car }));
    expect(await found(scene.officer, 'byPledgeFormAgreement', { pledgeId: second.pledgeId }, 'BY_PLEDGE_ALREADY_ENCUMBERED')).toEqual([
      'by-pledge/2.2/b3',
    ]);
  });

  it('an uninsured car where insurance was demanded, one insured for too little, with a deductible, and a gap between policies', async () => {
    const plain = deal();
    const pledgor = await apply(scene, await register(scene, 'Проба'), plain);
    const { pledgeId, borrower } = pledgor;
    await scene.officer.act('byPledgeDemandInsurance', { pledgeId });
    await declare(scene, pledgor, plain.car.value);
    expect(await found(scene.officer, 'byPledgeFormAgreement', { pledgeId }, 'BY_PLEDGE_INVENTORY_INCOMPLETE')).toEqual([
      'by-pledge/A1/row7',
    ]);
    await saveInventory(scene, pledgor, { ...plain, sumInsured: '4200.00' });
    const documents = await formAgreement(scene, pledgor);
    await signAsPledgor(scene, pledgor, documents);
    await countersign(scene, pledgor, documents);
    const { contract } = await pledgeOf(scene, pledgeId, 'contract { id }');
    expect(await found(scene.officer, 'orderTransfer', { contractId: contract.id }, 'BY_PLEDGE_NOT_INSURED')).toEqual(['by-pledge/2.5']);

    const today = await scene.today();
    const policy = {
      pledgeId,
      number: 'AK-1',
      insurer: 'Страховщик',
      licence: 'BY',
      product: 'AUTO_CASCO',
      risks: ['ALL_DAMAGE', 'LOSS'],
      beneficiary: 'PLEDGEE',
      sumInsured: byn('4200.00'),
      deductible: byn('0.00'),
      concludedOn: today.toString(),
      validFrom: today.toString(),
      validTo: today.add({ days: 40 }).toString(),
      paidThrough: today.add({ days: 40 }).toString(),
      channel: 'EMAIL',
    };
    const filed = (part: object, code: string) => found(borrower.party, 'byPledgeFilePolicy', { ...policy, ...part }, code);
    expect(await filed({ sumInsured: byn('4199.99') }, 'BY_PLEDGE_INSURANCE_SUM_TOO_LOW')).toEqual(['by-pledge/2.5/б']);
    expect(await filed({ deductible: byn('1.00') }, 'BY_PLEDGE_INSURANCE_DEDUCTIBLE')).toEqual(['by-pledge/2.5/в']);
    expect(await filed({ deductible: { amount: '0.00', currency: 'USD' } }, 'MONEY_CURRENCY_WRONG')).toEqual([]);
    await borrower.party.act('byPledgeFilePolicy', policy);
    const next = { validTo: today.add({ days: 80 }).toString(), paidThrough: today.add({ days: 80 }).toString() };
    const late = { ...next, validFrom: today.add({ days: 42 }).toString() };
    expect(await filed(late, 'BY_PLEDGE_INSURANCE_GAP')).toEqual(['by-pledge/3.1/л/p2/continuity']);
    await borrower.party.act('byPledgeFilePolicy', { ...policy, ...next, validFrom: today.add({ days: 41 }).toString() });
  });

  it('a sale before the grace period has ended, and self-sale above the limit', async () => {
    const small = await signed();
    const loan = await provideMoney(scene, small);
    const big = await signed(deal('4500.01'));
    await provideMoney(scene, big);
    const missedOn = await dueDay(scene, loan, 1);
    const open = ({ pledgeId }: Pledgor, code: string) =>
      found(scene.officer, 'byPledgeOpenForeclosure', { pledgeId, route: 'SELF_SALE', basis: 'DEFAULT' }, code);
    expect(await open(small, 'BY_PLEDGE_NO_DEFAULT')).toEqual(['by-pledge/1.3']);
    await scene.passTo(missedOn, '');
    await scene.pass('P1D', '');
    expect(await open(small, 'BY_PLEDGE_GRACE_PERIOD_RUNNING')).toEqual(['by-pledge/5.6/threshold']);
    await scene.pass('P31D', '');
    expect(await open(big, 'BY_PLEDGE_SELF_SALE_NOT_ALLOWED')).toEqual(['by-pledge/5.6/threshold']);
    const { foreclosure } = await scene.officer.act(
      'byPledgeOpenForeclosure',
      { pledgeId: small.pledgeId, route: 'SELF_SALE', basis: 'DEFAULT' },
      'foreclosure { id state }',
    );
    expect(foreclosure.state).toBe('OPEN');
    const sale = { foreclosureId: foreclosure.id, soldOn: (await scene.today()).toString(), proceeds: byn('4200.00') };
    await found(scene.officer, 'byPledgeRecordSale', sale, 'BY_PLEDGE_FORECLOSURE_STEP_INVALID');
  });

  it('a notice by a way that does not count', async () => {
    const { pledgeId } = await signed();
    const notice = { pledgeId, sender: 'PLEDGEE', text: 'Претензия' };
    const send = (kind: string, ways: string[]) =>
      found(scene.officer, 'byPledgeSendNotice', { ...notice, kind, ways }, 'BY_PLEDGE_NOTICE_CHANNEL_NOT_ALLOWED');
    expect(await send('CLAIM', ['EMAIL_SCAN'])).toEqual(['by-pledge/5.15', 'by-pledge/5.15/row1']);
    expect(await send('SALE_NOTICE', ['ORDINARY_MAIL'])).toEqual(['by-pledge/5.15', 'by-pledge/5.15/row2']);
    expect(await send('OTHER', ['MESSENGER'])).toEqual(['by-pledge/5.15']);
  });

  it('sums in another currency, with half kopecks or below zero', async () => {
    const { pledgeId } = await signed();
    const item = (amount: string, currency: string, code: string) =>
      found(scene.officer, 'byPledgeAddClaimItem', { pledgeId, kind: 'COURT_COSTS', amount: { amount, currency }, reference: 'b-1' }, code);
    await item('10.00', 'USD', 'MONEY_CURRENCY_WRONG');
    await item('10.005', 'BYN', 'MONEY_TOO_PRECISE');
    await item('-10.00', 'BYN', 'MONEY_NEGATIVE');
  });

  it('a questionnaire without a residence, or with a phone that somebody has', async () => {
    const person = { familyName: 'Примеров', givenName: 'Проба', birthDate: '1985-01-30', citizenship: 'BY' };
    const form = { ...person, phone: '+375291234567', email: 'p1@example.org', registeredAddress: 'г. Минск, ул. Примерная, д. 10' };
    await found(scene.visitor, 'byPledgeRegister', { ...form, registeredAddress: ' ' }, 'BY_PLEDGE_FIELD_INVALID');
    await scene.visitor.act('byPledgeRegister', form);
    await found(scene.visitor, 'byPledgeRegister', { ...form, email: 'p2@example.org' }, 'PHONE_TAKEN');
  });
});
