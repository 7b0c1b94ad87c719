import { toGlobalId } from '../../../schema/base';
import { CabinetBench } from '../test-support/cabinet-bench';
import { TERMS, UNP } from '../test-support/leasing-bench';

describe('accounts in the graph', () => {
  let bench: CabinetBench;
  beforeAll(async () => {
    bench = await CabinetBench.open();
  });
  afterAll(() => bench.close());

  const mutate = async (name: string, input: object | null, answer: string, caller = bench.officer) => {
    const [declared, passed] = input ? [`($input: ByLeasing${name}Input!)`, '(input: $input)'] : ['', ''];
    const data = await bench.ask(`mutation ${declared} { byLeasing${name}${passed} { ${answer} findings { code } } }`, { input }, caller);
    return data[`byLeasing${name}`];
  };
  const clientOf = async (clientId: string, answer: string, caller = bench.client(clientId)) =>
    (
      await bench.ask(
        `query ($id: ID!) { node(id: $id) { ... on Client { byLeasing { ${answer} } } } }`,
        { id: toGlobalId('Client', clientId) },
        caller,
      )
    ).node.byLeasing;
  const terms = async (answer: string) => (await bench.ask(`{ byLeasingTerms { ${answer} } }`, {}, bench.nobody)).byLeasingTerms;
  const points = async (): Promise<{ code: string; clause: string }[]> => (await terms('points { code clause }')).points;

  it('by-leasing/3.1 · the current agreement is read by anybody, without an account', async () => {
    expect(await terms('version text url operator isHeld')).toMatchObject({
      version: TERMS,
      text: expect.stringContaining('mikro-leasing.by'),
      url: 'https://mikro-leasing.by/obshhie-usloviya-dogovora',
      operator: expect.stringContaining('Микро Лизинг'),
    });
  });

  it('by-leasing/12.7 · the version is in force from its approval, without an end', async () => {
    expect(await terms('orderNumber approvedOn validFrom validTo')).toEqual({
      orderNumber: '236',
      approvedOn: '2026-05-12',
      validFrom: '2026-05-11T21:00:00.000Z',
      validTo: null,
    });
    expect(await points()).toContainEqual({ code: 'INDEFINITE', clause: 'by-leasing/12.7' });
  });

  it('by-leasing/2.2/territory · the country of the licence stands with the agreement', async () => {
    expect(await terms('territory')).toEqual({ territory: 'BY' });
    expect(await points()).toContainEqual({ code: 'TERRITORY', clause: 'by-leasing/2.2/territory' });
  });

  it('by-leasing/3.15 · so does the law that governs it, by whose days the terms run', async () => {
    expect(await terms('governingLaw')).toEqual({ governingLaw: 'BY' });
    expect(await points()).toContainEqual({ code: 'GOVERNING_LAW', clause: 'by-leasing/3.15' });
  });

  it.each([
    ['by-leasing/2.1', 'SUBJECT'],
    ['by-leasing/2.3', 'NO_PRICES'],
    ['by-leasing/3.8', 'PERSONAL_DATA_POLICY'],
    ['by-leasing/9.3.5', 'OTHER_LENDER_RIGHTS'],
    ['by-leasing/9.4.4', 'OTHER_CLIENT_RIGHTS'],
    ['by-leasing/10.2/в', 'NO_COPYING'],
    ['by-leasing/10.2/г', 'NO_UNLAWFUL_USE'],
    ['by-leasing/10.2/е', 'NO_OTHER_PROHIBITED_ACTS'],
  ])('%s · is a point of the version that every client accepts', async (clause, code) => {
    expect(await points()).toContainEqual({ code, clause });
    const clientId = await bench.newClient();
    expect(
      (await clientOf(clientId, 'acceptances { termsVersion mode contractForm hasConsentMark isPasswordChecked }')).acceptances,
    ).toEqual([{ termsVersion: TERMS, mode: 'EXPLICIT', contractForm: 'SIMPLE_WRITTEN', hasConsentMark: true, isPasswordChecked: true }]);
  });

  it.each(['by-leasing/10.2/в', 'by-leasing/10.2/г', 'by-leasing/10.2/е'])(
    '%s · a breach of the ban is recorded against it',
    async (clause) => {
      const clientId = await bench.newClient();
      const { breachId } = await mutate('RecordBreach', { clientId: toGlobalId('Client', clientId), clause }, 'breachId');
      expect(breachId).toEqual(expect.any(String));
      expect((await clientOf(clientId, 'breaches { clause state }')).breaches).toEqual([{ clause, state: 'OPEN' }]);
    },
  );

  it('goes from the form to the cabinet, and shows no secret on the way', async () => {
    const form = { kind: 'SOLE_PROPRIETOR', surname: 'Примеров', firstName: 'Проба', unp: UNP.SOLE_PROPRIETOR, phone: '+375295550001' };
    const consent = { termsAccepted: true, termsVersion: TERMS, marketingConsent: false };
    const { registrationId } = await mutate('StartRegistration', { ...form, ...consent }, 'registrationId', bench.nobody);
    const password = await bench.leasing.lastSecret();
    const { clientId } = await mutate('ConfirmRegistration', { registrationId, password }, 'clientId', bench.nobody);
    bench.clock.advance({ minutes: 2 });
    const { ceremonyId } = await mutate('RequestSignIn', { phone: form.phone }, 'ceremonyId expiresAt', bench.nobody);
    const secret = await bench.leasing.lastSecret();
    const signedIn = await mutate(
      'SignIn',
      { phone: form.phone, unp: form.unp, ceremonyId, secret },
      'session { clientId } nextStep',
      bench.nobody,
    );
    expect(signedIn).toEqual({ session: { clientId }, nextStep: 'CHOOSE_PATH', findings: [] });
    const shown = await bench.ask(
      `query ($id: ID!) { node(id: $id) { ... on Client { byLeasing { hasMarketingConsent account { kind status path registeredAt identifiedAt procedureVersion
         hasCodeWord authorisations { authorisedAt } factors { factor factorClass result source operation } } } } } }`,
      { id: clientId },
    );
    expect(shown.node.byLeasing).toMatchObject({
      hasMarketingConsent: false,
      account: {
        kind: 'SOLE_PROPRIETOR',
        status: 'ACTIVE',
        path: null,
        identifiedAt: null,
        procedureVersion: '1',
        hasCodeWord: false,
        authorisations: [{ authorisedAt: expect.any(String) }],
        factors: expect.arrayContaining([
          { factor: 'SMS_PASSWORD', factorClass: 'POSSESSION', result: 'MATCH', source: 'SDO', operation: 'SIGN_IN' },
        ]),
      },
    });
    expect(JSON.stringify(shown)).not.toContain(secret);
  });

  it('by-leasing/9.4.1 · an active client has every service that is offered to its kind', async () => {
    const clientId = await bench.newClient();
    const codes = async () => (await clientOf(clientId, 'services { code isOffered }')).services.map(({ code }: { code: string }) => code);
    expect(await codes()).toEqual(expect.arrayContaining(['CONTRACTS', 'QUESTIONNAIRE', 'FSZN_CONSENT', 'PETITION', 'CONCLUDE']));
    await mutate('SetService', { service: 'BUYOUT', enabled: false }, '');
    expect(await codes()).not.toContain('BUYOUT');
    const listed = (await bench.ask('{ byLeasingServices { code isOffered kinds } }', {}, bench.client(clientId))).byLeasingServices;
    expect(listed).toContainEqual({ code: 'BUYOUT', isOffered: false, kinds: ['INDIVIDUAL', 'SOLE_PROPRIETOR', 'LEGAL_ENTITY'] });
  });

  it('says for a client only what the client itself says', async () => {
    for (const [name, input] of [
      ['CreateCodeWord', { codeWord: 'Журавль' }],
      ['ChoosePath', { path: 'CERTIFICATE' }],
      ['AnswerTerms', { accepted: false, termsVersion: TERMS }],
      ['RequestDeletion', { demand: 'Удалить' }],
      ['Withdraw', null],
      ['AgreeToEnd', null],
    ] as const)
      expect((await mutate(name, input, '')).findings).toEqual([{ code: 'BY_LEASING_AUTHENTICATION_REQUIRED' }]);
  });

  it('shows what stands in a client’s way, what was refused, and how it left', async () => {
    const clientId = await bench.newClient();
    const id = toGlobalId('Client', clientId);
    const { holdId } = await mutate(
      'RecordHold',
      { clientId: id, kind: 'DATA_UNRELIABLE', note: 'Справка', basis: 'Ответ МВД 44/12' },
      'holdId',
    );
    await mutate('LiftHold', { holdId, outcome: 'Отпало' }, 'holdId');
    await mutate('SuspendAccount', { clientId: id, ground: 'SUSPECTED_THIRD_PARTY_USE', note: 'Проверка' }, 'holdId');
    expect((await clientOf(clientId, 'holds { kind ground endedAt }')).holds).toMatchObject([
      { kind: 'SUSPENSION', ground: 'SUSPECTED_THIRD_PARTY_USE', endedAt: null },
      { kind: 'DATA_UNRELIABLE', ground: null, endedAt: expect.any(String) },
    ]);
    await mutate('RequestDeletion', { demand: 'Удалить' }, '', bench.client(clientId));
    await mutate('AgreeToEnd', null, '', bench.client(clientId));
    expect((await mutate('DeleteCabinet', { clientId: id }, 'clientId')).clientId).toBe(id);
    expect(
      await clientOf(
        clientId,
        'account { status } deletions { channel removed } agreementEnd { mode endedAt } refusals { operation }',
        bench.officer,
      ),
    ).toMatchObject({
      account: { status: 'DELETED' },
      deletions: [{ channel: 'SUPPORT_FORM', removed: expect.arrayContaining(['CODE_WORD']) }],
      agreementEnd: { mode: 'MUTUAL', endedAt: null },
      refusals: [],
    });
  });
});
