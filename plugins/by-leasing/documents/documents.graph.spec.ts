import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileLinksPort, localObjectStorage, objectStoragePort } from '../../../modules/documents';
import { toGlobalId } from '../../../schema/base';
import { recordClientBreach, settleClientBreach } from '../breaches/breach.commands';
import { CLIENT_FILES } from '../conduct';
import { beltHash } from '../digital-signature';
import { type Msi, MsiError, msiPort } from '../msi';
import { inviteParticipant } from '../participants/invite.command';
import { sandboxSign } from '../test-authority/sandbox-authority';
import { CabinetBench } from '../test-support/cabinet-bench';
import { DIRECTOR, DocumentBench, REPRESENTATIVE } from '../test-support/document-bench';
import { CODE_WORD, UNP } from '../test-support/leasing-bench';
import { sandboxTrust, trustPort } from '../trust/port';

const READ = `query ($id: ID!) { node(id: $id) { ... on ByLeasingDocument {
  kind state action fingerprint { algorithm value } signedAt copyStatus integrityBroken payments { dueOn principal { amount currency } reward { amount } }
  fields { name value origin } exchanges { direction } signingText
  signatures { form signer items { item value } verifier madeBy certificateSerial }
  document { title download { url } byLeasing { id } }
} } }`;

describe('documents in the graph', () => {
  let cabinet: CabinetBench;
  let bench: DocumentBench;
  const id = (documentId: string) => toGlobalId('ByLeasingDocument', documentId);
  let sign: Msi['sign'];

  beforeAll(async () => {
    cabinet = await CabinetBench.open();
    bench = await DocumentBench.open(cabinet.leasing);
    cabinet.bind(trustPort, sandboxTrust());
    cabinet.bind(objectStoragePort, localObjectStorage(mkdtempSync(join(tmpdir(), 'documents-'))));
    const link = { url: 'https://files.example/x', method: 'GET', headers: [], expiresAt: new Date() };
    cabinet.bind(fileLinksPort, { download: () => link, upload: () => link } as never);
    cabinet.bind(msiPort, { sign: (request: never) => sign(request) } as never);
  });
  afterAll(() => cabinet.close());

  const mutate = async (name: string, input: Record<string, unknown>, caller: ReturnType<CabinetBench['client']>) => {
    const type = `ByLeasing${name}Input`;
    const source = `mutation ($input: ${TYPES[name] ?? type}!) { byLeasing${name}(input: $input) { document { id state fingerprint { value } } findings { code } } }`;
    return (await cabinet.ask(source, { input }, caller))[`byLeasing${name}`];
  };
  const TYPES: Record<string, string> = {
    FormDocument: 'ByLeasingDocumentInput',
    SendDocument: 'ByLeasingDocumentInput',
    ReviewDocument: 'ByLeasingDocumentInput',
    CertifyCopy: 'ByLeasingDocumentInput',
    ConfirmSummary: 'ByLeasingShownDocumentInput',
    SignDigitally: 'ByLeasingShownDocumentInput',
  };
  const read = async (documentId: string, caller: ReturnType<CabinetBench['client']>) =>
    (await cabinet.ask(READ, { id: id(documentId) }, caller)).node;

  it('by-leasing/7.7 · the client reads the visual form, the moment and the fingerprint of what it signed', async () => {
    const clientId = await bench.ready();
    const client = cabinet.client(clientId);
    const begun = await mutate(
      'CreateDocument',
      { kind: 'QUESTIONNAIRE', request: { amount: { amount: '25000.00', currency: 'BYN' }, termDays: 365 } },
      client,
    );
    expect(begun.findings).toEqual([]);
    const [row] = await bench.sql<{ id: string }>('select id from by_leasing.document where client_id = $1', [clientId]);
    const documentId = row!.id;
    expect((await read(documentId, client)).document).toBeNull();
    await bench.fill(clientId, documentId);
    const formed = await mutate('FormDocument', { documentId: id(documentId) }, client);
    const sha256 = formed.document.fingerprint.value;
    await mutate('ConfirmSummary', { documentId: id(documentId), sha256 }, client);
    const { ceremonyId, code } = await bench.code(clientId, documentId);
    const factors = [
      { factor: 'OTP', value: code },
      { factor: 'CODE_WORD', value: CODE_WORD },
    ];
    const input = { documentId: id(documentId), sha256, ceremonyId: toGlobalId('Ceremony', ceremonyId), factors };
    expect(await mutate('SignDocument', input, client)).toMatchObject({ document: { state: 'SIGNED' }, findings: [] });
    expect(await mutate('SendDocument', { documentId: id(documentId) }, client)).toMatchObject({
      document: { state: 'SENT' },
      findings: [],
    });
    const node = await read(documentId, client);
    expect(node).toMatchObject({
      signedAt: expect.anything(),
      fingerprint: { algorithm: 'SHA-256', value: expect.stringMatching(/^[0-9a-f]{64}$/) },
      document: { title: 'Анкета', download: { url: expect.any(String) }, byLeasing: { id: id(documentId) } },
      exchanges: [{ direction: 'CLIENT_TO_LENDER' }],
      integrityBroken: false,
      copyStatus: null,
    });
    expect(node.signatures[0].items).toHaveLength(6);
    expect(JSON.stringify(node)).not.toContain(CODE_WORD);
    const stranger = cabinet.client(await bench.ready());
    expect(await read(documentId, stranger)).toBeNull();
  });

  it('by-leasing/9.1.1 · a questionnaire is read by staff with the right to client files, and an attempt without it is logged', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    const rights = ['documents:read', 'clients:read', 'clients:personal'];
    for (const what of ['fields { value }', 'signingText']) {
      const source = `query ($id: ID!) { node(id: $id) { ... on ByLeasingDocument { ${what} } } }`;
      const { errors } = await cabinet.answer(source, { id: id(documentId) }, cabinet.officerWith(...rights));
      expect(errors?.[0]?.extensions.code).toBe('BY_LEASING_CLIENT_FILE_CLOSED');
    }
    const attempts = await cabinet.audit('byLeasingReadRefused');
    expect(attempts).toMatchObject([
      { outcome: 'REFUSED', actor_subject: 'officer-12' },
      { outcome: 'REFUSED', actor_subject: 'officer-12' },
    ]);
    const node = await read(documentId, cabinet.officerWith(...rights, CLIENT_FILES));
    expect(node.fields.length).toBeGreaterThan(0);
    expect((await cabinet.audit('readClientPersonal')).length).toBeGreaterThan(0);
  });

  it('by-leasing/11.7 · in the proof of an operation done while the rules of safe use were broken the presumption stands, in others not', async () => {
    const clientId = await bench.ready();
    const attributed = async (documentId: string): Promise<readonly string[]> => {
      const source = 'query ($id: ID!) { client(id: $id) { byLeasing { operationEvidence { operationId attributedBy } } } }';
      const { client } = await cabinet.ask(source, { id: toGlobalId('Client', clientId) }, cabinet.client(clientId));
      const proofs = client.byLeasing.operationEvidence as { operationId: string; attributedBy: readonly string[] }[];
      return proofs.find(({ operationId }) => operationId === id(documentId))!.attributedBy;
    };
    const signed = async () => {
      const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
      await bench.signByCode(clientId, documentId);
      return documentId;
    };
    const before = await signed();
    cabinet.clock.advance({ minutes: 1 });
    const breach = { clientId, clause: 'by-leasing/9.2.4/b1', occurredAt: cabinet.clock.now() };
    const { breachId } = await cabinet.done(recordClientBreach, breach);
    const during = await signed();
    await cabinet.done(settleClientBreach, { breachId: breachId!, state: 'REMEDIED' });
    const after = await signed();
    expect(await attributed(during)).toEqual(['by-leasing/3.7', 'by-leasing/11.7']);
    for (const other of [before, after]) expect(await attributed(other)).toEqual(['by-leasing/3.7']);
  });

  it('by-leasing/7.6 · the fingerprint is SHA-256 of all values in their order as one UTF-8 string; equal values give it again', async () => {
    const clientId = await bench.ready();
    const applicationId = await bench.approved(clientId);
    const one = (await bench.formLender('LEASING_CONTRACT', { applicationId })).documentId!;
    const other = (await bench.formLender('LEASING_CONTRACT', { applicationId })).documentId!;
    const node = await read(one, cabinet.officer);
    const shown = node.fields.filter(({ value }: { value: string | null }) => value !== null);
    expect(node.signingText.split('\n')).toEqual(expect.arrayContaining(shown.map(({ value }: { value: string }) => value)));
    expect(createHash('sha256').update(node.signingText, 'utf8').digest('hex')).toBe(node.fingerprint.value);
    expect((await read(other, cabinet.officer)).fingerprint).toEqual(node.fingerprint);
  });

  it('by-leasing/1/hashing · every fingerprint names its algorithm and has 64 hexadecimal digits', async () => {
    const clientId = await bench.ready();
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    const { fingerprint } = await read(documentId, cabinet.client(clientId));
    expect(fingerprint).toEqual({ algorithm: 'SHA-256', value: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('an officer downloads the text, signs it outside and uploads the signature; before that the client sees nothing', async () => {
    const clientId = await bench.ready('LEGAL_ENTITY');
    const client = cabinet.client(clientId);
    const applicationId = await bench.approved(clientId, 'MSI');
    const documentId = (await bench.formLender('LEASING_CONTRACT', { applicationId })).documentId!;
    expect(await read(documentId, client)).toBeNull();
    const { signingText } = await read(documentId, cabinet.officer);
    const cms = sandboxSign(Buffer.from(signingText, 'utf8'), DIRECTOR, cabinet.clock.now());
    const signature = Buffer.from(cms).toString('base64');
    const key = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----';
    const exposed = await mutate('SignAsLender', { documentId: id(documentId), signature: key }, cabinet.officer);
    expect(exposed.findings).toEqual([{ code: 'BY_LEASING_PRIVATE_KEY_EXPOSED' }]);
    const long = await mutate('SignAsLender', { documentId: id(documentId), signature: 'A'.repeat(90_000) }, cabinet.officer);
    expect(long.findings).toEqual([{ code: 'BY_LEASING_SIGNATURE_FORM_INVALID' }]);
    expect(await mutate('SignAsLender', { documentId: id(documentId), signature }, cabinet.officer)).toMatchObject({
      document: { state: 'OFFERED' },
    });
    await mutate('ReviewDocument', { documentId: id(documentId) }, client);
    const sha256 = (await read(documentId, client)).fingerprint.value;
    await mutate('ConfirmSummary', { documentId: id(documentId), sha256 }, client);

    sign = async () => {
      throw new MsiError('GRANT_REFUSED');
    };
    const asked = { documentId: id(documentId), sha256 };
    expect((await mutate('SignDigitally', asked, client)).findings).toEqual([{ code: 'BY_LEASING_MSI_SIGNING_REFUSED' }]);
    sign = async ({ text }) => ({
      hash: beltHash(text),
      signature: sandboxSign(text, { name: 'Примеров Проба', personalNumber: REPRESENTATIVE, unp: UNP.LEGAL_ENTITY }, cabinet.clock.now()),
    });
    expect(await mutate('SignDigitally', asked, client)).toMatchObject({ document: { state: 'SIGNED' }, findings: [] });
    expect(await mutate('SendDocument', { documentId: id(documentId) }, client)).toMatchObject({
      document: { state: 'RETURNED' },
      findings: [],
    });
    expect((await mutate('CertifyCopy', { documentId: id(documentId) }, cabinet.officer)).findings).toEqual([]);
    const node = await read(documentId, client);
    expect(node).toMatchObject({
      copyStatus: 'CERTIFIED',
      payments: [{ dueOn: '2026-07-10', principal: { amount: expect.any(String), currency: 'BYN' } }, { dueOn: '2026-08-10' }],
    });
    expect(node.signatures.map(({ signer, form, verifier }: Record<string, string>) => [signer, form, verifier])).toEqual([
      ['LENDER', 'EDS', 'GATEWAY'],
      ['CLIENT', 'EDS', 'MSI'],
    ]);
  });

  it('a deal shows its documents, participants, checklist and reports to the lender; a participant sees its part', async () => {
    const clientId = await bench.ready();
    const { applicationId } = await bench.concluded(clientId);
    const guarantor = await bench.ready();
    await bench.done(inviteParticipant, { applicationId, clientId: guarantor, role: 'GUARANTOR' });
    const source = `query ($id: ID!) { node(id: $id) { ... on Application { byLeasing {
      documents { kind } participants { role applicationNumber } checklist { item satisfied } creditReports { id } } } } }`;
    const { node } = await cabinet.ask(source, { id: toGlobalId('Application', applicationId) });
    expect(node.byLeasing).toMatchObject({
      documents: [{ kind: 'QUESTIONNAIRE' }, { kind: 'LEASING_CONTRACT' }],
      participants: [{ role: 'GUARANTOR' }],
      checklist: [{ item: 'LEASING_CONTRACT_ORIGINAL', satisfied: true }],
      creditReports: [],
    });
    const mine = `query ($id: ID!) { client(id: $id) { byLeasing { documents { kind } participations { role applicationId } } } }`;
    const own = await cabinet.ask(mine, { id: toGlobalId('Client', guarantor) }, cabinet.client(guarantor));
    expect(own.client.byLeasing).toEqual({
      documents: [],
      participations: [{ role: 'GUARANTOR', applicationId: toGlobalId('Application', applicationId) }],
    });
  });
});
