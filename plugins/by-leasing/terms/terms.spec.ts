import { lockAccount } from '../accounts/account.record';
import { startRegistration } from '../accounts/register.commands';
import { requireOperation } from '../operations/require-operation';
import { cabinetChangesByLender, recordRelease, setRegistrationProcedure } from '../services/cabinet-changes';
import { clausesOf, codesOf, LeasingBench, TERMS } from '../test-support/leasing-bench';
import { answerTerms, setMarketingConsent } from './answer-terms.commands';
import { publishTerms } from './publish-terms.command';
import { sendAdvertising } from './send-advertising.command';
import { versionAt, versionsOf } from './terms.record';

describe('the agreement', () => {
  let bench: LeasingBench;
  beforeAll(async () => {
    bench = await LeasingBench.open();
  });
  afterAll(() => bench.close());

  const url = 'https://mikro-leasing.by/obshhie-usloviya-dogovora';
  const edition = {
    kind: 'AGREEMENT' as const,
    orderNumber: '301',
    approvedOn: '2026-06-01',
    title: 'Соглашение',
    url,
    changes: 'Пункт 4.2',
  };
  const publish = (version: string, changes: object = {}) =>
    bench.execute(publishTerms, { ...edition, version, text: `Текст ${version}`, ...changes });
  const acceptancesOf = (clientId: string) =>
    bench.sql<Record<string, unknown>>(
      'select terms_version, mode, consent_mark from by_leasing.acceptance where client_id = $1 order by made_at, id',
      [clientId],
    );
  const need = (clientId: string) =>
    bench.run(
      async (context) => requireOperation(context, await lockAccount(context, clientId), { service: 'CONTRACTS' }),
      bench.client(clientId),
    );

  it('by-leasing/0/header · a version bears the number of its order, its day of approval and the moment of publication', async () => {
    const [known] = await bench.run((context) => versionsOf(context));
    expect(known).toMatchObject({
      version: TERMS,
      orderNumber: '236',
      approvedOn: '2026-05-12',
      publishedAt: new Date('2026-05-11T21:00:00Z'),
    });
  });

  it('by-leasing/3.3 · a version is in force from the moment of its publication, at one address', async () => {
    await publish('301/2026-06-01');
    const all = await bench.run((context) => versionsOf(context));
    const [second] = all;
    const before = new Date(second!.publishedAt.getTime() - 1000);
    expect(versionAt(all, 'AGREEMENT', before)).toMatchObject({ version: TERMS });
    expect(versionAt(all, 'AGREEMENT', second!.publishedAt)).toMatchObject({ version: '301/2026-06-01', url });
    expect(codesOf(await publish('301/2026-06-01'))).toEqual(['BY_LEASING_TERMS_VERSION_EXISTS']);
  });

  it('by-leasing/1/site · versions stand on the one official site and nowhere else', async () => {
    const elsewhere = await publish('302/2026-06-01', { url: 'https://example.org/usloviya' });
    expect(elsewhere.findings).toMatchObject([{ code: 'BY_LEASING_TERMS_FORM_INVALID', facts: { fields: 'url' } }]);
    expect(codesOf(await publish('303/2026-06-01', { kind: 'PERSONAL_DATA_POLICY' }))).toEqual([]);
  });

  it('by-leasing/9.3.1 · is changed by the lender alone, by staff that may publish', async () => {
    const input = { ...edition, version: '305/2026-06-01', text: 'Текст', kind: 'PERSONAL_DATA_POLICY' as const };
    const clerk = { ...bench.officer, scopes: new Set<string>() };
    expect((await bench.execute(publishTerms, input, clerk)).findings).toMatchObject([
      { code: 'BY_LEASING_ACCESS_DENIED', clauses: ['by-leasing/9.3.1'] },
    ]);
    expect(codesOf(await bench.execute(publishTerms, input))).toEqual([]);
  });

  it.each([
    ['version', { version: 'ё' }],
    ['orderNumber', { orderNumber: ' ' }],
    ['text', { text: '' }],
    ['approvedOn', { approvedOn: '2031-01-01' }],
  ])('is not published with a wrong %s', async (field, changes) => {
    if (field === 'version') return expect(codesOf(await publish('!'))).toEqual(['BY_LEASING_TERMS_FORM_INVALID']);
    expect((await publish('400', changes)).findings).toMatchObject([{ code: 'BY_LEASING_TERMS_FORM_INVALID', facts: { fields: field } }]);
  });

  it('takes the text of a version known by its place without changing when it came into force', async () => {
    await publish(TERMS, { orderNumber: '236', approvedOn: '2026-05-12', text: 'Полный текст' });
    const known = (await bench.run((context) => versionsOf(context))).find(({ version }) => version === TERMS);
    expect(known).toMatchObject({ held: true, text: 'Полный текст', publishedAt: new Date('2026-05-11T21:00:00Z') });
  });

  it('by-leasing/3.4/continued-use · the first use under a new version is consent to it, kept once', async () => {
    const current = async () =>
      versionAt(await bench.run((context) => versionsOf(context)), 'AGREEMENT', new Date(bench.clock.now().epochMilliseconds))!.version;
    const clientId = await bench.registered('INDIVIDUAL', { termsVersion: await current() });
    await bench.signIn(clientId);
    expect(await acceptancesOf(clientId)).toHaveLength(1);
    bench.clock.advance({ hours: 24 });
    await publish('310/2026-06-01');
    await bench.signIn(clientId);
    await need(clientId);
    expect(await acceptancesOf(clientId)).toMatchObject([
      {},
      { terms_version: '310/2026-06-01', mode: 'IMPLIED_BY_USE', consent_mark: false },
    ]);
  });

  it('by-leasing/3.4/disagreement · who declines does nothing more in the cabinet until it accepts', async () => {
    const termsVersion = '310/2026-06-01';
    const clientId = await bench.registered('INDIVIDUAL', { termsVersion });
    await bench.signIn(clientId);
    const answer = (accepted: boolean) => bench.execute(answerTerms, { clientId, accepted, termsVersion }, bench.client(clientId));
    await answer(false);
    expect(await need(clientId)).toMatchObject([{ code: 'BY_LEASING_TERMS_DECLINED', clauses: ['by-leasing/3.4/disagreement'] }]);
    await bench.signIn(clientId);
    expect(codesOf({ findings: await need(clientId) })).toEqual(['BY_LEASING_TERMS_DECLINED']);
    await answer(true);
    expect(await need(clientId)).toEqual([]);
    expect(codesOf(await bench.execute(answerTerms, { clientId, accepted: true, termsVersion: TERMS }, bench.client(clientId)))).toEqual([
      'BY_LEASING_TERMS_NOT_ACCEPTED',
    ]);
  });

  it('by-leasing/2.1 · nothing is done in the cabinet without an acceptance on record', async () => {
    const clientId = await bench.registered('INDIVIDUAL', { termsVersion: '310/2026-06-01' });
    await bench.signIn(clientId);
    expect(await need(clientId)).toEqual([]);
    await bench.sql('delete from by_leasing.acceptance where client_id = $1', [clientId]);
    expect(await need(clientId)).toMatchObject([{ code: 'BY_LEASING_TERMS_NOT_ACCEPTED', clauses: ['by-leasing/2.1'] }]);
  });

  describe('advertising', () => {
    it('by-leasing/4.3/p2/marketing-mark · goes to those who agreed to it, and to nobody else', async () => {
      const clientId = await bench.registered('INDIVIDUAL', { termsVersion: '310/2026-06-01' });
      const send = () => bench.execute(sendAdvertising, { clientId, text: 'Лизинг автомобилей' });
      expect((await send()).findings).toMatchObject([
        { code: 'BY_LEASING_MARKETING_CONSENT_ABSENT', clauses: ['by-leasing/4.3/p2/marketing-mark'] },
      ]);
      await bench.done(setMarketingConsent, { clientId, value: true }, bench.client(clientId));
      expect(codesOf(await send())).toEqual([]);
      await bench.done(setMarketingConsent, { clientId, value: false }, bench.client(clientId));
      expect(codesOf(await send())).toEqual(['BY_LEASING_MARKETING_CONSENT_ABSENT']);
      expect(await bench.sql("select kind from core.notification where client_id = $1 and kind = 'ADVERTISING'", [clientId])).toHaveLength(
        1,
      );
    });

    it('by-leasing/4.3/p2/marketing-not-blocking · is no condition of registering or of any service, and cannot be made one', async () => {
      const termsVersion = '310/2026-06-01';
      const started = await bench.execute(startRegistration, bench.form('INDIVIDUAL', { marketing: false, termsVersion }), bench.nobody);
      expect(codesOf(started)).toEqual([]);
      const procedure = { version: '2', note: '', effectiveFrom: new Date('2026-07-01T00:00:00Z'), fee: '0.00' };
      const refused = await bench.execute(setRegistrationProcedure, { ...procedure, requiredMarks: ['TERMS', 'MARKETING'] });
      expect(refused.findings).toMatchObject([
        { code: 'BY_LEASING_MARKETING_MARK_BLOCKS', clauses: ['by-leasing/4.3/p2/marketing-not-blocking'] },
      ]);
      expect(codesOf(await bench.execute(setRegistrationProcedure, { ...procedure, requiredMarks: ['TERMS'] }))).toEqual([]);
    });
  });

  it('by-leasing/4.1/free · registering costs nothing, and no fee can be set on it', async () => {
    const clientId = await bench.registered('INDIVIDUAL', { termsVersion: '310/2026-06-01' });
    expect(
      await bench.sql('select id from core.payment where contract_id in (select id from core.contract where client_id = $1)', [clientId]),
    ).toEqual([]);
    const procedure = { note: '', effectiveFrom: new Date('2026-08-01T00:00:00Z'), requiredMarks: [] };
    expect((await bench.execute(setRegistrationProcedure, { ...procedure, version: '9', fee: '5.00' })).findings).toMatchObject([
      { code: 'BY_LEASING_REGISTRATION_FEE', clauses: ['by-leasing/4.1/free'] },
    ]);
    expect(codesOf(await bench.execute(setRegistrationProcedure, { ...procedure, version: '9', fee: '0' }))).toEqual([]);
  });

  it('by-leasing/4.6 · another procedure needs no notice, and each account keeps the one that it was registered under', async () => {
    const procedureOf = async (termsVersion = '310/2026-06-01') => {
      const clientId = await bench.registered('INDIVIDUAL', { termsVersion });
      return (
        await bench.sql<{ version: string }>('select procedure_version as version from by_leasing.account where client_id = $1', [clientId])
      )[0]!.version;
    };
    expect(await procedureOf()).toBe('1');
    const effectiveFrom = new Date(bench.clock.now().epochMilliseconds + 60_000);
    await bench.done(setRegistrationProcedure, { version: '3', note: 'Новая форма', effectiveFrom, fee: '0', requiredMarks: ['TERMS'] });
    expect(await procedureOf()).toBe('1');
    bench.clock.advance({ minutes: 2 });
    expect(await procedureOf()).toBe('3');
    expect(await bench.sql("select 1 from core.notification where kind <> 'CONFIRMATION_CODE' and kind <> 'ADVERTISING'")).toEqual([]);
  });

  it('by-leasing/3.16 · a release of the cabinet is recorded, and nobody is told before', async () => {
    const queued = () => bench.sql('select id from core.notification');
    const before = await queued();
    await bench.done(recordRelease, { version: '2.4', note: 'Новый вид' });
    expect(await queued()).toEqual(before);
    const rows = await bench.run((context) => context.transaction.query(cabinetChangesByLender.statement, [[bench.lender.id]]));
    expect(rows).toMatchObject(expect.arrayContaining([expect.objectContaining({ kind: 'RELEASE', version: '2.4' })]));
    expect(clausesOf(await bench.execute(recordRelease, { version: '2.4', note: '' }))).toEqual([]);
    expect(codesOf(await bench.execute(recordRelease, { version: '2.4', note: '' }))).toEqual(['BY_LEASING_CABINET_VERSION_EXISTS']);
  });
});
