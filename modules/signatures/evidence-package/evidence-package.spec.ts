import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { CHAIN_START, checkpointBytes, checkpointOf, proveInclusion, type SealedEntry, seal, sealWith } from '../../audit';
import { CANONICAL_FORM } from '../../documents';
import { buildPackage, type EvidenceCheck, type PackageContent, verifyPackage } from '.';
import { readArchive, writeArchive } from './archive';

const text = 'Договор\n1000.00';
const digest = createHash('sha256').update(text).digest('hex');
const lender = { id: '0199f0a0-0000-7000-8000-000000000001', code: 'acme', name: 'Acme Lease' };
const at = '2026-06-01T09:00:00.000Z';

async function newKey(kid: string) {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid };
  const { d: _secret, ...trusted } = jwk;
  return { sealer: sealWith(() => [jwk]), trusted: trusted as JWK };
}

let chain: SealedEntry[] = [];
for (let i = 0; i < 5; i++) {
  const entry = {
    lenderId: lender.id,
    id: `0199f0a0-0000-7000-8000-00000000010${i}`,
    at,
    actor: { kind: 'CLIENT', subject: 'client' },
    command: 'signDocument',
    plugin: null,
    subject: null,
    outcome: 'DONE' as const,
    details: {},
    requestId: 'r',
  };
  chain = [...chain, seal(entry, chain.at(-1) ?? CHAIN_START)];
}

async function contentWith(
  sealer: Awaited<ReturnType<typeof newKey>>['sealer'],
  over: Partial<PackageContent> = {},
): Promise<PackageContent> {
  const hashes = chain.map(({ hash }) => hash);
  const checkpoint = checkpointOf(hashes, { lenderId: lender.id, no: 1, afterNo: 0, at });
  return {
    lender,
    madeAt: at,
    document: {
      id: 'd1',
      plugin: 'acme',
      kind: 'CONTRACT',
      form: 'ELECTRONIC_FORM',
      title: 'Lease',
      canonicalForm: CANONICAL_FORM,
      sha256: digest,
      createdAt: at,
    },
    canonicalText: text,
    pdf: Buffer.from('%PDF-1.7'),
    signatures: [
      {
        id: 's1',
        signer: { kind: 'CLIENT', id: 'c1', name: null },
        method: 'CODE',
        identifier: 'A-1',
        digest,
        signedAt: at,
        evidence: { factors: ['CODE'] },
      },
    ],
    audit: [
      {
        entries: proveInclusion([chain[1]!, chain[4]!], checkpoint, hashes),
        checkpoint,
        seal: await sealer.seal(lender.id, checkpointBytes(checkpoint)),
      },
    ],
    further: new Map([['further/note.txt', Buffer.from('note')]]),
    ...over,
  };
}

