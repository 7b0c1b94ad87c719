import { takeApplication } from '../../../modules/applications';
import { Loaders } from '../../../modules/database';
import { decideApplication } from '../../../modules/decisions';
import { inviteParticipant } from '../participants/invite.command';
import { sandboxSign } from '../test-authority/sandbox-authority';
import { DIRECTOR, DocumentBench, PAYMENTS } from '../test-support/document-bench';
import { clausesOf, codesOf } from '../test-support/leasing-bench';
import { certifyCopy, copyBlocks } from './certify-copy.command';
import { checklistOf } from './checklist';
import { leasingDocumentsByApplication } from './document.record';
import { reviewDocument } from './fill.commands';
import { checkIntegrity, type IntegrityBatch } from './integrity';

describe('a document of the lender', () => {
  let bench: DocumentBench;
  beforeAll(async () => {
    bench = await DocumentBench.open();
  });
  afterAll(() => bench.close());

  const formed = async (applicationId: string) => (await bench.formLender('LEASING_CONTRACT', { applicationId })).documentId!;
  const steps = async (applicationId: string) =>
    (
      await bench.sql<{ kind: string; step: string }>(
        `select payload->>'kind' as kind, payload->>'step' as step from core.event_inbox
         where type = 'ByLeasingDocumentStep' and application_id = $1 order by seq`,
        [applicationId],
      )
    ).map(({ kind, step }) => `${kind} ${step}`);

  it('by-leasing/3.11/p1/lender-signs-first · is shown to the client only once the lender has signed it', async () => {
    const clientId = await bench.ready();
    const documentId = await formed(await bench.approved(clientId));
    const review = () => bench.execute(reviewDocument, { documentId }, bench.client(clientId));
    const refused = await review();
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_LENDER_EDS_MISSING'], ['by-leasing/3.11/p1/lender-signs-first']]);
    expect(codesOf(await bench.signAsLender(documentId))).toEqual([]);
    expect(codesOf(await review())).toEqual([]);
    expect(await bench.document(documentId)).toMatchObject({ state: 'OFFERED', reviewedAt: expect.any(Date) });
  });

  it('by-leasing/3.11/p1/authorised-officer · is signed by an officer with an authority in force, for this kind, with the own certificate', async () => {
    const documentId = await formed(await bench.approved(await bench.ready()));
    const other = { name: 'Иной Пример', personalNumber: '3010190A005PB1' };
    const refusals = [
      await bench.signAsLender(documentId, { person: other }),
      await bench.signAsLender(documentId, { officer: 'officer-13' }),
    ];
    for (const refused of refusals)
      expect([codesOf(refused), clausesOf(refused)]).toEqual([
        ['BY_LEASING_LENDER_SIGNER_NOT_AUTHORISED'],
        ['by-leasing/3.11/p1/authorised-officer'],
      ]);
    await bench.authorise({ officer: 'officer-13', person: other, scope: ['ADDENDUM'] });
    await bench.authorise({ officer: 'officer-13', person: other, validTo: '2026-05-31' });
    const late = await bench.signAsLender(documentId, { officer: 'officer-13', person: other });
    expect(codesOf(late)).toEqual(['BY_LEASING_LENDER_SIGNER_NOT_AUTHORISED']);
    await bench.authorise({ officer: 'officer-13', person: other, scope: ['LEASING_CONTRACT'] });
    expect(codesOf(await bench.signAsLender(documentId, { officer: 'officer-13', person: other }))).toEqual([]);
    const [signature] = await bench.signatures(documentId);
    expect(signature).toMatchObject({
      signerKind: 'LENDER',
      madeBy: 'OFFICER_TOOL',
      verifiedBy: 'GATEWAY',
      authorityId: expect.any(String),
    });
  });

  it('is signed by nobody who recorded the own authority: another officer must', async () => {
    const documentId = await formed(await bench.approved(await bench.ready()));
    const own = { officer: 'officer-14', person: { name: 'Сам Пример', personalNumber: '3010190A005PB1' } };
    const refused = await bench.recordAuthority({ ...own, by: 'officer-14' });
    expect([refused.authorityId, codesOf(refused)]).toEqual([undefined, ['BY_LEASING_AUTHORITY_OWN']]);
    expect(codesOf(await bench.signAsLender(documentId, own))).toEqual(['BY_LEASING_LENDER_SIGNER_NOT_AUTHORISED']);
    await bench.authorise(own);
    expect(codesOf(await bench.signAsLender(documentId, own))).toEqual([]);
  });

  it('by-leasing/3.11/p1/client-signs · is opened for reading, then signed, then returned', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.offered('LEASING_CONTRACT', { applicationId: await bench.approved(clientId) });
    const refused = await bench.signByCode(clientId, documentId);
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_DOCUMENT_NOT_REVIEWED'], ['by-leasing/3.11/p1/client-signs']]);
    await bench.review(clientId, documentId);
    await bench.confirm(clientId, documentId);
    await bench.send(clientId, documentId);
    expect((await bench.document(documentId)).state).toBe('RETURNED');
  });

  it('by-leasing/3.11/p2 · is of a kind that the lender forms, for whom it is to be signed by', async () => {
    const applicationId = await bench.approved(await bench.ready());
    const refused = await bench.formLender('QUESTIONNAIRE', { applicationId });
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_DOCUMENT_KIND_NOT_ALLOWED'], ['by-leasing/3.11/p2']]);
    expect(codesOf(await bench.formLender('SURETY_CONTRACT', { applicationId }))).toEqual(['BY_LEASING_SIGNER_INVALID']);
    const guarantor = await bench.ready();
    await bench.done(inviteParticipant, { applicationId, clientId: guarantor, role: 'GUARANTOR' });
    const documentId = await bench.offered('SURETY_CONTRACT', { applicationId, clientId: guarantor });
    expect((await bench.document(documentId)).role).toBe('GUARANTOR');
    await bench.review(guarantor, documentId);
    await bench.confirm(guarantor, documentId);
    await bench.send(guarantor, documentId);
    expect((await bench.signatures(documentId)).map(({ signerKind, form }) => [signerKind, form])).toEqual([
      ['LENDER', 'EDS'],
      ['OTHER_PARTY', 'ELECTRONIC_FORM'],
    ]);
    expect(codesOf(await bench.formLender('LEASING_CONTRACT', { applicationId }, ['price']))).toEqual(['BY_LEASING_DOCUMENT_INCOMPLETE']);
  });

  it('by-leasing/3.13.6 · main terms are read, the contract is signed and the purchase agreed, in this order', async () => {
    const clientId = await bench.ready();
    const applicationId = await bench.approved(clientId);
    const terms = await bench.offered('LEASING_MAIN_TERMS', { applicationId });
    const contract = await bench.offered('LEASING_CONTRACT', { applicationId });
    const purchase = await bench.offered('PURCHASE_CONTRACT', { applicationId });
    for (const documentId of [contract, purchase]) {
      await bench.review(clientId, documentId);
      await bench.confirm(clientId, documentId);
    }
    const refused = await bench.signByCode(clientId, contract);
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_DOCUMENT_NOT_REVIEWED'], ['by-leasing/3.13.6']]);
    await bench.review(clientId, terms);
    await bench.send(clientId, contract);
    await bench.send(clientId, purchase);
    const wanted = ['LEASING_MAIN_TERMS REVIEWED', 'LEASING_CONTRACT SIGNED', 'PURCHASE_CONTRACT AGREED'];
    expect((await steps(applicationId)).filter((step) => wanted.includes(step))).toEqual(wanted);
    const [application] = await bench.sql<{ status: string }>('select status from core.application where id = $1', [applicationId]);
    expect(application!.status).toBe('CONCLUDED');
  });

  it('makes a contract on the terms that stand in it: what is owed, when, and the reward as it falls due', async () => {
    const { contractId } = await bench.concluded(await bench.ready());
    const [contract] = await bench.sql<{ status: string; terms: Record<string, unknown> }>(
      'select status, terms from core.contract where id = $1',
      [contractId],
    );
    expect(contract).toMatchObject({ status: 'ACTIVE', terms: { principal: '1000.00', currency: 'BYN', dueOn: '2026-08-10' } });
    expect(contract!.terms.schedule).toEqual(
      PAYMENTS.map(({ dueOn, principal, reward }, i) => ({ no: i + 1, dueOn, principal, interest: reward, fees: '0.00' })),
    );
  });

  it.each(['ACCEPTANCE_CERTIFICATE', 'ADDENDUM', 'BUYOUT_DOCUMENT'] as const)(
    'by-leasing/3.13.7 · %s belongs to a contract in force, and the client signs it',
    async (kind) => {
      const clientId = await bench.ready();
      const none = await bench.formLender(kind, { contractId: '01990000-0000-7000-8000-000000009999' });
      expect([codesOf(none), clausesOf(none)]).toEqual([['BY_LEASING_CONTRACT_NOT_FOUND'], ['by-leasing/3.13.7']]);
      const { contractId } = await bench.concluded(clientId);
      const documentId = await bench.offered(kind, { contractId });
      await bench.review(clientId, documentId);
      await bench.confirm(clientId, documentId);
      await bench.send(clientId, documentId);
      expect(await bench.document(documentId)).toMatchObject({ contractId, state: 'RETURNED' });
    },
  );

  it('by-leasing/1/private-key · octets that hold a private key are refused and kept nowhere', async () => {
    const documentId = await formed(await bench.approved(await bench.ready()));
    const key = Buffer.from('-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----');
    const refused = await bench.signAsLender(documentId, { cms: key });
    expect([codesOf(refused), clausesOf(refused)]).toEqual([
      ['BY_LEASING_PRIVATE_KEY_EXPOSED'],
      ['by-leasing/1/private-key', 'by-leasing/1/eds-tool'],
    ]);
    const [audit] = await bench.sql<{ row: string }>(
      'select row_to_json(a)::text as row from core.audit_entry a order by at desc, id desc limit 1',
    );
    expect(audit!.row).not.toContain('c2VjcmV0');
    expect(codesOf(await bench.signAsLender(documentId))).toEqual([]);
  });

  it('by-leasing/1/eds-tool · takes what a tool outside made, with its name, and never a key to make it here', async () => {
    const documentId = await formed(await bench.approved(await bench.ready()));
    const key = Buffer.from('-----BEGIN ENCRYPTED PRIVATE KEY-----\nc2VjcmV0\n-----END ENCRYPTED PRIVATE KEY-----');
    expect(clausesOf(await bench.signAsLender(documentId, { cms: key }))).toContain('by-leasing/1/eds-tool');
    expect(codesOf(await bench.signAsLender(documentId))).toEqual([]);
    const made = await bench.sql('select made_by, verified_by from by_leasing.signature where document_id = $1', [documentId]);
    expect(made).toEqual([{ made_by: 'OFFICER_TOOL', verified_by: 'GATEWAY' }]);
  });

  it('by-leasing/1/eds-integrity · a signature over a text that differs is refused', async () => {
    const documentId = await formed(await bench.approved(await bench.ready()));
    const text = Buffer.from(`${await bench.text(documentId)} `, 'utf8');
    const refused = await bench.signAsLender(documentId, { cms: sandboxSign(text, DIRECTOR, bench.leasing.clock.now()) });
    expect(codesOf(refused)).toEqual(['BY_LEASING_DOCUMENT_INTEGRITY_BROKEN']);
    expect(clausesOf(refused)).toContain('by-leasing/1/eds-integrity');
    expect(codesOf(await bench.signAsLender(documentId))).toEqual([]);
  });

  it('by-leasing/1/eds-document · what carries no certificate of a signer is no digital signature', async () => {
    const documentId = await formed(await bench.approved(await bench.ready()));
    const refused = await bench.signAsLender(documentId, { cms: Buffer.from('подпись') });
    expect(codesOf(refused)).toContain('BY_LEASING_EDS_SIGNATURE_INVALID');
    expect(clausesOf(refused)).toContain('by-leasing/1/eds-document');
    expect(codesOf(await bench.signAsLender(documentId))).toEqual([]);
  });

  it('by-leasing/1/eds-document-copy · its print is an uncertified copy until an officer certifies it', async () => {
    const clientId = await bench.ready();
    const { documentId } = await bench.concluded(clientId);
    const questionnaire = await bench.formed(clientId, 'QUESTIONNAIRE');
    const blocks = async () => {
      const { coreDocumentId } = await bench.document(documentId);
      const { lender, ports, extensions, database } = bench.leasing;
      const loaders = new Loaders(database.app.scoped({ lenderId: lender.id, clientId: null }));
      const of = { id: coreDocumentId!, locale: 'ru' as const, pluginId: 'by-leasing' };
      return (await copyBlocks.load({ loaders, ports, lender, extensions }, of)).map(({ lines }) => lines[0]!.value);
    };
    expect(await blocks()).toEqual(['незаверенная копия']);
    expect(codesOf(await bench.execute(certifyCopy, { documentId: questionnaire }))).toEqual(['BY_LEASING_COPY_NOT_CERTIFIABLE']);
    await bench.done(certifyCopy, { documentId });
    const [status, by] = await blocks();
    expect([status, by!.startsWith('officer-12, ')]).toEqual(['Заверена', true]);
  });

  it('by-leasing/7.8 · signed digitally, satisfies what asks for an original, with no paper', async () => {
    const clientId = await bench.ready();
    const applicationId = await bench.approved(clientId);
    const documentId = await formed(applicationId);
    const checklist = async () => {
      const documents = await bench.leasing.run(({ transaction }) =>
        transaction.query(leasingDocumentsByApplication.statement, [[applicationId]]),
      );
      const signatures = await Promise.all(documents.map(({ id }) => bench.signatures(id)));
      return checklistOf(documents, signatures.flat());
    };
    expect(await checklist()).toEqual([{ item: 'LEASING_CONTRACT_ORIGINAL', satisfied: false, documentId: null }]);
    await bench.signAsLender(documentId);
    await bench.review(clientId, documentId);
    await bench.confirm(clientId, documentId);
    await bench.send(clientId, documentId);
    expect(await checklist()).toEqual([{ item: 'LEASING_CONTRACT_ORIGINAL', satisfied: true, documentId }]);
  });

  it('by-leasing/1/sdo · every hand-over in either direction is logged with document and moment', async () => {
    const clientId = await bench.ready();
    const { documentId, applicationId } = await bench.concluded(clientId);
    const read = (id: string) =>
      bench.sql<{ direction: string; at: Date }>('select direction, at from by_leasing.exchange where document_id = $1 order by at', [id]);
    expect((await read(documentId)).map(({ direction }) => direction)).toEqual(['LENDER_TO_CLIENT', 'CLIENT_TO_LENDER']);
    const [questionnaire] = await bench.sql<{ id: string }>(
      "select id from by_leasing.document where application_id = $1 and kind = 'QUESTIONNAIRE'",
      [applicationId],
    );
    expect((await read(questionnaire!.id)).map(({ direction }) => direction)).toEqual(['CLIENT_TO_LENDER']);
  });

  it('by-leasing/9.1.2 · of a hundred signed documents the one that was altered in storage is named, once, whatever the size of a batch', async () => {
    const clientId = await bench.ready('LEGAL_ENTITY');
    const signed = () => bench.sql<{ id: string }>('select id from by_leasing.document where signed_at is not null order by id');
    const { applicationId } = await bench.concluded(clientId, 'MSI');
    while ((await signed()).length < 100) {
      const documentId = await bench.formed(clientId, 'CREDIT_REPORT_CONSENT', applicationId);
      expect(codesOf(await bench.signAtMsi(clientId, documentId))).toEqual([]);
    }
    const all = await signed();
    /** A whole round, as the job makes it. */
    const round = async (batch: number) => {
      let checked = 0;
      for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after !== undefined; ) {
        const done: IntegrityBatch = await bench.leasing.done(checkIntegrity, { after, batch });
        checked += done.checked!;
        after = done.next;
      }
      return checked;
    };
    const findings = async () =>
      (await bench.sql<{ document_id: string }>('select document_id from by_leasing.integrity_finding')).map((row) => row.document_id);
    for (const batch of [7, 100, 200]) expect(await round(batch)).toBe(all.length);
    expect(await findings()).toEqual([]);
    const { id: altered } = all[57]!;
    await bench.sql(
      'update core.document set canonical = set_byte(canonical, 40, get_byte(canonical, 40) # 1) where id = (select core_document_id from by_leasing.document where id = $1)',
      [altered],
    );
    for (const batch of [7, 200]) expect(await round(batch)).toBe(all.length);
    expect(await findings()).toEqual([altered]);
    const told = await bench.sql<{ subject_id: string }>("select subject_id from core.event_inbox where type = 'ByLeasingIntegrityBroken'");
    expect(told).toEqual([{ subject_id: altered }]);
  }, 180_000);

  it('by-leasing/11.4 · is no contract while nobody has decided: what was submitted and taken up makes none', async () => {
    const applicationId = await bench.applied(await bench.ready());
    const contracts = () => bench.sql('select 1 from core.contract where application_id = $1', [applicationId]);
    for (const step of [async () => ({}), () => bench.done(takeApplication, { applicationId })]) {
      await step();
      const refused = await bench.formLender('LEASING_CONTRACT', { applicationId });
      expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_DECISION_REQUIRED'], ['by-leasing/11.4']]);
    }
    const refusal = { applicationId, kind: 'REFUSED' as const, amount: null, termDays: null, grounds: [] };
    await bench.execute(decideApplication, refusal);
    expect((await bench.formLender('LEASING_CONTRACT', { applicationId })).documentId).toBeUndefined();
    expect(await contracts()).toEqual([]);
    const approved = await bench.approved(await bench.ready());
    expect(codesOf(await bench.formLender('LEASING_CONTRACT', { applicationId: approved }))).toEqual([]);
  });
});
