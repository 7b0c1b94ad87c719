import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toGlobalId } from '../../schema/base';
import { CommandBench } from '../../test/support/command-bench';
import { loanTermsTemplate } from '../../test/support/document-fixture';
import { graphOf } from '../../test/support/graph-bench';
import { clientCaller, LenderBench } from '../../test/support/lender-bench';
import { readPdf, textOf } from '../../test/support/read-pdf';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { coreModules } from '..';
import { type Caller, systemCaller } from '../access';
import { Loaders, uuidv7 } from '../database';
import {
  createFileLinks,
  createFileRoutes,
  type DocumentRecord,
  documentTemplates,
  fileLinksPort,
  formDocument,
  localObjectStorage,
  markSent,
  markSigned,
  objectStoragePort,
  publishDocument,
  signatureBlocks,
  verifiedCanonical,
  voidDocument,
} from '../documents';
import { evidencedSignatures, openEvidence, recordSignature, type SignatureToRecord, signingMethods } from '.';
import { signaturePage } from './signature-page';

describe('documents and signatures', () => {
  const directory = mkdtempSync(join(tmpdir(), 'lexgraph-documents-'));
  let database: TestDatabase;
  let bench: LenderBench;
  let people: CommandBench;
  let clientId: string;
  let applicationId: string;
  let officer: Caller;
  let server: Server;
  let ask: ReturnType<typeof graphOf>;

  beforeAll(async () => {
    database = await createTestDatabase();
    bench = await LenderBench.open(database);
    people = new CommandBench(database);
    clientId = await people.newClient(bench.lender);
    applicationId = await people.newApplication(bench.lender, clientId);
    officer = { ...systemCaller(bench.lender.id, 'officer'), kind: 'OFFICER' };
    bench.contribute(documentTemplates, loanTermsTemplate as never);
    bench.contribute(signingMethods, {
      id: 'CONFIRMATION_CODE',
      title: { en: 'Confirmation code', ru: 'Код подтверждения', be: 'Код пацвярджэння' },
      forms: ['ELECTRONIC_FORM'],
    });
    bench.contribute(signatureBlocks, signaturePage, 'signatures');
    const storage = localObjectStorage(directory);
    let base = '';
    const links = createFileLinks({ secret: randomBytes(32), baseUrl: () => base });
    bench.ports.bind(objectStoragePort, storage);
    bench.ports.bind(fileLinksPort, links);
    const routes = createFileRoutes({
      storage,
      links,
      database: database.app,
      clock: bench.clock,
      onFailure: (error) => {
        throw error;
      },
    });
    server = createServer((request, response) => void routes.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    ask = graphOf(coreModules, bench.extensions);
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await database.close();
    rmSync(directory, { recursive: true });
  });

  const form = (publish = true) =>
    bench.run((context) =>
      formDocument(context, {
        plugin: 'acme-plugin',
        template: loanTermsTemplate,
        values: { name: 'Name of the borrower', amount: '100.00' },
        clientId,
        applicationId,
        editionId: 'acme/2026-01-01',
        form: 'ELECTRONIC_FORM',
        publish,
      }),
    );
  const sign = (document: DocumentRecord, change: Partial<SignatureToRecord> = {}) =>
    bench.run((context) =>
      recordSignature(context, {
        documentId: document.id,
        shownSha256: document.sha256,
        signer: { kind: 'CLIENT', id: clientId, name: 'Name of the borrower' },
        method: 'CONFIRMATION_CODE',
        ceremonyId: uuidv7(),
        identifier: 'ceremony 1',
        evidence: { attempts: 1 },
        ...change,
      }),
    );
  const run = <Data>(source: string, variables: Record<string, unknown> = {}, caller = officer) =>
    ask<Data>(database.app.scoped({ lenderId: bench.lender.id, clientId: caller.clientId }), source, variables, {
      caller,
      lender: bench.lender,
      clock: bench.clock,
      ports: bench.ports,
    });

  describe('a document', () => {
    it('is formed with the hash of its canonical text, tells of each step, and keeps its text encrypted', async () => {
      const { value: document, events } = await form();
      const canonical = 'Name of the borrower\n100.00';
      expect(document).toMatchObject({
        kind: 'LOAN_TERMS',
        title: 'Loan terms',
        status: 'PUBLISHED',
        sha256: createHash('sha256').update(canonical).digest('hex'),
      });
      expect(
        events.map(({ type, subject, applicationId: application, payload }) => [type, subject.id, application, payload.from, payload.to]),
      ).toEqual([
        ['DocumentStatusChanged', document.id, applicationId, null, 'DRAFT'],
        ['DocumentStatusChanged', document.id, applicationId, 'DRAFT', 'PUBLISHED'],
      ]);
      const { rows } = await people.asAdmin((client) => client.query('select * from core.document where id = $1', [document.id]));
      expect(
        JSON.stringify(rows[0], (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value)),
      ).not.toContain('Name of');
      expect(rows[0]).toMatchObject({ canonical_form: 'lexgraph.values/1', template_id: 'acme-plugin/loan-terms', template_version: 1 });
      expect((await bench.run((context) => verifiedCanonical(context, document))).value).toBe(canonical);
    });

    it('is not formed from a template that no plugin contributes', async () => {
      const template = { ...loanTermsTemplate, version: 2 };
      const values = { name: '', amount: '' };
      const attempt = bench.run((context) =>
        formDocument(context, { plugin: 'acme-plugin', template, values, clientId, form: 'ELECTRONIC_FORM' }),
      );
      await expect(attempt).rejects.toThrow(/does not contribute/);
    });

    it.each([
      ['is published, signed and sent', false, [publishDocument, markSigned, markSent], null],
      ['is made void before it is signed', true, [voidDocument], null],
      ['is not signed as a draft', false, [markSigned], { from: 'DRAFT', to: 'SIGNED' }],
      ['is not published twice', true, [publishDocument], { from: 'PUBLISHED', to: 'PUBLISHED' }],
      ['is not made void once signed', true, [markSigned, voidDocument], { from: 'SIGNED', to: 'VOID' }],
      ['does not come back once void', true, [voidDocument, publishDocument], { from: 'VOID', to: 'PUBLISHED' }],
    ] as const)('%s', async (_, publish, steps, refused) => {
      const { value } = await form(publish);
      const { findings } = await bench.run(async (context) => {
        for (const step of steps) await step(context, value.id);
      });
      expect(findings).toEqual(refused ? [expect.objectContaining({ code: 'DOCUMENT_TRANSITION_INVALID', facts: refused })] : []);
    });

    it('of somebody else, or of nobody, is not found', async () => {
      const stranger = clientCaller(bench.lender.id, await people.newClient(bench.lender));
      const { value } = await form();
      expect((await bench.run((context) => voidDocument(context, value.id), stranger)).codes).toEqual(['DOCUMENT_NOT_FOUND']);
      expect((await bench.run((context) => voidDocument(context, uuidv7()))).codes).toEqual(['DOCUMENT_NOT_FOUND']);
    });
  });

  describe('a signature', () => {
    it('is kept with the digest that was signed and its evidence, encrypted', async () => {
      const { value: document } = await form();
      const { value: signature, findings } = await sign(document);
      expect(findings).toEqual([]);
      expect(signature).toMatchObject({ digest: document.sha256, method: 'CONFIRMATION_CODE', signedAt: new Date('2026-03-02T09:00:00Z') });
      const [row] = await new Loaders(database.app.scoped({ lenderId: bench.lender.id })).list(evidencedSignatures, document.id);
      expect(row!.evidence.includes('Name of')).toBe(false);
      expect(openEvidence(bench.ports, bench.lender.id, row!.id, row!.evidence)).toEqual({
        signerName: 'Name of the borrower',
        evidence: { attempts: 1 },
      });
    });

    it('is given once by each signer', async () => {
      const { value: document } = await form();
      await sign(document);
      expect((await sign(document)).codes).toEqual(['DOCUMENT_ALREADY_SIGNED']);
      expect((await sign(document, { signer: { kind: 'LENDER', id: 'employee-1' } })).codes).toEqual([]);
    });

    it('is given once also when both arrive at the same moment', async () => {
      const { value: document } = await form();
      const codes = await Promise.all([sign(document), sign(document)]).then((answers) => answers.map((answer) => answer.codes));
      expect(codes.sort()).toEqual([[], ['DOCUMENT_ALREADY_SIGNED']]);
    });

    it('is refused when another text was shown', async () => {
      const { value: document } = await form();
      expect((await sign(document, { shownSha256: 'ab'.repeat(32) })).codes).toEqual(['DOCUMENT_HASH_DIFFERS']);
    });

    it.each([
      ['hash', "sha256 = decode(repeat('ab', 32), 'hex')"],
      [
        'text',
        'canonical = set_byte(canonical, octet_length(canonical) - 1, (get_byte(canonical, octet_length(canonical) - 1) + 1) % 256)',
      ],
    ])('is refused when the %s in the database was changed', async (_, change) => {
      const { value: document } = await form();
      await people.asAdmin((client) => client.query(`update core.document set ${change} where id = $1`, [document.id]));
      const { rows } = await people.asAdmin((client) =>
        client.query("select encode(sha256, 'hex') as shown from core.document where id = $1", [document.id]),
      );
      expect((await sign(document, { shownSha256: rows[0].shown })).codes).toEqual(['DOCUMENT_HASH_DIFFERS']);
    });

    it.each([
      ['a void document', [voidDocument], {}, 'DOCUMENT_VOID'],
      ['a signed document', [markSigned], {}, 'DOCUMENT_NOT_OPEN_FOR_SIGNING'],
      ['a published document by an unknown method', [], { method: 'SEAL' }, 'SIGNING_METHOD_NOT_ALLOWED'],
    ] as const)('under %s is refused', async (_, steps, change, code) => {
      const { value: document } = await form();
      for (const step of steps) await bench.run((context) => step(context, document.id));
      expect((await sign(document, change)).codes).toEqual([code]);
    });

    it('under a draft is refused', async () => {
      const { value: document } = await form(false);
      expect((await sign(document)).codes).toEqual(['DOCUMENT_NOT_OPEN_FOR_SIGNING']);
    });

    it('can be neither changed nor deleted by the gateway', async () => {
      const { value: document } = await form();
      await sign(document);
      for (const text of ['update core.signature set identifier = $1', 'delete from core.signature where identifier <> $1']) {
        const attempt = database.app.scoped({ lenderId: bench.lender.id }).query({ name: text.slice(0, 6), text }, ['x']);
        await expect(attempt).rejects.toThrow(/permission denied/);
      }
    });
  });

  describe('the graph', () => {
    const DOCUMENT = `query Q($id: ID!) {
      document(id: $id) {
        __typename id kind title status form sha256 createdAt edition
        signatures { id signer method identifier sha256 signedAt }
        application { id }
      }
    }`;

    it('shows a document with its signatures, to its client too', async () => {
      const { value: document } = await form();
      await sign(document);
      for (const caller of [officer, clientCaller(bench.lender.id, clientId)]) {
        const { data, errors } = await run<{ document: unknown }>(DOCUMENT, { id: toGlobalId('Document', document.id) }, caller);
        expect(errors).toBeUndefined();
        expect(data!.document).toMatchObject({
          __typename: 'Document',
          kind: 'LOAN_TERMS',
          status: 'PUBLISHED',
          form: 'ELECTRONIC_FORM',
          sha256: document.sha256,
          createdAt: '2026-03-02T09:00:00.000Z',
          edition: 'acme/2026-01-01',
          signatures: [{ signer: 'CLIENT', method: 'CONFIRMATION_CODE', identifier: 'ceremony 1', sha256: document.sha256 }],
          application: { id: toGlobalId('Application', applicationId) },
        });
      }
    });

    it('hides drafts from clients, and everything from other clients', async () => {
      const [{ value: draft }, { value: published }] = [await form(false), await form()];
      const stranger = clientCaller(bench.lender.id, await people.newClient(bench.lender));
      const seen = async (document: DocumentRecord, caller: Caller) =>
        (await run<{ document: object | null }>(DOCUMENT, { id: toGlobalId('Document', document.id) }, caller)).data!.document !== null;
      expect(await seen(draft, officer)).toBe(true);
      expect(await seen(draft, clientCaller(bench.lender.id, clientId))).toBe(false);
      expect(await seen(published, stranger)).toBe(false);
    });

    it('answers null for an id that is none', async () => {
      for (const id of ['x', toGlobalId('Client', clientId), toGlobalId('Document', uuidv7())]) {
        expect((await run<{ document: null }>(DOCUMENT, { id })).data).toEqual({ document: null });
      }
    });

    it('gives a link to the PDF, printed with the signatures that it has by now', async () => {
      const { value: document } = await form();
      const download = async () => {
        const { data, errors } = await run<{ document: { download: { url: string; expiresAt: string } } }>(
          'query Q($id: ID!) { document(id: $id) { download { url expiresAt } } }',
          { id: toGlobalId('Document', document.id) },
        );
        expect(errors).toBeUndefined();
        expect(data!.document.download.expiresAt).toBe('2026-03-02T09:05:00.000Z');
        const response = await fetch(data!.document.download.url);
        expect(response.headers.get('content-disposition')).toBe(`attachment; filename="loan_terms-${document.id}.pdf"`);
        return Buffer.from(await response.arrayBuffer());
      };
      const unsigned = await download();
      expect((await download()).equals(unsigned)).toBe(true);
      const [page] = await readPdf(unsigned);
      expect(textOf(page!)).toContain('Borrower: Name of the borrower');
      expect(textOf(page!)).toContain(document.sha256);

      await sign(document);
      const pages = await readPdf(await download());
      expect(pages).toHaveLength(2);
      expect(textOf(pages[1]!)).toContain(
        'Signed by: Name of the borrower Method: Confirmation code Signed at (UTC): 2026-03-02T09:00:00.000Z Identifier: ceremony 1',
      );
    });
  });
});
