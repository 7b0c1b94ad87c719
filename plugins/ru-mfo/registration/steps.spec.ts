import { confirmContact, requestCode, signIn, signInWithPassword } from '../../../modules/access';
import { accountCases } from '../test-support/account-cases';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf, start } from '../test-support/loan-steps';
import {
  additionalInfo,
  begun,
  boxes,
  confirmPhone,
  contactInfo,
  emailOf,
  passportData,
  registeredInSteps,
  sendImage,
  sendImages,
  toAccount,
  upTo,
} from '../test-support/registration-steps';
import { judge } from '../test-support/rule-book';
import { phoneConfirmed } from '../validators/submission';
import { giveAdditionalInfo } from './additional-info.command';
import { changeEmail } from './change-email.command';
import { confirmContactInfo } from './confirm-contact-info.command';
import { identify } from './identification.command';
import { chooseMoneyReceipt } from './money-receipt.command';
import { givePassportData } from './passport-data.command';
import { register } from './register.command';
import { type StartRegistration, startRegistration } from './start-registration.command';

const k = (point: string) => `ru-mfo/kapital-nt/${point}`;

describe('a registration in steps', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: 'kapital-nt' });
  });
  afterAll(() => bench.close());

  const attempt = (changes: Partial<StartRegistration>) => bench.execute(startRegistration, contactInfo(changes), bench.nobody);
  const stageOf = async (clientId: string) =>
    (await bench.sql<{ stage: string }>('select stage from ru_mfo.registration where client_id = $1', [clientId]))[0]!.stage;
  const all = { confirmations: ['ID_SENT', 'SELFIE_SENT', 'CARD_SENT'] };

  describe('its first step', () => {
    it.each([
      ['1/1', 'desiredAmount', { desiredAmount: null }],
      ['1/1', 'desiredTermDays', { desiredTermDays: null }],
      ['1/2', 'familyName', { familyName: ' ' }],
      ['1/2', 'patronymic', { patronymic: null }],
      ['1/3', 'email', { email: null }],
      ['1/4', 'phone', { phone: null }],
    ])(`${k('%s')} · without %s nobody goes on`, async (point, field, changes) => {
      const { clientId, findings } = await attempt(changes);
      expect(clientId).toBeUndefined();
      expect(findings).toMatchObject([{ code: 'RU_MFO_FIELD_REQUIRED', path: ['input', field], clauses: [k(point)], facts: { field } }]);
    });

    it(`${k('1/1')} · the wished sum and term are kept for the application`, async () => {
      const clientId = await begun(bench);
      expect(await bench.sql('select desired_amount, desired_term_days from ru_mfo.registration where client_id = $1', [clientId])).toEqual(
        [{ desired_amount: '10000.00', desired_term_days: 21 }],
      );
      expect((await attempt({ desiredTermDays: 0 })).findings).toMatchObject([{ code: 'RU_MFO_FIELD_INVALID', clauses: [k('1/1')] }]);
    });

    it(`${k('1/2')} · who has no patronymic says so`, async () => {
      expect((await attempt({ patronymic: null, noPatronymic: true })).clientId).toBeDefined();
    });

    it(`${k('1/3')} · what is no address is refused`, async () => {
      expect(codesOf(await attempt({ email: 'name-at-example' }))).toEqual(['EMAIL_INVALID']);
    });

    it(`${k('1/4')} · a fixed line is no mobile phone`, async () => {
      expect((await attempt({ phone: '+7 846 332-12-34' })).findings).toMatchObject([
        { code: 'RU_MFO_PHONE_INVALID', clauses: [k('1/4')], path: ['input', 'phone'] },
      ]);
    });

    it.each([
      ['2/1/правила', 'RULES_ACCEPTED', 'RU_MFO_TERMS_NOT_ACCEPTED'],
      ['2/1/соглашение', 'REMOTE_AGREEMENT_ACCEPTED', 'RU_MFO_TERMS_NOT_ACCEPTED'],
      ['2/1/пдн', 'PERSONAL_DATA', 'RU_MFO_CONSENT_MISSING'],
      ['2/1/бки', 'CREDIT_REPORT', 'RU_MFO_CONSENT_MISSING'],
      ['2/1/пдл', 'NOT_PEP', 'RU_MFO_DECLARATION_PEP'],
      ['2/1/пдл-родственник', 'NOT_PEP_RELATIVE', 'RU_MFO_DECLARATION_PEP'],
      ['2/1/выгодоприобретатель', 'NO_BENEFICIARY', 'RU_MFO_DECLARATION_BENEFICIARY'],
      ['2/1/бенефициар', 'NO_BENEFICIAL_OWNER', 'RU_MFO_DECLARATION_BENEFICIAL_OWNER'],
      ['2/1/представитель', 'NO_REPRESENTATIVE', 'RU_MFO_DECLARATION_REPRESENTATIVE'],
    ])(`${k('%s')} · with %s unticked or left out nobody goes on, ticked it is no obstacle`, async (point, box, code) => {
      for (const declarations of [boxes({ [box]: false }), boxes().filter((one) => one.code !== box)]) {
        const { clientId, findings } = await attempt({ declarations });
        expect(clientId).toBeUndefined();
        expect(findings).toMatchObject([{ code, clauses: [k(point)] }]);
      }
      expect((await attempt({})).clientId).toBeDefined();
    });

    it(`${k('2/1/реклама')} · consent to advertising is asked for and never in the way`, async () => {
      const clientId = await begun(bench, { declarations: boxes({ ADVERTISING: false }) });
      expect(await bench.sql("select value from ru_mfo.declaration where client_id = $1 and code = 'ADVERTISING'", [clientId])).toEqual([
        { value: false },
      ]);
    });

    it(`${k('2/1/чекбоксы')} · ten boxes are ten records with value, version and moment; an old text, a stranger and a twin are refused`, async () => {
      const clientId = await begun(bench);
      const rows = await bench.sql<Record<string, unknown>>(
        'select code, value, text_version, made_at from ru_mfo.declaration where client_id = $1',
        [clientId],
      );
      expect(rows).toHaveLength(10);
      for (const row of rows)
        expect(row).toMatchObject({ value: true, text_version: '2022-09-20', made_at: new Date('2023-04-28T09:00:00Z') });
      const old = boxes().map((box) => (box.code === 'RULES_ACCEPTED' ? { ...box, version: '2021-01-01' } : box));
      expect((await attempt({ declarations: old })).findings).toMatchObject([
        { code: 'RU_MFO_DOCUMENT_VERSION_UNKNOWN', path: ['input', 'declarations', '0', 'version'], facts: { current: '2022-09-20' } },
      ]);
      const [box] = boxes();
      expect(codesOf(await attempt({ declarations: [...boxes(), box!] }))).toEqual(['RU_MFO_DECLARATION_UNKNOWN']);
      expect(codesOf(await attempt({ declarations: [...boxes(), { ...box!, code: 'ANYTHING' }] }))).toEqual(['RU_MFO_DECLARATION_UNKNOWN']);
    });

    it(`${k('reg/2')} · an account costs nothing: no posting stands against a new client`, async () => {
      const clientId = await registeredInSteps(bench);
      expect(
        await bench.sql('select 1 from core.posting p join core.contract c on c.id = p.contract_id where c.client_id = $1', [clientId]),
      ).toEqual([]);
    });

    it(`${k('2/2/код')} · a code goes to the stated number, which stays unconfirmed until it is entered`, async () => {
      const clientId = await begun(bench);
      const { ceremonyId, code } = await bench.codeFor(clientId, 'PHONE');
      expect(await bench.sql('select phone_verified_at from core.client where id = $1', [clientId])).toEqual([{ phone_verified_at: null }]);
      expect(
        await bench.sql("select channel from core.notification where client_id = $1 and kind = 'CONFIRMATION_CODE'", [clientId]),
      ).toEqual([{ channel: 'SMS' }]);
      expect(codesOf(await bench.execute(confirmContactInfo, { clientId, ceremonyId, code }, bench.client(clientId)))).toEqual([]);
    });

    it(`${k('2/3/шлюз')} · a wrong code keeps the client at the first step, counts, and names the gate`, async () => {
      const clientId = await begun(bench);
      const { ceremonyId, code } = await bench.codeFor(clientId, 'PHONE');
      const wrong = code === '000000' ? '111111' : '000000';
      const enter = (text: string) => bench.execute(confirmContactInfo, { clientId, ceremonyId, code: text }, bench.client(clientId));
      expect((await enter(wrong)).findings).toMatchObject([{ code: 'CODE_INVALID', clauses: [k('2/3/шлюз')], facts: { attemptsLeft: 4 } }]);
      expect(await stageOf(clientId)).toBe('CONTACT_INFO');
      expect(codesOf(await bench.execute(givePassportData, passportData(clientId), bench.client(clientId)))).toEqual([
        'RU_MFO_STEP_OUT_OF_ORDER',
      ]);
      await enter(code);
      expect(await stageOf(clientId)).toBe('PASSPORT_DATA');
    });

    it(`${k('2/3/номер')} · the number whose code was entered is the registered one, with its moment`, async () => {
      const clientId = await upTo(bench, 'PASSPORT_DATA');
      expect(await bench.sql('select phone_verified_at from core.client where id = $1', [clientId])).toEqual([
        { phone_verified_at: new Date('2023-04-28T09:00:00Z') },
      ]);
    });

    it(`${k('2/2/конклюдентные')} · boxes and confirmed phone accept what was shown; versions, code and moment are kept`, async () => {
      const clientId = await upTo(bench, 'PASSPORT_DATA');
      const [row] = await bench.sql<{ documents: string[]; ceremony_id: string; accepted_at: Date }>(
        'select documents, ceremony_id, accepted_at from ru_mfo.acceptance where client_id = $1',
        [clientId],
      );
      expect(row!.documents).toEqual(
        expect.arrayContaining(['RULES@2022-09-20', 'REMOTE_AGREEMENT@2022-09-20', 'PERSONAL_DATA_CONSENT@2022-09-20']),
      );
      expect(row!.accepted_at).toEqual(new Date('2023-04-28T09:00:00Z'));
      expect(await bench.sql('select purpose from core.ceremony where id = $1', [row!.ceremony_id])).toEqual([
        { purpose: 'CONFIRM_PHONE' },
      ]);
    });

    it(`${k('7/2')} · the warning that false data are the client’s risk is in the text that was accepted`, async () => {
      const clientId = await upTo(bench, 'PASSPORT_DATA');
      const [row] = await bench.sql<{ documents: string[] }>('select documents from ru_mfo.acceptance where client_id = $1', [clientId]);
      expect(row!.documents).toContain('RULES@2022-09-20');
      expect(await bench.sql('select 1 from ru_mfo.acceptance where client_id = $1', [await begun(bench)])).toEqual([]);
    });

    it(`${k('term/СМС-код')} · a code is good once and for nothing else, and no row holds it after it was sent`, async () => {
      const clientId = await begun(bench);
      const { ceremonyId, code } = await bench.codeFor(clientId, 'PHONE');
      const caller = bench.client(clientId);
      const other = await begun(bench);
      const { ceremonyId: foreign } = await bench.codeFor(other, 'PHONE');
      expect(codesOf(await bench.execute(confirmContactInfo, { clientId, ceremonyId: foreign, code }, caller))).toEqual(['CODE_INVALID']);
      expect(codesOf(await bench.execute(confirmContact, { ceremonyId, code, contact: 'EMAIL' }, caller))).toEqual(['CODE_INVALID']);
      expect(codesOf(await bench.execute(confirmContactInfo, { clientId, ceremonyId, code }, caller))).toEqual([]);
      expect(codesOf(await bench.execute(confirmContactInfo, { clientId, ceremonyId, code }, caller))).toEqual(['CODE_USED']);
      const rows = await bench.sql<object>('select code_digest from core.ceremony where id = $1', [ceremonyId]);
      expect(JSON.stringify(rows)).not.toContain(code);
    });

    it(`${k('term/Пароль')} · the lender makes the password, sends it once and keeps a hash`, async () => {
      const clientId = await upTo(bench, 'PASSPORT_DATA');
      const [sent] = await bench.sql<{ id: string; secret_enc: Buffer; text_enc: Buffer }>(
        "select id, secret_enc, text_enc from core.notification where client_id = $1 and kind = 'PASSWORD' and channel = 'SMS'",
        [clientId],
      );
      const password = bench.open(sent!.secret_enc, 'core.notification', sent!.id, 'secret');
      expect(password).toMatch(/^[A-Za-z2-9]{12}$/);
      expect(bench.open(sent!.text_enc, 'core.notification', sent!.id, 'text')).not.toContain(password);
      const [credential] = await bench.sql<{ scheme: string; hash: Buffer }>(
        'select scheme, hash from core.credential where client_id = $1',
        [clientId],
      );
      expect(credential!.scheme).toContain('scrypt');
      expect(credential!.hash.toString('utf8')).not.toContain(password);
    });

    it('refuses the registration in one go, as the other lender refuses steps', async () => {
      expect(codesOf(await bench.execute(register, bench.registration(), bench.nobody))).toEqual(['RU_MFO_STEPS_REQUIRED']);
    });

    it.each(['4477 1234 5678 9012 3456 7', 'card 2200 0000 0000 0004', '2200000000000004'])('takes no card number: %s', async (text) => {
      const refused = codesOf(await attempt({ declarations: [...boxes().slice(1), { ...boxes()[0]!, version: text }] }));
      if (text.includes('2200')) expect(refused).toContain('RU_MFO_CARD_NUMBER_REFUSED');
      else expect(refused).toEqual(['RU_MFO_DOCUMENT_VERSION_UNKNOWN']);
    });
  });

  describe('the passport', () => {
    // A refused step moves nothing: one person will do for all refusals.
    let waiting: string;
    beforeAll(async () => {
      waiting = await upTo(bench, 'PASSPORT_DATA');
    });

    it.each([
      ['3/1', 'passportSeries', { passportSeries: null }],
      ['3/1', 'passportNumber', { passportNumber: null }],
      ['3/1', 'passportIssuedOn', { passportIssuedOn: null }],
      ['3/2', 'passportUnitCode', { passportUnitCode: null }],
      ['3/3', 'passportIssuedBy', { passportIssuedBy: '' }],
      ['3/4', 'birthDate', { birthDate: null }],
      ['3/4', 'birthPlace', { birthPlace: '' }],
      ['3/5', 'landlinePhone', { landlinePhone: '' }],
      ['3/6', 'sex', { sex: null }],
      ['3/7', 'registeredAddress', { registeredAddress: '' }],
      ['3/8', 'actualAddress', { actualAddressDiffers: true, actualAddress: '' }],
      ['3/9', 'insuranceNumber', { insuranceNumber: null }],
      ['3/10', 'contactPersonName', { contactPersonName: null }],
      ['3/11', 'contactPersonPhone', { contactPersonPhone: null }],
      ['3/12', 'contactPersonRelation', { contactPersonRelation: null }],
    ] as const)(`${k('%s')} · without %s the step is not done`, async (point, field, changes) => {
      const clientId = waiting;
      const { findings } = await bench.execute(givePassportData, passportData(clientId, changes), bench.client(clientId));
      expect(findings).toMatchObject([{ code: 'RU_MFO_FIELD_REQUIRED', path: ['input', field], clauses: [k(point)] }]);
      expect(await stageOf(clientId)).toBe('PASSPORT_DATA');
    });

    it.each([
      ['3/1', 'passportSeries', { passportSeries: '360' }, 'RU_MFO_PASSPORT_INVALID'],
      ['3/1', 'passportNumber', { passportNumber: '000000' }, 'RU_MFO_PASSPORT_INVALID'],
      ['3/1', 'passportIssuedOn', { passportIssuedOn: '2004-05-09' }, 'RU_MFO_PASSPORT_INVALID'],
      ['3/2', 'passportUnitCode', { passportUnitCode: '630-01' }, 'RU_MFO_PASSPORT_INVALID'],
      ['3/5', 'landlinePhone', { landlinePhone: '+7 927 000-11-22' }, 'RU_MFO_LANDLINE_INVALID'],
      ['3/9', 'insuranceNumber', { insuranceNumber: '112-233-445 96' }, 'RU_MFO_INSURANCE_NUMBER_INVALID'],
      ['3/11', 'contactPersonPhone', { contactPersonPhone: '12' }, 'RU_MFO_FIELD_INVALID'],
    ])(`${k('%s')} · a wrong %s is refused by its path`, async (point, field, changes, code) => {
      const clientId = waiting;
      const { findings } = await bench.execute(givePassportData, passportData(clientId, changes), bench.client(clientId));
      expect(findings).toMatchObject([{ code, path: ['input', field], clauses: [k(point)] }]);
    });

    it(`${k('3/8')} · who lives at the registered address names no other`, async () => {
      const clientId = await upTo(bench, 'ADDITIONAL_INFO');
      expect(await stageOf(clientId)).toBe('ADDITIONAL_INFO');
    });

    it(`${k('7/3')} · a contact person is named with that person’s consent only`, async () => {
      const clientId = waiting;
      const without = passportData(clientId, { thirdPartyConsentConfirmed: false });
      expect((await bench.execute(givePassportData, without, bench.client(clientId))).findings).toMatchObject([
        { code: 'RU_MFO_THIRD_PARTY_CONSENT_MISSING', clauses: [k('7/3')], path: ['input', 'thirdPartyConsentConfirmed'] },
      ]);
    });

    it(`${k('3/шлюз')} · with the passport missing the next step is closed`, async () => {
      const clientId = waiting;
      expect((await bench.execute(giveAdditionalInfo, additionalInfo(clientId), bench.client(clientId))).findings).toMatchObject([
        { code: 'RU_MFO_STEP_OUT_OF_ORDER', clauses: [k('3/шлюз')], facts: { current: 'PASSPORT_DATA', step: 'ADDITIONAL_INFO' } },
      ]);
    });
  });

  describe('work and income', () => {
    let waiting: string;
    beforeAll(async () => {
      waiting = await upTo(bench, 'ADDITIONAL_INFO');
    });

    it.each([
      ['4/1', 'employment'],
      ['4/2', 'profession'],
      ['4/3', 'employerName'],
      ['4/4', 'jobTenureMonths'],
      ['4/5', 'employerAddress'],
      ['4/6', 'employerIndustry'],
      ['4/6', 'employerHeadcount'],
      ['4/6', 'employerPhone'],
      ['4/7', 'incomeMain'],
      ['4/7', 'incomeAdditional'],
      ['4/7', 'incomeFamily'],
      ['4/8', 'financialObligations'],
      ['4/9', 'creditHistoryStatement'],
      ['4/10', 'education'],
      ['4/10', 'maritalStatus'],
      ['4/11', 'ownsCar'],
    ])(`${k('%s')} · without %s the step is not done`, async (point, field) => {
      const clientId = waiting;
      const { findings } = await bench.execute(giveAdditionalInfo, additionalInfo(clientId, { [field]: null }), bench.client(clientId));
      expect(findings).toMatchObject([{ code: 'RU_MFO_FIELD_REQUIRED', path: ['input', field], clauses: [k(point)] }]);
    });

    it.each([
      ['4/7', 'incomeMain', { incomeMain: '0' }],
      ['4/7', 'incomeFamily', { incomeFamily: '-1' }],
      ['4/6', 'employerHeadcount', { employerHeadcount: 0 }],
      ['4/4', 'jobTenureMonths', { jobTenureMonths: -1 }],
    ])(`${k('%s')} · a %s out of reason is refused, no additional income is none`, async (point, field, changes) => {
      const clientId = waiting;
      const { findings } = await bench.execute(giveAdditionalInfo, additionalInfo(clientId, changes), bench.client(clientId));
      expect(findings).toMatchObject([{ code: 'RU_MFO_FIELD_INVALID', path: ['input', field], clauses: [k(point)] }]);
    });

    it(`${k('4/шлюз')} · with work and income missing the way of the money is closed`, async () => {
      const clientId = waiting;
      expect((await bench.execute(chooseMoneyReceipt, toAccount(clientId), bench.client(clientId))).findings).toMatchObject([
        { code: 'RU_MFO_STEP_OUT_OF_ORDER', clauses: [k('4/шлюз')] },
      ]);
    });

    it('takes no text of more than 500 characters', async () => {
      const clientId = waiting;
      const long = additionalInfo(clientId, { profession: 'я'.repeat(501) });
      expect((await bench.execute(giveAdditionalInfo, long, bench.client(clientId))).findings).toMatchObject([
        { code: 'RU_MFO_TEXT_TOO_LONG', path: ['input', 'profession'], facts: { max: 500 } },
      ]);
    });
  });

  describe('the way of the money', () => {
    it(`${k('5/способ')} · an account or a card, nothing else`, async () => {
      const clientId = await upTo(bench, 'MONEY_RECEIPT');
      expect(
        (await bench.execute(chooseMoneyReceipt, toAccount(clientId, { method: 'CASH' }), bench.client(clientId))).findings,
      ).toMatchObject([{ code: 'RU_MFO_PAYOUT_METHOD_NOT_ALLOWED', clauses: [k('5/способ')] }]);
    });

    it(`${k('5/1/счет')} · a company’s account and somebody else’s are refused, the client’s own is taken`, async () => {
      const clientId = await upTo(bench, 'MONEY_RECEIPT');
      const choose = (changes: Parameters<typeof toAccount>[1]) =>
        bench.execute(chooseMoneyReceipt, toAccount(clientId, changes), bench.client(clientId));
      for (const changes of [{ account: '40702810638050013199' }, { accountHolder: 'ОБРАЗЦОВ ПРОБНЫЙ' }, { accountHolder: null }])
        expect((await choose(changes)).findings).toMatchObject([{ code: 'RU_MFO_BANK_ACCOUNT_REQUIRED', clauses: [k('5/1/счет')] }]);
      expect(codesOf(await choose({ account: '40817810238050013199' }))).toEqual(['RU_MFO_ACCOUNT_INVALID']);
      expect(codesOf(await choose({ accountHolder: 'Примерова  Проба Образцовна' }))).toEqual([]);
    });

    it(`${k('5/шлюз')} · without it identification is closed`, async () => {
      const clientId = await upTo(bench, 'MONEY_RECEIPT');
      expect((await bench.execute(identify, { clientId, ...all }, bench.client(clientId))).findings).toMatchObject([
        { code: 'RU_MFO_STEP_OUT_OF_ORDER', clauses: [k('5/шлюз')] },
      ]);
    });
  });

  describe('identification', () => {
    it.each([
      ['6/1', ['SELFIE_WITH_ID'], 'RU_MFO_ID_DOCUMENT_MISSING'],
      ['6/3', ['ID_DOCUMENT'], 'RU_MFO_SELFIE_WITH_ID_MISSING'],
    ] as const)(`${k('%s')} · with %j alone the step is not done`, async (point, given, code) => {
      const clientId = await upTo(bench, 'IDENTIFICATION');
      for (const kind of given) await sendImage(bench, clientId, kind);
      expect((await bench.execute(identify, { clientId, ...all }, bench.client(clientId))).findings).toMatchObject([
        { code, clauses: [k(point)] },
      ]);
    });

    it(`${k('6/5')}, ${k('6/шлюз')} · with a box unticked nobody is registered, whatever was sent`, async () => {
      const clientId = await upTo(bench, 'IDENTIFICATION');
      await sendImages(bench, clientId);
      expect((await bench.execute(identify, { clientId, confirmations: ['SELFIE_SENT'] }, bench.client(clientId))).findings).toMatchObject([
        { code: 'RU_MFO_STEP_INCOMPLETE', clauses: [k('6/5'), k('6/шлюз')], facts: { missing: 'ID_SENT' } },
      ]);
      expect(await stageOf(clientId)).toBe('IDENTIFICATION');
      expect(
        codesOf(await bench.execute(identify, { clientId, confirmations: ['ID_SENT', 'SELFIE_SENT'] }, bench.client(clientId))),
      ).toEqual([]);
      expect(
        await bench.sql('select stage, status from ru_mfo.registration r join core.client c on c.id = r.client_id where c.id = $1', [
          clientId,
        ]),
      ).toEqual([{ stage: 'REGISTERED', status: 'REGISTERED' }]);
    });

    it(`${k('reg/1')} · before the last step no application is taken, after it one is`, async () => {
      const own = { payoutMethod: 'BANK_ACCOUNT', rulesShown: 'ru-mfo/kapital-nt/2022-09-20' } as const;
      const early = await upTo(bench, 'IDENTIFICATION');
      expect((await start(bench, early, own)).findings).toMatchObject([{ code: 'RU_MFO_REGISTRATION_INCOMPLETE', clauses: [k('reg/1')] }]);
      expect(codesOf(await start(bench, await registeredInSteps(bench), own))).toEqual([]);
    });
  });

  describe('the account', () => {
    const passwordOf = async (clientId: string) => {
      const [sent] = await bench.sql<{ id: string; secret_enc: Buffer }>(
        "select id, secret_enc from core.notification where client_id = $1 and kind = 'PASSWORD'",
        [clientId],
      );
      return bench.open(sent!.secret_enc, 'core.notification', sent!.id, 'secret');
    };

    it(`${k('8')} · is entered by login and password; a wrong password is refused`, async () => {
      const info = contactInfo();
      const clientId = await upTo(bench, 'PASSPORT_DATA', { contact: info });
      const password = await passwordOf(clientId);
      const enter = (text: string) => bench.execute(signInWithPassword, { login: info.phone!, password: text }, bench.nobody);
      expect(codesOf(await enter('wrong password 1'))).toEqual(['CREDENTIALS_INVALID']);
      expect((await enter(password)).tokens).toMatchObject({ clientId });
    });

    it(`${k('term/Логин')} · the registered phone is the login, a mailbox is none; with the phone the login changes`, async () => {
      const info = contactInfo();
      const clientId = await upTo(bench, 'PASSPORT_DATA', { contact: info });
      const password = await passwordOf(clientId);
      await bench.sql('update core.client set email_verified_at = phone_verified_at where id = $1', [clientId]);
      const enter = (login: string) => bench.execute(signInWithPassword, { login, password }, bench.nobody);
      expect((await enter(info.email!)).findings).toMatchObject([{ code: 'RU_MFO_LOGIN_BY_PHONE_ONLY', clauses: [k('term/Логин')] }]);
      expect((await enter(info.phone!)).tokens).toBeDefined();
      const phone = '+79270005555';
      const caller = bench.client(clientId);
      bench.clock.advance({ minutes: 2 });
      const { ceremonyId } = await bench.execute(
        requestCode,
        { purpose: 'CONFIRM_PHONE', channel: 'SMS', phone, email: null, operation: null },
        caller,
      );
      const [sent] = await bench.sql<{ id: string; secret_enc: Buffer }>(
        "select id, secret_enc from core.notification where client_id = $1 and kind = 'CONFIRMATION_CODE' order by queued_at desc limit 1",
        [clientId],
      );
      const code = bench.open(sent!.secret_enc, 'core.notification', sent!.id, 'secret');
      expect(codesOf(await bench.execute(confirmContactInfo, { clientId, ceremonyId: ceremonyId!, code }, caller))).toEqual([]);
      expect((await enter(info.phone!)).tokens).toBeUndefined();
      expect((await enter(phone)).tokens).toMatchObject({ clientId });
    });

    it(`${k('term/Аутентификация')} · nothing is done in it without a session, and every sign-in leaves an entry`, async () => {
      const info = contactInfo();
      const clientId = await upTo(bench, 'PASSPORT_DATA', { contact: info });
      const login = { login: info.phone!, password: await passwordOf(clientId) };
      bench.clock.advance({ minutes: 1 });
      await bench.execute(signInWithPassword, { ...login, password: 'wrong password 1' }, bench.nobody);
      await bench.execute(signInWithPassword, login, bench.nobody);
      const attempts = await bench.sql<{ outcome: string }>(
        "select outcome from core.audit_entry where command = 'signInWithPassword' and at = $1",
        [new Date(bench.clock.now().epochMilliseconds)],
      );
      expect(attempts.map(({ outcome }) => outcome).sort()).toEqual(['DONE', 'REFUSED']);
      expect(
        codesOf(
          await bench.execute(
            requestCode,
            { purpose: 'CONFIRM_PHONE', channel: 'SMS', phone: null, email: null, operation: null },
            bench.nobody,
          ),
        ),
      ).toEqual(['CLIENT_SESSION_REQUIRED']);
      expect(codesOf(await bench.execute(signIn, { ceremonyId: clientId, code: '123456' }, bench.nobody))).toEqual(['CODE_INVALID']);
    });

    it(`${k('term/Зарегистрированный_номер')} · a number that was only stated signs nothing`, async () => {
      const clientId = await begun(bench);
      const operation = { type: 'Document', id: clientId };
      const asked = await bench.execute(
        requestCode,
        { purpose: 'SIGN_DOCUMENT', channel: 'SMS', phone: null, email: null, operation },
        bench.client(clientId),
      );
      expect(asked.ceremonyId).toBeUndefined();
      expect(judge(phoneConfirmed, { phoneConfirmed: false }, '2023-04-28', 'kapital-nt')).toMatchObject({
        code: 'RU_MFO_PHONE_NOT_VERIFIED',
        clauses: [k('term/Зарегистрированный_номер')],
      });
      await confirmPhone(bench, clientId);
    });

    it(`${k('term/Зарегистрированный_адрес_электронной_почты')} · another address holds as it is stated, the former stays with the moment of its end`, async () => {
      const clientId = await upTo(bench, 'PASSPORT_DATA');
      const former = await emailOf(bench, clientId);
      bench.clock.advance({ hours: 1 });
      expect(codesOf(await bench.execute(changeEmail, { clientId, email: 'another@example.org' }, bench.client(clientId)))).toEqual([]);
      expect(await emailOf(bench, clientId)).toBe('another@example.org');
      const rows = await bench.sql<{ id: string; content_enc: Buffer; replaced_at: Date | null }>(
        "select id, content_enc, replaced_at from ru_mfo.answer where client_id = $1 and step = 'CONTACT_INFO' order by given_at, id",
        [clientId],
      );
      const emails = rows.map(({ id, content_enc }) => JSON.parse(bench.open(content_enc, 'ru_mfo.answer', id, 'content_enc')).email);
      expect(emails).toEqual([former, 'another@example.org']);
      expect(rows[0]!.replaced_at).toEqual(new Date(bench.clock.now().epochMilliseconds));
      expect(rows[1]!.replaced_at).toBeNull();
      expect(codesOf(await bench.execute(changeEmail, { clientId, email: 'none' }, bench.client(clientId)))).toEqual(['EMAIL_INVALID']);
    });
  });

  for (const { clause, sentence, validator, good, bad, code } of accountCases) {
    it(`${k(clause)} · ${sentence}`, () => {
      for (const facts of good)
        expect(judge(validator, facts, '2023-04-28', 'kapital-nt')).toMatchObject({ verdict: 'PASS', clauses: [k(clause)] });
      for (const facts of bad)
        expect(judge(validator, facts, '2023-04-28', 'kapital-nt')).toMatchObject({ verdict: 'FAIL', code, clauses: [k(clause)] });
    });
  }
});