describe('an evidence package', () => {
  it('holds with the key that sealed it, and says what it proves and what it only reports', async () => {
    const { sealer, trusted } = await newKey('k1');
    const verdict = await verifyPackage(await buildPackage(await contentWith(sealer), sealer), { keys: [trusted] });
    expect(verdict).toMatchObject({ holds: true, first: null, manifest: { documentId: 'd1', lender } });
    expect(verdict.steps.map(({ step }) => step)).toEqual(['container', 'seal', 'parts', 'document', 'signatures', 'audit']);
    expect(verdict.reported.join(' ')).toContain('identifier A-1');
  });

  it('is the same octet by octet when it is made twice of the same content', async () => {
    const { sealer } = await newKey('k1');
    const content = await contentWith(sealer);
    expect(Buffer.from(await buildPackage(content, sealer)).equals(await buildPackage(content, sealer))).toBe(true);
  });

  it('does not hold when any one octet of it was changed', async () => {
    const { sealer, trusted } = await newKey('k1');
    const zip = await buildPackage(await contentWith(sealer), sealer);
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (place, mask) => {
        const changed = Uint8Array.from(zip);
        changed[place]! ^= mask;
        expect(await verifyPackage(changed, { keys: [trusted] })).toMatchObject({ holds: false });
      }),
      { numRuns: 400 },
    );
    expect(await verifyPackage(zip.subarray(0, -1), { keys: [trusted] })).toMatchObject({ first: { step: 'container' } });
    expect(await verifyPackage(Buffer.concat([zip, Buffer.from([0])]), { keys: [trusted] })).toMatchObject({
      first: { step: 'container' },
    });
  });

  it('does not hold when it was made anew with another key, even under the same key id', async () => {
    const { trusted } = await newKey('k1');
    const other = await newKey('k1');
    const remade = await buildPackage(await contentWith(other.sealer), other.sealer);
    expect(await verifyPackage(remade, { keys: [trusted] })).toMatchObject({ holds: false, first: { step: 'seal', part: 'manifest.jws' } });
    expect(await verifyPackage(remade, { keys: [] })).toMatchObject({ holds: false, first: { step: 'seal' } });
  });

  it('names the first part that does not hold', async () => {
    const { sealer, trusted } = await newKey('k1');
    const zip = await buildPackage(await contentWith(sealer), sealer);
    const files = new Map(readArchive(zip)!);
    const altered = (path: string, bytes: Uint8Array | null) => {
      const copy = new Map(files);
      if (bytes) copy.set(path, bytes);
      else copy.delete(path);
      return verifyPackage(writeArchive(copy), { keys: [trusted] });
    };
    expect(await altered('document/canonical.txt', Buffer.from('Договор\n2000.00'))).toMatchObject({
      first: { step: 'parts', part: 'document/canonical.txt' },
    });
    expect(await altered('further/note.txt', null)).toMatchObject({ first: { step: 'parts', part: 'further/note.txt' } });
    expect(await altered('further/more.txt', Buffer.from('more'))).toMatchObject({ first: { step: 'parts', part: 'further/more.txt' } });
    const spaced = Buffer.from(`${Buffer.from(files.get('manifest.json')!).toString('utf8')} `);
    expect(await altered('manifest.json', spaced)).toMatchObject({ first: { step: 'seal', part: 'manifest.json' } });
  });

  it('does not hold when its maker itself sealed a text, a signature or an entry that do not belong together', async () => {
    const { sealer, trusted } = await newKey('k1');
    const made = async (over: Partial<PackageContent>) =>
      verifyPackage(await buildPackage(await contentWith(sealer, over), sealer), { keys: [trusted] });
    const whole = await contentWith(sealer);
    expect(await made({ canonicalText: 'Договор\n2000.00' })).toMatchObject({
      first: { step: 'document', part: 'document/canonical.txt' },
    });
    expect(await made({ signatures: [{ ...whole.signatures[0]!, digest: '0'.repeat(64) }] })).toMatchObject({
      first: { step: 'signatures', part: 'signatures/001.json' },
    });
    const [proof] = whole.audit;
    const [first, second] = proof!.entries;
    const forged = { ...first!.entry, command: 'other' };
    const inAudit = { holds: false, first: { step: 'audit', part: 'audit/proofs.json' } };
    expect(await made({ audit: [{ ...proof!, entries: [{ ...first!, entry: forged }, second!] }] })).toMatchObject(inAudit);
    expect(await made({ audit: [{ ...proof!, entries: [{ ...first!, path: second!.path }] }] })).toMatchObject(inAudit);
    expect(await made({ audit: [{ ...proof!, checkpoint: { ...proof!.checkpoint, at: '2026-06-02T09:00:00.000Z' } }] })).toMatchObject(
      inAudit,
    );
    expect(await made({ lender: { ...lender, id: '0199f0a0-0000-7000-8000-000000000009' } })).toMatchObject(inAudit);
  });

  it('asks the checks of plugins, and stops at their first step that does not hold', async () => {
    const { sealer, trusted } = await newKey('k1');
    const zip = await buildPackage(await contentWith(sealer), sealer);
    const check = (holds: boolean): EvidenceCheck => ({
      id: 'acme.note',
      check: ({ files }) => [{ step: 'note', part: 'further/note.txt', holds, says: `${files.get('further/note.txt')!.length} octets` }],
    });
    expect((await verifyPackage(zip, { keys: [trusted] }, [check(true)])).steps).toContainEqual({
      step: 'note',
      part: 'further/note.txt',
      holds: true,
      says: '4 octets',
    });
    expect(await verifyPackage(zip, { keys: [trusted] }, [check(false)])).toMatchObject({ holds: false, first: { step: 'note' } });
  });
});
