import { changePassword, requestCode, signIn, signInWithPassword } from '../../../modules/access';
import { publishTerms } from '../terms/publish-terms.command';
import { clausesOf, codesOf, LeasingBench, TERMS, UNP } from '../test-support/leasing-bench';
import { recordContact } from './deal-contacts';
import { confirmRegistration, startRegistration } from './register.commands';
import { requestSignIn } from './sign-in.commands';

describe('registration in the cabinet', () => {
  let bench: LeasingBench;
  beforeAll(async () => {
    bench = await LeasingBench.open();
  });
  afterAll(() => bench.close());

  const start = (...form: Parameters<LeasingBench['form']>) => bench.execute(startRegistration, bench.form(...form), bench.nobody);
  const accountOf = async (clientId: string) =>
    (await bench.sql<Record<string, unknown>>('select * from by_leasing.account where client_id = $1', [clientId]))[0]!;
  const acceptancesOf = (clientId: string) =>
    bench.sql<Record<string, unknown>>('select * from by_leasing.acceptance where client_id = $1 order by made_at', [clientId]);
  const accounts = async () => (await bench.sql<{ count: number }>('select count(*)::int as count from by_leasing.account'))[0]!.count;

  it('by-leasing/4.4 · the account exists only once the right password of the message was entered', async () => {
    const before = await accounts();
    const { registrationId } = await bench.done(startRegistration, bench.form(), bench.nobody);
    const password = await bench.lastSecret();
    const enter = (text: string) => bench.execute(confirmRegistration, { registrationId: registrationId!, password: text }, bench.nobody);
    const wrong = await enter(bench.wrong(password));
    expect(wrong.findings).toMatchObject([
      { code: 'BY_LEASING_SMS_PASSWORD_INVALID', clauses: ['by-leasing/4.4', 'by-leasing/1/password'] },
    ]);
    expect(await accounts()).toBe(before);
    expect(await bench.sql('select attempts from core.ceremony where used_at is null order by created_at desc limit 1')).toEqual([
      { attempts: 1 },
    ]);
    const { clientId } = await enter(password);
    expect(await accountOf(clientId!)).toMatchObject({ status: 'ACTIVE', kind: 'INDIVIDUAL', path: 'PERSONAL_DATA' });
    expect(codesOf(await enter(password))).toEqual(['BY_LEASING_REGISTRATION_NOT_FOUND']);
  });

  it('by-leasing/1/password · the lender makes the password, it goes by message to the number, and one of one’s own opens nothing', async () => {
    const clientId = await bench.registered();
    expect(
      await bench.sql("select channel, clause from core.notification where kind = 'CONFIRMATION_CODE' order by queued_at desc limit 1"),
    ).toEqual([{ channel: 'SMS', clause: 'by-leasing/4.4' }]);
    const { registrationId } = await bench.done(startRegistration, bench.form(), bench.nobody);
    const guess = { registrationId: registrationId!, password: 'qwerty' };
    expect(clausesOf(await bench.execute(confirmRegistration, guess, bench.nobody))).toContain('by-leasing/1/password');
    await bench.signIn(clientId);
    await bench.done(changePassword, { currentPassword: null, newPassword: 'qwerty uiop 1' }, bench.client(clientId));
    const { phone } = bench.formOf(clientId);
    expect(codesOf(await bench.execute(signInWithPassword, { login: phone!, password: 'qwerty uiop 1' }, bench.nobody))).toEqual([
      'BY_LEASING_LOGIN_FACTOR_MISSING',
    ]);
  });

  it('by-leasing/3.2/p2 · completing the registration writes the acceptance of the version in force', async () => {
    const clientId = await bench.registered();
    expect(await acceptancesOf(clientId)).toMatchObject([{ terms_version: TERMS, mode: 'EXPLICIT', made_at: expect.any(Date) }]);
  });

  it('by-leasing/0/header · the acceptance names exactly one version, by order and day of approval', async () => {
    const [acceptance] = await acceptancesOf(await bench.registered());
    expect(acceptance).toMatchObject({ terms_version: '236/2026-05-12' });
  });

  it('by-leasing/3.2/p3 · the evidence of the written form is kept: mark, check of the password, moment', async () => {
    const clientId = await bench.registered();
    const [acceptance] = await acceptancesOf(clientId);
    expect(acceptance).toMatchObject({ consent_mark: true, ceremony_id: expect.any(String), made_at: expect.any(Date) });
    expect(
      await bench.sql('select factor, result from by_leasing.factor_result where ceremony_id = $1 order by factor', [
        acceptance!.ceremony_id,
      ]),
    ).toEqual([
      { factor: 'PHONE_POSSESSION', result: 'MATCH' },
      { factor: 'SMS_PASSWORD', result: 'MATCH' },
    ]);
  });

  it('by-leasing/4.3/p1 · without the mark, or with the mark on another version, nobody is registered', async () => {
    expect((await start('INDIVIDUAL', { termsAccepted: false })).findings).toMatchObject([
      { code: 'BY_LEASING_TERMS_NOT_ACCEPTED', clauses: ['by-leasing/4.3/p1'] },
    ]);
    expect(clausesOf(await start('INDIVIDUAL', { termsVersion: '235/2020-01-01' }))).toEqual(['by-leasing/4.3/p1']);
    expect(codesOf(await start())).toEqual([]);
  });

  it('by-leasing/3.2/p1 · acceptance with a reservation is none', async () => {
    expect((await start('INDIVIDUAL', { reservation: 'кроме пункта 12.5' })).findings).toMatchObject([
      { code: 'BY_LEASING_TERMS_NOT_ACCEPTED', clauses: ['by-leasing/3.2/p1'] },
    ]);
    expect(codesOf(await start('INDIVIDUAL', { reservation: ' ' }))).toEqual([]);
  });

  it('by-leasing/1/client · a client is one of three kinds and no other', async () => {
    expect((await start('INDIVIDUAL', { kind: 'PARTNERSHIP' })).findings).toMatchObject([
      { code: 'BY_LEASING_CLIENT_TYPE_REQUIRED', clauses: expect.arrayContaining(['by-leasing/1/client']) },
    ]);
  });

  it('by-leasing/4.2/type · registration begins with the choice of a kind, which fixes the fields', async () => {
    expect(clausesOf(await start('INDIVIDUAL', { kind: null }))).toContain('by-leasing/4.2/type');
    expect(codesOf(await start('LEGAL_ENTITY'))).toEqual([]);
  });

  it.each([
    ['INDIVIDUAL', { phone: null }, 'by-leasing/4.2/b1', 'PHONE'],
    ['LEGAL_ENTITY', { unp: null }, 'by-leasing/4.2/b2', 'UNP'],
    ['SOLE_PROPRIETOR', { surname: '' }, 'by-leasing/4.2/b3', 'SURNAME'],
  ] as const)('names what a form of %s lacks', async (kind, changes, clause, missing) => {
    expect((await start(kind, changes)).findings).toMatchObject([
      { code: 'BY_LEASING_REGISTRATION_FIELD_MISSING', clauses: [clause], facts: { missing } },
    ]);
  });

  it.each(['+79161234567', '+375171234567', '12'])('by-leasing/1/telecom-operator · %s is of no operator of the list', async (phone) => {
    const refused = await start('INDIVIDUAL', { phone });
    expect(codesOf(refused)).toContain('BY_LEASING_PHONE_NOT_BELARUSIAN');
    expect(clausesOf(refused)).toContain('by-leasing/1/telecom-operator');
  });

  it('by-leasing/1/phone-number · a mobile number of the country is taken however it is typed', async () => {
    expect(codesOf(await start('INDIVIDUAL', { phone: '+375 (29) 655-44-33' }))).toEqual([]);
    expect(clausesOf(await start('INDIVIDUAL', { phone: '+48501234567' }))).toContain('by-leasing/1/phone-number');
  });

  it('by-leasing/4.1/unique-account · a second account on the same number is refused', async () => {
    const clientId = await bench.registered();
    const { phone } = bench.formOf(clientId);
    expect(codesOf(await start('INDIVIDUAL', { phone }))).toEqual(['BY_LEASING_ACCOUNT_EXISTS']);
    expect(codesOf(await start('LEGAL_ENTITY', { phone }))).toEqual(['BY_LEASING_ACCOUNT_EXISTS']);
  });

  it('by-leasing/4.1/unique-account · of two forms on one number only the first makes an account', async () => {
    const form = bench.form();
    const first = await bench.done(startRegistration, form, bench.nobody);
    const firstPassword = await bench.lastSecret();
    bench.clock.advance({ minutes: 2 });
    const second = await bench.done(startRegistration, form, bench.nobody);
    const secondPassword = await bench.lastSecret();
    const enter = (registrationId: string, password: string) =>
      bench.execute(confirmRegistration, { registrationId, password }, bench.nobody);
    expect(codesOf(await enter(first.registrationId!, secondPassword))).toEqual(['BY_LEASING_SMS_PASSWORD_INVALID']);
    expect((await enter(second.registrationId!, secondPassword)).clientId).toBeDefined();
    expect(codesOf(await enter(first.registrationId!, firstPassword))).toEqual(['BY_LEASING_ACCOUNT_EXISTS']);
  });

  it('of a form whose password never came back nothing is kept but that it was sent', async () => {
    const { registrationId } = await bench.done(startRegistration, bench.form(), bench.nobody);
    const formOf = async () => (await bench.sql('select form_enc from by_leasing.registration where id = $1', [registrationId]))[0];
    await bench.done(startRegistration, bench.form(), bench.nobody);
    expect(await formOf()).toEqual({ form_enc: expect.any(Buffer) });
    bench.clock.advance({ minutes: 61 });
    await bench.done(startRegistration, bench.form(), bench.nobody);
    expect(await formOf()).toEqual({ form_enc: null });
  });

  it('by-leasing/2.3 · acceptance makes no contract and owes nothing', async () => {
    const clientId = await bench.registered();
    expect(await bench.sql('select id from core.contract where client_id = $1', [clientId])).toEqual([]);
    expect(await bench.sql('select id from core.application where client_id = $1', [clientId])).toEqual([]);
  });

  it('by-leasing/4.3/p2/marketing-mark · the box of advertising is kept apart, ticked or not', async () => {
    const marks = (clientId: string) => bench.sql('select value from by_leasing.marketing_consent where client_id = $1', [clientId]);
    expect(await marks(await bench.registered())).toEqual([{ value: false }]);
    expect(await marks(await bench.registered('INDIVIDUAL', { marketing: true }))).toEqual([{ value: true }]);
  });

  it('by-leasing/3.8 · the account is bound to the version of the data policy that was in force', async () => {
    await bench.done(publishTerms, {
      kind: 'PERSONAL_DATA_POLICY',
      version: '4',
      orderNumber: '17',
      approvedOn: '2026-05-20',
      title: 'Персональные данные',
      url: 'https://mikro-leasing.by/personalnye-dannye',
      text: 'Политика',
      changes: '',
    });
    const clientId = await bench.registered();
    expect(await accountOf(clientId)).toMatchObject({ policy_version: '4' });
    expect(await acceptancesOf(clientId)).toMatchObject([{ policy_version: '4' }]);
  });

  it.each([
    ['by-leasing/10.1/b1', 'READ_AND_UNDERSTOOD'],
    ['by-leasing/10.1/b2', 'FULL_CONSENT'],
    ['by-leasing/10.1/b4', 'UNDERSTANDS_CONSEQUENCES'],
  ])('%s · beginning to use the cabinet declares %s, with version and moment', async (_, declaration) => {
    const clientId = await bench.registered();
    const { policy_version } = await accountOf(clientId);
    const declared = { declarations: expect.arrayContaining([declaration]), terms_version: TERMS, policy_version };
    expect(await acceptancesOf(clientId)).toMatchObject([{ ...declared, made_at: new Date(bench.clock.now().epochMilliseconds) }]);
  });

  describe('of somebody with an earlier deal', () => {
    it('by-leasing/4.2/p3 · another number than the contact of the deal is refused, by УНП', async () => {
      const unp = '190275968';
      await bench.done(recordContact, { kind: 'LEGAL_ENTITY', unp, dealNumber: 'FL-0700', phone: '+375291110000' });
      expect((await start('LEGAL_ENTITY', { unp })).findings).toMatchObject([
        { code: 'BY_LEASING_PHONE_CONTACT_MISMATCH', clauses: expect.arrayContaining(['by-leasing/4.2/p3']) },
      ]);
      expect(codesOf(await start('LEGAL_ENTITY', { unp, phone: '+375291110000' }))).toEqual([]);
      expect(codesOf(await start('SOLE_PROPRIETOR', { unp: UNP.SOLE_PROPRIETOR }))).toEqual([]);
    });

    it('by-leasing/4.2/p4 · after an officer recorded the new contact number the registration goes through', async () => {
      const person = { surname: 'Ёлкина', firstName: 'Проба' };
      const deal = { kind: 'INDIVIDUAL' as const, ...person, dealNumber: 'FL-0800' };
      await bench.done(recordContact, { ...deal, phone: '+375291110001' });
      const again = () => start('INDIVIDUAL', { surname: ' елкина', firstName: 'ПРОБА', phone: '+375299999999' });
      expect((await again()).findings).toMatchObject([
        { code: 'BY_LEASING_PHONE_CONTACT_MISMATCH', clauses: expect.arrayContaining(['by-leasing/4.2/p4']) },
      ]);
      await bench.done(recordContact, { ...deal, phone: '+375299999999' });
      expect(codesOf(await again())).toEqual([]);
      expect(codesOf(await start('INDIVIDUAL', { ...person, phone: '+375291110001' }))).toEqual(['BY_LEASING_PHONE_CONTACT_MISMATCH']);
    });

    it('lets a namesake register once an officer found that it is another person', async () => {
      const person = { surname: 'Тёзкин', firstName: 'Проба' };
      await bench.done(recordContact, { kind: 'INDIVIDUAL', ...person, dealNumber: 'FL-0801', phone: '+375291110002' });
      expect(codesOf(await start('INDIVIDUAL', { ...person, phone: '+375291110003' }))).toEqual(['BY_LEASING_PHONE_CONTACT_MISMATCH']);
      await bench.done(recordContact, { kind: 'INDIVIDUAL', ...person, dealNumber: null, phone: '+375291110003' });
      expect(codesOf(await start('INDIVIDUAL', { ...person, phone: '+375291110003' }))).toEqual([]);
      expect(codesOf(await start('INDIVIDUAL', { ...person, phone: '+375291110004' }))).toEqual(['BY_LEASING_PHONE_CONTACT_MISMATCH']);
    });
  });

  it('by-leasing/3.5/p1 · a number without an account gets no code', async () => {
    expect((await bench.execute(requestSignIn, { phone: '+375297654321' }, bench.nobody)).findings).toMatchObject([
      { code: 'BY_LEASING_ACCOUNT_REQUIRED', clauses: ['by-leasing/3.5/p1'] },
    ]);
    const { phone } = bench.formOf(await bench.registered());
    expect(codesOf(await bench.execute(requestSignIn, { phone: phone! }, bench.nobody))).toEqual([]);
  });

  it('by-leasing/1/login · the login is the mobile number, whatever else is tried', async () => {
    expect((await bench.execute(requestSignIn, { phone: 'pochta@example.org' }, bench.nobody)).findings).toMatchObject([
      { code: 'BY_LEASING_LOGIN_UNKNOWN', clauses: ['by-leasing/1/login'] },
    ]);
    const clientId = await bench.registered();
    expect(codesOf(await bench.execute(requestSignIn, { phone: bench.formOf(clientId).phone! }, bench.nobody))).toEqual([]);
  });

  it('comes in by no other way than the cabinet’s own', async () => {
    const clientId = await bench.registered();
    const { phone } = bench.formOf(clientId);
    bench.clock.advance({ minutes: 2 });
    const input = { purpose: 'SIGN_IN' as const, channel: 'SMS' as const, phone: phone!, email: null, operation: null };
    const { ceremonyId } = await bench.done(requestCode, input, bench.nobody);
    expect(codesOf(await bench.execute(signIn, { ceremonyId: ceremonyId!, code: '000000' }, bench.nobody))).toEqual(['CODE_INVALID']);
    expect(await bench.sql('select 1 from core.notification where client_id = $1', [clientId])).toEqual([]);
  });
});
