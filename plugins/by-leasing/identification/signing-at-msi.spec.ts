import { beltHash } from '../digital-signature';
import { msiPort } from '../msi';
import { director } from '../msi/test-support/walk';
import { beginAtMsi, completeAtMsi } from '../signing/sign-at-msi.commands';
import { sandboxSign } from '../test-authority/sandbox-authority';
import { DocumentBench } from '../test-support/document-bench';
import { codesOf, LeasingBench } from '../test-support/leasing-bench';
import { Identifying } from './test-support/identifying';

const k = (point: string) => `by-leasing/${point}`;

describe('a digital signature made at МСИ', () => {
  let leasing: LeasingBench;
  let bench: DocumentBench;
  let at: Identifying;
  beforeAll(async () => {
    leasing = await LeasingBench.open();
    at = new Identifying(leasing);
    bench = await DocumentBench.open(leasing);
  });
  afterAll(async () => {
    await at.close();
    await bench.close();
  });

  /** A company whose director came to МСИ by certificate, and its questionnaire. */
  async function formed(): Promise<{ clientId: string; documentId: string; sha256: string }> {
    const clientId = await leasing.registered('LEGAL_ENTITY');
    await leasing.signIn(clientId);
    await bench.authorise({ clientId, person: { name: 'Примеров Проба', personalNumber: director.personalNumber } });
    const { page } = await at.identify(clientId, director, 'CERTIFICATE');
    if (page.status !== 200) throw new Error(page.body);
    const documentId = await bench.formed(clientId, 'QUESTIONNAIRE');
    return { clientId, documentId, sha256: (await bench.document(documentId)).sha256! };
  }

  const begun = async ({ clientId, ...document }: Awaited<ReturnType<typeof formed>>) =>
    (await bench.done(beginAtMsi, document, bench.client(clientId))) as { grant: string; text: string };

  it(`${k('7.9/store')}, ${k('6.2/p2')} · is kept with the hash of the text that was signed, and signs the document`, async () => {
    const document = await formed();
    const { clientId, ...input } = document;
    const { grant, text } = await begun(document);
    const { hash, signature } = await leasing.ports.get(msiPort).sign({ id: document.documentId, grant, text: Buffer.from(text, 'utf8') });
    const result = await bench.execute(
      completeAtMsi,
      { ...input, hash, cms: signature, trust: await bench.trust() },
      bench.client(clientId),
    );
    expect(codesOf(result)).toEqual([]);
    const kept = await bench.signatures(document.documentId);
    expect(kept).toMatchObject([
      { form: 'EDS', madeBy: 'MSI', signedHash: Buffer.from(beltHash(Buffer.from(text, 'utf8'))).toString('hex') },
    ]);
    expect(kept[0]!.cmsEnc).not.toBeNull();
    expect((await bench.document(document.documentId)).signedAt).not.toBeNull();
  });

  it(`${k('7.9/store')} · is none without the hash of this very text: the document stays unsigned`, async () => {
    const document = await formed();
    const { clientId, ...input } = document;
    const { grant, text } = await begun(document);
    const { signature } = await leasing.ports.get(msiPort).sign({ id: document.documentId, grant, text: Buffer.from(text, 'utf8') });
    const wrong = { ...input, hash: beltHash(Buffer.from('another text')), cms: signature, trust: await bench.trust() };
    expect(codesOf(await bench.execute(completeAtMsi, wrong, bench.client(clientId)))).toContain('BY_LEASING_EDS_SIGNATURE_INVALID');
    expect(await bench.signatures(document.documentId)).toEqual([]);
    expect((await bench.document(document.documentId)).signedAt).toBeNull();
  });

  it(`${k('6.2/p2')} · by the certificate of another person than the one whom МСИ identified signs nothing`, async () => {
    const document = await formed();
    const { clientId, ...input } = document;
    const text = Buffer.from((await begun(document)).text, 'utf8');
    const other = { name: 'Другой Пример', personalNumber: '3010185A001PB3', unp: director.unp };
    const cms = sandboxSign(text, other, leasing.clock.now());
    const result = await bench.execute(
      completeAtMsi,
      { ...input, hash: beltHash(text), cms, trust: await bench.trust() },
      bench.client(clientId),
    );
    expect(codesOf(result)).toContain('BY_LEASING_EDS_CERT_NOT_AUTHORISED');
    expect(await bench.signatures(document.documentId)).toEqual([]);
  });
});
