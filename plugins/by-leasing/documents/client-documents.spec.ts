import { submitApplication, takeApplication } from '../../../modules/applications';
import { updateProfile } from '../../../modules/clients';
import { fieldAad, fieldCipherPort } from '../../../modules/database';
import { decideApplication } from '../../../modules/decisions';
import { recordCreditReport, requestCreditReport } from '../leasing/credit-report.commands';
import { inviteParticipant } from '../participants/invite.command';
import { publishTerms } from '../terms/publish-terms.command';
import { DocumentBench, REPRESENTATIVE } from '../test-support/document-bench';
import { clausesOf, codesOf } from '../test-support/leasing-bench';
import { confirmSummary, fillDocument, formOwnDocument } from './fill.commands';
import { checkIntegrity } from './integrity';
import { sendDocument } from './send.command';

describe('a document of the client', () => {
  let bench: DocumentBench;
  beforeAll(async () => {
    bench = await DocumentBench.open();
  });
  afterAll(() => bench.close());

  const status = async (applicationId: string) =>
    (await bench.sql<{ status: string }>('select status from core.application where id = $1', [applicationId]))[0]!.status;
  const steps = (documentId: string) =>
    bench.sql<{ step: string; clause: string | null }>(
      "select payload->>'step' as step, clause from core.event_inbox where type = 'ByLeasingDocumentStep' and subject_id = $1 order by seq",
      [documentId],
    );

  it('by-leasing/3.13.2 · a questionnaire that is signed and sent opens one application, which is submitted', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    const { applicationId } = await bench.document(documentId);
    expect(await status(applicationId!)).toBe('DRAFT');
    const early = await bench.execute(submitApplication, { applicationId: applicationId! }, bench.client(clientId));
    expect(codesOf(early)).toEqual(['BY_LEASING_QUESTIONNAIRE_NOT_SENT']);
    await bench.send(clientId, documentId);
    expect(await status(applicationId!)).toBe('SUBMITTED');
    expect(await bench.sql('select 1 from core.application where client_id = $1', [clientId])).toHaveLength(1);
  });

  it('by-leasing/3.9/p1 · is formed, signed and sent, each a step of its own and in this order', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    const refused = await bench.execute(sendDocument, { documentId }, bench.client(clientId));
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_DOCUMENT_NOT_SIGNED'], ['by-leasing/3.9/p1']]);
    await bench.send(clientId, documentId);
    expect((await steps(documentId)).map(({ step }) => step)).toEqual([
      'CREATED',
      'FILLED',
      'FORMED',
      'SUMMARY_CONFIRMED',
      'SIGNED',
      'SENT',
    ]);
  });

  it('by-leasing/3.9/p2/own-input · keeps of every value where it came from', async () => {
    const clientId = await bench.ready();
    const { documentId } = await bench.create(clientId, 'QUESTIONNAIRE');
    await bench.fill(clientId, documentId!);
    const { fields } = await bench.filling(documentId!);
    const originOf = Object.fromEntries(fields.map(({ name, origin }) => [name, origin]));
    expect(originOf).toMatchObject({ income: 'CLIENT_INPUT', incomeSource: 'CLIENT_CHOICE', phone: 'AUTO_FILLED', amount: 'AUTO_FILLED' });
    const strange = { documentId: documentId!, fields: [{ name: 'incomeSource', value: 'LOTTERY' }], confirmed: [] };
    const refused = await bench.execute(fillDocument, strange, bench.client(clientId));
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_FIELD_INVALID'], ['by-leasing/3.9/p2/own-input']]);
  });

  it('by-leasing/3.9/p2/auto-fill · what was filled in for the client must bear its mark before it signs', async () => {
    const clientId = await bench.ready();
    const { documentId } = await bench.create(clientId, 'QUESTIONNAIRE');
    await bench.fill(clientId, documentId!, ['phone']);
    const form = () => bench.execute(formOwnDocument, { documentId: documentId! }, bench.client(clientId));
    const refused = await form();
    expect([codesOf(refused), refused.findings![0]!.facts]).toEqual([['BY_LEASING_AUTOFILL_NOT_CONFIRMED'], { fields: 'phone' }]);
    const sign = await bench.signByCode(clientId, documentId!, { ceremonyId: null, factors: [], sha256: '00' });
    expect(codesOf(sign)).toContain('BY_LEASING_AUTOFILL_NOT_CONFIRMED');
    await bench.done(fillDocument, { documentId: documentId!, fields: [], confirmed: ['phone'] }, bench.client(clientId));
    expect(codesOf(await form())).toEqual([]);
  });

  it('by-leasing/9.2.3/accurate · that says something else than МСИ confirmed is stopped, when it is formed and when it is sent, and that is recorded', async () => {
    const clientId = await bench.ready();
    await bench.leasing.run((context) => updateProfile(context, clientId, { birthDate: '1985-01-03' }));
    const { documentId: id } = await bench.create(clientId, 'QUESTIONNAIRE');
    const documentId = id!;
    const birthDate = async (value: string) => {
      await bench.done(fillDocument, { documentId, fields: [{ name: 'birthDate', value }], confirmed: [] }, bench.client(clientId));
      return bench.execute(formOwnDocument, { documentId }, bench.client(clientId));
    };
    await bench.fill(clientId, documentId);
    const untrue = { code: 'BY_LEASING_CLIENT_DATA_UNRELIABLE', clauses: ['by-leasing/9.2.3/accurate'], facts: { fields: 'birthDate' } };
    expect((await birthDate('1985-03-01')).findings).toMatchObject([untrue]);
    const recorded = () =>
      bench.sql('select operation, reference, grounds from by_leasing.operation_refusal where client_id = $1 order by refused_at', [
        clientId,
      ]);
    const refusal = { operation: 'QUESTIONNAIRE', reference: documentId, grounds: ['BY_LEASING_CLIENT_DATA_UNRELIABLE'] };
    expect(await recorded()).toEqual([refusal]);
    expect(codesOf(await birthDate('1985-01-03'))).toEqual([]);
    await bench.confirm(clientId, documentId);
    expect(codesOf(await bench.signByCode(clientId, documentId))).toEqual([]);
    await bench.leasing.run((context) => updateProfile(context, clientId, { birthDate: '1985-01-30' }));
    const send = () => bench.execute(sendDocument, { documentId }, bench.client(clientId));
    expect((await send()).findings).toMatchObject([untrue]);
    expect(await recorded()).toEqual([refusal, refusal]);
    await bench.leasing.run((context) => updateProfile(context, clientId, { birthDate: '1985-01-03' }));
    expect(codesOf(await send())).toEqual([]);
  });

  it('by-leasing/12.9 · consent to processing names the version of the policy that is in force, and the client cannot name another', async () => {
    const clientId = await bench.ready();
    const applicationId = await bench.applied(clientId);
    const policy = async (documentId: string) =>
      (await bench.filling(documentId)).fields.find(({ name }) => name === 'policyVersion')?.value;
    const consent = async () => (await bench.create(clientId, 'PERSONAL_DATA_CONSENT', applicationId)).documentId!;
    const earlier = await policy(await consent());
    const newer = {
      kind: 'PERSONAL_DATA_POLICY' as const,
      version: '99/2026-06-01',
      title: 'Политика',
      text: 'Политика обработки данных.',
    };
    const site = { url: 'https://mikro-leasing.by/policy', changes: 'Новая редакция' };
    await bench.done(publishTerms, { ...newer, ...site, orderNumber: '99', approvedOn: '2026-06-01' });
    const documentId = await consent();
    expect([earlier === '99/2026-06-01', await policy(documentId)]).toEqual([false, '99/2026-06-01']);
    const other = { documentId, fields: [{ name: 'policyVersion', value: '1/2020-01-01' }], confirmed: [] };
    expect(codesOf(await bench.execute(fillDocument, other, bench.client(clientId)))).toEqual(['BY_LEASING_FIELD_INVALID']);
    await bench.fill(clientId, documentId);
    await bench.done(formOwnDocument, { documentId }, bench.client(clientId));
    await bench.confirm(clientId, documentId);
    await bench.send(clientId, documentId);
    expect(await policy(documentId)).toBe('99/2026-06-01');
  });

  it('by-leasing/3.10/p1 · without the income a questionnaire is not signed, with it it is signed and sent', async () => {
    const clientId = await bench.ready();
    const { documentId } = await bench.create(clientId, 'QUESTIONNAIRE');
    await bench.fill(clientId, documentId!, ['income']);
    const sign = await bench.signByCode(clientId, documentId!, { ceremonyId: null, factors: [], sha256: '00' });
    expect([codesOf(sign), sign.findings![0]!.facts]).toEqual([['BY_LEASING_DOCUMENT_INCOMPLETE'], { missing: 'income' }]);
    await bench.fill(clientId, documentId!);
    await bench.done(formOwnDocument, { documentId: documentId! }, bench.client(clientId));
    await bench.confirm(clientId, documentId!);
    await bench.send(clientId, documentId!);
    expect((await bench.document(documentId!)).state).toBe('SENT');
  });

  it('by-leasing/3.10/p2/kinds · is of a kind that clients write, and of no other', async () => {
    const clientId = await bench.ready();
    const refused = await bench.create(clientId, 'LEASING_CONTRACT');
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_DOCUMENT_KIND_NOT_ALLOWED'], ['by-leasing/3.10/p2/kinds']]);
    expect(codesOf(await bench.create(clientId, 'QUESTIONNAIRE'))).toEqual([]);
  });

  it.each([
    ['by-leasing/3.10/p2/fszn-consent', 'FSZN_CONSENT'],
    ['by-leasing/3.10/p2/personal-data-consent', 'PERSONAL_DATA_CONSENT'],
  ] as const)('%s · %s is given by natural persons and sole proprietors, not by legal entities', async (clause, kind) => {
    const person = await bench.ready();
    const applicationId = await bench.applied(person);
    expect(codesOf(await bench.create(person, kind, applicationId))).toEqual([]);
    const entity = await bench.ready('LEGAL_ENTITY');
    const own = await bench.applied(entity, 'MSI');
    const refused = await bench.create(entity, kind, own);
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_DOCUMENT_KIND_NOT_ALLOWED'], [clause]]);
    expect(await status(own)).toBe('SUBMITTED');
  });

  it('by-leasing/3.10/p2/credit-report-consent · a credit report is asked for on a signed consent, which every kind of client may give', async () => {
    const clientId = await bench.ready();
    const applicationId = await bench.applied(clientId);
    const ask = () => bench.execute(requestCreditReport, { applicationId, clientId: null });
    const refused = await ask();
    expect([codesOf(refused), clausesOf(refused)]).toEqual([
      ['BY_LEASING_CREDIT_REPORT_CONSENT_MISSING'],
      ['by-leasing/3.10/p2/credit-report-consent'],
    ]);
    const consent = await bench.formed(clientId, 'CREDIT_REPORT_CONSENT', applicationId);
    expect(codesOf(await ask())).toEqual(['BY_LEASING_CREDIT_REPORT_CONSENT_MISSING']);
    await bench.send(clientId, consent);
    const { creditReportId, findings } = await ask();
    expect(findings).toBeUndefined();
    await bench.done(recordCreditReport, { creditReportId: creditReportId!, number: 'KR-2026/1' });
    expect(codesOf(await bench.execute(recordCreditReport, { creditReportId: creditReportId!, number: 'KR-2026/2' }))).toEqual([
      'BY_LEASING_CREDIT_REPORT_UNKNOWN',
    ]);
  });

  it('by-leasing/3.13.3 · consents are attached to the application with the moments of their signatures', async () => {
    const clientId = await bench.ready();
    const applicationId = await bench.applied(clientId);
    for (const kind of ['CREDIT_REPORT_CONSENT', 'FSZN_CONSENT'] as const) {
      const consent = await bench.formed(clientId, kind, applicationId);
      await bench.send(clientId, consent);
    }
    const rows = await bench.sql<{ kind: string; signed_at: Date | null }>(
      "select kind, signed_at from by_leasing.document where application_id = $1 and state = 'SENT' order by created_at",
      [applicationId],
    );
    expect(rows.map(({ kind, signed_at }) => [kind, signed_at instanceof Date])).toEqual([
      ['QUESTIONNAIRE', true],
      ['CREDIT_REPORT_CONSENT', true],
      ['FSZN_CONSENT', true],
    ]);
    await bench.done(takeApplication, { applicationId });
    await bench.done(decideApplication, { applicationId, kind: 'APPROVED', amount: null, termDays: null, grounds: [] });
  });

  it('by-leasing/9.2.5 · is signed only after the client confirmed the summary of all its values', async () => {
    const clientId = await bench.ready();
    const { documentId } = await bench.create(clientId, 'QUESTIONNAIRE');
    await bench.fill(clientId, documentId!);
    await bench.done(formOwnDocument, { documentId: documentId! }, bench.client(clientId));
    const refused = await bench.signByCode(clientId, documentId!);
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_DOCUMENT_NOT_REVIEWED'], ['by-leasing/9.2.5']]);
    const other = { documentId: documentId!, sha256: 'ab'.repeat(32) };
    expect(codesOf(await bench.execute(confirmSummary, other, bench.client(clientId)))).toEqual(['BY_LEASING_DOCUMENT_CHANGED']);
    await bench.confirm(clientId, documentId!);
    expect(codesOf(await bench.signByCode(clientId, documentId!))).toEqual([]);
  });

  it('by-leasing/7.1/p2 · once signed is not altered and not removed, by nobody', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    await bench.send(clientId, documentId);
    const change = { documentId, fields: [{ name: 'income', value: '9999.00' }], confirmed: [] };
    const refused = await bench.execute(fillDocument, change, bench.client(clientId));
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_SIGNED_DOCUMENT_IMMUTABLE'], ['by-leasing/7.1/p2']]);
    for (const statement of [
      'delete from by_leasing.document where id = $1',
      "update by_leasing.document set fields_enc = '' where id = $1",
    ])
      await expect(bench.sql(statement, [documentId])).rejects.toThrow('never altered or removed');
    expect(await bench.text(documentId)).toContain('2500.00');
  });

  it('by-leasing/7.1/p1 · nothing is decided on a document without a whole record of its signature', async () => {
    const clientId = await bench.ready();
    const applicationId = await bench.applied(clientId);
    await bench.done(takeApplication, { applicationId });
    const [row] = await bench.sql<{ id: string }>(
      `delete from by_leasing.signature s using by_leasing.document d
       where d.id = s.document_id and d.application_id = $1 returning s.id`,
      [applicationId],
    );
    expect(row).toBeDefined();
    const decide = { applicationId, kind: 'APPROVED' as const, amount: null, termDays: null, grounds: [] };
    const refused = await bench.execute(decideApplication, decide);
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_DOCUMENT_NOT_SIGNED'], ['by-leasing/7.1/p1']]);
    const whole = await bench.applied(await bench.ready());
    await bench.done(takeApplication, { applicationId: whole });
    expect(codesOf(await bench.execute(decideApplication, { ...decide, applicationId: whole }))).toEqual([]);
  });

  it('by-leasing/6.5 · its text is kept as ciphertext only', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    const { coreDocumentId } = await bench.document(documentId);
    const [row] = await bench.sql<{ canonical: Buffer; content: Buffer; fields_enc: Buffer }>(
      'select c.canonical, c.content, d.fields_enc from core.document c join by_leasing.document d on d.core_document_id = c.id where c.id = $1',
      [coreDocumentId],
    );
    for (const sealed of Object.values(row!)) expect(sealed.toString('utf8')).not.toContain('Автомобиль');
    const aad = fieldAad({ lenderId: bench.leasing.lender.id, table: 'core.document', id: coreDocumentId!, column: 'canonical' });
    const plain = bench.leasing.ports.get(fieldCipherPort).decrypt(row!.canonical, aad).toString('utf8');
    expect(plain).toContain('Автомобиль');

    await bench.send(clientId, documentId);
    const broken = async () => {
      await bench.leasing.done(checkIntegrity, { after: '00000000-0000-0000-0000-000000000000' });
      return bench.sql('select document_id from by_leasing.integrity_finding where document_id = $1', [documentId]);
    };
    expect(await broken()).toEqual([]);
    await bench.sql('update core.document set canonical = $2 where id = $1', [coreDocumentId, Buffer.from(plain, 'utf8')]);
    expect(await broken()).toEqual([{ document_id: documentId }]);
  });

  it('by-leasing/3.13.4 · a guarantor gives questionnaire and consent for an application that is another’s', async () => {
    const applicationId = await bench.applied(await bench.ready());
    const guarantor = await bench.ready();
    expect(codesOf(await bench.create(guarantor, 'GUARANTOR_CONSENT', applicationId))).toEqual(['APPLICATION_NOT_FOUND']);
    await bench.done(inviteParticipant, { applicationId, clientId: guarantor, role: 'GUARANTOR' });
    for (const kind of ['GUARANTOR_QUESTIONNAIRE', 'GUARANTOR_CONSENT', 'CREDIT_REPORT_CONSENT'] as const) {
      const documentId = await bench.formed(guarantor, kind, applicationId);
      await bench.send(guarantor, documentId);
      expect(await bench.document(documentId)).toMatchObject({ role: 'GUARANTOR', state: 'SENT', clientId: guarantor });
    }
    expect(codesOf(await bench.create(guarantor, 'QUESTIONNAIRE', applicationId))).toEqual(['BY_LEASING_DOCUMENT_KIND_NOT_ALLOWED']);
  });

  it('by-leasing/3.13.5 · a seller who was invited is identified for that deal, and it shows when', async () => {
    const applicationId = await bench.applied(await bench.ready());
    const seller = await bench.ready();
    const { participantId } = await bench.done(inviteParticipant, { applicationId, clientId: seller, role: 'SELLER' });
    const read = async () =>
      (await bench.sql<Record<string, unknown>>('select * from by_leasing.participant where id = $1', [participantId]))[0]!;
    expect(await read()).toMatchObject({ role: 'SELLER', identified_at: null });
    const identification = await bench.identify(seller, 'PERSONAL_DATA', { personalNumber: REPRESENTATIVE });
    expect(await read()).toMatchObject({
      identification_id: identification,
      identified_at: new Date(bench.leasing.clock.now().epochMilliseconds),
    });
  });
});
