import { createHash } from 'node:crypto';
import { create } from 'xmlbuilder2';
import { lockAccount } from '../accounts/account.record';
import { director, somebody, walk } from '../msi/test-support/walk';
import { clausesOf, codesOf, LeasingBench } from '../test-support/leasing-bench';
import { identificationFindings, nextStep } from './gate';
import { latestAtMsi } from './identification.record';
import { Identifying, toldBy } from './test-support/identifying';
import { openPerson, openXml } from './vault';
import { writtenNotice } from './written-notice';

const k = (point: string) => `by-leasing/${point}`;
const PERSON = { surname: 'Примеров', firstName: 'Проба', patronymic: null };

describe('identification through МСИ', () => {
  let bench: LeasingBench;
  let at: Identifying;
  beforeAll(async () => {
    bench = await LeasingBench.open();
    at = new Identifying(bench);
  });
  afterAll(async () => {
    await at.close();
    await bench.close();
  });

  const newPerson = () => bench.registered('INDIVIDUAL', PERSON);
  const newCompany = () => bench.registered('LEGAL_ENTITY');
  const accountOf = async (clientId: string) =>
    (await bench.sql<Record<string, unknown>>('select * from by_leasing.account where client_id = $1', [clientId]))[0]!;
  const identificationOf = async (id: string) =>
    (await bench.sql<Record<string, unknown>>('select * from by_leasing.identification where id = $1', [id]))[0]!;
  const countOf = async (table: string, clientId: string) =>
    (await bench.sql<{ n: number }>(`select count(*)::int as n from by_leasing.${table} where client_id = $1`, [clientId]))[0]!.n;
  const gate = (clientId: string, operation?: 'CREATE_QUESTIONNAIRE' | 'FILE_PETITION') =>
    bench.run(async (context) => identificationFindings(context, await lockAccount(context, clientId), operation));
  const gateCodes = async (clientId: string) => (await gate(clientId)).map(({ code }) => code);
  const auditOf = async (command: string) =>
    (
      await bench.sql<{ outcome: string; details: Record<string, string>; subject_id: string | null }>(
        'select outcome, details, subject_id from core.audit_entry where command = $1 order by at desc, id desc limit 1',
        [command],
      )
    )[0]!;
  const stateOf = async (clientId: string) => ({
    account: await accountOf(clientId),
    records: await countOf('identification_record', clientId),
    consents: await countOf('sdo_consent', clientId),
    versions: await countOf('data_version', clientId),
    client: (await bench.sql('select version from core.client where id = $1', [clientId]))[0],
  });

  it(`${k('1/identification')}, ${k('5.1.2/p1')} · the data that МСИ confirmed are kept with their source and moment`, async () => {
    const clientId = await newPerson();
    const { sent, page } = await at.identify(clientId, somebody);
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('Your data are confirmed.') });
    expect(await identificationOf(sent.identificationId!)).toMatchObject({
      status: 'IDENTIFIED',
      source: 'MSI',
      secrets_enc: null,
      refusal: null,
    });
    const record = await bench.run(async (context) => {
      const found = (await latestAtMsi(context, clientId))!;
      return { ...found, person: openPerson(context, 'identification_record', found.id, found.personEnc) };
    });
    expect(record).toMatchObject({
      source: 'MSI',
      method: 'PERSONAL_DATA',
      subject: 'CLIENT',
      person: { personalNumber: '3110190A001PB2' },
    });
    expect(await accountOf(clientId)).toMatchObject({
      identified_through: 'MSI',
      identified_by: 'PERSONAL_DATA',
      identified_at: record.identifiedAt,
    });
  });

  it(`${k('1/msi')} · each exchange is audited with МСИ's number, the moment of the answer and whose data they are`, async () => {
    const clientId = await newCompany();
    const { sent } = await at.identify(clientId, director, 'CERTIFICATE');
    const { msi_request_id } = await identificationOf(sent.identificationId!);
    expect(await auditOf('job:byLeasingBookMsiAnswer')).toMatchObject({
      outcome: 'DONE',
      subject_id: sent.identificationId,
      details: { provider: 'MSI', subject: 'REPRESENTATIVE', msiRequestId: msi_request_id, respondedAt: expect.stringMatching(/Z$/) },
    });
  });

  it(`${k('3.6')} · is consent to the remote service, and before it there is none`, async () => {
    const clientId = await newPerson();
    expect(await gate(clientId)).toMatchObject([
      { code: 'BY_LEASING_IDENTIFICATION_REQUIRED', clauses: expect.arrayContaining([k('3.6')]) },
    ]);
    expect(await countOf('sdo_consent', clientId)).toBe(0);
    const { sent } = await at.identify(clientId, somebody);
    const { msi_request_id, ended_at } = await identificationOf(sent.identificationId!);
    const rows = await bench.sql('select msi_request_id, given_at from by_leasing.sdo_consent where client_id = $1', [clientId]);
    expect(rows).toEqual([{ msi_request_id, given_at: ended_at }]);
    expect(await gateCodes(clientId)).toEqual([]);
  });

  it(`${k('4.5/msi-redirect')}, ${k('5.3/first')} · comes before a questionnaire and a petition, and before the first operation`, async () => {
    const clientId = await newPerson();
    for (const operation of ['CREATE_QUESTIONNAIRE', 'FILE_PETITION'] as const) {
      expect(await gate(clientId, operation)).toMatchObject([
        { code: 'BY_LEASING_IDENTIFICATION_REQUIRED', clauses: expect.arrayContaining([k('4.5/msi-redirect'), k('5.3/first')]) },
      ]);
    }
    const sent = await at.begin(clientId);
    expect(new URL(sent.url).searchParams.get('acr_values')).toBe('urn:by:msi:personal-data');
    await at.back(await walk(sent.url, somebody), sent.browserKey);
    expect(await gate(clientId, 'CREATE_QUESTIONNAIRE')).toEqual([]);
  });

  it(`${k('4.5/code-word-offer')} · by personal data leads a natural person and a sole proprietor to a code word, by certificate nobody`, async () => {
    const steps = { findings: [], hasCodeWord: false } as const;
    expect(nextStep({ ...steps, kind: 'INDIVIDUAL', identifiedBy: 'PERSONAL_DATA' })).toBe('CREATE_CODE_WORD');
    expect(nextStep({ ...steps, kind: 'SOLE_PROPRIETOR', identifiedBy: 'PERSONAL_DATA' })).toBe('CREATE_CODE_WORD');
    expect(nextStep({ ...steps, kind: 'SOLE_PROPRIETOR', identifiedBy: 'CERTIFICATE' })).toBe('SDO');
    expect(nextStep({ ...steps, kind: 'LEGAL_ENTITY', identifiedBy: 'CERTIFICATE' })).toBe('SDO');
    expect(nextStep({ ...steps, kind: 'INDIVIDUAL', identifiedBy: 'PERSONAL_DATA', hasCodeWord: true })).toBe('SDO');
    const clientId = await newPerson();
    expect(nextStep({ ...steps, kind: 'INDIVIDUAL', identifiedBy: null, findings: await gate(clientId) })).toBe('MSI');
  });

  it(`${k('5.2')} · of somebody whom МСИ does not know ends online until an office has identified the person`, async () => {
    const clientId = await newPerson();
    const { sent, page } = await at.identify(clientId, { ...somebody, act: 'unknown' });
    expect(toldBy(page)).toEqual({ codes: ['BY_LEASING_MSI_RECORD_ABSENT'], clauses: [k('5.2')] });
    expect(await identificationOf(sent.identificationId!)).toMatchObject({ status: 'OFFICE_ONLY', msi_request_id: expect.any(String) });
    const again = await at.begin(clientId);
    expect([codesOf(again), clausesOf(again)]).toEqual([['BY_LEASING_MSI_RECORD_ABSENT'], [k('5.2')]]);
    expect(again.identificationId).toBeUndefined();
    const findings = await gate(clientId);
    expect(nextStep({ kind: 'INDIVIDUAL', findings, identifiedBy: null, hasCodeWord: false })).toBe('OFFICE');
  });

  it(`${k('5.3/no-repeat')} · is not asked for again within the window; who goes by himself is told and let through`, async () => {
    const clientId = await newPerson();
    await at.identify(clientId, somebody);
    bench.clock.advance({ hours: 12 });
    expect(await gateCodes(clientId)).toEqual([]);
    const again = await at.begin(clientId);
    expect(again).toMatchObject({
      findings: [{ code: 'BY_LEASING_IDENTIFICATION_STILL_HOLDS', severity: 'INFO', clauses: [k('5.3/no-repeat')] }],
    });
    bench.clock.advance({ hours: 13 });
    expect(codesOf(await at.begin(clientId))).toEqual([]);
  });

  it(`${k('5.4/b1')} · by personal data holds for exactly 24 hours`, async () => {
    const clientId = await newPerson();
    await at.identify(clientId, somebody);
    const identifiedAt = (await accountOf(clientId)).identified_at as Date;
    const later = (milliseconds: number) => bench.clock.moveTo(new Date(identifiedAt.getTime() + milliseconds).toISOString());
    later(24 * 3_600_000 - 1);
    expect(await gateCodes(clientId)).toEqual([]);
    later(24 * 3_600_000 + 1);
    expect(await gate(clientId)).toMatchObject([{ code: 'BY_LEASING_REIDENTIFICATION_REQUIRED', clauses: [k('5.4/b1')] }]);
    await at.identify(clientId, somebody);
    expect(await gateCodes(clientId)).toEqual([]);
  });

  it(`${k('5.4/b2')} · by certificate holds for an hour`, async () => {
    const clientId = await newCompany();
    await at.identify(clientId, director, 'CERTIFICATE');
    bench.clock.advance({ minutes: 59 });
    expect(await gateCodes(clientId)).toEqual([]);
    bench.clock.advance({ minutes: 2 });
    expect(await gate(clientId)).toMatchObject([{ code: 'BY_LEASING_REIDENTIFICATION_REQUIRED', clauses: [k('5.4/b2')] }]);
  });

  it.each([
    ['a second time', 'BY_LEASING_MSI_ANSWER_REPLAYED'],
    ['from another browser', 'BY_LEASING_MSI_OTHER_BROWSER'],
    ['from a browser that holds nothing', 'BY_LEASING_MSI_OTHER_BROWSER'],
    ['with a state that nobody gave', 'BY_LEASING_MSI_STATE_UNKNOWN'],
    ['with the state of another lender', 'BY_LEASING_MSI_STATE_UNKNOWN'],
    ['without a state', 'BY_LEASING_MSI_STATE_UNKNOWN'],
    ['after half an hour', 'BY_LEASING_MSI_ANSWER_LATE'],
  ])(`${k('5.1.2/p1')} · an answer that comes %s is refused, recorded, and changes nothing`, async (how, code) => {
    const clientId = await newPerson();
    const sent = await at.begin(clientId);
    const answer = await walk(sent.url, somebody);
    let key: string | undefined = sent.browserKey!;
    if (how === 'a second time') await at.back(answer, key);
    if (how === 'from another browser') key = (await at.begin(await newPerson())).browserKey;
    if (how === 'from a browser that holds nothing') key = undefined;
    if (how === 'with a state that nobody gave') answer.searchParams.set('state', 'mikro-leasing.state-that-nobody-gave');
    if (how === 'with the state of another lender') answer.searchParams.set('state', 'veritas.state-of-exchange-1');
    if (how === 'without a state') answer.searchParams.delete('state');
    if (how === 'after half an hour') bench.clock.advance({ minutes: 31 });
    const before = await stateOf(clientId);
    const page = await at.back(answer, key);
    expect(page.status).toBe(422);
    expect(toldBy(page).codes).toEqual([code]);
    expect(await stateOf(clientId)).toEqual(before);
    expect(toldBy(page).clauses).toEqual([k('5.1.2/p1')]);
    // Of a state that is nobody's there is no identification to name, and of another installation's no lender to record it with.
    if (how === 'with a state that nobody gave')
      expect(await auditOf('job:byLeasingTakeMsiAnswer')).toMatchObject({ outcome: 'REFUSED', subject_id: null });
    if (code === 'BY_LEASING_MSI_STATE_UNKNOWN') return;
    expect(await auditOf('job:byLeasingTakeMsiAnswer')).toMatchObject({ outcome: 'REFUSED', subject_id: sent.identificationId });
    const told = await bench.sql("select payload from core.event_inbox where type = 'ByLeasingIdentificationRefused' and subject_id = $1", [
      sent.identificationId,
    ]);
    expect(told).toEqual([{ payload: { clientId, code } }]);
  });

  it.each([
    ['with the nonce of another question', 'BY_LEASING_MSI_NONCE_MISMATCH'],
    ['with a code that was never given', 'BY_LEASING_MSI_CODE_REFUSED'],
    ['from another issuer', 'BY_LEASING_MSI_CHANNEL_UNTRUSTED'],
    ['for a way that was not asked for', 'BY_LEASING_MSI_METHOD_MISMATCH'],
  ])(`${k('5.1.2/p1')} · an answer %s is refused, recorded, and identifies nobody`, async (how, code) => {
    const clientId = await newPerson();
    const sent = await at.begin(clientId);
    let url = sent.url;
    const swap = (name: string, value: string) => {
      const changed = new URL(url);
      changed.searchParams.set(name, value);
      url = changed.href;
    };
    if (how === 'with the nonce of another question') swap('nonce', 'another-nonce');
    if (how === 'for a way that was not asked for') swap('acr_values', 'urn:by:msi:certificate');
    const answer = await walk(url, director);
    if (how === 'with a code that was never given') answer.searchParams.set('code', 'never-given');
    if (how === 'from another issuer') answer.searchParams.set('iss', 'https://impostor.example');
    const before = await stateOf(clientId);
    const page = await at.back(answer, sent.browserKey);
    expect(toldBy(page)).toEqual({ codes: [code], clauses: [k('5.1.2/p1')] });
    expect(await stateOf(clientId)).toEqual(before);
    expect(await identificationOf(sent.identificationId!)).toMatchObject({ status: 'REFUSED', refusal: code, secrets_enc: null });
    expect(await auditOf('job:byLeasingBookMsiFault')).toMatchObject({ outcome: 'REFUSED', subject_id: sent.identificationId });
  });

  it(`${k('5.1.2/p1')} · another person than the account's is refused: another number than before, another payer's number`, async () => {
    const clientId = await newPerson();
    await at.identify(clientId, somebody);
    const before = await stateOf(clientId);
    const { page } = await at.identify(clientId, { ...somebody, personalNumber: '3010185A001PB3', birthDate: '1985-01-01' });
    expect(toldBy(page)).toEqual({ codes: ['BY_LEASING_MSI_OTHER_PERSON'], clauses: [k('5.1.2/p1')] });
    expect(await stateOf(clientId)).toEqual(before);
    const company = await newCompany();
    const { page: other } = await at.identify(company, { ...director, unp: '100582333' }, 'CERTIFICATE');
    expect(toldBy(other).codes).toEqual(['BY_LEASING_MSI_OTHER_PERSON']);
    expect((await accountOf(company)).identified_at).toBeNull();
  });

  it(`${k('9.2.3/accurate')} · data that differ from what the client gave stop it; equal ones in other letters do not`, async () => {
    const clientId = await newPerson();
    const { page, sent } = await at.identify(clientId, { ...somebody, familyName: 'Другой' });
    expect(toldBy(page)).toEqual({ codes: ['BY_LEASING_CLIENT_DATA_UNRELIABLE'], clauses: [k('9.2.3/accurate')] });
    expect(await identificationOf(sent.identificationId!)).toMatchObject({ status: 'REFUSED' });
    expect((await accountOf(clientId)).identified_at).toBeNull();
    const { page: right } = await at.identify(clientId, { ...somebody, familyName: 'ПРИМЕРОВ' });
    expect(right.status).toBe(200);
  });

  it(`${k('9.2.3/update')}, ${k('12.4')} · a surname that changed is a new version, told in writing on the day on which МСИ delivered it`, async () => {
    const clientId = await newPerson();
    await at.identify(clientId, somebody);
    const none = await bench.run((context) => writtenNotice(context, clientId, '2026-06-02'));
    expect(none).toMatchObject({ notifiedAt: null, finding: { code: 'BY_LEASING_WRITTEN_NOTICE_ABSENT', clauses: [k('12.4')] } });
    bench.clock.advance({ hours: 48 });
    await at.identify(clientId, { ...somebody, familyName: 'Новая', changedOn: '2026-06-02' });
    const versions = await bench.sql<Record<string, unknown>>(
      'select no, fields, written_notice, changed_on::text as changed_on, notified_at from by_leasing.data_version where client_id = $1 order by no',
      [clientId],
    );
    expect(versions).toMatchObject([{ no: 1 }, { no: 2, fields: ['familyName'], written_notice: true, changed_on: '2026-06-02' }]);
    const told = await bench.run((context) => writtenNotice(context, clientId, '2026-06-02'));
    expect(told).toEqual({ notifiedAt: versions[1]!.notified_at, finding: null });
  });

  it(`${k('5.1.2/p2')} · by video, photograph or scan does not exist: the two ways that do are named`, async () => {
    const clientId = await newPerson();
    for (const way of ['VIDEO', 'PHOTO', 'DOCUMENT_SCAN'] as const) {
      expect(await at.begin(clientId, way)).toMatchObject({
        findings: [
          { code: 'BY_LEASING_REMOTE_IDENTIFICATION_UNAVAILABLE', clauses: [k('5.1.2/p2')], facts: { way, offered: 'MSI, OFFICE' } },
        ],
      });
    }
    expect(await countOf('identification', clientId)).toBe(0);
    expect(codesOf(await at.begin(clientId))).toEqual([]);
  });

  it('goes by the path of the client’s kind; a sole proprietor’s first way is its choice', async () => {
    expect(codesOf(await at.begin(await newPerson(), 'CERTIFICATE'))).toEqual(['BY_LEASING_SIGNING_PATH_NOT_ALLOWED']);
    expect(codesOf(await at.begin(await newCompany(), 'PERSONAL_DATA'))).toEqual(['BY_LEASING_SIGNING_PATH_NOT_ALLOWED']);
    const proprietor = await bench.registered('SOLE_PROPRIETOR');
    expect(codesOf(await at.begin(proprietor, 'CERTIFICATE'))).toEqual([]);
    expect(await accountOf(proprietor)).toMatchObject({ path: 'CERTIFICATE' });
    expect(codesOf(await at.begin(proprietor, 'PERSONAL_DATA'))).toEqual(['BY_LEASING_SIGNING_PATH_NOT_ALLOWED']);
  });

  it('begun anew ends the one before, whose answer is taken no more', async () => {
    const clientId = await newPerson();
    const first = await at.begin(clientId);
    const second = await at.begin(clientId);
    expect(await identificationOf(first.identificationId!)).toMatchObject({ status: 'EXPIRED' });
    expect(toldBy(await at.back(await walk(first.url, somebody), first.browserKey)).codes).toEqual(['BY_LEASING_MSI_ANSWER_REPLAYED']);
    expect((await at.back(await walk(second.url, somebody), second.browserKey)).status).toBe(200);
  });

  it('given up at МСИ is over, and can be begun again', async () => {
    const clientId = await newPerson();
    const { page, sent } = await at.identify(clientId, { ...somebody, act: 'decline' });
    expect(toldBy(page).codes).toEqual(['BY_LEASING_MSI_DECLINED']);
    expect(await identificationOf(sent.identificationId!)).toMatchObject({ status: 'DECLINED' });
    expect((await at.identify(clientId, somebody)).page.status).toBe(200);
  });

  it(`${k('3.12')} · is kept as XML that says whom, how and when, with its hash, and nobody can change it`, async () => {
    const clientId = await newPerson();
    const { sent } = await at.identify(clientId, somebody);
    const { xml, sha } = await bench.run(async (context) => {
      const found = (await latestAtMsi(context, clientId))!;
      return { xml: openXml(context, 'identification_record', found.id, found.xmlEnc), sha: found.xmlSha256 };
    });
    expect(sha).toEqual(createHash('sha256').update(xml).digest());
    const read = create(xml).toObject() as { identification: Record<string, unknown> };
    expect(read.identification).toMatchObject({
      '@id': sent.identificationId,
      source: 'MSI',
      method: 'PERSONAL_DATA',
      client: clientId,
      person: { personalNumber: '3110190A001PB2', familyName: 'Примеров', document: { number: 'HB1234567' } },
    });
    await expect(
      bench.database.app
        .scoped({ lenderId: bench.lender.id, clientId: null })
        .transaction((transaction) => transaction.manager.query('update by_leasing.identification_record set office = null')),
    ).rejects.toThrow(/permission denied/);
  });
});
