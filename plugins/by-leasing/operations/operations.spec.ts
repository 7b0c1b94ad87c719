import fc from 'fast-check';
import { digestOf, openCeremony } from '../../../modules/access';
import { lockAccount, phoneOf, setIdentified } from '../accounts/account.record';
import { changePhone } from '../accounts/change-phone.command';
import { isCodeWord } from '../factors/code-word';
import { factorDigest, recordFactor } from '../factors/factor.record';
import { createCodeWord } from '../factors/set-code-word.command';
import { mfaFinding, type SigningForm, stepUp } from '../factors/step-up';
import { type FactorClass, factorClasses } from '../factors/vocabulary';
import { endSystemHoldCommand, liftHold, openSystemHold, recordHold } from '../holds/hold.commands';
import { beginIdentification } from '../identification/begin.command';
import { setService } from '../services/set-service.command';
import { CODE_WORD, clausesOf, codesOf, LeasingBench } from '../test-support/leasing-bench';
import { type Operation, requireOperation } from './require-operation';

describe('an operation of a client', () => {
  let bench: LeasingBench;
  beforeAll(async () => {
    bench = await LeasingBench.open();
  });
  afterAll(() => bench.close());

  const need = (clientId: string, operation: Partial<Operation> = {}) =>
    bench.run(
      async (context) => requireOperation(context, await lockAccount(context, clientId), { service: 'QUESTIONNAIRE', ...operation }),
      bench.client(clientId),
    );
  const digest = (document: string) => digestOf('test', document);

  /** A code for signing a document; `to` another number than the account's. */
  async function codeFor(clientId: string, document: string, to?: string): Promise<{ ceremonyId: string; code: string }> {
    bench.clock.advance({ minutes: 2 });
    const { ceremonyId } = await bench.run(async (context) => {
      const target = to ?? phoneOf(context, await lockAccount(context, clientId));
      return openCeremony(context, { purpose: 'SIGN_DOCUMENT', channel: 'SMS', clientId, target, operationDigest: digest(document) });
    }, bench.client(clientId));
    return { ceremonyId, code: await bench.lastSecret() };
  }
  interface Presented {
    readonly code?: { ceremonyId: string; code: string } | null;
    readonly codeWord?: string | null;
    readonly form?: SigningForm;
    readonly certificate?: { holds: boolean; presented: string };
  }
  /** Presents factors for signing a document; and, with `then`, tries the operation by them. */
  const present = (clientId: string, document: string, presented: Presented, then?: Partial<Operation>) =>
    bench.run(async (context) => {
      const account = await lockAccount(context, clientId);
      const { code, codeWord, form = 'ELECTRONIC_FORM', certificate } = presented;
      const entered = code && { ...code, purpose: 'SIGN_DOCUMENT' as const, operationDigest: digest(document) };
      const made = await stepUp(context, account, { form, operation: 'SIGN', reference: document, code: entered, codeWord, certificate });
      const findings = then
        ? await requireOperation(context, account, { service: 'QUESTIONNAIRE', reference: document, stepUp: made, ...then })
        : made.findings;
      return { ...made, findings };
    }, bench.client(clientId));
  const refusalsOf = (clientId: string) =>
    bench.sql<{ operation: string; reference: string | null; grounds: string[]; clauses: string[] }>(
      'select operation, reference, grounds, clauses from by_leasing.operation_refusal where client_id = $1 order by refused_at desc',
      [clientId],
    );

  it('by-leasing/3.5/p2 · documents are sent in after identification and one more authentication, not after coming in alone', async () => {
    const clientId = await bench.registered();
    await bench.signIn(clientId);
    expect(await need(clientId)).toMatchObject([
      { code: 'BY_LEASING_IDENTIFICATION_REQUIRED', clauses: expect.arrayContaining(['by-leasing/3.5/p2']) },
    ]);
    await bench.identified(clientId, 'PERSONAL_DATA');
    await bench.done(createCodeWord, { clientId, codeWord: CODE_WORD }, bench.client(clientId));
    const made = await present(clientId, 'D-1', { code: await codeFor(clientId, 'D-1'), codeWord: CODE_WORD }, {});
    expect(made.findings).toEqual([]);
  });

  it('by-leasing/1/authorisation · the cabinet’s pages stay open to somebody who was never identified, remote service does not', async () => {
    const clientId = await bench.registered();
    await bench.signIn(clientId);
    expect(await need(clientId, { service: 'CONTRACTS' })).toEqual([]);
    expect(clausesOf({ findings: await need(clientId, { service: 'PETITION' }) })).toContain('by-leasing/1/authorisation');
  });

  it('by-leasing/5.7/step-up · without an authentication of its own an operation is refused, and one made for another does not do', async () => {
    const clientId = await bench.ready();
    expect(codesOf({ findings: await need(clientId, { stepUp: null }) })).toEqual(['BY_LEASING_STEP_UP_REQUIRED']);
    const code = await codeFor(clientId, 'D-2');
    expect((await present(clientId, 'D-2', { code, codeWord: CODE_WORD })).findings).toEqual([]);
    expect(codesOf(await present(clientId, 'D-3', { code, codeWord: CODE_WORD }))).toContain('BY_LEASING_OTP_INVALID');
    expect(codesOf(await present(await bench.ready(), 'D-2', {}))).toContain('BY_LEASING_STEP_UP_REQUIRED');
  });

  it('by-leasing/1/otp · a code signs the one document that it was sent for, once', async () => {
    const clientId = await bench.ready();
    const code = await codeFor(clientId, 'D-17');
    const other = await present(clientId, 'D-18', { code, codeWord: CODE_WORD });
    expect(other.findings).toMatchObject([{ code: 'BY_LEASING_OTP_INVALID', clauses: ['by-leasing/1/otp'] }, {}, {}]);
    expect((await present(clientId, 'D-17', { code, codeWord: CODE_WORD })).findings).toEqual([]);
    expect(codesOf(await present(clientId, 'D-17', { code, codeWord: CODE_WORD }))).toContain('BY_LEASING_OTP_INVALID');
  });

  it('by-leasing/7.3/b1 · another code than the one sent is a failed factor', async () => {
    const clientId = await bench.ready();
    const { ceremonyId, code } = await codeFor(clientId, 'D-17');
    const made = await present(clientId, 'D-17', { code: { ceremonyId, code: bench.wrong(code) }, codeWord: CODE_WORD });
    expect(made.findings).toMatchObject([
      {},
      { code: 'BY_LEASING_AUTH_FACTOR_FAILED', clauses: ['by-leasing/7.3/b1', 'by-leasing/3.14.1'], facts: { factor: 'OTP' } },
      {},
    ]);
    expect(made.factors).toMatchObject([
      { factor: 'OTP', result: 'MISMATCH' },
      { factor: 'PHONE_POSSESSION' },
      { factor: 'CODE_WORD', result: 'MATCH' },
    ]);
  });

  it('by-leasing/7.3/b3 · a code that went to another number proves no possession of the account’s', async () => {
    const clientId = await bench.ready();
    const code = await codeFor(clientId, 'D-17', '+375292223344');
    const made = await present(clientId, 'D-17', { code, codeWord: CODE_WORD });
    expect(made.findings).toMatchObject([
      { code: 'BY_LEASING_AUTH_FACTOR_FAILED', clauses: ['by-leasing/7.3/b3', 'by-leasing/3.14.1'], facts: { factor: 'PHONE_POSSESSION' } },
    ]);
    expect(made.ceremony).toBeNull();
    expect((await present(clientId, 'D-17', { code: await codeFor(clientId, 'D-17'), codeWord: CODE_WORD })).ceremony).not.toBeNull();
  });

  it('by-leasing/7.3/b4 · another word is refused, and the answer holds neither', async () => {
    const clientId = await bench.ready();
    const made = await present(clientId, 'D-17', { code: await codeFor(clientId, 'D-17'), codeWord: 'Синица' });
    expect(made.findings).toMatchObject([{ code: 'BY_LEASING_AUTH_FACTOR_FAILED', clauses: ['by-leasing/7.3/b4', 'by-leasing/3.14.1'] }]);
    expect(JSON.stringify(made)).not.toMatch(/Синица|Журавль/i);
    expect((await present(clientId, 'D-17', { code: await codeFor(clientId, 'D-17'), codeWord: ' журавль' })).findings).toEqual([]);
  });

  it('by-leasing/3.14.1 · one failed factor is enough, however the others went', async () => {
    const clientId = await bench.ready();
    const made = await present(clientId, 'D-17', { code: await codeFor(clientId, 'D-17'), codeWord: 'Журавел' }, {});
    expect(clausesOf(made)).toContain('by-leasing/3.14.1');
    expect(codesOf(made)[0]).toBe('BY_LEASING_OPERATION_REFUSED');
  });

  it('by-leasing/7.4 · the cabinet checks every factor at signing and keeps each result with its moment', async () => {
    const clientId = await bench.ready();
    const { id } = await present(clientId, 'D-17', { code: await codeFor(clientId, 'D-17'), codeWord: CODE_WORD });
    const rows = await bench.sql(
      'select factor, result, source, checked_at, length(digest) as digest from by_leasing.factor_result where step_up_id = $1 order by factor',
      [id],
    );
    const checked_at = new Date(bench.clock.now().epochMilliseconds);
    expect(rows).toEqual([
      { factor: 'CODE_WORD', result: 'MATCH', source: 'SDO', checked_at, digest: 32 },
      { factor: 'OTP', result: 'MATCH', source: 'SDO', checked_at, digest: 32 },
      { factor: 'PHONE_POSSESSION', result: 'MATCH', source: 'SDO', checked_at, digest: null },
    ]);
  });

  it('keeps of a factor only a digest that can be made again', async () => {
    const clientId = await bench.ready();
    const { factors } = await present(clientId, 'D-17', { code: await codeFor(clientId, 'D-17'), codeWord: CODE_WORD });
    const { id } = factors.find(({ factor }) => factor === 'CODE_WORD')!;
    const [row] = await bench.sql<{ digest: Buffer }>('select digest from by_leasing.factor_result where id = $1', [id]);
    const again = (word: string) => bench.run(async (context) => factorDigest(context, id, word));
    expect((await again(CODE_WORD)).equals(row!.digest)).toBe(true);
    expect((await again('Синица')).equals(row!.digest)).toBe(false);
  });

  it('by-leasing/1/authentication · a comparison is kept per factor with result, source and time', async () => {
    const clientId = await bench.ready();
    await bench.run((context) =>
      recordFactor(context, {
        clientId,
        factor: 'MSI_DATA',
        holds: false,
        source: 'MSI',
        operation: 'IDENTIFY',
        presented: '3010185A002PB5',
      }),
    );
    expect(
      await bench.sql("select result, source, operation from by_leasing.factor_result where client_id = $1 and factor = 'MSI_DATA'", [
        clientId,
      ]),
    ).toEqual([{ result: 'MISMATCH', source: 'MSI', operation: 'IDENTIFY' }]);
  });

  it('by-leasing/1/authentication-factors · each factor is of a class: knowledge or possession', async () => {
    const clientId = await bench.ready();
    await present(clientId, 'D-17', { code: await codeFor(clientId, 'D-17'), codeWord: CODE_WORD });
    const rows = await bench.sql(
      'select distinct factor, factor_class from by_leasing.factor_result where client_id = $1 order by factor',
      [clientId],
    );
    expect(rows).toEqual([
      { factor: 'CODE_WORD', factor_class: 'KNOWLEDGE' },
      { factor: 'OTP', factor_class: 'POSSESSION' },
      { factor: 'PHONE_POSSESSION', factor_class: 'POSSESSION' },
      { factor: 'SMS_PASSWORD', factor_class: 'POSSESSION' },
    ]);
  });

  it('by-leasing/1/multi-factor-authentication · two of one kind are not two', () => {
    expect(mfaFinding(['POSSESSION', 'POSSESSION'])).toMatchObject({
      code: 'BY_LEASING_MFA_INSUFFICIENT',
      clauses: expect.arrayContaining(['by-leasing/1/multi-factor-authentication']),
    });
    expect(mfaFinding(['POSSESSION', 'KNOWLEDGE'])).toBeNull();
  });

  it('by-leasing/7.2 · whatever is presented, one of each class is what counts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<FactorClass>(...factorClasses)), (presented) => {
        expect(mfaFinding(presented) === null).toBe(presented.includes('KNOWLEDGE') && presented.includes('POSSESSION'));
      }),
    );
  });

  it('by-leasing/5.6.2.1 · an individual signs by code and word, and by no certificate', async () => {
    const clientId = await bench.ready();
    const alone = await present(clientId, 'D-17', { code: await codeFor(clientId, 'D-17') });
    expect(codesOf(alone)).toEqual(['BY_LEASING_CODE_WORD_REQUIRED', 'BY_LEASING_MFA_INSUFFICIENT']);
    expect(clausesOf(alone)).toContain('by-leasing/5.6.2.1');
    const certificate = { holds: true, presented: 'serial' };
    expect((await present(clientId, 'D-17', { form: 'EDS', certificate })).findings).toMatchObject([
      { code: 'BY_LEASING_SIGNING_PATH_NOT_ALLOWED', clauses: ['by-leasing/5.6.2.1', 'by-leasing/5.8'], facts: { path: 'PERSONAL_DATA' } },
    ]);
  });

  it('by-leasing/5.6.2.2 · a legal entity signs by certificate, and by no code word', async () => {
    const clientId = await bench.ready('LEGAL_ENTITY');
    const worded = await present(clientId, 'C-204', { code: await codeFor(clientId, 'C-204'), codeWord: CODE_WORD });
    expect(worded.findings).toMatchObject([
      { code: 'BY_LEASING_SIGNING_PATH_NOT_ALLOWED', clauses: ['by-leasing/5.6.2.2', 'by-leasing/5.8'] },
    ]);
    expect((await present(clientId, 'C-204', { form: 'EDS', certificate: { holds: true, presented: 'serial' } })).findings).toEqual([]);
  });

  it('by-leasing/5.8 · a signature needs what its form asks for: a certificate, or code and word', async () => {
    const [person, firm] = [await bench.ready(), await bench.ready('LEGAL_ENTITY')];
    expect(clausesOf(await present(person, 'D-17', { form: 'EDS' }))).toContain('by-leasing/5.8');
    expect(codesOf(await present(firm, 'C-204', { form: 'EDS' }))).toEqual(['BY_LEASING_STEP_UP_REQUIRED']);
    expect(codesOf(await present(firm, 'C-204', { form: 'EDS', certificate: { holds: false, presented: 'serial' } }))).toEqual([
      'BY_LEASING_AUTH_FACTOR_FAILED',
    ]);
    expect(codesOf(await present(person, 'D-17', { codeWord: CODE_WORD }))).toEqual(['BY_LEASING_MFA_INSUFFICIENT']);
  });

  it('a sole proprietor is bound by its choice', async () => {
    const byCard = await bench.ready('SOLE_PROPRIETOR', 'CERTIFICATE');
    expect(codesOf(await present(byCard, 'D-17', { code: await codeFor(byCard, 'D-17'), codeWord: CODE_WORD }))).toEqual([
      'BY_LEASING_SIGNING_PATH_NOT_ALLOWED',
    ]);
    const byWord = await bench.ready('SOLE_PROPRIETOR');
    expect((await present(byWord, 'D-17', { code: await codeFor(byWord, 'D-17'), codeWord: CODE_WORD })).findings).toEqual([]);
    bench.clock.advance({ minutes: 61 });
    expect(codesOf({ findings: await need(byCard) })).toEqual(['BY_LEASING_REIDENTIFICATION_REQUIRED']);
    expect(await need(byWord)).toEqual([]);
  });

  it('asks for the identification again once its window has passed', async () => {
    const clientId = await bench.ready();
    bench.clock.advance({ hours: 23 });
    expect(await need(clientId)).toEqual([]);
    bench.clock.advance({ hours: 2 });
    expect(codesOf({ findings: await need(clientId) })).toEqual(['BY_LEASING_REIDENTIFICATION_REQUIRED']);
  });

  describe('the code word', () => {
    const make = (clientId: string, codeWord: string) => bench.execute(createCodeWord, { clientId, codeWord }, bench.client(clientId));

    it('by-leasing/1/code-word · is of Cyrillic letters only, and is never shown', async () => {
      const clientId = await bench.registered();
      await bench.signIn(clientId);
      await bench.identified(clientId, 'PERSONAL_DATA');
      expect((await make(clientId, 'Zhuravl1')).findings).toMatchObject([
        { code: 'BY_LEASING_CODE_WORD_NOT_CYRILLIC', clauses: ['by-leasing/1/code-word'] },
      ]);
      const set = await make(clientId, 'Журавль');
      expect(JSON.stringify(set)).not.toContain('Журавль');
      const [row] = await bench.sql<{ scheme: string; hash: Buffer }>(
        'select scheme, hash from by_leasing.code_word where client_id = $1',
        [clientId],
      );
      expect(row).toMatchObject({ scheme: expect.stringMatching(/^scrypt\//) });
    });

    it.each(['Жур1', 'Жу рав', 'Zhuravl', 'жуp', 'Журавль!', '', 'Жyравль'])('refuses %p', (word) => expect(isCodeWord(word)).toBe(false));
    it.each(['Журавль', 'ёлка', 'ўзгорак', 'ініцыял'])('takes %s', (word) => expect(isCodeWord(word)).toBe(true));

    it('by-leasing/3.5.1 · must be there before remote service is used, by whoever was identified by personal data', async () => {
      const clientId = await bench.registered();
      await bench.signIn(clientId);
      expect(codesOf(await make(clientId, CODE_WORD))).toEqual(['BY_LEASING_IDENTIFICATION_REQUIRED']);
      await bench.identified(clientId, 'PERSONAL_DATA');
      expect(await need(clientId)).toMatchObject([{ code: 'BY_LEASING_CODE_WORD_REQUIRED', clauses: ['by-leasing/3.5.1'] }]);
      await make(clientId, CODE_WORD);
      expect(await need(clientId)).toEqual([]);
    });

    it('is replaced only in the session in which МСИ confirmed the person: a phone alone does not get at the other factor', async () => {
      const clientId = await bench.ready();
      const wordOf = async () => (await bench.sql('select hash from by_leasing.code_word where client_id = $1', [clientId]))[0];
      const before = await wordOf();
      // Whoever has the phone comes in by a code of its own, within the identification's window.
      await bench.signIn(clientId);
      expect(await make(clientId, 'Синица')).toMatchObject({
        findings: [{ code: 'BY_LEASING_IDENTIFICATION_REQUIRED', clauses: ['by-leasing/3.5.1'] }],
      });
      expect(await wordOf()).toEqual(before);
      const secrets = { state: 'mikro-leasing.state-of-a-test', nonce: 'nonce', codeVerifier: 'verifier' };
      const way = 'PERSONAL_DATA' as const;
      const { identificationId } = await bench.done(beginIdentification, { clientId, way, secrets }, bench.client(clientId));
      await bench.run(async (context) => {
        const account = await lockAccount(context, clientId);
        await setIdentified(context, account, { by: way, through: 'MSI', identificationId: identificationId! });
      });
      expect((await make(clientId, 'Синица')).findings ?? []).toEqual([]);
      expect(await wordOf()).not.toEqual(before);
    });

    it('by-leasing/3.5.2 · is not asked of a legal entity, to which the other path is closed', async () => {
      const clientId = await bench.registered('LEGAL_ENTITY');
      await bench.signIn(clientId);
      await bench.identified(clientId, 'PERSONAL_DATA');
      expect(await need(clientId)).toMatchObject([{ code: 'BY_LEASING_SIGNING_PATH_NOT_ALLOWED', clauses: ['by-leasing/3.5.2'] }]);
      expect(codesOf(await make(clientId, CODE_WORD))).toEqual(['BY_LEASING_SIGNING_PATH_NOT_ALLOWED']);
      await bench.identified(clientId, 'CERTIFICATE');
      expect(await need(clientId)).toEqual([]);
    });
  });

  describe('is refused', () => {
    it('by-leasing/3.14 · on every ground at once, which are recorded, and nothing else happens', async () => {
      const clientId = await bench.ready();
      expect(await need(clientId)).toEqual([]);
      const { ceremonyId, code } = await codeFor(clientId, 'D-17');
      const before = await bench.sql('select * from by_leasing.acceptance where client_id = $1', [clientId]);
      const made = await present(
        clientId,
        'D-17',
        { code: { ceremonyId, code: bench.wrong(code) }, codeWord: CODE_WORD },
        { documentIntact: false },
      );
      expect(codesOf(made)).toEqual(
        expect.arrayContaining(['BY_LEASING_OPERATION_REFUSED', 'BY_LEASING_AUTH_FACTOR_FAILED', 'BY_LEASING_DOCUMENT_INTEGRITY_BROKEN']),
      );
      expect(await refusalsOf(clientId)).toMatchObject([
        { operation: 'QUESTIONNAIRE', reference: 'D-17', clauses: expect.arrayContaining(['by-leasing/3.14.1', 'by-leasing/3.14.4']) },
      ]);
      expect(await bench.sql('select * from by_leasing.acceptance where client_id = $1', [clientId])).toEqual(before);
    });

    it('by-leasing/3.14.2 · by the certificate of somebody who may not act for the client', async () => {
      const clientId = await bench.ready('LEGAL_ENTITY');
      expect(clausesOf({ findings: await need(clientId, { certificateAuthorised: false }) })).toContain('by-leasing/3.14.2');
      expect(await need(clientId, { certificateAuthorised: true })).toEqual([]);
    });

    it('by-leasing/3.14.4 · by a document that is not what was formed', async () => {
      const clientId = await bench.ready();
      expect(codesOf({ findings: await need(clientId, { documentIntact: false }) })).toEqual([
        'BY_LEASING_OPERATION_REFUSED',
        'BY_LEASING_DOCUMENT_INTEGRITY_BROKEN',
      ]);
      expect(clausesOf({ findings: await need(clientId, { documentIntact: false }) })).toContain('by-leasing/3.14.4');
      expect(await need(clientId, { documentIntact: true })).toEqual([]);
    });

    it.each([
      ['by-leasing/3.14.3', 'DATA_UNRELIABLE', 'BY_LEASING_CLIENT_DATA_UNRELIABLE', 'Ответ МВД 44/12'],
      ['by-leasing/3.14.6', 'PROHIBITION', 'BY_LEASING_OPERATION_PROHIBITED', 'Закон № 165-З, статья 6'],
      ['by-leasing/10.1/b3', 'CAPACITY_RESTRICTED', 'BY_LEASING_CAPACITY_RESTRICTED', 'Решение суда'],
    ] as const)('%s · while %s stands recorded, and no longer', async (clause, kind, code, basis) => {
      const clientId = await bench.ready();
      const { holdId } = await bench.done(recordHold, { clientId, kind, note: 'Основание', basis });
      const findings = await need(clientId);
      expect(codesOf({ findings })).toContain(code);
      expect(clausesOf({ findings })).toContain(clause);
      expect((await refusalsOf(clientId))[0]).toMatchObject({ grounds: expect.arrayContaining([code]) });
      await bench.done(liftHold, { holdId: holdId!, outcome: 'Отпало' });
      expect(await need(clientId)).toEqual([]);
    });

    it('by-leasing/3.14.5 · while somebody else’s access is reported, of one client or of the system', async () => {
      const [one, other] = [await bench.ready(), await bench.ready()];
      const { holdId } = await bench.done(recordHold, { clientId: one, kind: 'INCIDENT', note: 'SIM украдена', basis: null });
      expect(clausesOf({ findings: await need(one) })).toContain('by-leasing/3.14.5');
      expect(await need(other)).toEqual([]);
      expect(codesOf(await bench.execute(liftHold, { holdId: holdId!, outcome: null }))).toEqual(['BY_LEASING_INCIDENT_CAUSE_REQUIRED']);
      await bench.done(liftHold, { holdId: holdId!, outcome: 'INTERCEPTION' });
      expect(await need(one)).toEqual([]);
      const system = await bench.done(openSystemHold, { kind: 'INCIDENT', number: 'INC-3', note: 'Взлом', effectiveFrom: null });
      expect(codesOf({ findings: await need(other) })).toContain('BY_LEASING_UNAUTHORISED_ACCESS_REPORTED');
      await bench.done(endSystemHoldCommand, { holdId: system.holdId!, outcome: 'MALWARE' });
      expect(await need(other)).toEqual([]);
    });

    it('by-leasing/3.14.6 · a prohibition is recorded with its ground and the provision of law, or not at all', async () => {
      const clientId = await bench.ready();
      const record = (note: string, basis: string | null) => bench.execute(recordHold, { clientId, kind: 'PROHIBITION', note, basis });
      expect((await record('Основание', null)).findings).toMatchObject([
        { code: 'BY_LEASING_PROHIBITION_INCOMPLETE', clauses: ['by-leasing/3.14.6'], facts: { missing: 'LEGAL_BASIS' } },
      ]);
      expect(await need(clientId)).toEqual([]);
      expect(codesOf(await record('Основание', 'Закон № 165-З, статья 6'))).toEqual([]);
      expect(await need(clientId)).toMatchObject([{}, { facts: { basis: 'Закон № 165-З, статья 6' } }]);
    });
  });

  describe('of a service', () => {
    const set = (service: string, enabled: boolean, effectiveFrom: Date | null = null) =>
      bench.execute(setService, { service, enabled, effectiveFrom });

    it('by-leasing/3.13 · is refused from the moment from which the service is off', async () => {
      const clientId = await bench.ready();
      const at = new Date(bench.clock.now().epochMilliseconds + 3_600_000);
      await set('PETITION', false, at);
      expect(await need(clientId, { service: 'PETITION' })).toEqual([]);
      bench.clock.advance({ hours: 1 });
      expect(await need(clientId, { service: 'PETITION' })).toMatchObject([
        { code: 'BY_LEASING_FUNCTION_UNAVAILABLE', clauses: ['by-leasing/2.2/licence', 'by-leasing/3.13'] },
      ]);
      await set('PETITION', true);
      expect(await need(clientId, { service: 'PETITION' })).toEqual([]);
    });

    it('by-leasing/2.2/licence · is limited to what the cabinet offers', async () => {
      const clientId = await bench.ready();
      await set('BUYOUT', false);
      expect(clausesOf({ findings: await need(clientId, { service: 'BUYOUT' }) })).toContain('by-leasing/2.2/licence');
      expect(codesOf(await set('ONLINE_CASINO', true))).toEqual(['BY_LEASING_SERVICE_UNKNOWN']);
    });

    it('by-leasing/10.2 · is denied to a kind of client that it was not granted to', async () => {
      const firm = await bench.ready('LEGAL_ENTITY');
      expect(await need(firm, { service: 'FSZN_CONSENT' })).toMatchObject([
        { code: 'BY_LEASING_ACCESS_DENIED', clauses: ['by-leasing/10.2'] },
      ]);
      expect(await need(await bench.ready(), { service: 'FSZN_CONSENT' })).toEqual([]);
    });
  });

  it('needs the number that the account has now, not the one that it had when the code was sent', async () => {
    const clientId = await bench.ready();
    const code = await codeFor(clientId, 'D-17');
    await bench.done(changePhone, { clientId, phone: '+375291239999', applicationNumber: '56', changedOn: '2026-06-01' });
    expect(codesOf(await present(clientId, 'D-17', { code, codeWord: CODE_WORD }))).toContain('BY_LEASING_AUTH_FACTOR_FAILED');
  });
});
