import { openSession, signInWithPassword } from '../../../modules/access';
import { type CommandResult, defineCommand } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { deadlineKinds, fireDeadline } from '../../../modules/deadlines';
import { closeDataRequest, openDataRequest } from '../data-requests/data-request.commands';
import { falseFieldsOf } from '../data-requests/data-request.record';
import { ACCOUNT_DELETION, DATA_REQUEST, YEARLY_CONFIRMATION } from '../ids';
import { recordImage } from '../images/record-image.command';
import { confirmData } from '../registration/confirm-data.command';
import { givePassportData } from '../registration/passport-data.command';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf, start } from '../test-support/loan-steps';
import {
  cardPartner,
  contactInfo,
  emailOf,
  passportData,
  registeredInSteps,
  sendImage,
  storedFile,
  upTo,
  verifiedCardOf,
} from '../test-support/registration-steps';
import { checkIdentity } from './check-identity.command';
import { finishAccountRequest } from './close-account.command';
import { recordStatement } from './record-statement.command';
import { requestAccount } from './request-account.command';

const k = (point: string) => `ru-mfo/kapital-nt/${point}`;
const own = { payoutMethod: 'BANK_ACCOUNT', rulesShown: 'ru-mfo/kapital-nt/2022-09-20' } as const;

describe('the life of an account', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: 'kapital-nt', at: '2023-03-01T08:00:00Z' });
  });
  afterAll(() => bench.close());
  const at = (instant: string) => bench.clock.moveTo(instant);

  const deadlinesOf = (clientId: string, kind: string) =>
    bench.sql<{ id: string; due_at: Date; state: string; clause: string }>(
      'select id, due_at, state, clause from core.deadline where client_id = $1 and kind = $2 order by started_at, id',
      [clientId, kind],
    );
  const fire = (id: string, kind: string) => {
    const definition = bench.extensions.all(deadlineKinds).find(({ value }) => value.kind === kind)!.value;
    return bench.execute(fireDeadline(definition), { deadlineId: id });
  };
  /** A contract whose money was provided: the client is served. */
  const served = async (clientId: string, on = '2023-03-01'): Promise<string> => {
    const [applicationId, contractId] = [uuidv7(Date.parse(on)), uuidv7(Date.parse(on))];
    await bench.sql(
      `insert into core.application (lender_id, id, number, client_id, plugin_id, product, status, amount, currency, term_days, channel, created_at, status_changed_at)
       values ($1, $2, $3, $4, 'ru-mfo', 'ru-mfo/microloan', 'CONCLUDED', 10000, 'RUB', 18, 'PERSONAL_ACCOUNT', $5, $5)`,
      [bench.lender.id, applicationId, `A-${applicationId.slice(-8)}`, clientId, on],
    );
    await bench.sql(
      `insert into core.contract (lender_id, id, number, application_id, client_id, plugin_id, status, terms, accepted_at, concluded_at, concluded_on)
       values ($1, $2, $3, $4, $5, 'ru-mfo', 'ACTIVE', '{"principal":"10000.00","currency":"RUB","termDays":18,"dueOn":"2023-03-19"}', $6::timestamptz, $6::timestamptz, $6::date)`,
      [bench.lender.id, contractId, `C-${contractId.slice(-8)}`, applicationId, clientId, on],
    );
    return contractId;
  };
  const demand = (clientId: string, purpose: 'SERVICE' | 'VERIFICATION' = 'SERVICE') =>
    bench.execute(openDataRequest, { clientId, purpose, subjects: ['CLIENT'], description: 'Пришлите копию паспорта' });
  const answered = (requestId: string, channel: string | null = 'EMAIL') =>
    bench.execute(closeDataRequest, { requestId, status: 'ANSWERED', channel, falseFields: [] });

  describe('demands for data', () => {
    it(`${k('33/2')} · of a demand of 1 March the last day is the 13th; an answer after it is taken and told to be late`, async () => {
      at('2023-03-01T08:00:00Z');
      const clientId = await registeredInSteps(bench);
      await served(clientId);
      const { requestId } = await demand(clientId);
      const [term] = await deadlinesOf(clientId, DATA_REQUEST);
      // The seventh working day, 8 March being none, to its end in the lender's zone.
      expect(term).toMatchObject({ due_at: new Date('2023-03-13T19:59:59.999Z'), state: 'PENDING', clause: k('33/2') });
      at('2023-03-13T20:00:00Z');
      await fire(term!.id, DATA_REQUEST);
      await sendImage(bench, clientId, 'ID_DOCUMENT', requestId!);
      expect((await answered(requestId!)).findings).toEqual([]);
      expect(await deadlinesOf(clientId, DATA_REQUEST)).toMatchObject([{ state: 'MISSED' }]);
      const { requestId: second } = await demand(clientId);
      at('2023-03-23T20:00:00Z');
      await sendImage(bench, clientId, 'ID_DOCUMENT', second!);
      expect((await answered(second!)).findings).toMatchObject([
        { code: 'RU_MFO_CLIENT_DATA_REQUEST_OVERDUE', severity: 'WARNING', clauses: [k('33/2')], facts: { dueOn: '2023-03-23' } },
      ]);
    });

    it(`${k('33/2')} · only who is served is demanded so, and on the four kinds of persons`, async () => {
      at('2023-03-01T08:00:00Z');
      const clientId = await registeredInSteps(bench);
      expect(codesOf(await demand(clientId))).toEqual(['RU_MFO_NOT_IN_SERVICE']);
      await served(clientId);
      const subjects = ['CLIENT', 'REPRESENTATIVE', 'BENEFICIARY', 'BENEFICIAL_OWNER'] as const;
      expect(codesOf(await bench.execute(openDataRequest, { clientId, purpose: 'SERVICE', subjects, description: 'Сведения' }))).toEqual(
        [],
      );
      const none = { clientId, purpose: 'SERVICE', subjects: [], description: 'x'.repeat(501) } as const;
      expect(codesOf(await bench.execute(openDataRequest, none))).toEqual(['RU_MFO_FIELD_REQUIRED', 'RU_MFO_TEXT_TOO_LONG']);
    });

    it(`${k('33/4')} · an answer comes through the account or by mail, with a certified copy of the document`, async () => {
      at('2023-03-01T08:00:00Z');
      const clientId = await registeredInSteps(bench);
      await served(clientId);
      const { requestId } = await demand(clientId);
      expect((await answered(requestId!, 'PHONE')).findings).toMatchObject([
        { code: 'RU_MFO_IMAGE_CHANNEL_NOT_ALLOWED', clauses: [k('33/4')] },
        { code: 'RU_MFO_ID_DOCUMENT_MISSING', clauses: [k('33/4')] },
      ]);
      const fileId = await storedFile(bench, clientId);
      const upload = { clientId, kind: 'ID_DOCUMENT', from: null, fileId, requestId: requestId! } as const;
      expect(codesOf(await bench.execute(recordImage, upload, bench.client(clientId)))).toEqual([]);
      expect(codesOf(await answered(requestId!, 'PERSONAL_ACCOUNT'))).toEqual([]);
      expect(await deadlinesOf(clientId, DATA_REQUEST)).toMatchObject([{ state: 'MET' }]);
    });

    it(`${k('33/5')} · an unanswered demand blocks the next application until it is answered`, async () => {
      at('2023-03-01T08:00:00Z');
      const clientId = await registeredInSteps(bench);
      await served(clientId);
      const { requestId } = await demand(clientId);
      expect(codesOf(await start(bench, clientId, own))).toEqual([]);
      at('2023-03-14T08:00:00Z');
      expect((await start(bench, clientId, own)).findings).toMatchObject([
        { code: 'RU_MFO_APPLICATIONS_BLOCKED', clauses: [k('33/5')], facts: { count: 1 } },
      ]);
      await sendImage(bench, clientId, 'ID_DOCUMENT', requestId!);
      await answered(requestId!);
      expect(codesOf(await start(bench, clientId, own))).toEqual([]);
    });

    it(`${k('33/3')} · data confirmed on 25 September hold to that day of the next year; the day after applications are blocked`, async () => {
      at('2022-09-25T08:00:00Z');
      const clientId = await registeredInSteps(bench);
      expect(await deadlinesOf(clientId, YEARLY_CONFIRMATION)).toMatchObject([
        { due_at: new Date('2023-09-25T19:59:59.999Z'), state: 'PENDING', clause: k('33/3') },
      ]);
      at('2023-09-25T19:00:00Z');
      expect(codesOf(await start(bench, clientId, own))).toEqual([]);
      at('2023-09-26T08:00:00Z');
      expect(codesOf(await start(bench, clientId, own))).toEqual(['RU_MFO_APPLICATIONS_BLOCKED']);
      expect(codesOf(await bench.execute(confirmData, { clientId, applicationId: null, changed: false }, bench.client(clientId)))).toEqual(
        [],
      );
      expect(codesOf(await start(bench, clientId, own))).toEqual([]);
      expect((await deadlinesOf(clientId, YEARLY_CONFIRMATION)).at(-1)).toMatchObject({ due_at: new Date('2024-09-26T19:59:59.999Z') });
    });

    it(`${k('term/Процедура_проверки_сведений')}, ${k('7/1')} · a verification is kept with its outcome; what proved false stands until it is given anew`, async () => {
      at('2023-03-01T08:00:00Z');
      const clientId = await registeredInSteps(bench);
      const { requestId } = await demand(clientId, 'VERIFICATION');
      expect(await bench.sql('select status, due_at from ru_mfo.data_request where id = $1', [requestId])).toEqual([
        { status: 'OPEN', due_at: null },
      ]);
      const close = (falseFields: string[]) =>
        bench.execute(closeDataRequest, { requestId: requestId!, status: 'FALSE', channel: null, falseFields });
      expect(codesOf(await close([]))).toEqual(['RU_MFO_FIELD_INVALID']);
      expect(codesOf(await close(['PASSPORT_DATA.passportNumber']))).toEqual([]);
      const standing = defineCommand<object, CommandResult & { fields: readonly string[] }>({
        name: 'test',
        emits: [],
        run: async (_, context) => ({ fields: await falseFieldsOf(context, clientId) }),
      });
      expect((await bench.execute(standing, {})).fields).toEqual(['PASSPORT_DATA.passportNumber']);
      at('2023-03-02T08:00:00Z');
      await bench.execute(givePassportData, passportData(clientId, { passportNumber: '654321' }), bench.client(clientId));
      expect((await bench.execute(standing, {})).fields).toEqual([]);
    });
  });

  describe('data on file', () => {
    it(`${k('9/1')}, ${k('9/2')} · a second application needs the data confirmed for it, and changed where they changed`, async () => {
      at('2023-03-01T08:00:00Z');
      const clientId = await registeredInSteps(bench);
      await start(bench, clientId, own);
      at('2023-03-02T08:00:00Z');
      const { applicationId } = await start(bench, clientId, own);
      const confirm = (changed: boolean) =>
        bench.execute(confirmData, { clientId, applicationId: applicationId!, changed }, bench.client(clientId));
      expect((await confirm(true)).findings).toMatchObject([{ code: 'RU_MFO_DATA_NOT_CONFIRMED', clauses: [k('9/2')] }]);
      await bench.execute(
        givePassportData,
        passportData(clientId, { registeredAddress: 'г. Самара, ул. Ленина, д. 2' }),
        bench.client(clientId),
      );
      expect(codesOf(await confirm(true))).toEqual([]);
      expect(await bench.sql('select changed from ru_mfo.data_confirmation where application_id = $1', [applicationId])).toEqual([
        { changed: true },
      ]);
      const stranger = await registeredInSteps(bench);
      const foreign = { clientId: stranger, applicationId: applicationId!, changed: false };
      expect(codesOf(await bench.execute(confirmData, foreign, bench.client(stranger)))).toEqual(['APPLICATION_NOT_FOUND']);
    });

    it(`${k('9/3')} · an edit renews the profile and leaves the former address in the history`, async () => {
      at('2023-03-01T08:00:00Z');
      const clientId = await registeredInSteps(bench);
      at('2023-03-05T08:00:00Z');
      const address = 'г. Самара, ул. Ленина, д. 2';
      await bench.execute(givePassportData, passportData(clientId, { registeredAddress: address }), bench.client(clientId));
      const [client] = await bench.sql<{ profile_enc: Buffer }>('select profile_enc from core.client where id = $1', [clientId]);
      expect(JSON.parse(bench.open(client!.profile_enc, 'core.client', clientId, 'profile')).addresses).toMatchObject([{ text: address }]);
      const rows = await bench.sql<{ id: string; content_enc: Buffer; replaced_at: Date | null }>(
        "select id, content_enc, replaced_at from ru_mfo.answer where client_id = $1 and step = 'PASSPORT_DATA' order by given_at",
        [clientId],
      );
      expect(
        rows.map(({ id, content_enc }) => JSON.parse(bench.open(content_enc, 'ru_mfo.answer', id, 'content_enc')).registeredAddress),
      ).toEqual(['г. Самара, ул. Примерная, д. 1', address]);
      expect(rows.map(({ replaced_at }) => replaced_at)).toEqual([new Date('2023-03-05T08:00:00Z'), null]);
      expect(await bench.sql('select stage from ru_mfo.registration where client_id = $1', [clientId])).toEqual([{ stage: 'REGISTERED' }]);
    });

    it(`${k('6/4')}, ${k('7/4')} · an image from the registered address is a certified copy, from another it is refused`, async () => {
      at('2023-03-01T08:00:00Z');
      const clientId = await upTo(bench, 'IDENTIFICATION');
      const from = await emailOf(bench, clientId);
      const image = async (changes: object) =>
        bench.execute(recordImage, {
          clientId,
          kind: 'ID_DOCUMENT',
          from,
          fileId: await storedFile(bench, null),
          requestId: null,
          ...changes,
        });
      expect((await image({ from: 'another@example.org' })).findings).toMatchObject([
        { code: 'RU_MFO_IMAGE_CHANNEL_NOT_ALLOWED', clauses: [k('6/4')], path: ['input', 'from'] },
      ]);
      expect(codesOf(await image({ fileId: await storedFile(bench, null, 'ATTACHMENT') }))).toEqual(['RU_MFO_IMAGE_FILE_INVALID']);
      expect(codesOf(await image({ kind: 'CARD_FACE' }))).toEqual(['RU_MFO_CARD_IMAGE_NOT_KEPT']);
      const { imageId } = await image({ from: from.toUpperCase() });
      const [row] = await bench.sql<{ certified: boolean; from_enc: Buffer }>(
        'select certified, from_enc from ru_mfo.image where id = $1',
        [imageId],
      );
      expect(row!.certified).toBe(true);
      expect(bench.open(row!.from_enc, 'ru_mfo.image', imageId!, 'from_enc').toLowerCase()).toBe(from);
      const mine = { clientId, kind: 'SELFIE_WITH_ID', from: null, fileId: await storedFile(bench, clientId), requestId: null } as const;
      expect(codesOf(await bench.execute(recordImage, mine, bench.client(clientId)))).toEqual(['RU_MFO_IMAGE_CHANNEL_NOT_ALLOWED']);
    });

    it(`${k('45')} · a caller who names the passport on file passes, with two digits swapped fails; both are kept, the document is not told`, async () => {
      at('2023-03-01T08:00:00Z');
      const clientId = await registeredInSteps(bench);
      const check = (passportNumber: string) => bench.execute(checkIdentity, { clientId, passportSeries: '36 09', passportNumber });
      expect(await check('123456')).toMatchObject({ passed: true, findings: [] });
      const failed = await check('123465');
      expect(failed).toMatchObject({ passed: false, findings: [{ code: 'RU_MFO_IDENTITY_CHECK_FAILED', clauses: [k('45')], facts: {} }] });
      expect(JSON.stringify(failed)).not.toContain('1234');
      expect(await bench.sql('select passed from ru_mfo.identity_check where client_id = $1 order by passed desc', [clientId])).toEqual([
        { passed: true },
        { passed: false },
      ]);
    });
  });

  describe('deletion and restoration', () => {
    const asked = async (clientId: string, kind: 'DELETION' | 'RESTORATION') =>
      bench.execute(requestAccount, { clientId, kind, from: await emailOf(bench, clientId) });
    const session = (clientId: string) =>
      bench.execute(
        defineCommand<object, CommandResult & { id: string }>({
          name: 'test',
          emits: ['SessionOpened'],
          run: async (_, context) => ({ id: (await openSession(context, clientId, 'PASSWORD')).sessionId }),
        }),
        {},
      );

    it(`${k('48/1')} · a request from the registered address gets the form of a statement, from another none`, async () => {
      at('2023-05-12T08:00:00Z');
      const clientId = await registeredInSteps(bench);
      const foreign = { clientId, kind: 'DELETION', from: 'another@example.org' } as const;
      expect((await bench.execute(requestAccount, foreign)).findings).toMatchObject([
        { code: 'RU_MFO_ACCOUNT_REQUEST_CHANNEL', clauses: [k('48/1')], path: ['input', 'from'] },
      ]);
      expect(codesOf(await asked(clientId, 'DELETION'))).toEqual([]);
      expect(
        await bench.sql("select channel, clause from core.notification where client_id = $1 and kind = 'ACCOUNT_DELETION_FORM'", [
          clientId,
        ]),
      ).toEqual([{ channel: 'EMAIL', clause: k('48/1') }]);
      expect(codesOf(await asked(clientId, 'DELETION'))).toEqual(['RU_MFO_ACCOUNT_REQUEST_OPEN']);
    });

    it(`${k('48/2')} · of a statement of Monday 15 May the last day is Monday 22 May; then sessions end, nobody signs in, and what law does not keep is gone`, async () => {
      at('2023-05-15T08:00:00Z');
      const partner = cardPartner(bench);
      const info = contactInfo();
      const clientId = await registeredInSteps(bench, { contact: info });
      await verifiedCardOf(bench, partner, clientId);
      const { id: sessionId } = await session(clientId);
      const { requestId } = await asked(clientId, 'DELETION');
      expect(codesOf(await bench.execute(finishAccountRequest, { requestId: requestId! }))).toEqual(['RU_MFO_ACCOUNT_REQUEST_NOT_FOUND']);
      await bench.execute(recordStatement, { requestId: requestId! });
      expect(await deadlinesOf(clientId, ACCOUNT_DELETION)).toMatchObject([
        { due_at: new Date('2023-05-22T19:59:59.999Z'), state: 'PENDING', clause: k('48/2') },
      ]);
      at('2023-05-22T19:00:00Z');
      expect((await bench.execute(finishAccountRequest, { requestId: requestId! })).findings).toEqual([]);
      expect(await deadlinesOf(clientId, ACCOUNT_DELETION)).toMatchObject([{ state: 'MET' }]);
      expect(await bench.sql('select end_reason from core.session where id = $1', [sessionId])).toEqual([{ end_reason: 'REVOKED' }]);
      expect(await bench.sql('select 1 from core.credential where client_id = $1', [clientId])).toEqual([]);
      expect(await bench.sql('select 1 from ru_mfo.answer where client_id = $1 and content_enc is not null', [clientId])).toEqual([]);
      expect(await bench.sql('select 1 from ru_mfo.card where client_id = $1 and token_enc is not null', [clientId])).toEqual([]);
      const [client] = await bench.sql<{ profile_enc: Buffer; status: string }>(
        'select profile_enc, status from core.client where id = $1',
        [clientId],
      );
      expect(client!.status).toBe('BLOCKED');
      expect(bench.open(client!.profile_enc, 'core.client', clientId, 'profile')).not.toContain('Примерова');
      expect(await bench.sql('select erased, retained from ru_mfo.account_request where id = $1', [requestId])).toEqual([
        { erased: ['SESSIONS', 'PASSWORD', 'QUESTIONNAIRE', 'CARDS', 'IDENTITY'], retained: ['CONTACTS', 'EVIDENCE'] },
      ]);
      expect(codesOf(await bench.execute(signInWithPassword, { login: info.phone!, password: 'correct horse 7' }, bench.nobody))).toEqual([
        'CREDENTIALS_INVALID',
      ]);
    });

    it(`${k('48/2')} · with a loan behind it identity, images and the contract stay, each with its reason; done late, it says so`, async () => {
      at('2023-05-15T08:00:00Z');
      const clientId = await registeredInSteps(bench);
      await served(clientId);
      const { requestId } = await asked(clientId, 'DELETION');
      await bench.execute(recordStatement, { requestId: requestId! });
      at('2023-05-23T08:00:00Z');
      const [term] = await deadlinesOf(clientId, ACCOUNT_DELETION);
      await fire(term!.id, ACCOUNT_DELETION);
      expect((await bench.execute(finishAccountRequest, { requestId: requestId! })).findings).toMatchObject([
        { code: 'RU_MFO_ACCOUNT_DELETION_OVERDUE', severity: 'WARNING', clauses: [k('48/2')], facts: { dueOn: '2023-05-22' } },
      ]);
      const [client] = await bench.sql<{ profile_enc: Buffer }>('select profile_enc from core.client where id = $1', [clientId]);
      expect(bench.open(client!.profile_enc, 'core.client', clientId, 'profile')).toContain('Примерова');
      expect(await bench.sql('select retained from ru_mfo.account_request where id = $1', [requestId])).toEqual([
        { retained: ['CONTACTS', 'EVIDENCE', 'IDENTITY', 'IMAGES', 'APPLICATIONS', 'CONTRACTS'] },
      ]);
    });

    it(`${k('49/1')}, ${k('49/2')}, ${k('49/3')} · it comes back on a mailed request with four photographs within twelve working days, and what was erased is asked anew`, async () => {
      at('2023-05-02T08:00:00Z');
      const clientId = await registeredInSteps(bench);
      const deletion = await asked(clientId, 'DELETION');
      await bench.execute(recordStatement, { requestId: deletion.requestId! });
      await bench.execute(finishAccountRequest, { requestId: deletion.requestId! });
      at('2023-05-15T08:00:00Z');
      const foreign = { clientId, kind: 'RESTORATION', from: 'another@example.org' } as const;
      expect((await bench.execute(requestAccount, foreign)).findings).toMatchObject([{ clauses: [k('49/1')] }]);
      const { requestId } = await asked(clientId, 'RESTORATION');
      const statement = () => bench.execute(recordStatement, { requestId: requestId! });
      await sendImage(bench, clientId, 'PASSPORT_P2_P3');
      expect((await statement()).findings).toMatchObject([
        {
          code: 'RU_MFO_RESTORE_DOCUMENTS_MISSING',
          clauses: [k('49/2')],
          facts: { missing: expect.stringContaining('SELFIE_WITH_PASSPORT') },
        },
      ]);
      await sendImage(bench, clientId, 'SELFIE_WITH_PASSPORT');
      expect(codesOf(await statement())).toEqual(['RU_MFO_RESTORE_DOCUMENTS_MISSING']);
      await sendImage(bench, clientId, 'DRIVING_LICENCE');
      expect(codesOf(await statement())).toEqual([]);
      const [term] = await deadlinesOf(clientId, 'ru-mfo/account-restoration');
      expect(term).toMatchObject({ due_at: new Date('2023-05-31T19:59:59.999Z'), clause: k('49/3') });
      at('2023-06-01T08:00:00Z');
      expect((await bench.execute(finishAccountRequest, { requestId: requestId! })).findings).toMatchObject([
        { code: 'RU_MFO_ACCOUNT_RESTORE_OVERDUE', clauses: [k('49/3')], facts: { dueOn: '2023-05-31' } },
      ]);
      expect(
        await bench.sql(
          'select r.stage, r.account_state, c.status from ru_mfo.registration r join core.client c on c.id = r.client_id where c.id = $1',
          [clientId],
        ),
      ).toEqual([{ stage: 'PASSPORT_DATA', account_state: 'OPEN', status: 'REGISTERING' }]);
      expect(await bench.sql('select 1 as one from core.credential where client_id = $1', [clientId])).toEqual([{ one: 1 }]);
    });
  });
});
