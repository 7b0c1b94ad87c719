import { uuidv7 } from '../../../modules/database';
import { type PartnerServer, startPartnerServer } from '../../../test/support/partner-server';
import { trustedCertificate } from '../../../test/support/trusted-certificate';
import { accountsAdapter } from './http-accounts';
import { addsUp, type LenderAccounts } from './port';
import { simulatedAccounts } from './simulator';

const HOLDER = { familyName: 'Примеров', givenName: 'Проба' };
const ASKED = { id: 'request-1', phone: '+375291234567', holder: HOLDER };
const PERIOD = { id: 'request-2', number: 'FL-1001', from: '2026-05-01', to: '2026-05-31' };

describe('the lender’s accounts over HTTPS', () => {
  let server: PartnerServer;
  let accounts: LenderAccounts;
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    server = await startPartnerServer(await trustedCertificate());
    const settings = { BY_LEASING_ACCOUNTS_URL: server.url, BY_LEASING_ACCOUNTS_KEY: server.key };
    accounts = accountsAdapter.create({ settings, onStop: (end: () => unknown) => void ends.push(end) } as never);
  });
  afterAll(async () => {
    for (const end of ends) await end();
    await server.close();
  });

  const contract = {
    number: 'FL-1001',
    holder: HOLDER,
    concludedOn: '2025-11-10',
    active: true,
    nextPayment: { on: '2026-07-10', amount: '640.25' },
    debt: '7683.00',
  };
  const told = (part: object = {}) =>
    server.answer(({ body }) => ({ body: { id: body.id, asOf: '2026-06-01T06:00:00Z', contracts: [{ ...contract, ...part }] } }));

  it('tell the contracts of a contact number, with next payment and debt', async () => {
    told();
    expect(await accounts.contractsOf(ASKED)).toEqual({ asOf: new Date('2026-06-01T06:00:00Z'), contracts: [contract] });
    expect(server.calls.at(-1)).toMatchObject({ method: 'POST', path: '/v1/contracts', idempotencyKey: ASKED.id, body: ASKED });
    told({ holder: { unp: '193498948' } });
    expect((await accounts.contractsOf(ASKED)).contracts).toMatchObject([{ holder: { unp: '193498948' } }]);
    told({ nextPayment: null, debt: '-10.00' });
    expect((await accounts.contractsOf(ASKED)).contracts).toMatchObject([{ nextPayment: null, debt: '-10.00' }]);
  });

  it.each([
    ['a debt as a number', { debt: 7_683 }],
    ['half a kopeck', { debt: '7683.005' }],
    ['a day that is none', { concludedOn: '2025-13-10' }],
    ['no payment where one was told', { nextPayment: { on: '2026-07-10' } }],
    ['neither in force nor not', { active: 'yes' }],
    ['no holder', { holder: null }],
    ['half a name', { holder: { familyName: 'Примеров' } }],
  ])('are not believed with %s', async (_case, part) => {
    told(part);
    await expect(accounts.contractsOf(ASKED)).rejects.toMatchObject({ code: 'PARTNER_ANSWER_MALFORMED' });
  });

  const statement = {
    opening: '7683.00',
    closing: '7067.75',
    entries: [
      { on: '2026-05-10', kind: 'CHARGE', amount: '25.00' },
      { on: '2026-05-10', kind: 'PAYMENT', amount: '640.25' },
    ],
  };
  const reconciled = (part: object = {}) =>
    server.answer(({ body }) => ({ body: { id: body.id, number: body.number, ...statement, ...part } }));

  it('tell what was charged and paid, which leads from debt to debt', async () => {
    reconciled();
    expect(await accounts.reconcile(PERIOD)).toEqual({ number: 'FL-1001', from: PERIOD.from, to: PERIOD.to, ...statement });
    server.answer(() => ({ status: 404 }));
    expect(await accounts.reconcile(PERIOD)).toBeNull();
  });

  it.each([
    ['a sum that does not add up', { closing: '7067.76' }, 'PARTNER_ANSWER_MALFORMED'],
    ['an entry outside the time', { entries: [{ on: '2026-06-10', kind: 'PAYMENT', amount: '615.25' }] }, 'PARTNER_ANSWER_MALFORMED'],
    ['an entry of no known kind', { entries: [{ on: '2026-05-10', kind: 'GIFT', amount: '615.25' }] }, 'PARTNER_ANSWER_MALFORMED'],
    ['another contract', { number: 'FL-2002' }, 'PARTNER_ANSWER_FOREIGN'],
  ])('are not believed with %s', async (_case, part, code) => {
    reconciled(part);
    await expect(accounts.reconcile(PERIOD)).rejects.toMatchObject({ code });
  });

  it('are played in the sandbox by statements that add up', async () => {
    const id = uuidv7(Date.parse('2026-06-01T09:00:00Z'));
    const { contracts, asOf } = await simulatedAccounts.contractsOf({ ...ASKED, id, phone: '+375291110001' });
    expect(asOf).toEqual(new Date('2026-06-01T09:00:00Z'));
    expect(contracts).toMatchObject([{ number: 'FL-0001', holder: HOLDER, nextPayment: { on: '2026-07-10' } }]);
    expect((await simulatedAccounts.contractsOf({ ...ASKED, id, phone: '+375291110002' })).contracts).toEqual([]);
    for (const to of ['2026-01-05', '2026-06-30', '2027-03-09'])
      expect(addsUp((await simulatedAccounts.reconcile({ ...PERIOD, id, number: 'FL-0001', from: '2026-01-02', to }))!)).toBe(true);
    expect(await simulatedAccounts.reconcile({ ...PERIOD, id, number: 'XX-1' })).toBeNull();
  });
});
