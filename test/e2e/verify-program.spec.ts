import { createHash, createPublicKey } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Temporal } from 'temporal-polyfill';
import { run } from '../../gateway/verify/verify-program';
import { CHAIN_START, checkpointBytes, checkpointOf, proveInclusion, seal, sealWith } from '../../modules/audit';
import { CANONICAL_FORM } from '../../modules/documents';
import { buildPackage, type Files } from '../../modules/signatures';
import { evidencePath } from '../../plugins/by-leasing/evidence/paths';
import { certify, revoke, signDetached } from '../../plugins/by-leasing/test-authority/test-authority';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const file = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const at = (day: string) => Temporal.Instant.from(`${day}T12:00:00Z`);
const years = { from: at('2026-01-01'), to: at('2028-01-01') };
const root = certify({ '2.5.4.3': 'Test root' }, null, { ...years, pathLength: 0 });
const stranger = certify({ '2.5.4.3': 'Stranger' }, null, { ...years, pathLength: 0 });
const officer = certify({ '2.5.4.3': 'Signing officer' }, root, years);
const text = 'Договор\n1000.00';
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

async function packageWith(over: { readonly signedText?: string; readonly revokedOn?: string } = {}) {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'seal-1' };
  const sealer = sealWith(() => [jwk]);
  const lender = { id: '0199f0a0-0000-7000-8000-000000000001', code: 'acme', name: 'Acme Lease' };
  const signedAt = '2026-06-01T12:00:00Z';
  const entry = seal(
    {
      lenderId: lender.id,
      id: '0199f0a0-0000-7000-8000-000000000101',
      at: signedAt,
      actor: { kind: 'CLIENT', subject: 'client' },
      command: 'signDocument',
      plugin: null,
      subject: null,
      outcome: 'DONE',
      details: {},
      requestId: 'r',
    },
    CHAIN_START,
  );
  const checkpoint = checkpointOf([entry.hash], { lenderId: lender.id, no: 1, afterNo: 0, at: signedAt });
  const revoked = over.revokedOn ? [{ certificate: officer.certificate, at: at(over.revokedOn) }] : [];
  const list = revoke(root, revoked, at('2026-05-30'), at('2026-06-30'));
  const further: Files = new Map([
    [evidencePath.signature('s1'), signDetached(Buffer.from(over.signedText ?? text), officer, [], at('2026-06-01'))],
    [evidencePath.revocationList(sha256(list)), list],
    [evidencePath.authority(sha256(root.certificate)), root.certificate],
  ]);
  const zip = await buildPackage(
    {
      lender,
      madeAt: signedAt,
      document: {
        id: 'd1',
        plugin: 'acme',
        kind: 'C',
        form: 'DIGITAL',
        title: 'Lease',
        canonicalForm: CANONICAL_FORM,
        sha256: sha256(text),
        createdAt: signedAt,
      },
      canonicalText: text,
      pdf: Buffer.from('%PDF-1.7'),
      signatures: [
        {
          id: 's1',
          signer: { kind: 'OFFICER', id: 'o1', name: null },
          method: 'DIGITAL',
          identifier: 'DS-1',
          digest: sha256(text),
          signedAt,
          evidence: {},
        },
      ],
      audit: [
        {
          entries: proveInclusion([entry], checkpoint, [entry.hash]),
          checkpoint,
          seal: await sealer.seal(lender.id, checkpointBytes(checkpoint)),
        },
      ],
      further,
    },
    sealer,
  );
  return { zip, jwk };
}

const keyFile = ({ d: _secret, ...key }: JWK) => file(`${Math.random()}.json`, JSON.stringify(key));

describe('lexgraph verify', () => {
  it('says that a package holds, what is proved and what is only reported', async () => {
    const { zip, jwk } = await packageWith();
    const result = await run([
      'verify',
      file('whole.zip', zip),
      '--trust',
      keyFile(jwk),
      '--authority',
      file('root.cer', root.certificate),
    ]);
    expect(result.code).toBe(0);
    expect(result.out).toContain('Signing officer signed this text');
    expect(result.out).toContain('Test root, whom you trust');
    expect(result.out).toContain('Only reported by the lender:');
  });

  it('says so when the authority is only the package’s own word', async () => {
    const { zip, jwk } = await packageWith();
    const { code, out } = await run(['verify', file('own.zip', zip), '--trust', keyFile(jwk)]);
    expect([code, out]).toEqual([0, expect.stringContaining('whom the package names and nobody else vouches for')]);
  });

  it('names the digital signature that does not hold: of another text, of a revoked key, of an authority that is not believed', async () => {
    const judged = async (made: Awaited<ReturnType<typeof packageWith>>, authority = root.certificate) =>
      run(['verify', file('bad.zip', made.zip), '--trust', keyFile(made.jwk), '--authority', file('ca.cer', authority)]);
    expect(await judged(await packageWith({ signedText: 'Договор\n2000.00' }))).toMatchObject({
      code: 1,
      out: expect.stringContaining('digital-signatures/s1.p7s, It was made for another text.'),
    });
    expect((await judged(await packageWith({ revokedOn: '2026-05-31' }))).out).toContain('was revoked when it was signed');
    expect((await judged(await packageWith({ revokedOn: '2026-06-02' }))).code).toBe(0);
    expect((await judged(await packageWith(), stranger.certificate)).out).toContain('ends at no authority that is believed');
  });

  it('takes a key as JWK, as a set and as PEM, and refuses one that sealed nothing here', async () => {
    const { zip, jwk } = await packageWith();
    const { d: _secret, ...key } = jwk;
    const path = file('keys.zip', zip);
    const pem = createPublicKey({ key: key as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    for (const text of [JSON.stringify(key), JSON.stringify({ keys: [key] }), String(pem)]) {
      expect((await run(['verify', path, '--trust', file('key', text)])).code).toBe(0);
    }
    const other = await packageWith();
    expect(await run(['verify', path, '--trust', keyFile(other.jwk), '--json'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('"step": "seal"'),
    });
  });

  it('judges nothing without a trusted key, without a file, with a file that is no key or with an unknown option', async () => {
    const { zip, jwk } = await packageWith();
    const path = file('whole.zip', zip);
    expect(await run(['verify', path])).toMatchObject({ code: 2, problem: expect.stringContaining('--trust') });
    expect(await run(['verify', join(folder, 'none.zip'), '--trust', keyFile(jwk)])).toMatchObject({ code: 2 });
    expect(await run(['verify', path, '--trust', file('no-key', 'text')])).toMatchObject({
      code: 2,
      problem: expect.stringContaining('public key'),
    });
    expect(await run(['verify', path, '--truts', 'x'])).toMatchObject({ code: 2 });
    expect(await run([])).toMatchObject({ code: 2, problem: expect.stringContaining('Usage') });
  });
});
