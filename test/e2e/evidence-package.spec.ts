import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../gateway/verify/verify-program';
import { rowIdOf } from '../../schema/base';
import { type Borrower, newBorrower, signedLoan } from '../support/borrower';
import { eventually, LENDER, startTestGateway, type TestGateway, type Values } from '../support/test-gateway';

const REQUEST = `mutation ($input: RequestEvidencePackageInput!) {
  requestEvidencePackage(input: $input) { evidencePackage { id } findings { code message } } }`;
const PACKAGES = `query ($id: ID!) { document(id: $id) { evidencePackages { id madeAt failure size sha256 download { url } } } }`;
const SIGNATURES = `query ($id: ID!) { document(id: $id) { signatures { identifier } } }`;

describe('the evidence of a signed document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  let gateway: TestGateway;
  let borrower: Borrower;
  let documentId: string;

  beforeAll(async () => {
    gateway = await startTestGateway();
    borrower = await newBorrower(gateway);
    documentId = (await signedLoan(borrower, gateway.as({ token: await gateway.token({ kind: 'OFFICER' }) }))).terms.id;
  });
  afterAll(() => gateway.stop());

  const keysOf = async (code: string) => {
    const path = join(folder, `${code}.json`);
    writeFileSync(path, await (await fetch(`${gateway.url}/seal-keys/${code}`)).text());
    return path;
  };

  it('is packed for its client; the package holds offline by the lender’s published key and by no other’s', async () => {
    const asked = (await borrower.ask(REQUEST, { input: { documentId, idempotencyKey: 'evidence-1' } })).data as Values;
    expect(asked.requestEvidencePackage.findings).toEqual([]);
    const again = (await borrower.ask(REQUEST, { input: { documentId, idempotencyKey: 'evidence-1' } })).data as Values;
    expect(again).toEqual(asked);
    const made = await eventually(async () => {
      const [first] = ((await borrower.ask(PACKAGES, { id: documentId })).data as Values).document.evidencePackages;
      return first.madeAt && first;
    });
    expect(made.id).toBe(asked.requestEvidencePackage.evidencePackage.id);
    const zip = Buffer.from(await (await fetch(made.download.url)).arrayBuffer());
    expect(createHash('sha256').update(zip).digest('hex')).toBe(made.sha256);
    expect(zip).toHaveLength(made.size);
    const path = join(folder, 'package.zip');
    writeFileSync(path, zip);

    const { code, out } = await run(['verify', path, '--trust', await keysOf(LENDER)]);
    expect([code, out]).toEqual([0, expect.stringContaining('holds')]);
    const [signature] = ((await borrower.ask(SIGNATURES, { id: documentId })).data as Values).document.signatures;
    expect(out).toContain(signature.identifier);
    expect(out).toMatch(/[1-9]\d* entries of the audit log stood in it/);
    expect((await run(['verify', path, '--trust', await keysOf('sotovy')])).code).toBe(1);
    zip[Math.floor(zip.length / 2)]! ^= 1;
    writeFileSync(path, zip);
    expect((await run(['verify', path, '--trust', await keysOf(LENDER)])).code).toBe(1);
  });

  it('is no other client’s: for them the document does not exist', async () => {
    const other = await newBorrower(gateway);
    const { data } = await other.ask(REQUEST, { input: { documentId, idempotencyKey: 'evidence-2' } });
    expect(data).toMatchObject({ requestEvidencePackage: { evidencePackage: null, findings: [{ code: 'DOCUMENT_NOT_FOUND' }] } });
    expect((await other.ask(PACKAGES, { id: documentId })).data).toMatchObject({ document: null });
  });

  it('waits once: a borrower who asks again and again gets the one that waits, and ten a day at most', async () => {
    const other = await newBorrower(gateway);
    const { terms } = await signedLoan(other, gateway.as({ token: await gateway.token({ kind: 'OFFICER' }) }));
    const ask = async () => ((await other.ask(REQUEST, { input: { documentId: terms.id } })).data as Values).requestEvidencePackage;
    const all = [];
    for (let i = 0; i < 40; i++) {
      const answer = await ask();
      all.push(answer);
      if (answer.findings.length > 0) break;
      await eventually(async () => {
        const found = ((await other.ask(PACKAGES, { id: terms.id })).data as Values).document.evidencePackages;
        return found.every((one: Values) => one.madeAt) || null;
      });
    }
    expect(all).toHaveLength(11);
    expect(all.at(-1)).toMatchObject({ evidencePackage: null, findings: [{ code: 'EVIDENCE_ASKED_OFTEN' }] });
  });

  it('is never packed of a text that was changed in the database', async () => {
    const another = await newBorrower(gateway);
    const altered = (await signedLoan(another, gateway.as({ token: await gateway.token({ kind: 'OFFICER' }) }))).terms.id;
    const tampered = 'update core.document set canonical = overlay(canonical placing $2 from 40) where id = $1';
    await gateway.sql(tampered, [rowIdOf('Document', altered), Buffer.from('x')]);
    await another.ask(REQUEST, { input: { documentId: altered, idempotencyKey: 'evidence-3' } });
    const last = await eventually(async () => {
      const found = ((await another.ask(PACKAGES, { id: altered })).data as Values).document.evidencePackages.at(-1);
      return found.failure && found;
    });
    expect(last).toMatchObject({ failure: 'DOCUMENT_TAMPERED', madeAt: null, download: null });
  });
});
