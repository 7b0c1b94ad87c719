import { changePassword, confirmContact, signInWithPassword } from '../../../modules/access';
import { completeProfile } from '../profile/complete-profile.command';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf, start } from '../test-support/loan-steps';
import { register } from './register.command';

describe('registration', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open();
  });
  afterAll(() => bench.close());

  const attempt = (changes: Parameters<LoanBench['registration']>[0]) => bench.execute(register, bench.registration(changes), bench.nobody);
  const rowOf = async (clientId: string) =>
    (await bench.sql<Record<string, unknown>>('select * from ru_mfo.registration where client_id = $1', [clientId]))[0]!;

  it('ru-mfo/veritas/2.3/подтверждение · the confirmation is kept with its text’s version and moment; without it nobody is registered', async () => {
    const refused = await attempt({ requirementsConfirmed: false });
    expect(refused.findings).toMatchObject([{ code: 'RU_MFO_DECLARATION_MISSING', clauses: ['ru-mfo/veritas/2.3/подтверждение'] }]);
    expect(refused.clientId).toBeUndefined();
    expect(codesOf(await attempt({ requirementsVersion: '2019-01-01' }))).toEqual(['RU_MFO_DECLARATION_MISSING']);
    const row = await rowOf(await bench.registered());
    expect(row).toMatchObject({ requirements_version: '2023-03-13', requirements_confirmed_at: new Date('2023-04-28T09:00:00Z') });
  });

  it('ru-mfo/veritas/3.1 · a contact and a password of one’s own are needed', async () => {
    expect(codesOf(await attempt({ phone: null, email: null }))).toEqual(['RU_MFO_FIELD_REQUIRED']);
    expect(codesOf(await attempt({ password: '1' }))).toEqual(['PASSWORD_WEAK']);
    expect((await attempt({ phone: null })).clientId).toBeDefined();
    expect((await attempt({ email: null })).clientId).toBeDefined();
  });

  it('ru-mfo/veritas/1.3 · the password is the client’s own: it opens the account, and nobody else can change it', async () => {
    const input = bench.registration();
    const { clientId } = await bench.execute(register, input, bench.nobody);
    const login = { login: input.phone!, password: input.password };
    expect(codesOf(await bench.execute(signInWithPassword, login, bench.nobody))).toEqual(['CONTACT_NOT_VERIFIED']);
    await bench.confirm(clientId!, 'PHONE');
    expect((await bench.execute(signInWithPassword, login, bench.nobody)).tokens).toMatchObject({ clientId });
    const change = { currentPassword: input.password, newPassword: 'battery staple 8' };
    expect(codesOf(await bench.execute(changePassword, change))).toEqual(['CLIENT_SESSION_REQUIRED']);
    expect(codesOf(await bench.execute(changePassword, change, bench.client(clientId!)))).toEqual([]);
    expect(codesOf(await bench.execute(signInWithPassword, login, bench.nobody))).toEqual(['CREDENTIALS_INVALID']);
  });

  it('ru-mfo/veritas/3.3 · a one-time code is good for the operation that it was sent for, and for no other', async () => {
    const clientId = await bench.registered();
    const { ceremonyId, code } = await bench.codeFor(clientId, 'EMAIL');
    const enter = (contact: 'PHONE' | 'EMAIL') => bench.execute(confirmContact, { ceremonyId, code, contact }, bench.client(clientId));
    expect(codesOf(await enter('PHONE'))).toEqual(['CODE_INVALID']);
    expect(codesOf(await enter('EMAIL'))).toEqual([]);
  });

  it('ru-mfo/veritas/3.1 · the registration opens a session, in which the contacts are confirmed and the password kept', async () => {
    const { clientId, session } = await bench.execute(register, bench.registration(), bench.nobody);
    expect(session).toMatchObject({ clientId, accessToken: expect.any(String), refreshToken: expect.any(String) });
    expect(await bench.sql('select method, ended_at from core.session where client_id = $1', [clientId])).toEqual([
      { method: 'REGISTRATION', ended_at: null },
    ]);
    await bench.confirm(clientId!, 'PHONE');
    await bench.confirm(clientId!, 'EMAIL');
    expect(await bench.sql('select 1 as one from core.credential where client_id = $1', [clientId])).toEqual([{ one: 1 }]);
  });

  it('ru-mfo/veritas/3.2 · without both consents there is no registration; given, they are kept', async () => {
    expect((await attempt({ consents: ['PERSONAL_DATA'] })).findings).toMatchObject([
      { code: 'RU_MFO_CONSENT_MISSING', clauses: ['ru-mfo/veritas/3.2'], facts: { consent: 'CREDIT_BUREAU_TRANSFER' } },
    ]);
    expect(await rowOf(await bench.registered())).toMatchObject({ consents: ['PERSONAL_DATA', 'CREDIT_BUREAU_TRANSFER'] });
  });

  it.each(['+7 495 647-65-65', '+375291234567', '12345'])('refuses %s, which is no Russian mobile number', async (phone) => {
    expect(codesOf(await attempt({ phone }))).toEqual(['RU_MFO_PHONE_INVALID']);
  });

  it('refuses a contact that another client has', async () => {
    const input = bench.registration();
    await bench.execute(register, input, bench.nobody);
    expect(codesOf(await bench.execute(register, { ...input, email: null }, bench.nobody))).toEqual(['PHONE_TAKEN']);
  });

  it('ru-mfo/veritas/2.2 · registration names the version of the general terms whose steps it followed, and no other than the one in force', async () => {
    expect(await rowOf(await bench.registered({ generalTermsVersion: '2023-03-13' }))).toMatchObject({
      general_terms_version: '2023-03-13',
    });
    expect((await attempt({ generalTermsVersion: '2023-04-01' })).findings).toMatchObject([
      { code: 'RU_MFO_DOCUMENT_VERSION_UNKNOWN', path: ['input', 'generalTermsVersion'], facts: { current: '2023-03-13' } },
    ]);
  });

  it.each([
    ['signatureAgreementVersion', { signatureAgreementVersion: '1' }, 'RU_MFO_DOCUMENT_VERSION_UNKNOWN'],
    ['consents', { consents: ['PERSONAL_DATA', 'CREDIT_BUREAU_TRANSFER', 'ANYTHING'] }, 'RU_MFO_DECLARATION_UNKNOWN'],
    ['generalTermsVersion', { generalTermsVersion: 'x'.repeat(501) }, 'RU_MFO_TEXT_TOO_LONG'],
  ])('refuses what nobody knows in %s', async (_, changes, code) => {
    expect(codesOf(await attempt(changes))).toContain(code);
  });

  it('ru-mfo/veritas/1.29 · joining the agreement on the electronic signature is kept with version and moment', async () => {
    const row = await rowOf(await bench.registered());
    expect(row).toMatchObject({
      signature_agreement_version: '2023-03-13',
      signature_agreement_joined_at: new Date('2023-04-28T09:00:00Z'),
    });
  });

  it('ru-mfo/veritas/1.25 · who has registered is a potential client', async () => {
    expect(await rowOf(await bench.registered())).toMatchObject({ served_since: null });
  });

  it('ru-mfo/veritas/1.14 · registration alone makes nobody a client', async () => {
    const clientId = await bench.borrower();
    expect(await rowOf(clientId)).toMatchObject({ served_since: null });
  });

  it('ru-mfo/veritas/1.26 · the questionnaire becomes the profile, its numbers encrypted', async () => {
    const clientId = await bench.borrower();
    const [row] = await bench.sql<{ personal_enc: Buffer; payout_kinds: string[] }>(
      'select personal_enc, payout_kinds from ru_mfo.profile where client_id = $1',
      [clientId],
    );
    expect(row!.payout_kinds).toEqual(['BANK_ACCOUNT_RU']);
    expect(row!.personal_enc.toString('latin1')).not.toContain('123456');
    expect(JSON.parse(bench.open(row!.personal_enc, 'ru_mfo.profile', clientId, 'personal'))).toMatchObject({
      passport: { series: '4510', number: '123456' },
      insuranceNumber: '11223344595',
    });
  });

  it('is complete with both contacts confirmed and the questionnaire filled in', async () => {
    const clientId = await bench.borrower();
    expect(await bench.sql('select status from core.client where id = $1', [clientId])).toEqual([{ status: 'REGISTERED' }]);
  });

  it.each([
    ['RU_MFO_PASSPORT_INVALID', { passport: { series: '45', number: '123456', issuedOn: '2010-06-01', unitCode: '770-001' } }],
    ['RU_MFO_FIELD_REQUIRED', { familyName: ' ' }],
    ['RU_MFO_FIELD_REQUIRED', { givenName: '' }],
    ['RU_MFO_TAXPAYER_NUMBER_INVALID', { taxpayerNumber: '500100732250' }],
    ['RU_MFO_TAXPAYER_NUMBER_INVALID', { taxpayerNumber: '7707083893' }],
    ['RU_MFO_INSURANCE_NUMBER_INVALID', { insuranceNumber: '112-233-445 96' }],
  ])('answers %s to a questionnaire with wrong numbers or no name and keeps nothing', async (code, changes) => {
    const clientId = await bench.registered();
    const result = await bench.execute(completeProfile, bench.questionnaire(clientId, changes), bench.client(clientId));
    expect(codesOf(result)).toEqual([code]);
    expect(await bench.sql('select 1 from ru_mfo.profile where client_id = $1', [clientId])).toEqual([]);
  });

  it('ru-mfo/veritas/2.4 · an application of somebody who is not registered is refused, of somebody registered it is taken', async () => {
    const clientId = await bench.registered();
    expect(codesOf(await start(bench, clientId))).toEqual([]);
    await bench.sql('delete from ru_mfo.registration where client_id = $1', [clientId]);
    expect((await start(bench, clientId)).findings).toMatchObject([
      { code: 'RU_MFO_REGISTRATION_INCOMPLETE', clauses: ['ru-mfo/veritas/2.4'] },
    ]);
  });
});
