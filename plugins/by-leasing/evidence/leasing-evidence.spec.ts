import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { sealPort, sealWith } from '../../../modules/audit';
import { AuditSealer } from '../../../modules/audit/audit-sealer';
import { localObjectStorage, objectStoragePort } from '../../../modules/documents';
import { verifyPackage } from '../../../modules/signatures';
import { readArchive, writeArchive } from '../../../modules/signatures/evidence-package/archive';
import { makeEvidencePackage } from '../../../modules/signatures/make-package.command';
import { requestEvidencePackage } from '../../../modules/signatures/package-request.command';
import { sandboxAnchors } from '../test-authority/sandbox-authority';
import { DocumentBench } from '../test-support/document-bench';
import { digitalSignaturesCheck } from './digital-signatures.check';

describe('the evidence package of a leasing document', () => {
  let bench: DocumentBench;
  let key: JWK;
  const storage = localObjectStorage(mkdtempSync(join(tmpdir(), 'evidence-')));

  beforeAll(async () => {
    bench = await DocumentBench.open();
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: 'lender-1' };
    const { d: _secret, ...trusted } = jwk;
    key = trusted as JWK;
    bench.leasing.bind(
      sealPort,
      sealWith(() => [jwk]),
    );
    bench.leasing.bind(objectStoragePort, storage);
  });
  afterAll(() => bench.close());

  async function packed(documentId: string): Promise<Uint8Array> {
    const { coreDocumentId } = await bench.document(documentId);
    const { packageId } = await bench.done(requestEvidencePackage, { documentId: coreDocumentId! });
    await new AuditSealer({ database: bench.leasing.database.worker, onFailure: () => {} }).sealAll();
    await bench.done(makeEvidencePackage, { packageId: packageId! });
    const [row] = await bench.sql<{ storage_key: string | null }>('select storage_key from core.evidence_package where id = $1', [
      packageId,
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await storage.read(row!.storage_key!)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
  const judge = (zip: Uint8Array, anchors = sandboxAnchors()) => verifyPackage(zip, { keys: [key], anchors }, [digitalSignaturesCheck]);

  it('by-leasing/1/eds · holds each ЭЦП with certificates and revocation lists of the signing, and proves them offline', async () => {
    const { documentId } = await bench.concluded(await bench.ready('LEGAL_ENTITY'), 'MSI');
    const zip = await packed(documentId);
    const verdict = await judge(zip);
    expect(verdict).toMatchObject({ holds: true, first: null });
    const said = verdict.steps.filter(({ step }) => step === 'digital-signature').map(({ says }) => says);
    expect(said).toEqual([
      expect.stringContaining('Директор Пример signed this text'),
      expect.stringContaining('Примеров Проба signed this text'),
    ]);
    const folders = [...readArchive(zip)!.keys()].map((path) => path.split('/')[0]);
    for (const folder of ['digital-signatures', 'revocations', 'authorities', 'operations', 'identifications'])
      expect(folders).toContain(folder);
  });

  it('shows the identification and the operation as XML, with the six items of a signature by code as digests only', async () => {
    const { documentId } = await bench.concluded(await bench.ready());
    const files = readArchive(await packed(documentId))!;
    const text = [...files].filter(([path]) => !path.endsWith('.pdf')).map(([, bytes]) => Buffer.from(bytes).toString('utf8'));
    const xml = [...files]
      .filter(([path]) => path.endsWith('.xml'))
      .map(([path, bytes]) => [path.split('/')[0], Buffer.from(bytes).toString()]);
    expect(xml.map(([folder]) => folder).sort()).toEqual(['identifications', 'operations']);
    for (const [, body] of xml) expect(body).toMatch(/^<\?xml/);
    expect(text.some((body) => body.includes('"CODE_WORD"'))).toBe(true);
    expect(text.some((body) => body.includes('Журавль'))).toBe(false);
  });

  it('does not hold when any octet of it is another', async () => {
    const { documentId } = await bench.concluded(await bench.ready('LEGAL_ENTITY'), 'MSI');
    const zip = await packed(documentId);
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (place, mask) => {
        const changed = Uint8Array.from(zip);
        changed[place]! ^= mask;
        expect((await judge(changed)).holds).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('does not hold by another authority than the one that is believed, nor with a signature taken out', async () => {
    const { documentId } = await bench.concluded(await bench.ready('LEGAL_ENTITY'), 'MSI');
    const zip = await packed(documentId);
    expect(await judge(zip, [Uint8Array.of(1)])).toMatchObject({ holds: false, first: { step: 'digital-signature' } });
    const files = new Map(readArchive(zip)!);
    files.delete([...files.keys()].find((path) => path.startsWith('digital-signatures/'))!);
    expect(await judge(writeArchive(files))).toMatchObject({ holds: false, first: { step: 'parts' } });
  });
});
