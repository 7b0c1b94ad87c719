import { createPartnerClient, readPartnerSettings } from '../../../modules/partner-calls';
import { type PartnerServer, startPartnerServer } from '../../../test/support/partner-server';
import { trustedCertificate } from '../../../test/support/trusted-certificate';
import type { CreditBureau, CreditReport, ReportRequest } from '.';
import { httpBureau } from './http-bureau';
import { simulatedBureau } from './simulator';

const requestOn = (taxpayerNumber: string | null, id = 'inquiry-1'): ReportRequest => ({
  id,
  subject: {
    lastName: 'Фамилия',
    firstName: 'Имя',
    middleName: null,
    bornOn: '1990-01-02',
    passport: '4510123456',
    taxpayerNumber,
    insuranceNumber: null,
  },
  consent: { reference: 'consent-1', givenAt: new Date('2026-03-02T09:00:00Z') },
});

describe('a credit bureau over HTTPS', () => {
  let server: PartnerServer;
  let bureau: CreditBureau;
  beforeAll(async () => {
    server = await startPartnerServer(await trustedCertificate());
    const settings = readPartnerSettings({ B_URL: server.url, B_KEY: server.key }, 'B');
    bureau = httpBureau(createPartnerClient({ partner: 'bureau', ...settings, timeoutMilliseconds: 300 }));
  });
  afterAll(() => server.close());

  const REPORT = {
    number: 'r-1',
    bureaus: ['one', 'two'],
    madeAt: '2026-03-02T09:00:05Z',
    found: true,
    openLoans: [
      {
        creditor: 'MFO',
        concludedOn: '2026-01-15',
        outstanding: '10000.00',
        monthlyPayment: '3000.00',
        fullCost: '291.999',
        overdueDays: 3,
        overdueAmount: '500.00',
      },
    ],
    longestOverdueDays: 12,
    selfBans: [{ kind: 'REMOTE', since: '2025-03-01' }],
    inquiries: ['2026-02-20'],
  };
  const answering = (report: unknown) => server.answer(() => ({ body: { id: 'inquiry-1', state: 'READY', report } }));

  it('is asked once under the inquiry’s id, with the consent', async () => {
    answering(REPORT);
    expect(await bureau.report(requestOn('500100732259'))).toEqual({
      state: 'READY',
      report: { ...REPORT, madeAt: new Date(REPORT.madeAt) },
    });
    const call = server.calls.at(-1);
    expect(call).toMatchObject({ method: 'POST', path: '/v1/reports', idempotencyKey: 'inquiry-1' });
    expect(call?.body).toEqual({
      ...requestOn('500100732259'),
      consent: { reference: 'consent-1', givenAt: '2026-03-02T09:00:00.000Z' },
    });
  });

  it('may not know of bans or of a cost, which is not the same as none', async () => {
    answering({ ...REPORT, selfBans: null, openLoans: [{ ...REPORT.openLoans[0], fullCost: null }] });
    const outcome = await bureau.report(requestOn(null));
    expect(outcome).toMatchObject({ report: { selfBans: null, openLoans: [{ fullCost: null }] } });
  });

  it('may need time, and may refuse', async () => {
    server.answer(() => ({ status: 202, body: { id: 'inquiry-1', state: 'PENDING' } }));
    expect(await bureau.report(requestOn(null))).toEqual({ state: 'PENDING' });
    server.answer(() => ({ status: 422, body: { id: 'inquiry-1', state: 'REFUSED', reason: 'CONSENT_EXPIRED' } }));
    expect(await bureau.report(requestOn(null))).toEqual({ state: 'REFUSED', reason: 'CONSENT_EXPIRED' });
  });

  it.each([
    ['no word of bans', { selfBans: undefined }],
    ['a ban of an unknown kind', { selfBans: [{ kind: 'PARTIAL', since: '2025-03-01' }] }],
    ['a sum as a number', { openLoans: [{ ...REPORT.openLoans[0], outstanding: 10_000 }] }],
    ['a negative delay', { longestOverdueDays: -1 }],
    ['a loan that is none', { openLoans: [null] }],
    ['a day that is none', { inquiries: ['2026-02'] }],
  ])('is not believed with %s', async (_case, part) => {
    answering({ ...REPORT, ...part });
    await expect(bureau.report(requestOn(null))).rejects.toMatchObject({ code: 'PARTNER_ANSWER_MALFORMED' });
  });

  it('that answers about somebody else, or not at all, gave no report', async () => {
    server.answer(() => ({ body: { id: 'inquiry-2', state: 'READY', report: REPORT } }));
    await expect(bureau.report(requestOn(null))).rejects.toMatchObject({ code: 'PARTNER_ANSWER_FOREIGN' });
    server.answer(() => 'NEVER');
    await expect(bureau.report(requestOn(null))).rejects.toMatchObject({ code: 'PARTNER_TIMEOUT' });
  });
});

describe('the simulated bureau', () => {
  const bureau = simulatedBureau();
  const reportOn = async (number: string | null): Promise<CreditReport> => {
    const outcome = await bureau.report(requestOn(number));
    if (outcome.state !== 'READY') throw new Error(outcome.state);
    return outcome.report;
  };

  it('tells the same of the same person each time', async () => {
    expect(await reportOn('500100732259')).toEqual(
      await simulatedBureau()
        .report(requestOn('500100732259'))
        .then((it) => 'report' in it && it.report),
    );
  });

  it.each([
    ['500100732259', { found: true, longestOverdueDays: 0, selfBans: [] }],
    ['000000000001', { found: false, openLoans: [], inquiries: [] }],
    ['000000000002', { longestOverdueDays: 45 }],
    ['000000000003', { openLoans: [{ fullCost: '292.000' }, { fullCost: '292.000' }] }],
    ['000000000006', { openLoans: [{ monthlyPayment: '250000.00' }] }],
    ['000000000007', { selfBans: [{ kind: 'FULL' }] }],
    ['000000000008', { selfBans: [{ kind: 'MFO' }] }],
    ['000000000009', { selfBans: [{ kind: 'REMOTE' }] }],
    [null, { found: true, selfBans: null }],
  ])('knows %s as %j', async (number, expected) => {
    expect(await reportOn(number)).toMatchObject(expected);
  });

  it('takes its time, and refuses', async () => {
    expect(await bureau.report(requestOn('000000000004', 'slow'))).toEqual({ state: 'PENDING' });
    expect(await bureau.report(requestOn('000000000004', 'slow'))).toMatchObject({ state: 'READY' });
    expect(await bureau.report(requestOn('000000000005'))).toEqual({ state: 'REFUSED', reason: 'CONSENT_NOT_ACCEPTED' });
  });
});
